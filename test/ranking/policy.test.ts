import { describe, expect, test } from 'vitest';
import {
  drawPoolLine,
  hasUnevenSums,
  qualifies,
  type RankedRow,
  type RankingInputs,
  rank,
  scoringIsOver,
  undecidedTies,
} from '../../src/features/ranking/policy.ts';
import {
  type CardPoints,
  type RankedCriterion,
  rounded,
  type ScoringRules,
} from '../../src/features/ranking/scores.ts';
import { countingCards, sumOf } from '../../src/features/reviews/policy.ts';
import { grosze } from '../../src/lib/money.ts';
import { numbers } from '../support/properties.ts';

const plain = { isBonus: false, tieOrder: null, minPoints: null };
const criteria: RankedCriterion[] = [
  { ...plain, code: 'needs', weight: 12, maxPoints: 5, tieOrder: 1 },
  { ...plain, code: 'budget', weight: 8, maxPoints: 5, tieOrder: 2 },
  { ...plain, code: 'youth', weight: 1, maxPoints: 3, isBonus: true },
  { ...plain, code: 'encounter', weight: 2, maxPoints: 2, isBonus: true },
];
const rules: ScoringRules = {
  ...{ method: 'mean', decimals: 2, bonusLimit: 5, unevenCards: 'refused' },
  ...{ maxPoints: 100, thresholdPercent: 60, quorum: 3 },
};

/** Applications 1, 2, 3… with their cards. */
function inputs(
  cards: readonly (readonly CardPoints[])[],
  { rules: changed, ...more }: Partial<Omit<RankingInputs, 'rules'>> & { rules?: Partial<ScoringRules> } = {},
): RankingInputs {
  return {
    rules: { ...rules, ...changed },
    criteria,
    applications: cards.map((own, index) => ({ number: index + 1, cards: own })),
    chairOrder: [],
    ...more,
  };
}

const order = (rows: readonly RankedRow[]) => rows.map(({ number }) => number);
const totals = (rows: readonly RankedRow[]) => rows.map(({ totalHundredths }) => totalHundredths);

describe('the points of a card', () => {
  const weighed = criteria.map((one, index) => ({ ...one, id: index + 1 }));
  const given = (points: readonly number[]) => points.map((one, index) => ({ criterionId: index + 1, points: one }));

  test('are points times weight, with at most as many bonus points as the call lets in', () => {
    expect(sumOf(weighed, given([4, 3, 0, 0]), 5)).toEqual({ merit: 72, bonus: 0, total: 72 });
    expect(sumOf(weighed, given([4, 3, 3, 0]), 5)).toEqual({ merit: 72, bonus: 3, total: 75 });
    expect(sumOf(weighed, given([5, 5, 3, 2]), 5)).toEqual({ merit: 100, bonus: 5, total: 105 });
    expect(sumOf(weighed, given([5, 5, 3, 2]), 7)).toEqual({ merit: 100, bonus: 7, total: 107 });
    expect(sumOf(weighed, [], 5), 'an empty card').toEqual({ merit: 0, bonus: 0, total: 0 });
  });

  test('of an excluded juror do not count, whatever is on the card', () => {
    const cards = [
      { memberId: 1, applicationId: 1, points: 5 },
      { memberId: 2, applicationId: 1, points: 0 },
      { memberId: 2, applicationId: 2, points: 3 },
    ];
    expect(countingCards(cards, [{ memberId: 2, applicationId: 1 }])).toEqual([cards[0], cards[2]]);
  });
});

describe('a mean', () => {
  const mean = (sums: readonly number[], decimals = 2) =>
    rounded(
      sums.reduce((all, one) => all + one, 0),
      sums.length,
      1,
      decimals,
    );

  test('is rounded half up to the decimals of the call, in whole numbers', () => {
    expect(mean([])).toBe(0);
    expect(mean([80, 84, 90])).toBe(8467);
    expect(mean([72, 72, 73])).toBe(7233);
    expect(mean([1, 0, 0, 0, 0, 0, 0, 0]), '0,125').toBe(13);
    expect(mean([72, 72, 73], 1)).toBe(7230);
    expect(mean([1, 0, 0, 0], 1), '0,25').toBe(30);
    expect(mean([72, 73], 0), '72,5').toBe(7300);
    expect(mean([72, 72, 73], 0)).toBe(7200);
  });

  /** Nearest to the exact mean, and the higher of two that are equally near. */
  function keepsToTheMean(of: (sums: readonly number[], decimals: number) => number): boolean {
    const next = numbers(2024);
    return Array.from({ length: 2000 }).every(() => {
      const sums = Array.from({ length: 1 + next(12) }, () => next(106));
      const decimals = next(3);
      const half = sums.length * 10 ** (2 - decimals);
      const off = 2 * (of(sums, decimals) * sums.length - 100 * sums.reduce((all, one) => all + one, 0));
      return off > -half && off <= half;
    });
  }

  test('is never further from the exact one than half its last place', () => {
    expect(keepsToTheMean(mean)).toBe(true);
  });

  test('the same property rejects a mean that is cut off, and one that rounds halves down', () => {
    const exact = (sums: readonly number[]) => sums.reduce((all, one) => all + one, 0) / sums.length;
    const step = (decimals: number) => 10 ** (2 - decimals);
    expect(keepsToTheMean((sums, at) => Math.floor((100 * exact(sums)) / step(at)) * step(at))).toBe(false);
    expect(keepsToTheMean((sums, at) => Math.ceil((100 * exact(sums)) / step(at) - 0.5) * step(at))).toBe(false);
  });
});

describe('who qualifies', () => {
  const met = (cards: readonly CardPoints[], more: Parameters<typeof inputs>[1] = {}) => {
    const [row] = rank(inputs([cards], more));
    return row && [row.meetsThreshold, row.missedMinimums, qualifies(row)];
  };

  test('the threshold is met exactly on it and missed by a hundredth', () => {
    expect(met([[3, 3]])).toEqual([true, [], true]);
    expect(
      met([
        [3, 3],
        [3, 3],
        [3, 2],
      ]),
    ).toEqual([false, [], false]);
    expect(
      met(
        [
          [3, 3],
          [3, 3],
          [3, 2],
        ],
        { rules: { thresholdPercent: 57 } },
      ),
    ).toEqual([true, [], true]);
  });

  test('bonus points do not count to the threshold, and whoever qualifies stands above whoever does not', () => {
    expect(met([[5, 0, 3, 1]], { rules: { thresholdPercent: 61 } })).toEqual([false, [], false]);
    const rows = rank(inputs([[[5, 0, 3, 1]], [[3, 4]]], { rules: { thresholdPercent: 61 } }));
    expect(rows.map(({ number, totalHundredths, place }) => [place, number, totalHundredths])).toEqual([
      [1, 2, 6800],
      [2, 1, 6500],
    ]);
  });

  test('a criterion under its minimum closes the way, whatever the sum; on it, it does not', () => {
    const strict = criteria.map((one) => (one.code === 'budget' ? { ...one, minPoints: 2 } : one));
    expect(
      met(
        [
          [5, 2],
          [5, 2],
        ],
        { criteria: strict },
      ),
    ).toEqual([true, [], true]);
    expect(
      met(
        [
          [5, 2],
          [5, 1],
        ],
        { criteria: strict },
      ),
    ).toEqual([true, ['budget'], false]);
    expect(
      met(
        [
          [5, 3],
          [5, 1],
        ],
        { criteria: strict },
      ),
      'the mean counts, not each card',
    ).toEqual([true, [], true]);
  });

  test('75 % in all and at least half of every criterion', () => {
    const half = [1, 2, 3, 4].map((n) => ({ ...plain, code: `k${n}`, weight: 1, maxPoints: 10, minPoints: 5 }));
    const asked = { criteria: half, rules: { maxPoints: 40, thresholdPercent: 75 } };
    expect(
      met(
        [
          [10, 10, 5, 5],
          [10, 10, 5, 5],
        ],
        asked,
      ),
    ).toEqual([true, [], true]);
    expect(
      met(
        [
          [10, 10, 10, 4],
          [10, 10, 10, 4],
        ],
        asked,
      ),
    ).toEqual([true, ['k4'], false]);
    expect(
      met(
        [
          [8, 8, 7, 6],
          [8, 8, 7, 6],
        ],
        asked,
      ),
    ).toEqual([false, [], false]);
  });
});

describe('the order', () => {
  test('follows the result; the cards and the quorum stand beside it', () => {
    const rows = rank(
      inputs([
        [
          [3, 3],
          [3, 3],
        ],
        [
          [5, 4],
          [4, 4],
          [4, 4],
        ],
      ]),
    );
    expect(rows).toMatchObject([
      { number: 2, place: 1, totalHundredths: 8400, cards: 3, hasQuorum: true, meetsThreshold: true, tieNote: '' },
      { number: 1, place: 2, totalHundredths: 6000, cards: 2, hasQuorum: false, meetsThreshold: true, tieNote: '' },
    ]);
  });

  test('an application without a card stands last with nothing', () => {
    expect(rank(inputs([[], [[1, 0]]]))).toMatchObject([
      { number: 2, totalHundredths: 1200 },
      { number: 1, totalHundredths: 0, cards: 0, meetsThreshold: false },
    ]);
  });

  test('the result is rounded from whole cards, and the bonus is what it adds to the merit', () => {
    const [row] = rank(
      inputs([
        [
          [3, 3, 1, 0],
          [3, 3, 0, 0],
          [3, 2, 0, 0],
        ],
      ]),
    );
    expect(row).toMatchObject({ meritHundredths: 5733, bonusHundredths: 34, totalHundredths: 5767 });
  });

  test('equal results are parted by the points for needs, then for the budget, and say by which', () => {
    // 2·12 + 3·8 = 48 = 4·12 + 0·8; then needs are equal and a bonus point makes up for the budget.
    const byNeeds = rank(inputs([[[2, 3]], [[4, 0]]]));
    expect(order(byNeeds)).toEqual([2, 1]);
    expect(byNeeds.map(({ tieNote }) => tieNote)).toEqual(['needs', 'needs']);

    const light = criteria.map((one) => ({ ...one, weight: { needs: 4, budget: 3 }[one.code] ?? one.weight }));
    const byBudget = rank(inputs([[[3, 3, 3, 0]], [[3, 4, 0, 0]]], { criteria: light }));
    expect(totals(byBudget)).toEqual([2400, 2400]);
    expect(order(byBudget)).toEqual([2, 1]);
    expect(byBudget.map(({ tieNote }) => tieNote)).toEqual(['budget', 'budget']);
  });

  test('points that are published equal are a tie, though the exact means differ', () => {
    const one = [
      [4, 3],
      [4, 3],
      [4, 3],
    ];
    const other = [
      [4, 3],
      [4, 3],
      [5, 1],
    ];
    const fine = rank(inputs([other, one]));
    expect(totals(fine)).toEqual([7200, 7067]);
    const rough = rank(inputs([other, one], { rules: { decimals: 0 } }));
    expect([totals(rough), order(rough)]).toEqual([
      [7200, 7100],
      [2, 1],
    ]);
    const close = [
      [4, 3],
      [4, 3],
      [4, 3],
      [4, 3],
      [4, 3],
      [4, 3],
      [4, 3],
      [4, 3],
      [4, 3],
      [4, 3],
      [4, 3],
      [3, 4],
    ];
    const tied = rank(inputs([close, one], { rules: { decimals: 0 } }));
    expect([totals(tied), tied.map(({ tieNote }) => tieNote)]).toEqual([
      [7200, 7200],
      ['chair_decides', 'chair_decides'],
    ]);
  });

  test('what nothing parts waits for the chair in the order of filing, and follows the chair’s word', () => {
    const same = [[[4, 3]], [[4, 3]], [[5, 5]], [[4, 3]]];
    const waiting = rank(inputs(same));
    expect(order(waiting)).toEqual([3, 1, 2, 4]);
    expect(waiting.map(({ tieNote }) => tieNote)).toEqual(['', 'chair_decides', 'chair_decides', 'chair_decides']);
    expect(undecidedTies(waiting)).toEqual([[1, 2, 4]]);

    const decided = rank(inputs(same, { chairOrder: [4, 1, 2] }));
    expect(order(decided)).toEqual([3, 4, 1, 2]);
    expect(decided.map(({ tieNote }) => tieNote)).toEqual(['', 'chair_decided', 'chair_decided', 'chair_decided']);
    expect(undecidedTies(decided)).toEqual([]);
  });

  test('two ties at the same result are two questions to the chair', () => {
    expect(undecidedTies(rank(inputs([[[2, 3]], [[4, 0]], [[2, 3]], [[4, 0]]])))).toEqual([
      [2, 4],
      [1, 3],
    ]);
  });

  test('a place never follows from the chair’s word where points part the rows', () => {
    expect(order(rank(inputs([[[5, 5]], [[1, 1]]], { chairOrder: [2, 1] })))).toEqual([1, 2]);
  });
});

/** The totals of published calls; the cards are made up so that these totals follow. */
describe('calls that were', () => {
  const hundred = [{ ...plain, code: 'all', weight: 1, maxPoints: 100 }];

  test('a city’s card with a column for each juror, their mean out of 100', () => {
    const parts = [20, 35, 15, 30].map((maxPoints, at) => ({ ...plain, code: `k${at}`, weight: 1, maxPoints }));
    const rows = rank(
      inputs(
        [
          [
            [18, 30, 12, 25],
            [16, 28, 11, 24],
            [20, 31, 13, 27],
          ],
          [
            [10, 20, 9, 14],
            [12, 22, 8, 15],
            [11, 19, 10, 13],
          ],
        ],
        {
          criteria: parts,
        },
      ),
    );
    expect(rows.map(({ number, totalHundredths }) => [number, totalHundredths])).toEqual([
      [1, 8500],
      [2, 5433],
    ]);
  });

  test('a town’s sums of cards out of 100, two of them tied at 437 until the chair speaks', () => {
    const sums = { criteria: hundred, rules: { method: 'sum' as const } };
    const cards = [
      [[90], [85], [88], [87], [87]],
      [[80], [92], [91], [86], [88]],
      [[70], [75], [80], [72], [71]],
    ];
    const waiting = rank(inputs(cards, sums));
    expect([totals(waiting), undecidedTies(waiting)]).toEqual([[43_700, 43_700, 36_800], [[1, 2]]]);
    expect(order(rank(inputs(cards, { ...sums, chairOrder: [2, 1] })))).toEqual([2, 1, 3]);
  });

  test('a culture centre that published 40,8, 40 and 39,2', () => {
    const fifty = [{ ...plain, code: 'all', weight: 1, maxPoints: 50 }];
    const cards = [
      [[42], [40], [39], [41], [42]],
      [[40], [40], [41], [39], [40]],
      [[39], [39], [40], [38], [40]],
    ];
    const rows = rank(inputs(cards, { criteria: fifty, rules: { decimals: 1, maxPoints: 50 } }));
    expect(totals(rows)).toEqual([4080, 4000, 3920]);
  });
});

describe('a sum', () => {
  const sums = { rules: { method: 'sum' as const } };
  const uneven = [
    [
      [3, 3],
      [3, 3],
    ],
    [
      [5, 0],
      [5, 0],
      [5, 0],
    ],
  ];

  test('of unequal numbers of cards waits, unless the rules bring it up to the most cards', () => {
    expect(hasUnevenSums(inputs(uneven, sums))).toBe(true);
    expect(hasUnevenSums(inputs(uneven))).toBe(false);
    const scaled = inputs(uneven, { rules: { method: 'sum', unevenCards: 'scaled' } });
    expect(hasUnevenSums(scaled)).toBe(false);
    expect(rank(scaled)).toMatchObject([
      { number: 2, totalHundredths: 18_000, meetsThreshold: true, cards: 3 },
      { number: 1, totalHundredths: 18_000, meetsThreshold: true, cards: 2 },
    ]);
  });

  test('has its threshold in the sum of all cards', () => {
    const [row] = rank(
      inputs(
        [
          [
            [3, 3],
            [3, 3],
            [3, 2],
          ],
        ],
        sums,
      ),
    );
    expect(row).toMatchObject({ totalHundredths: 17_200, meetsThreshold: false });
  });
});

/** A call of any method with some tens of cards. */
function randomInputs(next: (below: number) => number): RankingInputs {
  const randomCard = () => [next(6), next(6), next(2) * 3, next(2) * 2];
  const cards = Array.from({ length: 2 + next(5) }, () => Array.from({ length: next(5) }, randomCard));
  const minimum = criteria.map((one) => (one.isBonus || next(2) === 0 ? one : { ...one, minPoints: 1 + next(3) }));
  const method = next(3) === 0 ? 'sum' : 'mean';
  const changed = { method, decimals: next(3), unevenCards: next(2) === 0 ? 'refused' : 'scaled' } as const;
  return inputs(cards, { criteria: minimum, rules: changed });
}

type Rank = (given: RankingInputs) => RankedRow[];

/** Neither the order in which cards came nor that of the applications they are read in changes anything. */
function ignoresOrder(ranked: Rank): boolean {
  const next = numbers(11);
  return Array.from({ length: 300 }).every(() => {
    const given = randomInputs(next);
    const applications = [...given.applications]
      .reverse()
      .map(({ number, cards }) => ({ number, cards: [...cards].reverse() }));
    return JSON.stringify(ranked(given)) === JSON.stringify(ranked({ ...given, applications }));
  });
}

/** A point more on one card never costs its application a place. */
function rewardsPoints(ranked: Rank): boolean {
  const next = numbers(13);
  return Array.from({ length: 600 }).every(() => {
    const given = randomInputs(next);
    const raisedNumber = 1 + next(given.applications.length);
    const at = next(4);
    const most = [5, 5, 3, 2][at] ?? 0;
    const applications = given.applications.map((one) =>
      one.number === raisedNumber
        ? {
            ...one,
            cards: one.cards.map((card, index) =>
              index === 0 ? card.map((points, n) => (n === at ? Math.min(most, points + 1) : points)) : card,
            ),
          }
        : one,
    );
    const placeIn = (rows: RankedRow[]) => rows.find(({ number }) => number === raisedNumber)?.place ?? 0;
    return placeIn(ranked({ ...given, applications })) <= placeIn(ranked(given));
  });
}

/** Without a juror’s card of one application every other has the points it had. */
function touchesOneAlone(ranked: Rank): boolean {
  const next = numbers(17);
  return Array.from({ length: 300 }).every(() => {
    const random = randomInputs(next);
    const given = { ...random, rules: { ...random.rules, method: 'mean' as const } };
    const touched = 1 + next(given.applications.length);
    const applications = given.applications.map((one) =>
      one.number === touched ? { ...one, cards: one.cards.slice(1) } : one,
    );
    const others = (rows: RankedRow[]) =>
      rows
        .filter(({ number }) => number !== touched)
        .map(({ number, totalHundredths, meetsThreshold, missedMinimums }) => [
          ...[number, totalHundredths, meetsThreshold],
          missedMinimums,
        ]);
    return JSON.stringify(others(ranked({ ...given, applications }))) === JSON.stringify(others(ranked(given)));
  });
}

/** Whoever stands above has no fewer points, except across the line of those who qualify. */
function followsPoints(ranked: Rank): boolean {
  const next = numbers(19);
  return Array.from({ length: 300 }).every(() => {
    const rows = ranked(randomInputs(next));
    return rows.every((row, index) => {
      const above = rows[index - 1];
      if (above === undefined || above.number === row.number) return true;
      if (qualifies(above) !== qualifies(row)) return qualifies(above);
      return above.totalHundredths >= row.totalHundredths;
    });
  });
}

describe('for any cards and any method', () => {
  test.each([
    ['the order of cards and applications changes nothing', ignoresOrder],
    ['a point more never costs a place', rewardsPoints],
    ['a card less of one application leaves the points of the others', touchesOneAlone],
    ['places follow points, and those who qualify come first', followsPoints],
  ])('%s', (_name, holds) => {
    expect(holds(rank)).toBe(true);
  });

  test('each property rejects a ranking broken on purpose', () => {
    const firstTwo: Rank = (given) =>
      rank({ ...given, applications: given.applications.map((one) => ({ ...one, cards: one.cards.slice(0, 2) })) });
    expect(ignoresOrder(firstTwo)).toBe(false);
    const upsideDown: Rank = (given) => [...rank(given)].reverse().map((row, index) => ({ ...row, place: index + 1 }));
    expect(rewardsPoints(upsideDown)).toBe(false);
    expect(followsPoints(upsideDown)).toBe(false);
    const againstTheBest: Rank = (given) => {
      const best = Math.max(...rank(given).map(({ totalHundredths }) => totalHundredths));
      return rank(given).map((row) => ({ ...row, totalHundredths: row.totalHundredths - best }));
    };
    expect(touchesOneAlone(againstTheBest)).toBe(false);
  });
});

describe('the line of the pool', () => {
  const row = (wanted: number, meets = true) => ({ wanted: grosze(wanted), qualifies: meets });

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
