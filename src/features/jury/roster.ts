import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import { sameAs } from '../accounts/access.ts';
import { sits } from './policy.ts';
import { exclusionsOf, inOrderOfSeats, type JuryMember, memberColumns, memberRows } from './queries.ts';

/** Somebody who is on the jury, or was taken off after declaring. */
export interface RosterMember extends JuryMember {
  readonly appointedAt: Instant;
  /** Null while in office. */
  readonly removedAt: Instant | null;
  /** Of somebody taken off: whether the cards sent go on counting. */
  readonly cardsCount: 0 | 1 | null;
  /** For staff alone. */
  readonly removalReason: string;
  readonly removalOrder: string;
  /** Applications that somebody in reserve was called up for one by one. */
  readonly calledUpFor: number;
}

/** Everybody in office in the order of seats, then those taken off as they were appointed; without those removed before they declared anything. */
export function rosterOf(reader: Reader, callId: number): RosterMember[] {
  return reader.all<RosterMember>(sql`
    select ${memberColumns}, m.appointed_at as appointedAt, m.removed_at as removedAt, m.cards_count as cardsCount,
      m.removal_reason as removalReason, m.removal_order as removalOrder,
      (select count(*) from jury_call_ups u where u.member_id = m.id and u.application_id is not null) as calledUpFor
    ${memberRows} where m.call_id = ${callId} and (m.removed_at is null or d.id is not null)
    order by m.removed_at is not null, ${inOrderOfSeats}`);
}

/** Whether the minutes name the member: not somebody in reserve whom nobody called up. */
export function tookPart(member: RosterMember): boolean {
  return sits(member) || member.calledUpFor > 0;
}

/** Who is excluded from each application of the call, of those whom its minutes name: each person once, whatever seats she had. */
export function excludedPeople(reader: Reader, callId: number): Map<number, Map<number, string>> {
  const exclusions = exclusionsOf(reader, callId);
  const people = new Map<number, Map<number, string>>();
  for (const { memberId, personId, name } of rosterOf(reader, callId).filter(tookPart))
    for (const { applicationId } of exclusions.filter((one) => one.memberId === memberId))
      people.set(applicationId, (people.get(applicationId) ?? new Map()).set(personId, name));
  return people;
}

/** Names of everybody who has or had a seat, by the seat. */
export function namesOnRoster(reader: Reader, callId: number): Map<number, string> {
  return new Map(rosterOf(reader, callId).map(({ memberId, name }) => [memberId, name]));
}

/** The newest call whose jury the person was taken off, and not appointed to again; undefined of everybody else, and once its ranking is adopted. */
export function takenOffSeat(reader: Reader, personId: number): { callTitle: string; removedAt: Instant } | undefined {
  return reader.get(sql`
    select c.title as callTitle, m.removed_at as removedAt from jury_members m join real_calls c on c.id = m.call_id
    where m.person_id in ${sameAs(personId)} and m.cards_count is not null
      and not exists (select 1 from jury_members again where again.call_id = m.call_id and again.person_id = m.person_id and again.removed_at is null)
      and not exists (select 1 from rankings r where r.call_id = m.call_id)
    order by m.removed_at desc limit 1`);
}

/** Seats of whoever was taken off with cards that count and is appointed again, each with what it does not score: she has done so already. */
export function scoredBefore(reader: Reader, callId: number): { memberId: number; applicationId: number }[] {
  return reader.all(sql`
    select distinct m.id as memberId, k.application_id as applicationId from jury_members m
      join jury_members was on was.call_id = m.call_id and was.person_id = m.person_id and was.cards_count = 1
      join score_cards k on k.member_id = was.id and k.state = 'sent'
    where m.call_id = ${callId} and m.removed_at is null order by m.id, k.application_id`);
}
