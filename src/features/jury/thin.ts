import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import { judgingVisibleTo } from '../applications/access.ts';
import type { Call } from '../calls/queries.ts';
import { possibleScorers, scores } from './policy.ts';
import { type ApplicationHead, exclusionsOf, headsOf, membersOf } from './queries.ts';
import { scoredBefore } from './roster.ts';

export interface ThinApplication extends ApplicationHead {
  /** How many may score it. */
  readonly scorers: number;
}

/** Applications that fewer members may score than the quorum; without those closed to the reader, or the reader's own. */
export function thinApplications(reader: Reader, actor: Actor, call: Call): ThinApplication[] {
  const open = new Set(
    reader
      .all<{ id: number }>(
        sql`select a.id from applications a where a.call_id = ${call.id} and ${judgingVisibleTo(actor)}`,
      )
      .map(({ id }) => id),
  );
  const heads = headsOf(reader, call.id).filter(({ applicationId }) => open.has(applicationId));
  const counts = possibleScorers(
    membersOf(reader, call.id)
      .filter(scores)
      .map(({ memberId }) => memberId),
    [...exclusionsOf(reader, call.id), ...scoredBefore(reader, call.id)],
    heads.map(({ applicationId }) => applicationId),
    extraScorers(reader, call.id),
  );
  return heads
    .map((head) => ({ ...head, scorers: counts.get(head.applicationId) ?? 0 }))
    .filter(({ scorers }) => scorers < call.quorum);
}

/** Who beside the members with a vote gives points: whoever in reserve was called up for the application, and whoever was taken off and had sent a card that counts. */
function extraScorers(reader: Reader, callId: number): { memberId: number; applicationId: number }[] {
  return reader.all(sql`
    select m.id as memberId, u.application_id as applicationId from jury_call_ups u join jury_members m on m.id = u.member_id
    where m.call_id = ${callId} and m.removed_at is null and u.application_id is not null
    union select m.id, k.application_id from score_cards k join jury_members m on m.id = k.member_id
    where m.call_id = ${callId} and m.cards_count = 1 and k.state = 'sent'`);
}

/** Thin applications that this member in reserve may be called up for. */
export function callableFor(reader: Reader, actor: Actor, call: Call, memberId: number): ThinApplication[] {
  const closed = [...exclusionsOf(reader, call.id), ...scoredBefore(reader, call.id)].filter(
    (one) => one.memberId === memberId,
  );
  const called = reader
    .all<{ id: number }>(sql`select application_id as id from jury_call_ups where member_id = ${memberId}`)
    .map(({ id }) => id);
  return thinApplications(reader, actor, call).filter(
    ({ applicationId }) =>
      !called.includes(applicationId) && !closed.some((one) => one.applicationId === applicationId),
  );
}
