import { eq, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { decisionSets } from '../../../db/schema/decisions.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { sameAs } from '../../accounts/access.ts';
import { setLife } from '../lifecycle.ts';
import { awardedSum } from '../policy.ts';
import { decisionsOf, findSet } from '../queries.ts';
import { checkHolding } from './holding.ts';

/**
 * The director's approval of the whole set, as one act. `revision` is of the set that was read. Whether the director also
 * scored, or is excluded from an application, is no obstacle but stands in the history. Refuses `not_in_this_state`,
 * `edited_meanwhile`, and what `checkHolding` refuses when somebody withdrew meanwhile.
 */
export function approveDecisions(
  deps: Deps,
  actor: Actor,
  { callId, revision }: { readonly callId: number; readonly revision: number },
): Result {
  return deps.db.write((tx) => {
    const set = findSet(tx, callId);
    if (set === undefined) return refused('not_prepared');
    const next = step(setLife, 'approve', set.state);
    if (!next.ok) return next;
    if (revision !== set.revision) return refused('edited_meanwhile');
    const given = decisionsOf(tx, set.id);
    const holds = checkHolding(tx, actor, callId, given, 'no_form');
    if (!holds.ok) return holds;
    const approved = { approvedAt: deps.clock.now(), approvedBy: personIdOf(actor), revision: set.revision + 1 };
    tx.orm
      .update(decisionSets)
      .set({ state: next.value, ...approved })
      .where(eq(decisionSets.id, set.id))
      .run();
    record(tx, deps, actor, {
      what: 'decisions.approved',
      subject: { kind: 'decision_set', id: set.id },
      callId,
      from: set.state,
      to: next.value,
      facts: { awarded: awardedSum(given), ...partIn(tx, actor, callId) },
    });
    return done();
  });
}

/** What the approver had to do with the judging. */
function partIn(reader: Reader, actor: Actor, callId: number): { scored: boolean; excluded: boolean } {
  const personId = personIdOf(actor);
  if (personId === null) return { scored: false, excluded: false };
  const seat = sql`select m.id from jury_members m where m.call_id = ${callId} and m.person_id in ${sameAs(personId)}`;
  return {
    scored:
      reader.get(sql`select 1 from score_cards s where s.state = 'sent' and s.member_id in (${seat})`) !== undefined,
    excluded:
      reader.get(sql`select 1 from recusals r where r.kind = 'exclusion' and r.member_id in (${seat})`) !== undefined,
  };
}

/** Back to the coordinator, with a reason to act on. Refuses `not_in_this_state`, `reason_missing`. */
export function returnDecisions(
  deps: Deps,
  actor: Actor,
  { callId, reason }: { readonly callId: number; readonly reason: string },
): Result {
  return deps.db.write((tx) => {
    const set = findSet(tx, callId);
    if (set === undefined) return refused('not_prepared');
    const next = step(setLife, 'return', set.state);
    if (!next.ok) return next;
    if (reason === '') return refused('reason_missing', { field: 'reason' });
    const back = { returnedReason: reason, approvedAt: null, approvedBy: null, revision: set.revision + 1 };
    tx.orm
      .update(decisionSets)
      .set({ state: next.value, ...back })
      .where(eq(decisionSets.id, set.id))
      .run();
    record(tx, deps, actor, {
      what: 'decisions.returned',
      subject: { kind: 'decision_set', id: set.id },
      callId,
      from: set.state,
      to: next.value,
      text: reason,
    });
    return done();
  });
}
