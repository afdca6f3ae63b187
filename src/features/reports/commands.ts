import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import type { Actor } from '../../lib/actor.ts';
import { warsawDay } from '../../lib/days.ts';
import { askForDocument } from '../../pdf/register.ts';
import { readProject } from '../project/queries.ts';
import { reportSubjects } from './access.ts';
import { documentTitles, type ReportKind } from './texts.ts';

/** Asks for a report with the figures of this moment. Returns the document's id. */
export function askForReport(deps: Deps, actor: Actor, kind: ReportKind): number {
  return deps.db.write((tx) => {
    const project = { kind: 'project', id: readProject(tx).id };
    const subject = { ...project, kind: reportSubjects[kind] };
    const title = documentTitles[kind](warsawDay(deps.clock.now()));
    const document = askForDocument(tx, deps.clock, actor, kind, subject, title);
    record(tx, deps, actor, { what: 'report.asked', subject: project, facts: { document, kind } });
    return document;
  });
}
