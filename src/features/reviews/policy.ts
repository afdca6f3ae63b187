import type { Instant } from '../../lib/days.ts';
import { countLetters } from '../../lib/text.ts';
import { isWithin, type StageWindow } from '../calls/stages.ts';

/** What a criterion is worth: points times weight. A bonus criterion is all or nothing. */
export interface WeighedCriterion {
  readonly id: number;
  readonly weight: number;
  readonly maxPoints: number;
  readonly isBonus: boolean;
}

export interface GivenPoints {
  readonly criterionId: number;
  readonly points: number;
}

export interface CardSum {
  /** Of the weighed criteria alone. */
  readonly merit: number;
  /** Of the bonus criteria, never above the call's limit. */
  readonly bonus: number;
  readonly total: number;
}

/** The points of one card, in whole points; its bonus never adds more than `bonusLimit`. */
export function sumOf(
  criteria: readonly WeighedCriterion[],
  given: readonly GivenPoints[],
  bonusLimit: number,
): CardSum {
  const pointsOf = new Map(given.map(({ criterionId, points }) => [criterionId, points]));
  const worth = (bonus: boolean) =>
    criteria
      .filter((criterion) => criterion.isBonus === bonus)
      .reduce((sum, criterion) => sum + (pointsOf.get(criterion.id) ?? 0) * criterion.weight, 0);
  const merit = worth(false);
  const bonus = Math.min(worth(true), bonusLimit);
  return { merit, bonus, total: merit + bonus };
}

export interface Exclusion {
  readonly memberId: number;
  readonly applicationId: number;
}

/** Sent cards that count: not those of a juror who is excluded from the application, whenever that came to light. */
export function countingCards<Card extends Exclusion>(
  cards: readonly Card[],
  exclusions: readonly Exclusion[],
): Card[] {
  const closed = new Set(exclusions.map(({ memberId, applicationId }) => `${memberId}:${applicationId}`));
  return cards.filter(({ memberId, applicationId }) => !closed.has(`${memberId}:${applicationId}`));
}

export type ScoringTime = 'not_set' | 'before' | 'open' | 'after';

/** Where `now` stands against the scoring stage; a stage without an end stays open. */
export function scoringTime(stage: StageWindow | undefined, now: Instant): ScoringTime {
  if (stage === undefined) return 'not_set';
  if (stage.startsAt !== null && now < stage.startsAt) return 'before';
  return isWithin(stage, now) ? 'open' : 'after';
}

/** Two or three sentences, in letters as a reader counts them. */
export const justificationLetters = { least: 40, most: 1200 } as const;

export interface Missing {
  /** Criteria without points, in the card's order. */
  readonly criterionIds: readonly number[];
  readonly justification: 'missing' | 'too_short' | 'too_long' | null;
}

/** What a card still lacks before it may be sent; null when nothing. */
export function missingFrom(
  criteria: readonly WeighedCriterion[],
  card: { readonly points: readonly GivenPoints[]; readonly justification: string },
): Missing | null {
  const scored = new Set(card.points.map(({ criterionId }) => criterionId));
  const criterionIds = criteria.filter(({ id }) => !scored.has(id)).map(({ id }) => id);
  const justification = faultOf(card.justification);
  return criterionIds.length === 0 && justification === null ? null : { criterionIds, justification };
}

function faultOf(justification: string): Missing['justification'] {
  const letters = countLetters(justification);
  if (letters === 0) return 'missing';
  if (letters < justificationLetters.least) return 'too_short';
  return letters > justificationLetters.most ? 'too_long' : null;
}
