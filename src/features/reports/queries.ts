import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Grosze } from '../../lib/money.ts';
import type { Source } from '../budgets/texts.ts';
import { publicGroup } from '../decisions/published.ts';

/** Plan of the version in force, and what is paid. Only what is paid is carried out; `owed` is booked and unpaid. */
export interface Execution {
  readonly source: Source;
  readonly planned: Grosze;
  readonly spent: Grosze;
  readonly owed: Grosze;
}

export interface TaskExecution extends Execution {
  readonly code: string;
  readonly name: string;
}

export function executionByTask(reader: Reader, projectId: number): TaskExecution[] {
  return reader.all<TaskExecution>(sql`
    select t.code, t.name, b.source, sum(b.planned_grosze) as planned, sum(b.spent_grosze) as spent, sum(b.owed_grosze) as owed
    from budget_balances b join budget_tasks t on t.id = b.task_id where b.project_id = ${projectId}
    group by b.task_id, b.source having planned > 0 or spent > 0 or owed > 0 order by b.task_id, b.source`);
}

export interface YearExecution extends Execution {
  readonly year: number;
}

/** By the year of the budget line. */
export function executionByYear(reader: Reader, projectId: number): YearExecution[] {
  return reader.all<YearExecution>(sql`
    select b.year, b.source, sum(b.planned_grosze) as planned, sum(b.spent_grosze) as spent, sum(b.owed_grosze) as owed
    from budget_balances b where b.project_id = ${projectId} group by b.year, b.source having planned > 0 or spent > 0 order by b.year, b.source`);
}

/** Paid parts by the year in which their document was paid in full. */
export function paidByYear(reader: Reader, projectId: number): { year: number; source: Source; spent: Grosze }[] {
  return reader.all(sql`
    select cast(substr((select max(y.paid_on) from payments y where y.expense_id = e.id), 1, 4) as integer) as year, l.source, sum(p.amount_grosze) as spent
    from expenses e join expense_parts p on p.expense_id = e.id join budget_lines l on l.id = p.line_id
    where e.project_id = ${projectId} and e.state = 'paid' group by 1, l.source order by 1, l.source`);
}

export interface ReportedInitiative {
  readonly code: string;
  readonly title: string;
  /** As published: a single person stays unnamed. */
  readonly groupName: string;
  readonly awarded: Grosze;
  /** Null until the plan is agreed. */
  readonly agreed: Grosze | null;
  /** Paid from the grant, once settled. */
  readonly settled: Grosze | null;
}

export function reportedInitiatives(reader: Reader, projectId: number): ReportedInitiative[] {
  const rows = reader.all<Omit<ReportedInitiative, 'groupName'> & { applicationId: number }>(sql`
    select i.code, i.title, i.application_id as applicationId, w.total_grosze as awarded,
      case when g.is_final = 1 then g.total_grosze end as agreed, s.spent_grosze as settled
    from initiatives i join real_calls c on c.id = i.call_id join plans w on w.initiative_id = i.id and w.kind = 'awarded'
    join plans g on g.initiative_id = i.id and g.kind = 'agreed' left join settlements s on s.initiative_id = i.id
    where c.project_id = ${projectId} order by i.code`);
  return rows.map(({ applicationId, ...row }) => ({ ...row, groupName: publicGroup(reader, applicationId) }));
}
