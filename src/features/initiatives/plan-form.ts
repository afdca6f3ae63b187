import { z } from 'zod';
import { type Grosze, largestAmount, multiply, parseAmount, parseQuantity } from '../../lib/money.ts';
import { countLetters } from '../../lib/text.ts';
import type { FieldErrors } from '../../web/form.ts';
import type { PlanLine } from './policy.ts';
import { planMessages } from './texts.ts';

/** A row as typed. */
export interface TypedLine {
  readonly name: string;
  readonly category: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  readonly amount: string;
}

export const emptyLine: TypedLine = { name: '', category: '', quantity: '', unit: '', price: '', amount: '' };

const typedText = z.string().catch('');
const typedLine = z.object({
  ...{
    name: typedText,
    category: typedText,
    quantity: typedText,
    unit: typedText,
    price: typedText,
    amount: typedText,
  },
});

/** Rows come as a list, or under their numbers when there are very many. */
const typedLines = z.preprocess(
  (value) => (typeof value === 'object' && value !== null ? Object.values(value) : []),
  z.array(typedLine).catch([]),
);

/** What the buttons of the page ask for. */
export const planActions = ['save', 'agree', 'recount', 'add'] as const;

export const planForm = z.object({
  revision: z.coerce.number().int().catch(0),
  do: z.union([z.enum(planActions), z.string().regex(/^remove:\d{1,3}$/)]).catch('save'),
  rows: typedLines,
});

/** One row as understood: what cannot be read is null and has its fault. `value` is quantity times price. */
export interface ReadLine {
  readonly quantity: number | null;
  readonly price: Grosze | null;
  readonly value: Grosze | null;
  readonly amount: Grosze | null;
  readonly faults: Readonly<Record<string, keyof typeof planMessages>>;
}

/** An amount left empty is quantity times price. */
export function readLine(typed: TypedLine): ReadLine {
  const faults: Record<string, keyof typeof planMessages> = { ...faultsOfWords(typed) };
  const quantity = parseQuantity(typed.quantity);
  const price = parseAmount(typed.price);
  const value = quantity.ok && price.ok ? multiply(quantity.value, price.value) : null;
  const written = typed.amount === '' ? null : parseAmount(typed.amount);
  const amount = written === null ? value : written.ok ? written.value : null;
  if (!quantity.ok) faults['quantity'] = quantity.code as keyof typeof planMessages;
  if (!price.ok) faults['price'] = price.code as keyof typeof planMessages;
  if (written?.ok === false) faults['amount'] = written.code as keyof typeof planMessages;
  if (amount === 0) faults['amount'] = 'amount_nothing';
  if (amount !== null && amount > largestAmount) faults['amount'] = 'amount_too_large';
  return { quantity: quantity.ok ? quantity.value : null, price: price.ok ? price.value : null, value, amount, faults };
}

function faultsOfWords({ name, category, unit }: TypedLine): Record<string, keyof typeof planMessages> {
  return {
    ...(name === '' ? { name: 'name_missing' as const } : {}),
    ...(countLetters(name) > 200 ? { name: 'name_too_long' as const } : {}),
    ...(/^\d{1,9}$/.test(category) ? {} : { category: 'category_missing' as const }),
    ...(unit === '' ? { unit: 'unit_missing' as const } : {}),
    ...(countLetters(unit) > 40 ? { unit: 'unit_too_long' as const } : {}),
  };
}

export type UnderstoodPlan =
  | { readonly ok: true; readonly lines: Omit<PlanLine, 'budgetLineId'>[] }
  | { readonly ok: false; readonly fields: FieldErrors };

export function isBlank(typed: TypedLine): boolean {
  return Object.values(typed).every((text) => text === '');
}

/** All rows as a command takes them, or a sentence for each wrong field under `rows.2.price`. Rows left wholly empty are no rows. */
export function understand(rows: readonly TypedLine[]): UnderstoodPlan {
  const fields: Record<string, string> = {};
  const lines: Omit<PlanLine, 'budgetLineId'>[] = [];
  for (const [index, typed] of rows.entries()) {
    if (isBlank(typed)) continue;
    const { quantity, price, amount, faults } = readLine(typed);
    for (const [field, code] of Object.entries(faults)) fields[`rows.${index}.${field}`] = planMessages[code];
    if (quantity === null || price === null || amount === null) continue;
    lines.push({ name: typed.name, categoryId: Number(typed.category), quantity, unit: typed.unit, price, amount });
  }
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, lines };
}
