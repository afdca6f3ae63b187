import { and, eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { scorePoints } from '../../../db/schema/reviews.ts';
import { scoreChanges } from '../../../db/schema/reviews-changes.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { fingerprint } from '../../../lib/fingerprint.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { type MeritCriterion, readMeritCriteria } from '../../calls/criteria.ts';
import { hasMet } from '../../jury/queries.ts';
import type { GivenPoints } from '../policy.ts';

export interface PointsChange {
  readonly cardId: number;
  /** Every criterion's points as they are to be. */
  readonly points: readonly GivenPoints[];
  /** Stands in the minutes beside what was and what is. */
  readonly reason: string;
}

/**
 * Changes points of a sent card while the jury meets, each criterion with what was before; whoever calls it knows that the actor may. Refuses
 * `card_not_sent`, `ranking_adopted`, `points_beyond_scale`, `nothing_changed`.
 */
export function changeSentPoints(tx: Tx, deps: Deps, actor: Actor, { cardId, points, reason }: PointsChange): Result {
  const changedBy = personIdOf(actor);
  const card = sentCardAt(tx, cardId);
  if (card === undefined || changedBy === null) return refused('card_not_sent');
  if (hasMet(tx, card.callId)) return refused('ranking_adopted');
  const criteria = readMeritCriteria(tx, card.callId);
  if (!points.every((given) => isBorne(criteria, given))) return refused('points_beyond_scale');
  const before = new Map(pointsOf(tx, cardId).map((given) => [given.criterionId, given.points]));
  const changed = points.filter((given) => before.get(given.criterionId) !== given.points);
  if (changed.length === 0) return refused('nothing_changed');

  const changedAt = deps.clock.now();
  for (const { criterionId, points: pointsAfter } of changed) {
    const pointsBefore = before.get(criterionId) ?? 0;
    tx.orm
      .insert(scoreChanges)
      .values({ cardId, criterionId, pointsBefore, pointsAfter, reason, changedAt, changedBy })
      .run();
    tx.orm
      .update(scorePoints)
      .set({ points: pointsAfter })
      .where(and(eq(scorePoints.cardId, cardId), eq(scorePoints.criterionId, criterionId)))
      .run();
  }
  record(tx, deps, actor, {
    what: 'score_card.points_changed',
    subject: { kind: 'score_card', id: cardId },
    callId: card.callId,
    facts: {
      application: card.applicationId,
      member: card.memberId,
      fingerprint: fingerprint({ points: pointsOf(tx, cardId), justification: card.justification }),
    },
  });
  return done();
}

function isBorne(criteria: readonly MeritCriterion[], { criterionId, points }: GivenPoints): boolean {
  const criterion = criteria.find(({ id }) => id === criterionId);
  if (criterion === undefined) return false;
  return criterion.isBonus ? points === 0 || points === criterion.maxPoints : points <= criterion.maxPoints;
}

export interface SentCardAt {
  readonly callId: number;
  readonly applicationId: number;
  readonly memberId: number;
  readonly justification: string;
}

/** A card as sent and not opened again since; undefined for any other. */
export function sentCardAt(reader: Reader, cardId: number): SentCardAt | undefined {
  return reader.get<SentCardAt>(sql`
    select a.call_id as callId, k.application_id as applicationId, k.member_id as memberId, k.justification
    from score_cards k join applications a on a.id = k.application_id where k.id = ${cardId} and k.state = 'sent'`);
}

function pointsOf(reader: Reader, cardId: number): GivenPoints[] {
  return reader.all<GivenPoints>(
    sql`select criterion_id as criterionId, points from score_points where card_id = ${cardId} order by criterion_id`,
  );
}

export interface ScoreChange {
  readonly applicationId: number;
  readonly juror: string;
  readonly criterion: string;
  readonly before: number;
  readonly after: number;
  readonly reason: string;
  readonly changedAt: Instant;
  /** The juror herself, or the chair in her name. */
  readonly changedBy: string;
}

/** Changes of points in the call, as they were made. */
export function scoreChangesOf(reader: Reader, callId: number): ScoreChange[] {
  return reader.all<ScoreChange>(sql`
    select k.application_id as applicationId, p.name as juror, c.name as criterion, x.points_before as before, x.points_after as after,
      x.reason, x.changed_at as changedAt, w.name as changedBy
    from score_changes x join score_cards k on k.id = x.card_id join jury_members m on m.id = k.member_id join people p on p.id = m.person_id
      join merit_criteria c on c.id = x.criterion_id join people w on w.id = x.changed_by
    where m.call_id = ${callId} order by x.id`);
}
