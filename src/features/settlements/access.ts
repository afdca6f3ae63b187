import type { FileAccess } from '../../files/records.ts';

export const settlementFiles: FileAccess = {};
