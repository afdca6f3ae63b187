import { type Grosze, grosze, percentOf, splitByLargestRemainder, sum } from '../../lib/money.ts';
import { done, type Result, refused } from '../../lib/result.ts';

/** One row of a plan: quantity in thousandths, price of one, and what the library pays for it, in grosze. */
export interface PlanLine {
  readonly name: string;
  readonly categoryId: number;
  readonly budgetLineId: number;
  readonly quantity: number;
  readonly unit: string;
  readonly price: Grosze;
  readonly amount: Grosze;
}

export function totalOf(lines: readonly Pick<PlanLine, 'amount'>[]): Grosze {
  return sum(lines.map((line) => line.amount));
}

/** The same rows, their amounts changed in proportion so that they sum exactly to the awarded total. */
export function scaleLines<Line extends Pick<PlanLine, 'amount'>>(lines: readonly Line[], awarded: Grosze): Line[] {
  const shares = splitByLargestRemainder(
    awarded,
    lines.map((line) => line.amount),
  );
  return lines.map((line, index) => ({ ...line, amount: shares[index] ?? grosze(0) }));
}

/** An agreed plan has rows and stays within the award. Refuses `plan_empty`, `plan_over_award` (facts total, awarded, over). */
export function checkAgreed(lines: readonly PlanLine[], awarded: Grosze): Result {
  if (lines.length === 0) return refused('plan_empty');
  const total = totalOf(lines);
  if (total > awarded) return refused('plan_over_award', { facts: { total, awarded, over: total - awarded } });
  return done();
}

export interface CapExceeded {
  readonly name: string;
  readonly amount: Grosze;
  /** Hundredths of a percent of the whole plan. */
  readonly share: number;
  readonly capPercent: number;
  /** The most the category may have in a plan of this total. */
  readonly most: Grosze;
}

/** Categories that take more of the plan than the rules of the call allow. A warning: staff and group may have a reason. */
export function exceededCaps(
  lines: readonly Pick<PlanLine, 'categoryId' | 'amount'>[],
  categories: readonly { readonly id: number; readonly name: string; readonly capPercent: number | null }[],
): CapExceeded[] {
  const total = totalOf(lines);
  return categories.flatMap(({ id, name, capPercent }) => {
    const amount = totalOf(lines.filter((line) => line.categoryId === id));
    if (capPercent === null || amount * 100 <= total * capPercent) return [];
    const most = grosze(Math.floor((total * capPercent) / 100));
    return [{ name, amount, share: percentOf(amount, total) ?? 0, capPercent, most }];
  });
}

/** What a plan holds on each budget line; rows of one line are added together. */
export function byBudgetLine(
  lines: readonly Pick<PlanLine, 'budgetLineId' | 'amount'>[],
): { lineId: number; amount: Grosze }[] {
  const totals = new Map<number, number>();
  for (const { budgetLineId, amount } of lines) totals.set(budgetLineId, (totals.get(budgetLineId) ?? 0) + amount);
  return [...totals].map(([lineId, amount]) => ({ lineId, amount: grosze(amount) }));
}
