import { type Grosze, grosze, inputAmount, multiply, parseQuantity } from '../../../lib/money.ts';
import { foldText } from '../../../lib/polish.ts';
import type { CostCategory } from '../../calls/criteria.ts';
import type { TypedCost } from '../typed.ts';
import { type PastedRow, readCells } from './cells.ts';

import { type Columns, chosenColumns, findColumns } from './columns.ts';
import { estimateSense } from './estimate-columns.ts';
import type { ColumnKind } from './kinds.ts';
import { readCount, readPrice } from './numbers.ts';
import { defaultUnits, totalWords } from './texts.ts';
import { linesLeft, type Unread, unreadRow } from './unread.ts';

/** A row of costs as understood, ready for the form. */
export interface ReadCost {
  readonly line: number;
  readonly cost: TypedCost;
  /** Quantity times price, in grosze. */
  readonly value: Grosze;
  /** What its spreadsheet says of the value, when that is something else. */
  readonly otherValue: Grosze | null;
}

export interface PastedCosts {
  readonly columns: Columns<ColumnKind>;
  /** Cells of the row that names the columns, or of the first. */
  readonly heads: readonly string[];
  readonly costs: readonly ReadCost[];
  readonly unread: readonly Unread[];
}

/**
 * Rows of costs copied from a spreadsheet. A category in a merged cell holds for the rows below it; a missing quantity is one; a price may be
 * worked out from a value that divides evenly. `chosen`: what each column was said to hold, where somebody said it.
 */
export function readPastedCosts(
  text: string,
  categories: readonly CostCategory[],
  chosen: readonly string[] = [],
): PastedCosts {
  const { rows, unreadLines } = readCells(text);
  const columns = chosen.length > 0 ? chosenColumns(rows, estimateSense, chosen) : findColumns(rows, estimateSense);
  const costs: ReadCost[] = [];
  const unread: Unread[] = [];
  let category = '';
  for (const [index, row] of rows.entries()) {
    if (index === columns.header) continue;
    const of = (kind: ColumnKind) => row.cells[columns.kinds.indexOf(kind)] ?? '';
    const read = index < columns.header ? unreadRow(row, 'above_header') : readRow(row, of);
    const named = categoryNamed(of('category') || of('name'), categories);
    const isGroup = 'why' in read && read.why === 'price_missing' && named !== '';
    if (isGroup || of('category') !== '') category = named;
    if (isGroup) unread.push(unreadRow(row, 'group_heading'));
    else if ('why' in read) unread.push(read);
    else costs.push({ line: row.line, ...read, cost: { ...read.cost, category } });
  }
  unread.push(...linesLeft(unreadLines));
  return { columns, heads: rows[Math.max(columns.header, 0)]?.cells ?? [], costs, unread };
}

function readRow(row: PastedRow, of: (kind: ColumnKind) => string): Omit<ReadCost, 'line'> | Unread {
  const [name, price, value] = [of('name'), of('price'), of('value')];
  const first = row.cells.find((cell) => cell !== '') ?? '';
  if (totalWords.test(foldText(first)) || totalWords.test(foldText(name))) return unreadRow(row, 'total');
  if (price === '' && value === '') return unreadRow(row, 'price_missing');
  if (name === '') return unreadRow(row, 'name_missing');
  const count = of('quantity') === '' ? undefined : readCount(of('quantity'));
  if (count !== undefined && !count.ok) return unreadRow(row, `quantity:${count.code}`, count.facts);
  const counted = count?.value ?? { quantity: '1', unit: '' };
  const whole = value === '' ? undefined : readPrice(value);
  const each = price === '' ? shareOf(whole?.ok ? whole.value : null, counted.quantity) : readPrice(price);
  if (each === null) return unreadRow(row, 'value_not_divisible');
  if (!each.ok) return unreadRow(row, `price:${each.code}`, each.facts);
  if (each.value === 0) return unreadRow(row, 'price_nothing');
  const quantity = parseQuantity(counted.quantity);
  const worth = multiply(quantity.ok ? quantity.value : 1000, each.value);
  const unit = of('unit') || counted.unit || (count === undefined ? defaultUnits.whole : defaultUnits.piece);
  return {
    cost: { name, category: '', quantity: counted.quantity, unit, price: inputAmount(each.value), payBasis: '' },
    value: worth,
    otherValue: whole?.ok && whole.value !== worth ? whole.value : null,
  };
}

/** The price of one, when the value divides into whole grosze. */
function shareOf(value: Grosze | null, quantityText: string): { ok: true; value: Grosze } | null {
  const quantity = parseQuantity(quantityText);
  if (value === null || !quantity.ok) return null;
  const share = (value * 1000) / quantity.value;
  return Number.isInteger(share) ? { ok: true, value: grosze(share) } : null;
}

/** Id of the category with this name, or of the only one that begins with it or holds it; '' when it is none of them. */
function categoryNamed(text: string, categories: readonly CostCategory[]): string {
  const wanted = foldText(text).trim();
  if (wanted.length < 3) return '';
  const exact = categories.find(({ name }) => foldText(name) === wanted);
  const alike = categories.filter(({ name }) => foldText(name).startsWith(wanted) || wanted.startsWith(foldText(name)));
  return String((exact ?? (alike.length === 1 ? alike[0] : undefined))?.id ?? '');
}
