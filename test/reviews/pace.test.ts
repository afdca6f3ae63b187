import { describe, expect, test } from 'vitest';
import { minutesLeft } from '../../src/features/reviews/pace.ts';
import { addTime, instant } from '../../src/lib/days.ts';

const openedAt = instant('2024-04-09T16:00:00Z');
const took = (...minutes: number[]) => minutes.map((n) => ({ openedAt, sentAt: addTime(openedAt, { minutes: n }) }));

describe('how long the cards left will take', () => {
  test.each([
    ['nobody has shown a pace yet: a quarter of an hour each', [], 5, 75],
    ['two cards tell too little', [4, 4], 5, 75],
    ['the middle of her own, in whole fives', [8, 9, 31], 5, 50],
    ['of an even number the shorter middle', [6, 9, 21, 40], 2, 20],
    ['a card left open over the week does not count', [20, 20, 20, 9000], 3, 60],
    ['cards copied from paper do not count', [0, 0, 0, 25], 2, 30],
    ['never less than five minutes each', [2, 2, 2], 4, 20],
    ['nothing is left', [10, 10, 10], 0, 0],
  ])('%s', (_, minutes, left, expected) => {
    expect(minutesLeft(took(...minutes), left)).toBe(expected);
  });
});
