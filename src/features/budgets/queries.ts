import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { type Grosze, grosze } from '../../lib/money.ts';
import { lineLabel, type Source } from './texts.ts';

/** A lasting line: task, category, year, source. Amounts belong to versions. */
export interface Line {
  readonly id: number;
  readonly taskId: number;
  readonly taskCode: string;
  readonly taskName: string;
  readonly category: string;
  readonly year: number;
  readonly source: Source;
}

/** Grosze. `committed` is what agreements bind and no booked document has used; `owed` is booked and unpaid. */
export interface Balance extends Line {
  readonly planned: Grosze;
  readonly reserved: Grosze;
  readonly committed: Grosze;
  readonly owed: Grosze;
  readonly spent: Grosze;
  readonly left: Grosze;
}

/** Balances of the version in force, line by line in the order of tasks, years, sources. */
export function readBalances(
  reader: Reader,
  filter: { projectId: number; year?: number | undefined; source?: Source | undefined },
): Balance[] {
  return reader.all<Balance>(sql`
    select b.line_id as id, b.task_id as taskId, t.code as taskCode, t.name as taskName, b.category, b.year, b.source,
      b.planned_grosze as planned, b.reserved_grosze as reserved, b.committed_grosze as committed, b.owed_grosze as owed,
      b.spent_grosze as spent, b.left_grosze as left
    from budget_balances b join budget_tasks t on t.id = b.task_id
    where b.project_id = ${filter.projectId} ${filter.year === undefined ? sql`` : sql`and b.year = ${filter.year}`}
      ${filter.source === undefined ? sql`` : sql`and b.source = ${filter.source}`}
    order by b.task_id, b.year, b.line_id`);
}

export interface LineChoice {
  readonly id: number;
  readonly label: string;
  readonly taskName: string;
  readonly category: string;
  readonly year: number;
  readonly source: Source;
}

/** Lines of the version in force, for a select. */
export function lineChoices(reader: Reader, projectId: number): LineChoice[] {
  const rows = reader.all<Omit<LineChoice, 'label'>>(sql`
    select l.id, t.name as taskName, l.category, l.year, l.source
    from budget_lines l join budget_tasks t on t.id = l.task_id
    join budget_versions v on v.project_id = t.project_id and v.state = 'in_force'
    join budget_amounts a on a.version_id = v.id and a.line_id = l.id
    where t.project_id = ${projectId} order by l.task_id, l.year, l.id`);
  return rows.map((row) => ({ ...row, label: lineLabel(row) }));
}

/** What may still be reserved or committed on the line; 0 for a line outside the version in force. */
export function leftOnLine(reader: Reader, lineId: number): Grosze {
  const row = reader.get<{ left: number }>(
    sql`select left_grosze as left from budget_balances where line_id = ${lineId}`,
  );
  return grosze(row?.left ?? 0);
}

/**
 * What a document of this initiative may use on the line: what is left there and what the initiative's own agreement
 * holds and no booked document has used. With `initiativeId: null`: what is left.
 */
export function availableOnLine(reader: Reader, input: { lineId: number; initiativeId: number | null }): Grosze {
  const row = reader.get<{ held: number }>(sql`
    select max(0,
      coalesce((select sum(amount_grosze) from budget_entries
        where kind = 'commitment' and line_id = ${input.lineId} and initiative_id = ${input.initiativeId}), 0)
      - coalesce((select sum(p.amount_grosze) from expense_parts p join expenses e on e.id = p.expense_id
        where e.state <> 'draft' and p.line_id = ${input.lineId} and p.initiative_id = ${input.initiativeId}), 0)) as held`);
  return grosze(leftOnLine(reader, input.lineId) + (row?.held ?? 0));
}

export function findLine(reader: Reader, lineId: number): Line | undefined {
  return reader.get<Line>(sql`
    select l.id, l.task_id as taskId, t.code as taskCode, t.name as taskName, l.category, l.year, l.source
    from budget_lines l join budget_tasks t on t.id = l.task_id where l.id = ${lineId}`);
}

/** A task of the project's budget; it outlives versions, as lines do. */
export interface Task {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** Whether a version, old ones too, ever had a line of it. */
  readonly hasLines: boolean;
}

/** In the order they were added, which is that of the budget page. */
export function readTasks(reader: Reader, projectId: number): Task[] {
  const rows = reader.all<Omit<Task, 'hasLines'> & { hasLines: number }>(sql`
    select t.id, t.code, t.name, exists (select 1 from budget_lines l where l.task_id = t.id) as hasLines
    from budget_tasks t where t.project_id = ${projectId} order by t.id`);
  return rows.map((row) => ({ ...row, hasLines: row.hasLines === 1 }));
}
