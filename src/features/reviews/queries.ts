import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import { isBlind, judgingVisibleTo } from '../applications/access.ts';
import { applicationCode } from '../applications/content.ts';
import { hasCountingCards, isExcluded, isOpenToMember, isScorer } from '../jury/access.ts';
import { scores } from '../jury/policy.ts';
import { type ApplicationHead, exclusionsOf, headsOf, membersOf } from '../jury/queries.ts';
import type { GivenReason } from './completeness.ts';
import type { Sitting } from './pace.ts';
import { countingCards, type GivenPoints } from './policy.ts';

export interface ScoreCard {
  readonly id: number | null;
  /** 0 for a card nobody has saved yet. */
  readonly revision: number;
  readonly state: 'draft' | 'sent';
  readonly justification: string;
  readonly sentAt: Instant | null;
  readonly points: readonly GivenPoints[];
  /** In the order of the criteria's ids; of draft cards as typed so far. */
  readonly reasons: readonly GivenReason[];
  /** For its juror's eyes alone. */
  readonly privateNote: string;
  /** As typed. */
  readonly suggestedAmount: string;
  /** Grosze; null while a draft, and where its juror suggests none. */
  readonly suggestedGrosze: Grosze | null;
  /** The person who copied it from paper. */
  readonly keyedBy: number | null;
  readonly scanFileId: number | null;
  /** When it was keyed in: its `sentAt`, unless its juror sent it again since. */
  readonly keyedAt: Instant | null;
  /** Sent once, and given back to be sent again. */
  readonly isReopened: boolean;
}

const unopened: ScoreCard = {
  ...{ id: null, revision: 0, state: 'draft', justification: '', sentAt: null, points: [], reasons: [] },
  ...{
    privateNote: '',
    suggestedAmount: '',
    suggestedGrosze: null,
    keyedBy: null,
    scanFileId: null,
    keyedAt: null,
    isReopened: false,
  },
};

export function readScoreCard(reader: Reader, memberId: number, applicationId: number): ScoreCard {
  const row = reader.get<Omit<ScoreCard, 'points' | 'reasons' | 'isReopened'> & { id: number; reopened: number }>(sql`
    select id, revision, state, justification, sent_at as sentAt, private_note as privateNote, suggested_amount as suggestedAmount,
      suggested_grosze as suggestedGrosze, keyed_by as keyedBy, scan_file_id as scanFileId, keyed_at as keyedAt,
      exists (select 1 from score_reopenings o where o.card_id = score_cards.id and o.ended_at is null) as reopened
    from score_cards where member_id = ${memberId} and application_id = ${applicationId}`);
  if (row === undefined) return unopened;
  const { reopened, ...card } = row;
  const written = { points: pointsOn(reader, row.id), reasons: reasonsOn(reader, row.id) };
  return { ...card, ...written, isReopened: reopened === 1 };
}

function reasonsOn(reader: Reader, cardId: number): GivenReason[] {
  return reader.all(
    sql`select criterion_id as criterionId, reason from score_reasons where card_id = ${cardId} order by criterion_id`,
  );
}

function pointsOn(reader: Reader, cardId: number): GivenPoints[] {
  return reader.all(
    sql`select criterion_id as criterionId, points from score_points where card_id = ${cardId} order by criterion_id`,
  );
}

export interface SentCard {
  readonly applicationId: number;
  readonly memberId: number;
  readonly points: readonly GivenPoints[];
  readonly justification: string;
}

/** The call's sent cards that count, by application and member; with `applicationIds` of these alone. */
export function sentCards(reader: Reader, callId: number, applicationIds?: readonly number[]): SentCard[] {
  return countingCards(everySentCard(reader, callId, applicationIds), exclusionsOf(reader, callId));
}

/** Every sent card but those of members taken off whose cards were put aside; those of members excluded since among them. */
function everySentCard(reader: Reader, callId: number, applicationIds?: readonly number[]): SentCard[] {
  const isAsked =
    applicationIds === undefined
      ? sql`true`
      : sql`k.application_id in (select value from json_each(${JSON.stringify(applicationIds)}))`;
  const counts = sql`m.call_id = ${callId} and k.state = 'sent' and ${hasCountingCards} and ${isAsked}`;
  // A card's points as one text: nine rows of three columns are made and dropped for each card otherwise.
  const cards = reader.all<Omit<SentCard, 'points'> & { points: string }>(sql`
    select k.application_id as applicationId, k.member_id as memberId, k.justification,
      (select json_group_array(json_object('criterionId', p.criterion_id, 'points', p.points) order by p.criterion_id)
        from score_points p where p.card_id = k.id) as points
    from score_cards k join jury_members m on m.id = k.member_id where ${counts} order by k.application_id, k.member_id`);
  return cards.map((card) => ({ ...card, points: JSON.parse(card.points) as GivenPoints[] }));
}

export interface Progress {
  readonly applications: readonly (ApplicationHead & { readonly sent: number; readonly possible: number })[];
  readonly members: readonly {
    readonly memberId: number;
    readonly name: string;
    readonly declared: boolean;
    readonly sent: number;
    readonly toScore: number;
  }[];
}

/**
 * How far the scoring is, in counts of cards alone: by accepted application and by member in office who scores. Excluded pairs are not counted; a card
 * that somebody taken off had sent, and that counts, is one of its application's. `isSeen` leaves out what is closed to whoever reads, from the members'
 * counts too.
 */
export function progressOf(
  reader: Reader,
  callId: number,
  isSeen: (applicationId: number) => boolean = () => true,
): Progress {
  const everyPair = reader.all<{ applicationId: number; memberId: number; isSent: number }>(sql`
    select a.id as applicationId, m.id as memberId, k.state is not null as isSent
    from applications a join jury_members m on m.call_id = a.call_id
      left join score_cards k on k.application_id = a.id and k.member_id = m.id and k.state = 'sent'
    where a.call_id = ${callId} and a.state = 'accepted'
      and (${isScorer} or (m.removed_at is not null and m.cards_count = 1 and k.state is not null and not ${isExcluded}))`);
  const pairs = everyPair.filter(({ applicationId }) => isSeen(applicationId));
  const accepted = new Set(acceptedIds(reader, callId).filter(isSeen));
  const ofApplication = counted(pairs, ({ applicationId }) => applicationId);
  const ofMember = counted(pairs, ({ memberId }) => memberId);
  return {
    applications: headsOf(reader, callId)
      .filter(({ applicationId }) => accepted.has(applicationId))
      .map((head) => {
        const { sent, all } = ofApplication(head.applicationId);
        return { ...head, sent, possible: all };
      }),
    members: membersOf(reader, callId).flatMap(({ memberId, name, declaredAt, ...seat }) => {
      const { sent, all } = ofMember(memberId);
      return scores(seat) || all > 0 ? [{ memberId, name, declared: declaredAt !== null, sent, toScore: all }] : [];
    }),
  };
}

/** Cards sent and cards in all by a key of their pairs. */
function counted<Pair extends { readonly isSent: number }>(pairs: readonly Pair[], keyOf: (pair: Pair) => number) {
  const counts = new Map<number, { sent: number; all: number }>();
  for (const pair of pairs) {
    const { sent, all } = counts.get(keyOf(pair)) ?? { sent: 0, all: 0 };
    counts.set(keyOf(pair), { sent: sent + pair.isSent, all: all + 1 });
  }
  return (key: number) => counts.get(key) ?? { sent: 0, all: 0 };
}

/** Ids of the call's applications that are scored. */
export function acceptedIds(reader: Reader, callId: number): number[] {
  const rows = reader.all<{ id: number }>(
    sql`select id from applications where call_id = ${callId} and state = 'accepted' order by number`,
  );
  return rows.map(({ id }) => id);
}

export interface OwnCard {
  readonly applicationId: number;
  readonly number: number;
  readonly title: string;
  /** '' in a call judged without names. */
  readonly applicant: string;
  readonly state: 'none' | 'draft' | 'sent';
  readonly cardId: number | null;
  /** Null before the first saving. */
  readonly openedAt: Instant | null;
  readonly sentAt: Instant | null;
  /** 1: sent once, and given back to be sent again. */
  readonly isReopened: number;
}

/** What one member scores, in the order of filing; nothing that is closed to the member or only read. */
export function cardsOf(reader: Reader, memberId: number): OwnCard[] {
  return reader.all<OwnCard>(sql`
    select a.id as applicationId, a.number, a.title, iif(${isBlind}, '', coalesce(nullif(w.name, ''), w.leader_name)) as applicant,
      coalesce(k.state, 'none') as state, k.id as cardId, k.opened_at as openedAt, k.sent_at as sentAt,
      exists (select 1 from score_reopenings o where o.card_id = k.id and o.ended_at is null) as isReopened
    from jury_members m join applications a on ${isOpenToMember} and ${isScorer} join applicants w on w.application_id = a.id
      left join score_cards k on k.application_id = a.id and k.member_id = m.id
    where m.id = ${memberId} order by a.number`);
}

/** What one member reads and does not score, in the order of filing. */
export function onlyReadBy(
  reader: Reader,
  memberId: number,
): Pick<OwnCard, 'applicationId' | 'number' | 'title' | 'applicant'>[] {
  return reader.all(sql`
    select a.id as applicationId, a.number, a.title, iif(${isBlind}, '', coalesce(nullif(w.name, ''), w.leader_name)) as applicant
    from jury_members m join applications a on ${isOpenToMember} and not ${isScorer} join applicants w on w.application_id = a.id
    where m.id = ${memberId} order by a.number`);
}

/** How long the sent ones of these cards were worked on. */
export function sittingsOf(cards: readonly Pick<OwnCard, 'openedAt' | 'sentAt'>[]): Sitting[] {
  return cards.flatMap(({ openedAt, sentAt }) => (openedAt === null || sentAt === null ? [] : [{ openedAt, sentAt }]));
}

export interface ListedCard {
  readonly id: number;
  readonly applicationId: number;
  readonly code: string;
  readonly title: string;
  readonly juror: string;
  /** On paper already, or on its way there. */
  readonly isPrinted: boolean;
  /** Not of whoever was excluded since, nor of whoever was taken off with the cards put aside. */
  readonly counts: boolean;
}

/** The call's sent cards by application and juror, without those of an application closed to the reader or the reader's own. */
export function listedCards(reader: Reader, actor: Actor, callId: number): ListedCard[] {
  const rows = reader.all<
    Omit<ListedCard, 'code' | 'isPrinted' | 'counts'> &
      Record<'year' | 'number' | 'isPrinted' | 'counts', number> & { callCode: string }
  >(sql`
    select k.id, a.id as applicationId, a.number, a.title, c.code as callCode, c.year, p.name as juror,
      exists (select 1 from documents d where d.kind = 'score_card' and d.subject_kind = 'score_card' and d.subject_id = k.id
        and d.state <> 'failed') as isPrinted, (${hasCountingCards} and not ${isExcluded}) as counts
    from score_cards k join jury_members m on m.id = k.member_id join people p on p.id = m.person_id
      join applications a on a.id = k.application_id join calls c on c.id = a.call_id
    where m.call_id = ${callId} and k.state = 'sent' and ${judgingVisibleTo(actor)} order by a.number, m.id`);
  return rows.map(({ callCode, year, number, isPrinted, counts, ...card }) => ({
    ...card,
    code: applicationCode(callCode, year, number),
    isPrinted: isPrinted === 1,
    counts: counts === 1,
  }));
}
