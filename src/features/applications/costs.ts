import {
  type Grosze,
  grosze,
  largestAmount,
  multiply,
  parseAmount,
  parseQuantity,
  percentOf,
} from '../../lib/money.ts';
import { type Result, refused } from '../../lib/result.ts';
import type { CostCategory } from '../calls/criteria.ts';
import type { TypedCost } from './typed.ts';

/** One row of a cost estimate as understood: quantity in thousandths, price for one, value rounded half up to a grosz. */
export interface PricedCost {
  readonly category: CostCategory | undefined;
  readonly quantity: Result<number>;
  readonly price: Result<Grosze>;
  /** Null while quantity or price cannot be read. */
  readonly value: Grosze | null;
}

/** A limit of one category: at most `capPercent` of the whole. `aim` is the highest amount that fits when the other rows stay as they are. */
export interface Cap {
  readonly category: CostCategory;
  readonly amount: Grosze;
  /** Hundredths of a percent of the whole; null while the whole is nothing. */
  readonly share: number | null;
  readonly aim: Grosze;
  readonly exceeded: boolean;
}

export interface Estimate {
  readonly rows: readonly PricedCost[];
  /** Sum of the rows that can be counted. */
  readonly total: Grosze;
  readonly counted: number;
  readonly caps: readonly Cap[];
}

export function estimate(rows: readonly TypedCost[], categories: readonly CostCategory[]): Estimate {
  const priced = rows.map((row) => priceRow(row, categories));
  const total = sumOf(priced);
  const caps = categories.flatMap((category) => capOf(category, priced, total));
  return { rows: priced, total, counted: priced.filter((row) => row.value !== null).length, caps };
}

function priceRow(row: TypedCost, categories: readonly CostCategory[]): PricedCost {
  const category = categories.find((one) => String(one.id) === row.category);
  const quantity = parseQuantity(row.quantity);
  const price = positive(parseAmount(row.price));
  if (!quantity.ok || !price.ok) return { category, quantity, price, value: null };
  const value = multiply(quantity.value, price.value);
  return value > largestAmount
    ? { category, quantity, price: refused('amount_too_large'), value: null }
    : { category, quantity, price, value };
}

function positive(price: Result<Grosze>): Result<Grosze> {
  return price.ok && price.value === 0 ? refused('price_nothing') : price;
}

function sumOf(rows: readonly PricedCost[]): Grosze {
  return grosze(rows.reduce((total, row) => total + (row.value ?? 0), 0));
}

function capOf(category: CostCategory, rows: readonly PricedCost[], total: Grosze): Cap[] {
  const percent = category.capPercent;
  if (percent === null || percent >= 100) return [];
  const amount = sumOf(rows.filter((row) => row.category?.id === category.id));
  const others = BigInt(total - amount);
  const aim = grosze(Number((others * BigInt(percent)) / BigInt(100 - percent)));
  return [{ category, amount, share: percentOf(amount, total), aim, exceeded: amount > aim }];
}
