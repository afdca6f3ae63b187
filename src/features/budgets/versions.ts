import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { budgetVersions } from '../../db/schema/budgets.ts';
import type { Grosze } from '../../lib/money.ts';
import type { Line } from './queries.ts';

export type Version = Omit<typeof budgetVersions.$inferSelect, 'isExample'> & { readonly isExample: boolean };

export interface VersionLine extends Line {
  readonly amount: Grosze;
  /** Reserved, committed, owed and spent together. */
  readonly used: Grosze;
}

export function findVersion(reader: Reader, id: number): Version | undefined {
  return one(reader, sql`v.id = ${id}`);
}

export function versionInForce(reader: Reader, projectId: number): Version | undefined {
  return one(reader, sql`v.project_id = ${projectId} and v.state = 'in_force'`);
}

/** The newest draft; a project works on one at a time. */
export function draftVersion(reader: Reader, projectId: number): Version | undefined {
  return one(reader, sql`v.project_id = ${projectId} and v.state = 'draft'`);
}

function one(reader: Reader, which: SQL): Version | undefined {
  const row = reader.get<typeof budgetVersions.$inferSelect>(sql`
    select v.id, v.project_id as projectId, v.number, v.state, v.is_example as isExample, v.grant_grosze as grantGrosze,
      v.own_grosze as ownGrosze, v.note, v.based_on_id as basedOnId, v.created_at as createdAt, v.in_force_at as inForceAt, v.revision
    from budget_versions v where ${which} order by v.id desc limit 1`);
  return row === undefined ? undefined : { ...row, isExample: row.isExample === 1 };
}

/** A version's lines with their amounts, in the order of the budget page. */
export function versionLines(reader: Reader, versionId: number): VersionLine[] {
  return reader.all<VersionLine>(sql`
    select l.id, l.task_id as taskId, t.code as taskCode, t.name as taskName, l.category, l.year, l.source, a.amount_grosze as amount,
      b.reserved_grosze + b.committed_grosze + b.owed_grosze + b.spent_grosze as used
    from budget_amounts a join budget_lines l on l.id = a.line_id join budget_tasks t on t.id = l.task_id
    join budget_balances b on b.line_id = l.id
    where a.version_id = ${versionId} order by l.task_id, l.year, l.id`);
}
