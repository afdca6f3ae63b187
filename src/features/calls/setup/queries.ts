import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import type { Day, Instant } from '../../../lib/days.ts';
import type { Grosze } from '../../../lib/money.ts';
import { settingsReaders } from '../access.ts';
import type { CallState } from '../lifecycle.ts';

export interface CallRow {
  readonly id: number;
  readonly code: string;
  readonly year: number;
  readonly title: string;
  readonly state: CallState;
  readonly poolGrosze: Grosze;
  readonly closesAt: Instant | null;
  readonly submitted: number;
}

/** The calls whose settings the actor reads, the newest first. */
export function listCalls(reader: Reader, actor: Actor): CallRow[] {
  return reader.all<CallRow>(sql`
    select c.id, c.code, c.year, c.title, c.state, c.pool_grosze as poolGrosze,
      (select max(s.ends_at) from call_stages s where s.call_id = c.id and s.kind = 'submission') as closesAt,
      (select count(*) from applications a where a.call_id = c.id and a.state <> 'draft') as submitted
    from real_calls c where ${managedBy(actor)} order by c.year desc, c.id desc`);
}

/** Calls, alias `c`, whose settings the actor reads: all of them for the whole organisation's staff, else those of the roles held. */
function managedBy(actor: Actor): SQL {
  if (hasAnyRole(actor, settingsReaders, null)) return sql`1 = 1`;
  const grants = actor.kind === 'person' && actor.confirmed ? actor.grants : [];
  const own = grants.filter(({ role, callId }) => callId !== null && settingsReaders.includes(role));
  return sql`c.id in (${sql.join([sql`0`, ...own.map(({ callId }) => sql`${callId}`)], sql`, `)})`;
}

/** A task that a pool may come from, with the grant planned for it in the budget in force, grosze. */
export interface PoolTask {
  readonly id: number;
  readonly projectId: number;
  readonly code: string;
  readonly name: string;
  readonly planned: Grosze;
}

/** Tasks that calls already take from stand first, the newest call's before others. */
export function poolTasks(reader: Reader): PoolTask[] {
  return reader.all<PoolTask>(sql`
    select t.id, t.project_id as projectId, t.code, t.name, sum(b.planned_grosze) as planned
    from budget_balances b join budget_tasks t on t.id = b.task_id where b.source = 'grant'
    group by t.id having sum(b.planned_grosze) > 0 order by (select max(c.id) from real_calls c where c.task_id = t.id) desc, t.id`);
}

/** Grant lines of a task in the budget in force, which costs may fall on. */
export function grantLines(reader: Reader, taskId: number): { id: number; category: string; year: number }[] {
  return reader.all(sql`
    select b.line_id as id, b.category, b.year from budget_balances b
    where b.task_id = ${taskId} and b.source = 'grant' order by b.year, b.line_id`);
}

/** Pools of the other calls on the same task, grosze. */
export function otherPools(reader: Reader, call: { readonly id: number; readonly taskId: number }): Grosze {
  return (
    reader.get<{ sum: Grosze }>(
      sql`select coalesce(sum(pool_grosze), 0) as sum from real_calls where task_id = ${call.taskId} and id <> ${call.id}`,
    )?.sum ?? (0 as Grosze)
  );
}

/** When the project of a call may have costs. */
export function periodOf(reader: Reader, projectId: number): { startsOn: Day; endsOn: Day } | undefined {
  return reader.get(sql`select starts_on as startsOn, ends_on as endsOn from projects where id = ${projectId}`);
}

/** Every cost of the call, eligible or not, with the source and the task of the line it falls on. */
export interface SetUpCost {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly isEligible: boolean;
  readonly budgetLineId: number | null;
  readonly isOnGrantOfTask: boolean;
  readonly capPercent: number | null;
  readonly unitThreshold: Grosze | null;
  readonly note: string;
  readonly isPay: boolean;
  /** Drafts of applications already hold a row of it. */
  readonly isUsed: boolean;
}

export function readSetUpCosts(reader: Reader, callId: number): SetUpCost[] {
  const rows = reader.all<
    Omit<SetUpCost, 'isEligible' | 'isOnGrantOfTask' | 'isUsed' | 'isPay'> &
      Record<'eligible' | 'fits' | 'used' | 'pay', number>
  >(sql`
    select k.id, k.code, k.name, k.is_eligible as eligible, k.budget_line_id as budgetLineId, k.cap_percent as capPercent,
      k.unit_threshold_grosze as unitThreshold, k.note, k.is_pay as pay, coalesce(l.task_id = c.task_id and l.source = 'grant', 0) as fits,
      exists (select 1 from cost_lines r where r.category_id = k.id) as used
    from cost_categories k join calls c on c.id = k.call_id left join budget_lines l on l.id = k.budget_line_id
    where k.call_id = ${callId} order by k.position, k.id`);
  return rows.map(({ eligible, fits, used, pay, ...row }) => ({
    ...row,
    isEligible: eligible === 1,
    isOnGrantOfTask: fits === 1,
    isUsed: used === 1,
    isPay: pay === 1,
  }));
}
