import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { applications } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { closeOpenAmendment } from '../amendments/commands.ts';
import { type ApplicationState, applicationLife } from '../lifecycle.ts';

/**
 * Writes down the outcome of the formal check, in the transaction of the card that decides it. Whoever calls has made sure that the actor
 * may decide. Refuses 'absent', 'not_in_this_state'.
 */
export function markChecked(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { applicationId, outcome }: { applicationId: number; outcome: 'accepted' | 'rejected' },
): Result {
  const before = tx.get<{ state: ApplicationState; callId: number }>(
    sql`select state, call_id as callId from applications where id = ${applicationId}`,
  );
  if (before === undefined) return refused('absent');
  const next = step(applicationLife, outcome === 'accepted' ? 'accept' : 'reject', before.state);
  if (!next.ok) return next;
  tx.orm.update(applications).set({ state: next.value }).where(eq(applications.id, applicationId)).run();
  closeOpenAmendment(tx, deps, applicationId);
  record(tx, deps, actor, {
    what: `application.${outcome}`,
    subject: { kind: 'application', id: applicationId },
    callId: before.callId,
    from: before.state,
    to: next.value,
  });
  return done();
}

/** Puts a rejected application back among those to be checked, in the transaction that grants its re-check. Refuses 'absent', 'not_in_this_state'. */
export function reopenChecked(tx: Tx, deps: Deps, actor: Actor, applicationId: number): Result {
  const before = tx.get<{ state: ApplicationState; callId: number }>(
    sql`select state, call_id as callId from applications where id = ${applicationId}`,
  );
  if (before === undefined) return refused('absent');
  const next = step(applicationLife, 'reopen', before.state);
  if (!next.ok) return next;
  tx.orm.update(applications).set({ state: next.value }).where(eq(applications.id, applicationId)).run();
  record(tx, deps, actor, {
    what: 'application.reopened',
    subject: { kind: 'application', id: applicationId },
    callId: before.callId,
    from: before.state,
    to: next.value,
  });
  return done();
}
