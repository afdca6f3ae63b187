import type { FileAccess } from '../../files/records.ts';
import { mayEnterMoney, readingStaff } from '../expenses/access.ts';

/** Reports of the project: what they say of initiatives is what the published results say. */
export const reportFiles: FileAccess = { project: (_reader, actor) => mayEnterMoney(actor, readingStaff) };
