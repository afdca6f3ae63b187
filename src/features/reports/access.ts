import type { Reader } from '../../db/connection.ts';
import type { FileAccess } from '../../files/records.ts';
import type { Actor } from '../../lib/actor.ts';
import { mayEnterMoney, readingStaff } from '../expenses/access.ts';
import { readRegister } from '../expenses/register.ts';
import type { ReportKind } from './texts.ts';

/** The kind of record that a report's file belongs to, and by which it is opened. */
export const reportSubjects = {
  document_register: 'document_register',
  project_report: 'project',
} as const satisfies Readonly<Record<ReportKind, string>>;

/**
 * The project's report says of initiatives what the published results say. The register lists every document as a whole, so it
 * opens to those from whom no document is closed.
 */
export const reportFiles: FileAccess = {
  project: (_reader, actor) => mayEnterMoney(actor, readingStaff),
  document_register: (reader, actor) => seesEveryDocument(reader, actor),
};

export function seesEveryDocument(reader: Reader, actor: Actor): boolean {
  return mayEnterMoney(actor, readingStaff) && readRegister(reader, actor).hidden === 0;
}
