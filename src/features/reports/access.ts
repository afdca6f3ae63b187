import type { FileAccess } from '../../files/records.ts';

export const reportFiles: FileAccess = {};
