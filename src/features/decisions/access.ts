import type { FileAccess } from '../../files/records.ts';
import type { Subject } from '../../history/record.ts';
import type { Role } from '../../lib/actor.ts';
import { resultHead } from './results.ts';

/** Who has the letter about a result printed once more. */
export const letterPrinters: readonly Role[] = ['coordinator', 'director'];

/** A record of its own beside the application, whose files its jurors read: judging opens no result. */
export const resultSubject = (applicationId: number): Subject => ({ kind: 'application_result', id: applicationId });

/** As the page of the result: the group, and staff who may read the application. */
export const decisionFiles: FileAccess = {
  application_result: (reader, actor, applicationId) => resultHead(reader, actor, applicationId) !== undefined,
};
