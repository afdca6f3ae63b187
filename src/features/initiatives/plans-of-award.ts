import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Grosze } from '../../lib/money.ts';
import { readSubmitted, type Submitted } from '../applications/content.ts';
import { type PlanLine, scaleLines } from './policy.ts';

export interface PlansOfAward {
  readonly submitted: Submitted;
  readonly requested: readonly PlanLine[];
  /** The requested rows scaled to the award. */
  readonly awarded: readonly PlanLine[];
}

/** What an award of this sum means row by row; budget lines follow from the cost categories. */
export function plansOfAward(reader: Reader, applicationId: number, awarded: Grosze): PlansOfAward {
  const submitted = readSubmitted(reader, applicationId);
  if (submitted === undefined) throw new Error(`The application ${applicationId} has no submitted content`);
  const requested = submitted.content.costs.map(({ name, categoryId, quantity, unit, price, value }) => ({
    ...{ name, categoryId, quantity, unit, price },
    budgetLineId: budgetLineOf(reader, categoryId),
    amount: value,
  }));
  return { submitted, requested, awarded: scaleLines(requested, awarded) };
}

function budgetLineOf(reader: Reader, categoryId: number): number {
  const category = reader.get<{ lineId: number | null }>(
    sql`select budget_line_id as lineId from cost_categories where id = ${categoryId}`,
  );
  if (category?.lineId == null) throw new Error(`The cost category ${categoryId} falls on no budget line`);
  return category.lineId;
}
