import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { initiatives } from '../../../db/schema/initiatives.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { releaseReservations, reserve } from '../../budgets/commands/entries.ts';
import { readCategories } from '../../calls/criteria.ts';
import { type InitiativeAction, initiativeLife } from '../lifecycle.ts';
import { byBudgetLine, checkAgreed, type PlanLine, totalOf } from '../policy.ts';
import { type Initiative, planOf, readInitiative } from '../queries.ts';
import { reservationReason } from '../texts.ts';
import { finishPlan, replaceLines } from './plan-rows.ts';

export interface AgreedPlan {
  readonly initiativeId: number;
  /** The budget line of each row follows from its category. */
  readonly lines: readonly Omit<PlanLine, 'budgetLineId'>[];
  readonly revision: number;
}

/**
 * Keeps the plan under negotiation. It may not pass the award even while it is being talked over: refuses `plan_empty`,
 * `plan_over_award`, `category_unknown`, `edited_meanwhile`, `not_in_this_state`.
 */
export function savePlan(deps: Deps, actor: Actor, input: AgreedPlan): Result {
  return deps.db.write((tx) => {
    const kept = keep(tx, input, 'edit_plan');
    if (!kept.ok) return kept;
    note(tx, deps, actor, kept.value, 'initiative.plan_saved');
    return done();
  });
}

/**
 * Library and group agreed: the plan is final, the initiative agreed, and the reservation follows the agreed rows, since
 * they may fall on other budget lines than the awarded. Refuses as `savePlan` does, and `line_overdrawn`.
 */
export function agreePlan(deps: Deps, actor: Actor, input: AgreedPlan): Result {
  return deps.db.write((tx) => {
    const kept = keep(tx, input, 'agree_plan');
    if (!kept.ok) return kept;
    const { initiative, planId, lines } = kept.value;
    finishPlan(tx, planId);
    const holding = { initiativeId: initiative.id, reason: reservationReason(initiative.code) };
    releaseReservations(tx, deps, actor, holding);
    const reserved = reserve(tx, deps, actor, { ...holding, lines: byBudgetLine(lines) });
    if (!reserved.ok) return reserved;
    note(tx, deps, actor, kept.value, 'initiative.plan_agreed');
    return done();
  });
}

interface Kept {
  readonly initiative: Initiative;
  readonly planId: number;
  readonly lines: readonly PlanLine[];
  readonly to: Initiative['state'];
}

function keep(tx: Tx, input: AgreedPlan, action: InitiativeAction): Result<Kept> {
  const initiative = readInitiative(tx, input.initiativeId);
  const plan = planOf(tx, input.initiativeId, 'agreed');
  if (initiative === undefined || plan === undefined) return refused('initiative_absent');
  const next = step(initiativeLife, action, initiative.state);
  if (!next.ok) return next;
  if (input.revision !== initiative.revision) return refused('edited_meanwhile');
  const lines = withBudgetLines(tx, initiative.callId, input.lines);
  if (!lines.ok) return lines;
  const within = checkAgreed(lines.value, initiative.awarded);
  if (!within.ok) return within;
  replaceLines(tx, plan.id, lines.value);
  const changed = { state: next.value, revision: initiative.revision + 1 };
  tx.orm.update(initiatives).set(changed).where(eq(initiatives.id, initiative.id)).run();
  return done({ initiative, planId: plan.id, lines: lines.value, to: next.value });
}

function withBudgetLines(tx: Tx, callId: number, lines: AgreedPlan['lines']): Result<PlanLine[]> {
  const lineOf = new Map(readCategories(tx, callId).map(({ id, budgetLineId }) => [id, budgetLineId]));
  const mapped: PlanLine[] = [];
  for (const [index, line] of lines.entries()) {
    const budgetLineId = lineOf.get(line.categoryId);
    if (budgetLineId === undefined) return refused('category_unknown', { field: `rows.${index}.category` });
    mapped.push({ ...line, budgetLineId });
  }
  return done(mapped);
}

function note(tx: Tx, deps: Deps, actor: Actor, { initiative, lines, to }: Kept, what: string): void {
  record(tx, deps, actor, {
    what,
    subject: { kind: 'initiative', id: initiative.id },
    callId: initiative.callId,
    from: initiative.state,
    to,
    facts: { awarded: initiative.awarded, agreed: totalOf(lines), rows: lines.length },
  });
}
