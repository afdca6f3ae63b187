import { describe, expect, test } from 'vitest';
import {
  drawPoolLine,
  meanInHundredths,
  meetsThreshold,
  type RankedCard,
  type RankedCriterion,
  type RankedRow,
  type RankingInputs,
  rank,
  scoringIsOver,
  undecidedTies,
} from '../../src/features/ranking/policy.ts';
import { sumOf } from '../../src/features/reviews/policy.ts';
import { grosze } from '../../src/lib/money.ts';
import { numbers } from '../support/properties.ts';

const criteria: RankedCriterion[] = [
  { id: 1, code: 'needs', weight: 12, maxPoints: 5, isBonus: false, tieOrder: 1 },
  { id: 2, code: 'budget', weight: 8, maxPoints: 5, isBonus: false, tieOrder: 2 },
  { id: 3, code: 'youth', weight: 1, maxPoints: 3, isBonus: true, tieOrder: null },
  { id: 4, code: 'encounter', weight: 2, maxPoints: 2, isBonus: true, tieOrder: null },
];

function card(applicationId: number, memberId: number, points: readonly number[]): RankedCard {
  return {
    applicationId,
    memberId,
    points: points.map((given, index) => ({ criterionId: index + 1, points: given })),
  };
}

function inputs(cards: readonly RankedCard[], more: Partial<RankingInputs> = {}): RankingInputs {
  const ids = [...new Set(cards.map(({ applicationId }) => applicationId))].sort((a, b) => a - b);
  return {
    applications: ids.map((applicationId) => ({ applicationId, number: applicationId })),
    criteria,
    cards,
    exclusions: [],
    maxPoints: 100,
    thresholdPercent: 60,
    quorum: 3,
    chairOrder: [],
    ...more,
  };
}

const placesOf = (rows: readonly RankedRow[]) => rows.map(({ applicationId }) => applicationId);

describe('the points of a card', () => {
  test('are points times weight, with at most five bonus points', () => {
    expect(sumOf(criteria, card(1, 1, [4, 3, 0, 0]).points)).toEqual({ merit: 72, bonus: 0, total: 72 });
    expect(sumOf(criteria, card(1, 1, [4, 3, 3, 0]).points)).toEqual({ merit: 72, bonus: 3, total: 75 });
    expect(sumOf(criteria, card(1, 1, [5, 5, 3, 2]).points)).toEqual({ merit: 100, bonus: 5, total: 105 });
    expect(sumOf(criteria, []), 'an empty card').toEqual({ merit: 0, bonus: 0, total: 0 });
  });
});

describe('the mean', () => {
  test('is rounded half up to a hundredth, in whole numbers', () => {
    expect(meanInHundredths([])).toBe(0);
    expect(meanInHundredths([80, 84, 90])).toBe(8467);
    expect(meanInHundredths([72, 72, 73])).toBe(7233);
    expect(meanInHundredths([1, 0, 0, 0, 0, 0, 0, 0]), '0,125').toBe(13);
    expect(meanInHundredths([3, 0, 0, 0, 0, 0, 0, 0]), '0,375').toBe(38);
  });

  /** Nearest to the exact mean, and the higher of two that are equally near. */
  function keepsToTheMean(mean: (totals: readonly number[]) => number): boolean {
    const next = numbers(2024);
    return Array.from({ length: 2000 }).every(() => {
      const totals = Array.from({ length: 1 + next(12) }, () => next(106));
      const sum = totals.reduce((all, total) => all + total, 0);
      const off = 2 * (mean(totals) * totals.length - 100 * sum);
      return off > -totals.length && off <= totals.length;
    });
  }

  test('is never further from the exact mean than half a hundredth', () => {
    expect(keepsToTheMean(meanInHundredths)).toBe(true);
  });

  test('the same property rejects a mean that is cut off, and one that rounds halves down', () => {
    const sum = (totals: readonly number[]) => totals.reduce((all, total) => all + total, 0);
    expect(keepsToTheMean((totals) => Math.floor((100 * sum(totals)) / totals.length))).toBe(false);
    expect(keepsToTheMean((totals) => Math.ceil((100 * sum(totals)) / totals.length - 0.5))).toBe(false);
  });
});

describe('the threshold', () => {
  test('is met exactly on it and missed by a hundredth', () => {
    expect(meetsThreshold(6000, { maxPoints: 100, thresholdPercent: 60 })).toBe(true);
    expect(meetsThreshold(5999, { maxPoints: 100, thresholdPercent: 60 })).toBe(false);
    expect(meetsThreshold(2750, { maxPoints: 50, thresholdPercent: 55 })).toBe(true);
  });
});

describe('the order', () => {
  test('follows the mean; the cards and the quorum stand beside it', () => {
    const rows = rank(
      inputs([card(1, 1, [3, 3]), card(1, 2, [3, 3]), card(2, 1, [5, 4]), card(2, 2, [4, 4]), card(2, 3, [4, 4])]),
    );
    expect(rows).toMatchObject([
      {
        applicationId: 2,
        place: 1,
        meanHundredths: 8400,
        cards: 3,
        hasQuorum: true,
        meetsThreshold: true,
        tieNote: '',
      },
      {
        applicationId: 1,
        place: 2,
        meanHundredths: 6000,
        cards: 2,
        hasQuorum: false,
        meetsThreshold: true,
        tieNote: '',
      },
    ]);
  });

  test('an application without a card stands last with nothing', () => {
    const rows = rank(
      inputs([card(1, 1, [1, 0])], {
        applications: [
          { applicationId: 7, number: 1 },
          { applicationId: 1, number: 2 },
        ],
      }),
    );
    expect(rows).toMatchObject([
      { applicationId: 1, meanHundredths: 1200 },
      { applicationId: 7, meanHundredths: 0, cards: 0, meetsThreshold: false },
    ]);
  });

  test('equal results are parted by the mean of the needs, then of the budget, and say by which', () => {
    // 2·12 + 3·8 = 48 = 4·12 + 0·8; then needs are equal and a bonus point makes up for the budget.
    const byNeeds = rank(inputs([card(1, 1, [2, 3]), card(2, 1, [4, 0])]));
    expect(placesOf(byNeeds)).toEqual([2, 1]);
    expect(byNeeds.map(({ tieNote }) => tieNote)).toEqual(['needs', 'needs']);

    const light = [
      { ...criteria[0], weight: 4 },
      { ...criteria[1], weight: 3 },
      ...criteria.slice(2),
    ] as RankedCriterion[];
    const byBudget = rank(inputs([card(1, 1, [3, 3, 3, 0]), card(2, 1, [3, 4, 0, 0])], { criteria: light }));
    expect(byBudget.map(({ meanHundredths }) => meanHundredths)).toEqual([2400, 2400]);
    expect(placesOf(byBudget)).toEqual([2, 1]);
    expect(byBudget.map(({ tieNote }) => tieNote)).toEqual(['budget', 'budget']);
  });

  test('what nothing parts waits for the chair in the order of filing, and follows the chair’s word', () => {
    const same = [card(1, 1, [4, 3]), card(2, 1, [4, 3]), card(3, 1, [5, 5]), card(4, 1, [4, 3])];
    const waiting = rank(inputs(same));
    expect(placesOf(waiting)).toEqual([3, 1, 2, 4]);
    expect(waiting.map(({ tieNote }) => tieNote)).toEqual(['', 'chair_decides', 'chair_decides', 'chair_decides']);
    expect(undecidedTies(waiting)).toEqual([[1, 2, 4]]);

    const decided = rank(inputs(same, { chairOrder: [4, 1, 2] }));
    expect(placesOf(decided)).toEqual([3, 4, 1, 2]);
    expect(decided.map(({ tieNote }) => tieNote)).toEqual(['', 'chair_decided', 'chair_decided', 'chair_decided']);
    expect(undecidedTies(decided)).toEqual([]);
  });

  test('two ties at the same result are two questions to the chair', () => {
    const rows = rank(inputs([card(1, 1, [2, 3]), card(2, 1, [4, 0]), card(3, 1, [2, 3]), card(4, 1, [4, 0])]));
    expect(undecidedTies(rows)).toEqual([
      [2, 4],
      [1, 3],
    ]);
  });

  test('a place never follows from the chair’s word where points part the rows', () => {
    const rows = rank(inputs([card(1, 1, [5, 5]), card(2, 1, [1, 1])], { chairOrder: [2, 1] }));
    expect(placesOf(rows)).toEqual([1, 2]);
  });
});

/** A call with some tens of cards, some of them by jurors who are excluded from that application. */
function randomInputs(next: (below: number) => number): RankingInputs {
  const applications = Array.from({ length: 2 + next(5) }, (_, index) => ({
    applicationId: 100 + index,
    number: index + 1,
  }));
  const pairs = applications.flatMap(({ applicationId }) =>
    [1, 2, 3, 4].map((memberId) => ({ applicationId, memberId })),
  );
  const cards = pairs
    .filter(() => next(6) > 0)
    .map(({ applicationId, memberId }) => card(applicationId, memberId, [next(6), next(6), next(2) * 3, next(2) * 2]));
  return { ...inputs([]), applications, cards, exclusions: pairs.filter(() => next(5) === 0) };
}

type Rank = (given: RankingInputs) => RankedRow[];

/** Whatever an excluded juror wrote, the ranking is the one without that card. */
function ignoresExcludedCards(order: Rank): boolean {
  const next = numbers(7);
  return Array.from({ length: 300 }).every(() => {
    const given = randomInputs(next);
    const isExcluded = (one: RankedCard) =>
      given.exclusions.some(
        ({ memberId, applicationId }) => memberId === one.memberId && applicationId === one.applicationId,
      );
    const without = { ...given, cards: given.cards.filter((one) => !isExcluded(one)) };
    return JSON.stringify(order(given)) === JSON.stringify(order(without));
  });
}

/** Neither the order in which cards came nor that of the rows they are read in changes anything. */
function ignoresTheOrderOfCards(order: Rank): boolean {
  const next = numbers(11);
  return Array.from({ length: 300 }).every(() => {
    const given = randomInputs(next);
    const turned = { ...given, cards: [...given.cards].reverse(), applications: [...given.applications].reverse() };
    return JSON.stringify(order(given)) === JSON.stringify(order(turned));
  });
}

/** A point more on one card never costs its application a place. */
function rewardsPoints(order: Rank): boolean {
  const next = numbers(13);
  return Array.from({ length: 300 }).every(() => {
    const given = randomInputs(next);
    const at = next(given.cards.length || 1);
    const raised = given.cards.map((one, index) =>
      index === at
        ? {
            ...one,
            points: one.points.map((points) =>
              points.criterionId === 1 ? { ...points, points: Math.min(5, points.points + 1) } : points,
            ),
          }
        : one,
    );
    const placeIn = (rows: RankedRow[]) =>
      rows.find(({ applicationId }) => applicationId === given.cards[at]?.applicationId)?.place ?? 0;
    return placeIn(order({ ...given, cards: raised })) <= placeIn(order(given));
  });
}

describe('for any cards', () => {
  test.each([
    ['a card of an excluded juror changes nothing', ignoresExcludedCards],
    ['the order of the cards changes nothing', ignoresTheOrderOfCards],
    ['a point more never costs a place', rewardsPoints],
  ])('%s', (_name, holds) => {
    expect(holds(rank)).toBe(true);
  });

  test('each property rejects a ranking broken on purpose', () => {
    expect(ignoresExcludedCards((given) => rank({ ...given, exclusions: [] }))).toBe(false);
    const firstThree: Rank = (given) => rank({ ...given, cards: given.cards.slice(0, 3) });
    expect(ignoresTheOrderOfCards(firstThree)).toBe(false);
    const upsideDown: Rank = (given) => [...rank(given)].reverse().map((row, index) => ({ ...row, place: index + 1 }));
    expect(rewardsPoints(upsideDown)).toBe(false);
  });
});

describe('the line of the pool', () => {
  const row = (requested: number, meets = true) => ({ requested: grosze(requested), meetsThreshold: meets });

  test('stands after the last row paid in full, one after another', () => {
    const rows = [row(500_000), row(300_000), row(400_000), row(50_000), row(10_000, false)];
    expect(drawPoolLine(rows, grosze(900_000))).toEqual({
      funded: 2,
      left: 100_000,
      running: [500_000, 800_000, 1_200_000, 1_250_000, null],
    });
  });

  test('stands at the threshold when money is left for all above it, and on top when there is none', () => {
    expect(drawPoolLine([row(500_000), row(300_000, false)], grosze(900_000))).toMatchObject({
      funded: 1,
      left: 400_000,
    });
    expect(drawPoolLine([row(500_000)], grosze(499_999))).toMatchObject({ funded: 0, left: 499_999 });
    expect(drawPoolLine([row(500_000)], grosze(500_000)), 'to the last grosz').toMatchObject({ funded: 1, left: 0 });
  });
});

describe('when points may be looked at', () => {
  const all = [
    { sent: 4, possible: 4 },
    { sent: 3, possible: 3 },
  ];
  const some = [
    { sent: 3, possible: 4 },
    { sent: 3, possible: 3 },
  ];

  test('after the time, or when every card that can come has come', () => {
    expect(scoringIsOver('after', true, some, 3)).toBe(true);
    expect(scoringIsOver('open', true, all, 3)).toBe(true);
    expect(scoringIsOver('open', true, some, 3)).toBe(false);
    expect(scoringIsOver('before', true, all, 3)).toBe(false);
    expect(scoringIsOver('open', true, [], 3), 'nothing to look at').toBe(false);
  });

  test('in a stage without an end, from the quorum on', () => {
    expect(scoringIsOver('open', false, some, 3)).toBe(true);
    expect(scoringIsOver('open', false, [{ sent: 2, possible: 4 }], 3)).toBe(false);
  });
});
