import { sql } from 'drizzle-orm';
import type { Deps } from '../../../deps.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { warsawDay } from '../../../lib/days.ts';
import type { Grosze } from '../../../lib/money.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { createCall } from '../commands/create.ts';
import { checkAmounts } from '../policy.ts';
import type { ApplicantKind } from '../queries.ts';
import { type Anchors, hungOn } from './dates.ts';
import type { CallModel } from './model.ts';
import { grantLines, poolTasks } from './queries.ts';
import { defaultKindNotes } from './texts.ts';

/** The eight decisions. Amounts in grosze. */
export interface Decisions {
  readonly title: string;
  readonly year: number;
  readonly code: string;
  readonly taskId: number;
  readonly pool: Grosze;
  readonly min: Grosze;
  readonly max: Grosze;
  readonly kinds: readonly ApplicantKind[];
  readonly dates: Anchors;
  readonly contact: string;
}

/**
 * A draft of a call from a model and eight decisions; returns its id. Refuses `absent` to whoever is not the organisation's coordinator,
 * `task_unknown`, `code_taken`, `realisation_reversed`, `realisation_before_deadline`, and what `checkAmounts` refuses.
 */
export function createFrom(deps: Deps, actor: Actor, model: CallModel, decisions: Decisions): Result<number> {
  if (!hasRole(actor, 'coordinator', null)) return refused('absent');
  return deps.db.write((tx): Result<number> => {
    const { dates, code, year } = decisions;
    const task = poolTasks(tx).find(({ id }) => id === decisions.taskId);
    if (task === undefined) return refused('task_unknown', { field: 'task' });
    if (tx.get(sql`select 1 from calls where code = ${code} and year = ${year}`) !== undefined)
      return refused('code_taken', { field: 'code' });
    const { pool, min, max } = decisions;
    // As many as the model promises, unless the pool has no room for them.
    const minInitiatives = Math.max(1, Math.min(model.minInitiatives, Math.floor(pool / min)));
    const possible = checkAmounts({ pool, min, max, minInitiatives }, task.planned);
    if (!possible.ok) return possible;
    const ordered = checkAnchors(dates);
    if (!ordered.ok) return ordered;
    const lines = grantLines(tx, task.id);
    const callId = createCall(tx, deps, actor, {
      ...model,
      ...{ projectId: task.projectId, taskId: task.id, code, year, minInitiatives },
      ...{ title: decisions.title, contact: decisions.contact },
      ...{ poolGrosze: pool, minGrosze: min, maxGrosze: max },
      stages: hungOn(model.stages, dates),
      applicantKinds: decisions.kinds.map(
        (kind) => model.applicantKinds.find((one) => one.kind === kind) ?? { kind, note: defaultKindNotes[kind] },
      ),
      categories: model.categories.map(({ line, ...category }) => ({
        ...category,
        budgetLineId: category.isEligible === 1 ? lineFor(lines, line, year) : null,
      })),
    });
    return done(callId);
  });
}

/** The applicants hear first, then the work begins. */
function checkAnchors({ deadline, realisationFrom, realisationTo }: Anchors): Result {
  if (realisationTo < realisationFrom) return refused('realisation_reversed', { field: 'realisationTo' });
  if (realisationFrom <= warsawDay(deadline))
    return refused('realisation_before_deadline', { field: 'realisationFrom' });
  return done();
}

/** The line of the same name, of the call's year if there are several; the only line of the task; or none yet. */
function lineFor(lines: ReturnType<typeof grantLines>, name: string | null, year: number): number | null {
  const named = lines.filter(({ category }) => category === name);
  const line = named.find((one) => one.year === year) ?? named[0] ?? (lines.length === 1 ? lines[0] : undefined);
  return line?.id ?? null;
}
