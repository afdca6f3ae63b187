import { describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatNumber,
  formatQuantity,
  type Grosze,
  grosze,
  inputAmount,
  largestAmount,
  multiply,
  parseAmount,
  parseQuantity,
  percentOf,
  splitByLargestRemainder,
  sum,
} from '../../src/lib/money.ts';
import { amountMessages, quantityMessages } from '../../src/lib/polish-messages.ts';
import { type Result, refused } from '../../src/lib/result.ts';
import { numbers } from '../support/properties.ts';

describe('reading an amount', () => {
  it.each([
    ['1234', 123_400],
    ['1 234,56', 123_456],
    ['1\u00A0234,56', 123_456],
    ['1\u202F234,56', 123_456],
    ['  1\t234 , 56 ', 123_456],
    ['1234.56', 123_456],
    ['1234,5', 123_450],
    ['2 500 zł', 250_000],
    ['2500,00zł', 250_000],
    ['2500 ZŁ', 250_000],
    ['2500 zl', 250_000],
    ['2500 PLN', 250_000],
    ['0', 0],
    ['0,01', 1],
    ['007,10', 710],
    ['1 000 000', 100_000_000],
    ['999 999 999,99', 99_999_999_999],
    ['000000000000005', 500],
  ])('%j is %i grosze', (text, amount) => {
    expect(parseAmount(text)).toEqual({ ok: true, value: amount });
  });

  it.each([
    ['', 'amount_missing'],
    [' \u00A0 ', 'amount_missing'],
    ['zł', 'amount_missing'],
    ['1.234,56', 'amount_two_separators'],
    ['1,234.56', 'amount_two_separators'],
    ['1.234.567', 'amount_two_separators'],
    ['12,,5', 'amount_two_separators'],
    ['1,155', 'amount_too_precise'],
    ['1.234', 'amount_too_precise'],
    ['0,000', 'amount_too_precise'],
    ['-5', 'amount_negative'],
    ['\u2212 5,00 zł', 'amount_negative'],
    ['1e3', 'amount_not_a_number'],
    ['10^15', 'amount_not_a_number'],
    ['Infinity', 'amount_not_a_number'],
    ['0x10', 'amount_not_a_number'],
    ['dwieście', 'amount_not_a_number'],
    ['+5', 'amount_not_a_number'],
    [',50', 'amount_not_a_number'],
    ['12,', 'amount_not_a_number'],
    ['-', 'amount_not_a_number'],
    ['5 zł 50', 'amount_not_a_number'],
    ['١٢٣', 'amount_not_a_number'],
    ['1\u00002', 'amount_not_a_number'],
    ['15 00', 'amount_spacing'],
    ['1 23 456,00', 'amount_spacing'],
    ['1234 567', 'amount_spacing'],
    ['1000000000', 'amount_too_large'],
    ['1 000 000 000,00', 'amount_too_large'],
    ['1000000000000000', 'amount_too_large'],
    ['9'.repeat(400), 'amount_too_large'],
  ])('%j is refused: %s', (text, code) => {
    expect(parseAmount(text)).toEqual(refused(code));
    expect(amountMessages).toHaveProperty(code);
  });

  it('reads back whatever was written, in every way of writing', () => {
    expect(misread(parseAmount)).toEqual([]);
  });

  it('mutant: reading through a float is caught by the same property', () => {
    const throughFloat = (text: string): Result<Grosze> => ({
      ok: true,
      value: Math.trunc(Number.parseFloat(text.replace(/[^\d,.-]/g, '').replace(',', '.')) * 100) as Grosze,
    });
    expect(misread(throughFloat)).not.toEqual([]);
  });
});

function misread(read: (text: string) => Result<Grosze>): string[] {
  const draw = numbers(2024);
  const amounts = Array.from({ length: 500 }, () => grosze(draw(2) ? draw(100_000) : draw(largestAmount + 1)));
  return [...amounts, largestAmount, grosze(0)].flatMap((amount) =>
    [formatAmount, formatNumber, inputAmount]
      .map((write) => write(amount))
      .filter((text) => {
        const result = read(text);
        return !result.ok || result.value !== amount;
      }),
  );
}

describe('writing an amount', () => {
  it.each([
    [0, '0,00 zł'],
    [5, '0,05 zł'],
    [99_999, '999,99 zł'],
    [100_000, '1 000,00 zł'],
    [123_450, '1 234,50 zł'],
    [1_234_567, '12 345,67 zł'],
    [13_370_000, '133 700,00 zł'],
    [99_999_999_999, '999 999 999,99 zł'],
    [-1_234_567, '\u221212 345,67 zł'],
    [-5, '\u22120,05 zł'],
  ])('%i grosze: %s', (amount, text) => {
    const hard = text.replaceAll(' ', '\u00A0');
    expect(formatAmount(grosze(amount))).toBe(hard);
    expect(formatNumber(grosze(amount))).toBe(hard.replace('\u00A0zł', ''));
    expect(inputAmount(grosze(amount))).toBe(text.replace(' zł', '').replace('\u2212', '-'));
  });

  it('is whole grosze or an error of ours', () => {
    expect(() => grosze(0.5)).toThrow(RangeError);
    expect(() => grosze(Number.NaN)).toThrow(RangeError);
    expect(() => grosze(2 ** 53)).toThrow(RangeError);
    expect(Object.is(grosze(-0), 0)).toBe(true);
  });
});

type Split = typeof splitByLargestRemainder;

describe('splitting by largest remainder', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [10, [3, 3, 3, 1], [3, 3, 3, 1]],
    [7, [0, 5, 5], [0, 4, 3]],
    [1, [1, 2, 2], [0, 1, 0]],
    [0, [1, 2], [0, 0]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [13_370_000, [11_960_000, 1_410_000], [11_960_000, 1_410_000]],
    [99_999_999_999, [99_999_999_999, 1], [99_999_999_998, 1]],
  ])('%i by %j is %j', (total, weights, parts) => {
    expect(splitByLargestRemainder(grosze(total), weights)).toEqual(parts);
  });

  it('needs weights that can be weighed', () => {
    expect(() => splitByLargestRemainder(grosze(5), [])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(grosze(5), [0, 0])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(grosze(5), [1, -1])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(grosze(5), [0.5])).toThrow(RangeError);
  });

  it('sums to the total, within a grosz of the exact share, nothing for weight 0, order kept', () => {
    expect(brokenSplits(splitByLargestRemainder)).toEqual([]);
  });

  const mutants: Record<string, Split> = {
    'every part rounded by itself': (total, weights) => {
      const whole = weights.reduce((all, weight) => all + weight, 0);
      return weights.map((weight) => grosze(Math.round((total * weight) / whole)));
    },
    'the whole remainder to the last part': (total, weights) => {
      const whole = weights.reduce((all, weight) => all + weight, 0);
      const parts = weights.map((weight) => grosze(Math.floor((total * weight) / whole)));
      const rest = total - sum(parts);
      return parts.map((part, index) => grosze(index === parts.length - 1 ? part + rest : part));
    },
    'grosze left over to the first parts': (total, weights) => {
      const whole = weights.reduce((all, weight) => all + weight, 0);
      const parts = weights.map((weight) => grosze(Math.floor((total * weight) / whole)));
      const rest = total - sum(parts);
      return parts.map((part, index) => grosze(index < rest ? part + 1 : part));
    },
  };

  it.each(Object.entries(mutants))('mutant: %s, caught by the same property', (_name, mutant) => {
    expect(brokenSplits(mutant)).not.toEqual([]);
  });
});

function brokenSplits(split: Split): string[] {
  const draw = numbers(133_700);
  const cases = Array.from({ length: 400 }, () => ({
    total: draw(5_000_000),
    weights: [1 + draw(1_000), ...Array.from({ length: draw(8) }, () => draw(1_000))],
  }));
  return cases.filter(({ total, weights }) => !isFairSplit(split, total, weights)).map((one) => JSON.stringify(one));
}

function isFairSplit(split: Split, total: number, weights: number[]): boolean {
  const whole = weights.reduce((all, weight) => all + weight, 0);
  const parts = split(grosze(total), weights);
  const near = parts.every((part, index) => Math.abs(part * whole - total * (weights[index] ?? 0)) < whole);
  const emptyForZero = parts.every((part, index) => weights[index] !== 0 || part === 0);
  const ordered = parts.every((part, i) =>
    parts.every((other, j) => (weights[i] ?? 0) <= (weights[j] ?? 0) || part >= other),
  );
  const mirrored = split(grosze(-total), weights).every((part, index) => part === grosze(-(parts[index] ?? 0)));
  return sum(parts) === total && near && emptyForZero && ordered && mirrored;
}

describe('shares, products and sums', () => {
  it.each([
    [1_410_000, 13_370_000, 1_055],
    [1, 3, 3_333],
    [2, 3, 6_667],
    [1, 20_000, 1],
    [1, 20_001, 0],
    [-1, 3, -3_333],
    [-1, 20_000, -1],
    [3, 2, 15_000],
    [0, 5, 0],
  ])('%i of %i is %i hundredths of a percent', (part, whole, hundredths) => {
    expect(percentOf(grosze(part), grosze(whole))).toBe(hundredths);
  });

  it('of nothing there is no percentage', () => {
    expect(percentOf(grosze(5), grosze(0))).toBeNull();
  });

  it.each([
    [6_000, 4_999, 29_994],
    [2_500, 101, 253],
    [500, 1, 1],
    [499, 1, 0],
    [1_005, 100, 101],
    [500, -1, -1],
    [333, 100, 33],
    [90_000_000, 99_999_999_999, 8_999_999_999_910_000],
  ])('%i thousandths at %i grosze is %i', (quantity, price, total) => {
    expect(multiply(quantity, grosze(price))).toBe(total);
  });

  it('sums, and nothing sums to nothing', () => {
    expect(sum([grosze(11_960_000), grosze(1_410_000)])).toBe(13_370_000);
    expect(sum([])).toBe(0);
    expect(() => sum([grosze(Number.MAX_SAFE_INTEGER), grosze(1)])).toThrow(RangeError);
  });
});

describe('quantities', () => {
  it.each([
    ['6', 6_000, '6'],
    ['2,5', 2_500, '2,5'],
    ['2.50', 2_500, '2,5'],
    ['0,125', 125, '0,125'],
    ['1 200', 1_200_000, '1\u00A0200'],
    ['90000', 90_000_000, '90\u00A0000'],
    ['010', 10_000, '10'],
  ])('%j is %i thousandths, written %j', (text, thousandths, written) => {
    expect(parseQuantity(text)).toEqual({ ok: true, value: thousandths });
    expect(formatQuantity(thousandths)).toBe(written);
  });

  it.each([
    ['', 'quantity_missing'],
    ['sześć', 'quantity_not_a_number'],
    ['6 szt.', 'quantity_not_a_number'],
    ['1e3', 'quantity_not_a_number'],
    ['1,2,3', 'quantity_not_a_number'],
    ['1,2345', 'quantity_too_precise'],
    ['0', 'quantity_not_positive'],
    ['0,000', 'quantity_not_positive'],
    ['-2', 'quantity_not_positive'],
    ['90000,001', 'quantity_too_large'],
    ['9'.repeat(400), 'quantity_too_large'],
  ])('%j is refused: %s', (text, code) => {
    expect(parseQuantity(text)).toEqual(refused(code));
    expect(quantityMessages).toHaveProperty(code);
  });
});
