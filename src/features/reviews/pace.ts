import type { Instant } from '../../lib/days.ts';

/** How long one application takes as long as the juror has not shown it. */
export const minutesEach = 15;

/** Of fewer own cards nothing follows. */
const enoughCards = 3;

/** Minutes. A card that lay open longer was put away over dinner; one sent within a minute was copied from paper. */
const sitting = { shortest: 1, longest: 90 } as const;

export interface Sitting {
  readonly openedAt: Instant;
  readonly sentAt: Instant;
}

/**
 * About how many minutes the cards left will take: the middle of the juror's own sittings, in whole fives and never less than five each, or a
 * quarter of an hour each while there are too few to tell.
 */
export function minutesLeft(sittings: readonly Sitting[], left: number): number {
  const minutes = sittings
    .map(({ openedAt, sentAt }) => (Date.parse(sentAt) - Date.parse(openedAt)) / 60_000)
    .filter((taken) => taken >= sitting.shortest && taken <= sitting.longest)
    .sort((a, b) => a - b);
  if (minutes.length < enoughCards) return left * minutesEach;
  const middle = minutes[Math.floor((minutes.length - 1) / 2)] ?? minutesEach;
  return left * Math.max(5, Math.ceil(middle / 5) * 5);
}
