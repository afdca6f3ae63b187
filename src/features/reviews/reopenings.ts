import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { type Actor, hasAnyRole, type Role } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import { judgingVisibleTo } from '../applications/access.ts';
import { readSubmitted, type Submitted } from '../applications/content.ts';
import { hasCountingCards, isExcluded } from '../jury/access.ts';
import { openToJuror } from '../jury/queries.ts';
import { progressReaders } from './access.ts';
import type { GivenReason } from './completeness.ts';
import type { GivenPoints } from './policy.ts';

/** One time a sent card was given back, with what had been sent. */
export interface Reopened {
  readonly id: number;
  readonly cardId: number;
  readonly memberId: number;
  readonly juror: string;
  readonly wasSentAt: Instant;
  readonly points: readonly GivenPoints[];
  readonly reasons: readonly GivenReason[];
  readonly justification: string;
  readonly suggestedAmount: string;
  readonly suggestedGrosze: Grosze | null;
  readonly reason: string;
  /** Other cards of the application that its juror had been able to read by then. */
  readonly othersSeen: number;
  readonly by: string;
  readonly reopenedAt: Instant;
  readonly endedAs: 'sent' | 'restored' | null;
  readonly endedAt: Instant | null;
  /** Written meanwhile and given up: for its juror. */
  readonly setAside: string;
  /** May be sent again, or put back as it was: not of a juror taken off whose cards were put aside. */
  readonly isWaiting: boolean;
}

/** The application's cards given back, the newest first. Whose eyes they are for is the caller's question. */
export function reopeningsOf(reader: Reader, applicationId: number): Reopened[] {
  type Row = Omit<Reopened, 'points' | 'reasons' | 'isWaiting'> & { points: string; reasons: string; waiting: number };
  const rows = reader.all<Row>(sql`
    select o.id, o.card_id as cardId, k.member_id as memberId, p.name as juror, o.was_sent_at as wasSentAt, o.points, o.reasons, o.justification,
      o.suggested_amount as suggestedAmount, o.suggested_grosze as suggestedGrosze, o.reason, o.others_seen as othersSeen, b.name as by,
      o.reopened_at as reopenedAt, o.ended_as as endedAs, o.ended_at as endedAt, o.set_aside as setAside,
      (o.ended_at is null and ${hasCountingCards}) as waiting
    from score_reopenings o join score_cards k on k.id = o.card_id join jury_members m on m.id = k.member_id
      join people p on p.id = m.person_id join people b on b.id = o.reopened_by
    where k.application_id = ${applicationId} order by o.id desc`);
  return rows.map(({ points, reasons, waiting, ...row }) => ({
    ...row,
    isWaiting: waiting === 1,
    points: JSON.parse(points) as GivenPoints[],
    reasons: JSON.parse(reasons) as GivenReason[],
  }));
}

/** Cards of the call given back and not sent again, whose jurors may still send them: its ranking waits for them. */
export function cardsGivenBack(reader: Reader, callId: number): number {
  return (
    reader.get<{ count: number }>(sql`
      select count(*) as count from score_reopenings o join score_cards k on k.id = o.card_id
        join jury_members m on m.id = k.member_id join applications a on a.id = k.application_id
      where a.call_id = ${callId} and o.ended_at is null and m.removed_at is null and not ${isExcluded}`)?.count ?? 0
  );
}

/** Applications of the call that had a card given back. */
export function reopenedIds(reader: Reader, callId: number): Set<number> {
  const rows = reader.all<{ id: number }>(sql`
    select distinct a.id from score_reopenings o join score_cards k on k.id = o.card_id join applications a on a.id = k.application_id
    where a.call_id = ${callId}`);
  return new Set(rows.map(({ id }) => id));
}

export interface SentCardHead {
  readonly cardId: number;
  readonly memberId: number;
  readonly personId: number;
  readonly juror: string;
}

/** Sent cards of the application that count, by seat: whose they are, not what they say. */
export function sentHeads(reader: Reader, applicationId: number): SentCardHead[] {
  return reader.all(sql`
    select k.id as cardId, m.id as memberId, m.person_id as personId, p.name as juror
    from score_cards k join jury_members m on m.id = k.member_id join people p on p.id = m.person_id join applications a on a.id = k.application_id
    where a.id = ${applicationId} and k.state = 'sent' and m.removed_at is null and not ${isExcluded} order by m.id`);
}

/**
 * The application, if the actor decides about its sent cards: the chair of the jury, unless excluded from it, or the coordinator of the call, unless it
 * is closed to her or her own. Undefined for everybody else.
 */
export function openToReopen(reader: Reader, actor: Actor, applicationId: number): Submitted | undefined {
  const seat = openToJuror(reader, actor, applicationId);
  return seat?.function === 'chair' ? seat.submitted : openToStaff(reader, actor, applicationId, ['coordinator']);
}

/** As `openToReopen`, and who reads how far the scoring is. */
export function openToReadReopened(reader: Reader, actor: Actor, applicationId: number): Submitted | undefined {
  return openToReopen(reader, actor, applicationId) ?? openToStaff(reader, actor, applicationId, progressReaders);
}

/** A scored application for who holds one of the roles in its call; undefined where it is closed to the actor or the actor's own. */
export function openToStaff(
  reader: Reader,
  actor: Actor,
  applicationId: number,
  roles: readonly Role[],
): Submitted | undefined {
  const row = reader.get<{ callId: number }>(sql`
    select a.call_id as callId from applications a where a.id = ${applicationId} and a.state = 'accepted' and ${judgingVisibleTo(actor)}`);
  return row !== undefined && hasAnyRole(actor, roles, row.callId) ? readSubmitted(reader, applicationId) : undefined;
}
