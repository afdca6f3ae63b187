import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { sameAs } from '../../accounts/access.ts';
import { judgingVisibleTo } from '../../applications/access.ts';
import { readSubmitted, type Submitted } from '../../applications/content.ts';
import { isOpenToMember, isScorer } from '../../jury/access.ts';
import { hasMet } from '../../jury/queries.ts';
import { readScoreCard, type ScoreCard } from '../queries.ts';
import { checkScoringTime } from '../scoring-time.ts';
import { mayKeyIn } from './policy.ts';

/** The member `m` still holds the role of a juror for the call: without it nothing is open to her, on paper neither. */
const holdsRole = sql`exists (select 1 from role_grants held join people holder on holder.id = held.person_id
  join people seated on seated.id = m.person_id
  where coalesce(holder.merged_into_id, holder.id) = coalesce(seated.merged_into_id, seated.id)
    and held.role = 'juror' and held.revoked_at is null and (held.call_id is null or held.call_id = m.call_id))`;

export interface PaperSeat {
  readonly memberId: number;
  readonly personId: number;
  readonly juror: string;
  /** '' for somebody without an address. */
  readonly email: string;
  readonly submitted: Submitted;
  readonly card: ScoreCard;
}

/** The juror and application of a paper card, for a coordinator to whom the application is open and who is not that juror; undefined for everybody else. */
export function paperSeat(
  reader: Reader,
  actor: Actor,
  { applicationId, memberId }: { readonly applicationId: number; readonly memberId: number },
): PaperSeat | undefined {
  if (actor.kind !== 'person') return undefined;
  const row = reader.get<Omit<PaperSeat, 'submitted' | 'card'>>(sql`
    select m.id as memberId, p.id as personId, p.name as juror, coalesce(p.email, '') as email
    from applications a join jury_members m on ${isOpenToMember} and ${isScorer} join people own on own.id = m.person_id
      join people p on p.id = coalesce(own.merged_into_id, own.id)
    where a.id = ${applicationId} and m.id = ${memberId} and m.person_id not in ${sameAs(actor.personId)} and ${holdsRole} and ${judgingVisibleTo(actor)}`);
  const submitted = row && readSubmitted(reader, applicationId);
  if (row === undefined || submitted === undefined || !hasRole(actor, 'coordinator', submitted.callId))
    return undefined;
  return { ...row, submitted, card: readScoreCard(reader, memberId, applicationId) };
}

/**
 * The same, if the card may be keyed in now. Refuses 'absent', 'scoring_not_set', 'scoring_not_begun' and 'scoring_over' (facts at), 'ranking_adopted',
 * 'own_card_first' of a coordinator who has a card of her own to send for this application, and as `mayKeyIn`.
 */
export function openPaper(
  reader: Reader,
  actor: Actor,
  which: { readonly applicationId: number; readonly memberId: number },
  now: Instant,
): Result<PaperSeat> {
  const seat = paperSeat(reader, actor, which);
  if (seat === undefined) return refused('absent');
  const { submitted, card } = seat;
  if (hasMet(reader, submitted.callId)) return refused('ranking_adopted');
  const time = checkScoringTime(reader, submitted.callId, now, card.isReopened);
  if (!time.ok) return time;
  if (hasOwnToSend(reader, actor, submitted.id)) return refused('own_card_first');
  const may = mayKeyIn(card, reopenedRevision(reader, card));
  return may.ok ? done(seat) : may;
}

/** Whoever has yet to score it (also before her declaration) reads nobody's points of it. */
export function hasOwnToSend(reader: Reader, actor: Actor, applicationId: number): boolean {
  return (
    reader.get(sql`select 1 from applications a where a.id = ${applicationId} and ${ownToSend(actor)}`) !== undefined
  );
}

/** A condition over the alias `a` of applications. */
function ownToSend(actor: Actor): SQL {
  if (actor.kind !== 'person') return sql`false`;
  return sql`exists (select 1 from jury_members m where m.call_id = a.call_id and m.person_id in ${sameAs(actor.personId)} and ${isScorer}
    and not exists (select 1 from score_cards k where k.member_id = m.id and k.application_id = a.id and k.state = 'sent'))`;
}

function reopenedRevision(reader: Reader, { id }: ScoreCard): number | null {
  const row = reader.get<{ revision: number }>(
    sql`select revision + 1 as revision from score_reopenings where card_id = ${id ?? 0} and ended_at is null`,
  );
  return row?.revision ?? null;
}

export interface PaperJuror {
  readonly memberId: number;
  readonly juror: string;
  readonly applications: readonly { readonly id: number; readonly number: number; readonly title: string }[];
}

/** Whose cards a coordinator may key in, juror by juror: what is open to both and not sent, without what she has yet to judge herself. */
export function papersToKeyIn(reader: Reader, actor: Actor, callId: number): PaperJuror[] {
  if (actor.kind !== 'person' || !hasRole(actor, 'coordinator', callId)) return [];
  const rows = reader.all<{ memberId: number; juror: string; id: number; number: number; title: string }>(sql`
      select m.id as memberId, p.name as juror, a.id, a.number, a.title
      from applications a join jury_members m on ${isOpenToMember} and ${isScorer} join people p on p.id = m.person_id
      where not ${ownToSend(actor)} and a.call_id = ${callId} and m.person_id not in ${sameAs(actor.personId)} and ${holdsRole} and ${judgingVisibleTo(actor)}
        and not exists (select 1 from score_cards k where k.member_id = m.id and k.application_id = a.id and k.state = 'sent')
      order by m.id, a.number`);
  const jurors = new Map(rows.map(({ memberId, juror }) => [memberId, juror]));
  return [...jurors].map(([memberId, juror]) => ({
    ...{ memberId, juror },
    applications: rows
      .filter((row) => row.memberId === memberId)
      .map(({ id, number, title }) => ({ id, number, title })),
  }));
}
