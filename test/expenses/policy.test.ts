import { describe, expect, test } from 'vitest';
import { suggestedLine } from '../../src/features/expenses/choices.ts';
import { type ExpenseAction, type ExpenseState, expenseLife } from '../../src/features/expenses/lifecycle.ts';
import {
  checkLines,
  checkPayment,
  checkSplit,
  type LineRoom,
  leftToSplit,
  mayApprove,
  type Split,
} from '../../src/features/expenses/policy.ts';
import { grosze, sum } from '../../src/lib/money.ts';
import type { Result } from '../../src/lib/result.ts';
import { mayStep } from '../../src/lib/transitions.ts';
import { numbers } from '../support/properties.ts';

describe('a split', () => {
  /** Looks for a split that the rule judges wrongly: whole ones must pass, others be refused by exactly what is missing. */
  function misjudged(check: (split: Split) => Result): Split | undefined {
    const below = numbers(20240613);
    for (let round = 0; round < 2000; round += 1) {
      const parts = Array.from({ length: 1 + below(5) }, () => ({ amount: grosze(1 + below(10 ** (1 + below(9)))) }));
      const outside = grosze(below(2) * below(1_000_000));
      const whole = grosze(sum(parts.map((part) => part.amount)) + outside);
      const off = [0, 1, -1, below(100), -below(100), below(1_000_000)][below(6)] ?? 0;
      const split = { total: grosze(Math.max(1, whole + off)), outside, parts };
      const gap = split.total - whole;
      const verdict = check(split);
      const right = verdict.ok
        ? gap === 0
        : verdict.code === (gap > 0 ? 'split_short' : 'split_over') && verdict.facts?.['gap'] === Math.abs(gap);
      if (!right) return split;
    }
    return undefined;
  }

  test('is whole exactly when parts and the part outside give the document, to the grosz', () => {
    expect(misjudged(checkSplit)).toBeUndefined();
  });

  test.each<[string, (split: Split) => Result]>([
    [
      'forgives a grosz',
      (split) => (Math.abs(leftToSplit(split)) <= 1 ? { ok: true, value: undefined } : checkSplit(split)),
    ],
    ['forgets the part outside', (split) => checkSplit({ ...split, outside: grosze(0) })],
    ['never says too much', (split) => (leftToSplit(split) < 0 ? { ok: true, value: undefined } : checkSplit(split))],
  ])('a rule that %s is caught by the same search', (_mutant, check) => {
    expect(misjudged(check)).toBeDefined();
  });

  test('needs a part', () => {
    expect(checkSplit({ total: grosze(100), outside: grosze(100), parts: [] })).toMatchObject({
      code: 'parts_missing',
    });
  });
});

describe('room on a line', () => {
  const room = (left: number, held: [number, number][] = []): LineRoom => ({
    lineId: 1,
    label: 'druk',
    left: grosze(left),
    held: new Map(held.map(([id, amount]) => [id, grosze(amount)])),
  });
  const part = (initiativeId: number | null, amount: number, lineId = 1) => ({
    lineId,
    initiativeId,
    amount: grosze(amount),
  });

  test.each<[string, Parameters<typeof checkLines>[0], LineRoom, number | null]>([
    ['an own commitment is used before what is left', [part(7, 100)], room(0, [[7, 100]]), null],
    ['and what it does not cover comes from what is left', [part(7, 130)], room(30, [[7, 100]]), null],
    ['one grosz more is refused', [part(7, 131)], room(30, [[7, 100]]), 1],
    ['two parts of one initiative share its commitment', [part(7, 60), part(7, 60)], room(10, [[7, 100]]), 10],
    ['a neighbour’s commitment is no help', [part(8, 50)], room(20, [[7, 100]]), 30],
    ['nor for a cost of the library', [part(null, 21)], room(20, [[7, 100]]), 1],
    ['other lines do not matter', [part(null, 999, 2)], room(0), null],
    ['a line in the red still honours what is held', [part(7, 100)], room(-50, [[7, 100]]), null],
  ])('%s', (_rule, parts, line, over) => {
    const verdict = checkLines(parts, [line]);
    expect(verdict.ok ? null : verdict.facts?.['over']).toBe(over);
  });
});

test('whoever controlled may not approve; the refusal names that person', () => {
  const controller = { id: 3, name: 'Teresa Krupińska' };
  expect(mayApprove(controller, 3)).toEqual({ ok: false, code: 'same_person', facts: { name: 'Teresa Krupińska' } });
  expect(mayApprove(controller, 4).ok).toBe(true);
});

test('payments complete a document to the grosz and never pass it', () => {
  const document = { total: grosze(10_000), paid: grosze(9_000) };
  expect(checkPayment(document, grosze(999))).toEqual({ ok: true, value: false });
  expect(checkPayment(document, grosze(1_000))).toEqual({ ok: true, value: true });
  expect(checkPayment(document, grosze(1_001))).toEqual({
    ok: false,
    code: 'overpaid',
    facts: { left: 1_000, over: 1 },
  });
});

test('the whole sum is suggested on the first line with room, else on the roomiest', () => {
  const rooms = [
    { lineId: 1, agreed: grosze(100), used: grosze(90) },
    { lineId: 2, agreed: grosze(50), used: grosze(0) },
    { lineId: 3, agreed: grosze(60), used: grosze(0) },
  ];
  expect(suggestedLine(rooms, grosze(10))).toBe(1);
  expect(suggestedLine(rooms, grosze(50))).toBe(2);
  expect(suggestedLine(rooms, grosze(500))).toBe(3);
  expect(suggestedLine([], grosze(10))).toBeNull();
});

test('every state lets exactly these steps be taken', () => {
  const open: Record<ExpenseState, ExpenseAction[]> = {
    draft: ['edit', 'discard', 'book'],
    booked: ['control'],
    controlled: ['approve'],
    approved: ['pay', 'settle_payment'],
    paid: [],
    discarded: [],
  };
  for (const [state, actions] of Object.entries(open)) {
    const may = (Object.keys(expenseLife) as ExpenseAction[]).filter((action) =>
      mayStep(expenseLife, action, state as ExpenseState),
    );
    expect([state, may]).toEqual([state, actions]);
  }
});
