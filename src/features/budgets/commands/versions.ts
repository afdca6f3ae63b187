import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { budgetAmounts, budgetLines, budgetTasks, budgetVersions } from '../../../db/schema/budgets.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Grosze } from '../../../lib/money.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { mayComeIntoForce, sumsOf } from '../policy.ts';
import { lineLabel, type Source } from '../texts.ts';
import { findVersion, type Version, versionInForce, versionLines } from '../versions.ts';

export interface NewLine {
  readonly taskCode: string;
  readonly taskName: string;
  readonly category: string;
  readonly year: number;
  readonly source: Source;
  readonly amount: Grosze;
}

export interface NewBudget {
  readonly projectId: number;
  readonly grant: Grosze;
  readonly own: Grosze;
  readonly isExample: boolean;
  readonly lines: readonly NewLine[];
}

/** A first draft of the project's budget. Returns the version's id. */
export function createBudget(tx: Tx, deps: Deps, actor: Actor, data: NewBudget): number {
  const versionId = insertVersion(tx, deps, {
    projectId: data.projectId,
    isExample: data.isExample ? 1 : 0,
    grantGrosze: data.grant,
    ownGrosze: data.own,
  });
  for (const line of data.lines) {
    const lineId = lineFor(tx, data.projectId, line);
    tx.orm.insert(budgetAmounts).values({ versionId, lineId, amountGrosze: line.amount }).run();
  }
  record(tx, deps, actor, {
    what: 'budget.drafted',
    subject: { kind: 'budget_version', id: versionId },
    facts: { grant: data.grant, own: data.own, lines: data.lines.length },
  });
  return versionId;
}

type NewVersion = Omit<typeof budgetVersions.$inferInsert, 'id' | 'number' | 'createdAt'>;

export function insertVersion(tx: Tx, deps: Deps, version: NewVersion): number {
  const last = tx.get<{ number: number }>(
    sql`select coalesce(max(number), 0) as number from budget_versions where project_id = ${version.projectId}`,
  );
  const row = { ...version, number: (last?.number ?? 0) + 1, createdAt: deps.clock.now() };
  return tx.orm.insert(budgetVersions).values(row).returning({ id: budgetVersions.id }).get().id;
}

/** The lasting line of this task, category, year and source; made when it is new. */
export function lineFor(tx: Tx, projectId: number, line: Omit<NewLine, 'amount'>): number {
  const taskId = taskFor(tx, projectId, line);
  const key = { taskId, category: line.category, year: line.year, source: line.source };
  const known = tx.get<{ id: number }>(sql`
    select id from budget_lines where task_id = ${taskId} and category = ${line.category} and year = ${line.year} and source = ${line.source}`);
  return known?.id ?? tx.orm.insert(budgetLines).values(key).returning({ id: budgetLines.id }).get().id;
}

function taskFor(tx: Tx, projectId: number, line: { taskCode: string; taskName: string }): number {
  const known = tx.get<{ id: number }>(
    sql`select id from budget_tasks where project_id = ${projectId} and code = ${line.taskCode}`,
  );
  const row = { projectId, code: line.taskCode, name: line.taskName };
  return known?.id ?? tx.orm.insert(budgetTasks).values(row).returning({ id: budgetTasks.id }).get().id;
}

/**
 * The draft becomes the version that counts; the one before is superseded. Refuses `draft_only`, `budget_sum` when the
 * lines do not sum to the version's two amounts, `line_below_use` when a line gets less than is already held or spent on it,
 * `pool_uncovered` when a call's task gets less than the call's pool.
 */
export function putInForce(tx: Tx, deps: Deps, actor: Actor, versionId: number): Result {
  const version = findVersion(tx, versionId);
  if (version?.state !== 'draft') return refused('draft_only');
  const lines = versionLines(tx, versionId);
  const agreed = { grant: version.grantGrosze, own: version.ownGrosze };
  if (!mayComeIntoForce(lines, agreed)) {
    const { grant, own } = sumsOf(lines);
    return refused('budget_sum', { facts: { ...agreed, grantSum: grant, ownSum: own } });
  }
  const short = shortLine(tx, version);
  if (short !== undefined) {
    return refused('line_below_use', { facts: { line: lineLabel(short), planned: short.planned, used: short.used } });
  }
  const uncovered = uncoveredPool(tx, versionId);
  if (uncovered !== undefined) return refused('pool_uncovered', { facts: uncovered });
  const previous = versionInForce(tx, version.projectId);
  if (previous !== undefined) {
    tx.orm.update(budgetVersions).set({ state: 'superseded' }).where(eq(budgetVersions.id, previous.id)).run();
  }
  tx.orm
    .update(budgetVersions)
    .set({ state: 'in_force', inForceAt: deps.clock.now(), revision: version.revision + 1 })
    .where(and(eq(budgetVersions.id, versionId), eq(budgetVersions.state, 'draft')))
    .run();
  record(tx, deps, actor, {
    what: 'budget.put_in_force',
    subject: { kind: 'budget_version', id: versionId },
    from: 'draft',
    to: 'in_force',
    facts: { ...agreed, isExample: version.isExample, supersedes: previous?.id ?? null },
  });
  return done();
}

/** The first line that would get less, or nothing, than is already reserved, committed, owed and spent on it. */
function shortLine(tx: Tx, version: Version): (ShortLine & { planned: number; used: number }) | undefined {
  return tx.get(sql`
    select t.name as taskName, b.category, b.year, b.source, coalesce(a.amount_grosze, 0) as planned,
      b.reserved_grosze + b.committed_grosze + b.owed_grosze + b.spent_grosze as used
    from budget_balances b join budget_tasks t on t.id = b.task_id
    left join budget_amounts a on a.version_id = ${version.id} and a.line_id = b.line_id
    where b.project_id = ${version.projectId} and used > planned order by b.line_id limit 1`);
}

type ShortLine = Parameters<typeof lineLabel>[0];

/** A call whose pool the draft's grant for its task would not cover. */
function uncoveredPool(tx: Tx, versionId: number): { call: string; pool: number; planned: number } | undefined {
  return tx.get(sql`
    select c.title as call, c.pool_grosze as pool, coalesce(sum(a.amount_grosze), 0) as planned
    from budget_versions v join real_calls c on c.project_id = v.project_id
    left join budget_lines l on l.task_id = c.task_id and l.source = 'grant'
    left join budget_amounts a on a.line_id = l.id and a.version_id = v.id
    where v.id = ${versionId} group by c.id having planned < c.pool_grosze order by c.id limit 1`);
}
