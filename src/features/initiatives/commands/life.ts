import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { initiatives } from '../../../db/schema/initiatives.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { type InitiativeAction, initiativeLife } from '../lifecycle.ts';
import { readInitiative } from '../queries.ts';

/** The agreement is signed: the work begins. Refuses `not_in_this_state`. */
export function markInRealisation(tx: Tx, deps: Deps, actor: Actor, initiativeId: number): Result {
  return take(tx, deps, actor, initiativeId, 'start', 'initiative.in_realisation');
}

/** Every amount is accounted for: nothing more is spent. Refuses `not_in_this_state`. */
export function markSettled(tx: Tx, deps: Deps, actor: Actor, initiativeId: number): Result {
  return take(tx, deps, actor, initiativeId, 'settle', 'initiative.settled');
}

function take(tx: Tx, deps: Deps, actor: Actor, initiativeId: number, action: InitiativeAction, what: string): Result {
  const initiative = readInitiative(tx, initiativeId);
  if (initiative === undefined) return refused('initiative_absent');
  const next = step(initiativeLife, action, initiative.state);
  if (!next.ok) return next;
  const changed = { state: next.value, revision: initiative.revision + 1 };
  tx.orm.update(initiatives).set(changed).where(eq(initiatives.id, initiativeId)).run();
  record(tx, deps, actor, {
    what,
    subject: { kind: 'initiative', id: initiativeId },
    callId: initiative.callId,
    from: initiative.state,
    to: next.value,
  });
  return done();
}
