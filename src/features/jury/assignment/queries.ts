import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import type { Call } from '../../calls/queries.ts';
import { scores } from '../policy.ts';
import { exclusionsOf, hasMet, membershipOf, membersOf } from '../queries.ts';
import { scoredBefore } from '../roster.ts';
import type { DrawInputs, Pair } from './draw.ts';

/** The chair, and the coordinator who keeps the jury's papers. */
export function mayAssign(reader: Reader, actor: Actor, callId: number): boolean {
  if (actor.kind !== 'person') return false;
  return hasRole(actor, 'coordinator', callId) || membershipOf(reader, actor.personId, callId)?.function === 'chair';
}

export interface DrawMade {
  readonly id: number;
  readonly seed: string;
  readonly inputs: DrawInputs;
  readonly drawnAt: Instant;
  readonly by: string;
}

/** The draw in force; undefined before the first. */
export function drawOf(reader: Reader, callId: number): DrawMade | undefined {
  const row = reader.get<Omit<DrawMade, 'inputs'> & { inputs: string }>(sql`
    select w.id, w.seed, w.inputs, w.drawn_at as drawnAt, p.name as by from jury_draws w join people p on p.id = w.drawn_by
    where w.call_id = ${callId} order by w.id desc limit 1`);
  return row && { ...row, inputs: JSON.parse(row.inputs) as DrawInputs };
}

/** Whether the call has its applications drawn for and nobody has drawn them yet: nobody scores until then. */
export function awaitsDraw(reader: Reader, call: Pick<Call, 'id' | 'cardsPerApplication'>): boolean {
  return call.cardsPerApplication !== null && drawOf(reader, call.id) === undefined;
}

/**
 * What a draw is made from just now: declared members with a vote, applications that are scored, exclusions. What a member appointed again has scored
 * already is closed to her likewise.
 */
export function inputsOf(reader: Reader, call: Call, seed: string): DrawInputs {
  const applications = reader.all<{ id: number }>(
    sql`select id from applications where call_id = ${call.id} and state = 'accepted' order by number`,
  );
  const memberIds = membersOf(reader, call.id)
    .filter((member) => member.declaredAt !== null && scores(member))
    .map(({ memberId }) => memberId);
  return {
    ...{ seed, memberIds, each: call.cardsPerApplication ?? memberIds.length },
    applicationIds: applications.map(({ id }) => id),
    exclusions: [...exclusionsOf(reader, call.id), ...scoredBefore(reader, call.id)].filter(({ memberId }) =>
      memberIds.includes(memberId),
    ),
  };
}

/** A card of the call is begun: the draw stands, single places alone may change. */
export function isScoringBegun(reader: Reader, callId: number): boolean {
  const begun = sql`select 1 from score_cards k join applications a on a.id = k.application_id where a.call_id = ${callId} limit 1`;
  return reader.get(begun) !== undefined;
}

export interface Assigned extends Pair {
  readonly assignmentId: number;
  readonly name: string;
  /** 1: the card is begun or sent. */
  readonly isBegun: number;
}

/**
 * Who scores what: places of members in office who are not excluded, and cards of members taken off that count. The others are holes.
 */
export function assignedIn(reader: Reader, callId: number): Assigned[] {
  return reader.all<Assigned>(sql`
    select s.id as assignmentId, s.member_id as memberId, s.application_id as applicationId, p.name,
      k.id is not null as isBegun
    from score_assignments s join jury_members m on m.id = s.member_id join people p on p.id = m.person_id
      left join score_cards k on k.application_id = s.application_id and k.member_id = s.member_id
    where m.call_id = ${callId} and s.ended_at is null
      and (m.removed_at is null or (m.cards_count = 1 and k.state = 'sent'))
      and not exists (select 1 from recusals r where r.member_id = m.id and r.application_id = s.application_id and r.kind = 'exclusion')
    order by s.application_id, s.member_id`);
}

/** Whether places may be drawn or changed at all. */
export function mayStillAssign(reader: Reader, call: Call): boolean {
  return call.cardsPerApplication !== null && !hasMet(reader, call.id);
}
