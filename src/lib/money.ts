import { groupThousands, nbsp } from './polish.ts';
import { currency } from './polish-vocabulary.ts';
import { done, type Result, refused } from './result.ts';

declare const groszeBrand: unique symbol;

/** An amount in whole grosze; negative for corrections and reversals. */
export type Grosze = number & { readonly [groszeBrand]: true };

/** 999 999 999,99 in the currency. A computed amount above it is to be refused like a typed one: `amount_too_large`. */
export const largestAmount = grosze(99_999_999_999);

export function grosze(n: number): Grosze {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number of grosze: ${n}`);
  return (n === 0 ? 0 : n) as Grosze;
}

const wholeNumber = String.raw`\d+|\d{1,3}(?: \d{3})+`;
const currencyAtEnd = new RegExp(`(?:${currency}|zl|pln)\\.?$`, 'iu');
const amountShape = new RegExp(`^(${wholeNumber})(?: ?[.,] ?(\\d+))?$`);

/**
 * Reads an amount from its digits: `1234`, `1 234,56`, `1234.56`, `1234,5`, with any kind of space and the currency's
 * name after it. Refuses `amount_missing`, `amount_two_separators`, `amount_too_precise`, `amount_negative`,
 * `amount_spacing` (a space that does not set off thousands), `amount_too_large`, `amount_not_a_number`.
 */
export function parseAmount(text: string): Result<Grosze> {
  const written = text.replace(/\s+/g, ' ').trim().replace(currencyAtEnd, '').trim();
  if (written === '') return refused('amount_missing');
  if (isNegative(written)) return refused('amount_negative');
  if (/^[\d ]*[.,][\d ]*[.,][\d ., ]*$/.test(written)) return refused('amount_two_separators');
  const shape = amountShape.exec(written);
  if (!shape) return refused(/^\d[\d ]*(?:[.,] ?\d+)?$/.test(written) ? 'amount_spacing' : 'amount_not_a_number');
  const whole = significant(shape[1]);
  const decimals = shape[2] ?? '';
  if (decimals.length > 2) return refused('amount_too_precise');
  if (whole.length > 9) return refused('amount_too_large');
  return done(grosze(Number(whole + decimals.padEnd(2, '0'))));
}

function isNegative(written: string): boolean {
  return /^[-\u2212\u2013] ?\d/.test(written);
}

function significant(digits = ''): string {
  return digits.replace(/ /g, '').replace(/^0+(?=\d)/, '');
}

/** „12 345,67” and the currency, with hard spaces; a true minus sign before negative amounts. */
export function formatAmount(amount: Grosze): string {
  return `${formatNumber(amount)}${nbsp}${currency}`;
}

/** „12 345,67” with hard spaces. */
export function formatNumber(amount: Grosze): string {
  return decimal(amount, { minus: '\u2212', space: nbsp });
}

/** „12 345,67” with plain spaces and hyphen, for a form field. */
export function inputAmount(amount: Grosze): string {
  return decimal(amount, { minus: '-', space: ' ' });
}

function decimal(amount: Grosze, signs: { minus: string; space: string }): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const whole = groupThousands(digits.slice(0, -2), signs.space);
  return `${amount < 0 ? signs.minus : ''}${whole},${digits.slice(-2)}`;
}

export function sum(amounts: readonly Grosze[]): Grosze {
  return grosze(amounts.reduce<number>((total, amount) => total + amount, 0));
}

/**
 * Divides the total in proportion to whole, non-negative weights so that the parts always sum to it: everyone gets the
 * rounded-down share, the grosze left over go to the largest remainders, ties to the earlier one. A negative total is
 * divided as its mirror image. Throws a RangeError when no weight is positive.
 */
export function splitByLargestRemainder(total: Grosze, weights: readonly number[]): Grosze[] {
  const exact = weights.map(toWeight);
  const whole = exact.reduce((all, weight) => all + weight, 0n);
  if (whole === 0n) throw new RangeError('a split needs a positive weight');
  const size = BigInt(Math.abs(total));
  const shares = exact.map((weight) => (size * weight) / whole);
  const remainders = exact.map((weight) => (size * weight) % whole);
  let left = Number(size - shares.reduce((given, share) => given + share, 0n));
  const byRemainder = remainders.map((remainder, index) => ({ remainder, index })).sort(largestFirst);
  for (const { index } of byRemainder) {
    if (left === 0) break;
    shares[index] = (shares[index] ?? 0n) + 1n;
    left -= 1;
  }
  return shares.map((share) => grosze(Math.sign(total) * Number(share)));
}

function toWeight(weight: number): bigint {
  if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`);
  return BigInt(weight);
}

type Remainder = { readonly remainder: bigint; readonly index: number };

function largestFirst(a: Remainder, b: Remainder): number {
  if (a.remainder === b.remainder) return a.index - b.index;
  return a.remainder > b.remainder ? -1 : 1;
}

/** The part in hundredths of a percent of the whole (1055 is 10,55%), half up; null when the whole is nothing. */
export function percentOf(part: Grosze, whole: Grosze): number | null {
  return whole === 0 ? null : divideHalfUp(BigInt(part) * 10_000n, BigInt(whole));
}

/** Quantity (thousandths) times unit price, rounded half up to a grosz; for negative prices the mirror image. */
export function multiply(quantityThousandths: number, unitPrice: Grosze): Grosze {
  return grosze(divideHalfUp(BigInt(quantityThousandths) * BigInt(unitPrice), 1000n));
}

function divideHalfUp(dividend: bigint, divisor: bigint): number {
  const negative = dividend < 0n !== divisor < 0n;
  const size = (2n * absolute(dividend) + absolute(divisor)) / (2n * absolute(divisor));
  return Number(negative ? -size : size);
}

function absolute(n: bigint): bigint {
  return n < 0n ? -n : n;
}

const quantityShape = new RegExp(`^(${wholeNumber})(?:[.,](\\d+))?$`);

/** So that this many times the largest amount is still an exact integer. */
const largestQuantity = 90_000_000;

/**
 * Reads a quantity, `6` or `2,5`, as thousandths. Refuses `quantity_missing`, `quantity_not_a_number`,
 * `quantity_too_precise` (over three decimals), `quantity_not_positive`, `quantity_too_large` (over 90 000).
 */
export function parseQuantity(text: string): Result<number> {
  const written = text.replace(/\s+/g, ' ').trim();
  if (written === '') return refused('quantity_missing');
  if (isNegative(written)) return refused('quantity_not_positive');
  const shape = quantityShape.exec(written);
  if (!shape) return refused('quantity_not_a_number');
  const whole = significant(shape[1]);
  const decimals = shape[2] ?? '';
  if (decimals.length > 3) return refused('quantity_too_precise');
  const thousandths = Number(whole + decimals.padEnd(3, '0'));
  if (thousandths === 0) return refused('quantity_not_positive');
  return thousandths > largestQuantity ? refused('quantity_too_large') : done(thousandths);
}

/** „2,5”, „6”, „1 200”: no needless zeros, hard spaces between thousands. */
export function formatQuantity(thousandths: number): string {
  const digits = String(thousandths).padStart(4, '0');
  const decimals = digits.slice(-3).replace(/0+$/, '');
  const whole = groupThousands(digits.slice(0, -3));
  return decimals === '' ? whole : `${whole},${decimals}`;
}
