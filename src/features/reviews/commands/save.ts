import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { scoreCards, scorePoints, scoreReasons } from '../../../db/schema/reviews.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import type { Submitted } from '../../applications/content.ts';
import { type MeritCriterion, readMeritCriteria } from '../../calls/criteria.ts';
import { openToJuror } from '../../jury/queries.ts';
import type { GivenReason } from '../completeness.ts';
import type { GivenPoints } from '../policy.ts';
import { readScoreCard, type ScoreCard } from '../queries.ts';
import { checkScoringTime } from '../scoring-time.ts';

export interface ScoreDraft {
  readonly applicationId: number;
  /** As the form got it; 0 for a card nobody has saved yet. */
  readonly revision: number;
  /** What has been given so far; a draft may lack criteria. */
  readonly points: readonly GivenPoints[];
  readonly justification: string;
  readonly reasons?: readonly GivenReason[];
  readonly privateNote?: string;
  /** As typed, right or wrong. */
  readonly suggestedAmount?: string;
}

/**
 * Keeps the juror's card as it stands, unfinished or wrong. Returns its new revision. Refuses `absent`, `scoring_not_set`,
 * `scoring_not_begun` and `scoring_over` (facts at), `ranking_adopted`, `card_sent`, `edited_meanwhile`.
 */
export function saveScoreCard(deps: Deps, actor: Actor, draft: ScoreDraft): Result<number> {
  return deps.db.write((tx) => {
    const open = openForScoring(tx, actor, draft.applicationId, deps.clock.now());
    if (!open.ok) return open;
    const { memberId, submitted, card } = open.value;
    if (card.revision !== draft.revision) return refused('edited_meanwhile');

    const { justification, privateNote = '', suggestedAmount = '' } = draft;
    const row = { justification, privateNote, suggestedAmount, revision: card.revision + 1 };
    const openedAt = deps.clock.now();
    const { id } = tx.orm
      .insert(scoreCards)
      .values({ ...row, applicationId: submitted.id, memberId, openedAt })
      .onConflictDoUpdate({ target: [scoreCards.applicationId, scoreCards.memberId], set: row })
      .returning({ id: scoreCards.id })
      .get();
    const criteria = readMeritCriteria(tx, submitted.callId);
    writePoints(tx, id, criteria, draft.points);
    writeReasons(tx, id, criteria, draft.reasons ?? []);
    if (card.id === null) {
      record(tx, deps, actor, {
        what: 'score_card.opened',
        subject: { kind: 'score_card', id },
        callId: submitted.callId,
        facts: { application: submitted.id, member: memberId },
      });
    }
    return done(row.revision);
  });
}

/** Points that the criterion cannot bear are left out: no honest form sends them. */
export function writePoints(
  tx: Tx,
  cardId: number,
  criteria: readonly MeritCriterion[],
  given: readonly GivenPoints[],
): void {
  tx.orm.delete(scorePoints).where(eq(scorePoints.cardId, cardId)).run();
  for (const { id, maxPoints, isBonus } of criteria) {
    const points = given.find(({ criterionId }) => criterionId === id)?.points;
    const isBorne = isBonus ? points === 0 || points === maxPoints : points !== undefined && points <= maxPoints;
    if (points !== undefined && isBorne) tx.orm.insert(scorePoints).values({ cardId, criterionId: id, points }).run();
  }
}

/** Also where no points are given yet: what was written stays. */
export function writeReasons(
  tx: Tx,
  cardId: number,
  criteria: readonly MeritCriterion[],
  given: readonly GivenReason[],
): void {
  tx.orm.delete(scoreReasons).where(eq(scoreReasons.cardId, cardId)).run();
  for (const { id } of criteria) {
    const reason = given.find(({ criterionId }) => criterionId === id)?.reason.trim() ?? '';
    if (reason !== '') tx.orm.insert(scoreReasons).values({ cardId, criterionId: id, reason }).run();
  }
}

export interface OpenCard {
  readonly memberId: number;
  readonly submitted: Submitted;
  readonly card: ScoreCard;
}

/** The juror's card of this application, if it may be written now; one given back also after the time for scoring, until the ranking is adopted. */
export function openForScoring(reader: Reader, actor: Actor, applicationId: number, now: Instant): Result<OpenCard> {
  const open = openToJuror(reader, actor, applicationId);
  if (open === undefined || !open.isScorer) return refused('absent');
  const { memberId, submitted } = open;
  const card = readScoreCard(reader, memberId, applicationId);
  const time = checkScoringTime(reader, submitted.callId, now, card.isReopened);
  if (!time.ok) return time;
  if (reader.get(sql`select 1 from rankings where call_id = ${submitted.callId}`)) return refused('ranking_adopted');
  return card.state === 'sent' ? refused('card_sent') : done({ memberId, submitted, card });
}
