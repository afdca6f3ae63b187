import { describe, expect, test } from 'vitest';
import {
  byBudgetLine,
  checkAgreed,
  exceededCaps,
  type PlanLine,
  scaleLines,
  totalOf,
} from '../../src/features/initiatives/policy.ts';
import { type Grosze, grosze } from '../../src/lib/money.ts';
import { numbers } from '../support/properties.ts';

function line(amount: number, more: Partial<PlanLine> = {}): PlanLine {
  return {
    name: 'Książki',
    categoryId: 2,
    budgetLineId: 12,
    quantity: 1000,
    unit: 'szt.',
    price: grosze(amount),
    amount: grosze(amount),
    ...more,
  };
}

describe('rows scaled to a smaller award', () => {
  test('keep their words and prices, and the odd grosz goes to the largest remainder', () => {
    const scaled = scaleLines([line(1000_00), line(1000_00), line(1000_00)], grosze(2000_00));
    expect(scaled.map(({ amount }) => amount)).toEqual([666_67, 666_67, 666_66]);
    expect(scaled.map(({ name, price }) => [name, price])).toEqual([
      ['Książki', 1000_00],
      ['Książki', 1000_00],
      ['Książki', 1000_00],
    ]);
  });

  test('sum to the award to the grosz, none grows, and a larger request never gets less', () => {
    expect(wronglyScaled(scaleLines)).toEqual([]);
  });

  const each =
    (share: (amount: number, awarded: number, requested: number) => number): typeof scaleLines =>
    (lines, awarded) =>
      lines.map((row) => ({ ...row, amount: grosze(share(row.amount, awarded, totalOf(lines))) }));
  const mutants: Record<string, typeof scaleLines> = {
    'each row rounded by itself': each((amount, awarded, requested) => Math.round((amount * awarded) / requested)),
    'grosze dropped': each((amount, awarded, requested) => Math.floor((amount * awarded) / requested)),
    'the cut taken from the last row': (lines, awarded) =>
      lines.map((row, index) =>
        index === lines.length - 1 ? { ...row, amount: grosze(row.amount - (totalOf(lines) - awarded)) } : row,
      ),
  };

  test.each(Object.entries(mutants))('mutant: %s, caught by the same property', (_name, mutant) => {
    expect(wronglyScaled(mutant)).not.toEqual([]);
  });
});

function wronglyScaled(scale: typeof scaleLines): string[] {
  const draw = numbers(2024_04);
  const odd: string[] = [];
  for (let round = 0; round < 300; round += 1) {
    const lines = Array.from({ length: 1 + draw(9) }, () => line(1 + draw(300_000)));
    const requested = totalOf(lines);
    const awarded = grosze(1 + draw(requested));
    const scaled = scale(lines, awarded).map(({ amount }) => amount);
    if (scaled.reduce<number>((sum, amount) => sum + amount, 0) !== awarded) odd.push(`${round}: another sum`);
    lines.forEach((before, index) => {
      const after = scaled[index] ?? -1;
      if (after < 0 || after > before.amount) odd.push(`${round}: a row out of bounds`);
      const exact = (before.amount * awarded) / requested;
      if (Math.abs(after - exact) >= 1) odd.push(`${round}: a row off its share`);
    });
  }
  return odd;
}

describe('an agreed plan', () => {
  test('may take the whole award', () => {
    expect(checkAgreed([line(1200_00), line(800_00)], grosze(2000_00))).toEqual({ ok: true, value: undefined });
  });

  test('a grosz above the award is refused, with the figures', () => {
    expect(checkAgreed([line(1200_00), line(800_01)], grosze(2000_00))).toEqual({
      ok: false,
      code: 'plan_over_award',
      facts: { total: 2000_01, awarded: 2000_00, over: 1 },
    });
  });

  test('without rows is refused', () => {
    expect(checkAgreed([], grosze(2000_00))).toMatchObject({ ok: false, code: 'plan_empty' });
  });
});

describe('a category with a limit', () => {
  const categories = [
    { id: 2, name: 'materiały', capPercent: null },
    { id: 6, name: 'poczęstunek', capPercent: 10 },
  ];
  const catering = (amount: number) => line(amount, { categoryId: 6 });

  test('at exactly a tenth says nothing', () => {
    expect(exceededCaps([line(900_00), catering(100_00)], categories)).toEqual([]);
  });

  test('above it is told with the share and the most it may have', () => {
    expect(exceededCaps([line(899_99), catering(100_01)], categories)).toEqual([
      { name: 'poczęstunek', amount: 100_01, share: 1000, capPercent: 10, most: 100_00 },
    ]);
  });
});

test('rows of one budget line are reserved together', () => {
  const rows = [line(100_00), line(50_50, { budgetLineId: 13 }), line(0 as Grosze), line(20_00)];
  expect(byBudgetLine(rows)).toEqual([
    { lineId: 12, amount: 120_00 },
    { lineId: 13, amount: 50_50 },
  ]);
});
