import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import { entryKindNames, lineLabel, type Source } from './texts.ts';

/** Reservations and commitments as they were written, the newest first; a negative amount undoes an earlier one. */
export function readJournal(reader: Reader, projectId: number) {
  const rows = reader.all<{
    id: number;
    kind: 'reservation' | 'commitment';
    at: Instant;
    amount: Grosze;
    reason: string;
    initiativeId: number | null;
    initiative: string | null;
    by: string | null;
    taskName: string;
    category: string;
    year: number;
    source: Source;
  }>(sql`
    select e.id, e.kind, e.at, e.amount_grosze as amount, e.reason, i.id as initiativeId, i.code as initiative, p.name as by,
      t.name as taskName, l.category, l.year, l.source
    from budget_entries e join budget_lines l on l.id = e.line_id join budget_tasks t on t.id = l.task_id
    left join initiatives i on i.id = e.initiative_id left join people p on p.id = e.by_person_id
    where t.project_id = ${projectId} order by e.id desc`);
  return rows.map((row) => ({ ...row, kind: entryKindNames[row.kind], line: lineLabel(row) }));
}
