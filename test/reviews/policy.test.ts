import { describe, expect, test } from 'vitest';
import { countingCards, missingFrom, scoringTime } from '../../src/features/reviews/policy.ts';
import { instant } from '../../src/lib/days.ts';

const startsAt = instant('2024-04-01T22:00:00Z');
const endsAt = instant('2024-04-15T21:59:59.999Z');

describe('the scoring time', () => {
  test.each([
    ['2024-04-01T21:59:59.999Z', 'before'],
    ['2024-04-01T22:00:00.000Z', 'open'],
    ['2024-04-15T21:59:59.998Z', 'open'],
    ['2024-04-15T21:59:59.999Z', 'after'],
  ])('at %s is %s', (now, time) => {
    expect(scoringTime({ startsAt, endsAt }, instant(now))).toBe(time);
  });

  test('stays open without an end, and is not set without a stage', () => {
    expect(scoringTime({ startsAt, endsAt: null }, instant('2030-01-01T00:00:00Z'))).toBe('open');
    expect(scoringTime(undefined, startsAt)).toBe('not_set');
  });
});

describe('what a card lacks', () => {
  const criteria = [
    { id: 1, weight: 4, maxPoints: 5, isBonus: false },
    { id: 2, weight: 1, maxPoints: 3, isBonus: true },
  ];
  const points = [
    { criterionId: 1, points: 0 },
    { criterionId: 2, points: 0 },
  ];
  const sentences = 'Licealiści nagrywają sami, koło gospodyń prowadzi wieczory.';

  test('is nothing when every criterion, bonus too, has its answer and the reasons are two sentences', () => {
    expect(missingFrom(criteria, { points, justification: sentences })).toBeNull();
  });

  test('names the criteria without points; nought is an answer', () => {
    expect(missingFrom(criteria, { points: points.slice(0, 1), justification: sentences })).toEqual({
      criterionIds: [2],
      justification: null,
    });
  });

  test.each([
    ['', 'missing'],
    ['Dobry pomysł.', 'too_short'],
    ['👩‍👩‍👧'.repeat(39), 'too_short'],
    ['👩‍👩‍👧'.repeat(40), null],
    ['ą'.repeat(1200), null],
    ['ą'.repeat(1201), 'too_long'],
  ])('counts letters as a reader does: %s', (justification, fault) => {
    const missing = missingFrom(criteria, { points: [], justification });
    expect(missing).toEqual({ criterionIds: [1, 2], justification: fault });
  });
});

test('cards count unless their juror is excluded from that very application', () => {
  const cards = [1, 2, 3].flatMap((memberId) => [
    { memberId, applicationId: 12 },
    { memberId, applicationId: 3 },
  ]);
  const counting = countingCards(cards, [
    { memberId: 1, applicationId: 12 },
    { memberId: 3, applicationId: 3 },
  ]);
  expect(counting).toEqual([
    { memberId: 1, applicationId: 3 },
    { memberId: 2, applicationId: 12 },
    { memberId: 2, applicationId: 3 },
    { memberId: 3, applicationId: 12 },
  ]);
});
