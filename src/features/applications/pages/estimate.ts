import { type Grosze, largestAmount } from '../../../lib/money.ts';
import type { CostCategory } from '../../calls/criteria.ts';
import { type Cap, estimate } from '../costs.ts';
import { applicationPaths } from '../paths.ts';
import { payChoices } from '../pay/texts.ts';
import { brokenLimits } from '../policy.ts';
import { missingText } from '../texts/missing.ts';
import { limitTexts } from '../texts.ts';
import type { TypedCost } from '../typed.ts';
import { rowOf, type Wrong } from './rows.ts';
import type { Writing } from './writing.ts';

const fits = { tone: 'ok', text: limitTexts.fits };
const tooMuch = { tone: 'warn', text: limitTexts.tooMuch };
const tooLittle = { tone: 'warn', text: limitTexts.tooLittle };

/** The table of costs with values, sums and limits; the same data draw the page and the part of it that is refreshed. */
export function estimateOf({ draft, rules }: Writing, rows: readonly TypedCost[], wrong: Wrong) {
  const counted = estimate(rows, rules.categories);
  const broken = rows.length === 0 ? [] : brokenLimits(counted, rules);
  const { minGrosze: min, maxGrosze: max } = rules;
  const breaks = (code: string) => broken.some((one) => one.code === code);
  const wholeTag = breaks('total_above')
    ? tooMuch
    : breaks('total_below')
      ? tooLittle
      : counted.total >= min
        ? fits
        : null;
  return {
    sumsAddress: applicationPaths.sumsOf(draft.id),
    rows: rows.map((row, index) => ({
      ...rowOf(row, index, wrong),
      options: optionsOf(rules.categories, row),
      value: counted.rows[index]?.value ?? null,
      pay: counted.rows[index]?.category?.isPay ? payOptions(row) : null,
    })),
    total: counted.total,
    counted: counted.counted,
    all: rows.length,
    limits: [
      { label: limitTexts.whole(min, max), value: limitTexts.share(counted.total, null), tag: wholeTag },
      ...counted.caps.map(capLine),
    ],
    warnings: broken.map(missingText),
    bar: {
      label: limitTexts.bar(counted.total, max),
      spent: thousandths(counted.total, max),
      mark: thousandths(min, max),
      over: counted.total > max,
    },
  };
}

function optionsOf(categories: readonly CostCategory[], row: TypedCost) {
  return categories.map(({ id, name }) => ({ value: String(id), label: name, selected: String(id) === row.category }));
}

function payOptions({ payBasis }: TypedCost) {
  return payChoices.map(({ value, label }) => ({ value, label, selected: value === payBasis }));
}

function capLine({ category, amount, share, exceeded }: Cap) {
  return {
    label: limitTexts.cap(capitalised(category.name), category.capPercent ?? 0),
    value: limitTexts.share(amount, share),
    tag: exceeded ? tooMuch : fits,
  };
}

function capitalised(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function thousandths(part: Grosze, whole: Grosze): number {
  return Math.round((Math.min(part, largestAmount) * 1000) / whole);
}
