import type { FileAccess } from '../../files/records.ts';

export const agreementFiles: FileAccess = {};
