import { eq, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { calls } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { readCall } from '../queries.ts';

/**
 * Whether a formal card of the call is signed by two people. It says how the library works, not what groups may do, so it may change at any time; cards
 * already settled stay. Refuses 'call_absent'.
 */
export function setSecondSignature(
  deps: Deps,
  actor: Actor,
  { callId, isOn }: { readonly callId: number; readonly isOn: boolean },
): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined) return refused('call_absent');
    if ((call.secondSignature === 1) === isOn) return done();
    tx.orm
      .update(calls)
      .set({ secondSignature: isOn ? 1 : 0, version: call.version + 1 })
      .where(eq(calls.id, callId))
      .run();
    record(tx, deps, actor, {
      what: isOn ? 'call.second_signature_on' : 'call.second_signature_off',
      subject: { kind: 'call', id: callId },
      callId,
    });
    return done();
  });
}

/** How many people may check applications of the call: its coordinators, one person counted once. */
export function countCheckers(reader: Reader, callId: number): number {
  const row = reader.get<{ count: number }>(sql`
    select count(distinct coalesce(p.merged_into_id, p.id)) as count from role_grants g join people p on p.id = g.person_id
    where g.role = 'coordinator' and g.revoked_at is null and (g.call_id is null or g.call_id = ${callId}) and p.closed_at is null`);
  return row?.count ?? 0;
}

/** Cards that wait for a second signature now. */
export function countWaitingCards(reader: Reader, callId: number): number {
  const row = reader.get<{ count: number }>(sql`
    select count(*) as count from formal_cards k join applications a on a.id = k.application_id
    where a.call_id = ${callId} and a.state = 'submitted' and k.signed_at is not null and k.decided_at is null and k.set_aside_at is null`);
  return row?.count ?? 0;
}
