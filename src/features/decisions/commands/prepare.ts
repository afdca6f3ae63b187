import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { decisionSets, decisions } from '../../../db/schema/decisions.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { setLife } from '../lifecycle.ts';
import { awardedSum, type Decision, prefill, reservePlaces } from '../policy.ts';
import { adoptedRankingId, type DecisionSet, decisionsOf, findSet, rankedIn } from '../queries.ts';
import { checkHolding, poolRules } from './holding.ts';

/** Begins the set from the adopted ranking, filled in within the pool. Refuses `ranking_missing`, `already_prepared`. */
export function prepareDecisions(deps: Deps, actor: Actor, { callId }: { readonly callId: number }): Result<number> {
  return deps.db.write((tx) => {
    const rankingId = adoptedRankingId(tx, callId);
    if (rankingId === undefined) return refused('ranking_missing');
    if (findSet(tx, callId) !== undefined) return refused('already_prepared');
    const { id } = tx.orm.insert(decisionSets).values({ callId, rankingId }).returning({ id: decisionSets.id }).get();
    const proposed = prefill(rankedIn(tx, actor, callId), poolRules(tx, callId));
    replaceDecisions(tx, actor, { id, callId }, proposed);
    note(tx, deps, actor, { id, callId }, 'decisions.prepared', proposed);
    return done(id);
  });
}

export interface Prepared {
  readonly callId: number;
  readonly decisions: readonly Decision[];
  readonly revision: number;
}

/**
 * Keeps a draft, even one that could not be handed on. Of an application closed to the actor the decision stays as it
 * was. Refuses `not_in_this_state`, `edited_meanwhile`.
 */
export function saveDecisions(deps: Deps, actor: Actor, input: Prepared): Result {
  return deps.db.write((tx) => {
    const kept = keep(tx, actor, input);
    if (!kept.ok) return kept;
    const { set } = kept.value;
    tx.orm
      .update(decisionSets)
      .set({ revision: set.revision + 1 })
      .where(eq(decisionSets.id, set.id))
      .run();
    note(tx, deps, actor, set, 'decisions.saved', kept.value.decisions);
    return done();
  });
}

/**
 * Hands the set to the director. Refuses as `saveDecisions` does, and `set_has_faults` with a sentence at each field when
 * the pool is passed, somebody is missing, or a departure from the ranking has no reason.
 */
export function proposeDecisions(deps: Deps, actor: Actor, input: Prepared): Result {
  return deps.db.write((tx) => {
    const kept = keep(tx, actor, input);
    if (!kept.ok) return kept;
    const { set } = kept.value;
    const holds = checkHolding(tx, actor, input.callId, kept.value.decisions, 'in_form');
    if (!holds.ok) return holds;
    const next = step(setLife, 'propose', set.state);
    if (!next.ok) return next;
    const handed = {
      proposedAt: deps.clock.now(),
      proposedBy: personIdOf(actor),
      returnedReason: '',
      revision: set.revision + 1,
    };
    tx.orm
      .update(decisionSets)
      .set({ state: next.value, ...handed })
      .where(eq(decisionSets.id, set.id))
      .run();
    record(tx, deps, actor, {
      what: 'decisions.proposed',
      subject: { kind: 'decision_set', id: set.id },
      callId: set.callId,
      from: set.state,
      to: next.value,
      facts: counts(kept.value.decisions),
    });
    return done();
  });
}

function keep(
  tx: Tx,
  actor: Actor,
  { callId, revision, decisions: given }: Prepared,
): Result<{ set: DecisionSet; decisions: Decision[] }> {
  const set = findSet(tx, callId);
  if (set === undefined) return refused('not_prepared');
  const next = step(setLife, 'edit', set.state);
  if (!next.ok) return next;
  if (revision !== set.revision) return refused('edited_meanwhile');
  const before = new Map(decisionsOf(tx, set.id).map((decision) => [decision.applicationId, decision]));
  const now = new Map(given.map((decision) => [decision.applicationId, decision]));
  const kept = rankedIn(tx, actor, callId).flatMap(({ applicationId, isClosed }) => {
    const decision = isClosed ? before.get(applicationId) : (now.get(applicationId) ?? before.get(applicationId));
    return decision === undefined ? [] : [decision];
  });
  replaceDecisions(tx, actor, set, kept);
  return done({ set, decisions: kept });
}

function replaceDecisions(
  tx: Tx,
  actor: Actor,
  set: { readonly id: number; readonly callId: number },
  given: readonly Decision[],
): void {
  tx.orm.delete(decisions).where(eq(decisions.setId, set.id)).run();
  const places = reservePlaces(rankedIn(tx, actor, set.callId), given);
  for (const { applicationId, kind, amount, reason } of given) {
    const amountGrosze = kind === 'award' ? amount : null;
    const row = {
      setId: set.id,
      applicationId,
      kind,
      amountGrosze,
      reason,
      reservePlace: places.get(applicationId) ?? null,
    };
    tx.orm.insert(decisions).values(row).run();
  }
}

/** Reasons are left out of the history until they are published. */
function note(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  set: { readonly id: number; readonly callId: number },
  what: string,
  given: readonly Decision[],
): void {
  record(tx, deps, actor, {
    what,
    subject: { kind: 'decision_set', id: set.id },
    callId: set.callId,
    to: 'draft',
    facts: counts(given),
  });
}

function counts(given: readonly Decision[]): Record<string, number> {
  const of = (kind: Decision['kind']) => given.filter((decision) => decision.kind === kind).length;
  return { awards: of('award'), reserve: of('reserve'), refusals: of('refusal'), awarded: awardedSum(given) };
}
