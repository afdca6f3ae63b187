import { z } from 'zod';
import { type Grosze, grosze, inputAmount, parseAmount, sum } from '../../lib/money.ts';
import { type FieldErrors, parseForm, type RawBody, rawText } from '../../web/form.ts';
import { fieldMessages } from './form-texts.ts';
import { amountOrNone, type DocumentInput, documentForm, partAmount } from './forms.ts';
import { leftToSplit, type Part } from './policy.ts';
import type { Expense } from './queries.ts';

/** A part as typed. */
export interface TypedPart {
  readonly line: string;
  readonly initiative: string;
  readonly amount: string;
}

export const emptyPart: TypedPart = { line: '', initiative: '', amount: '' };

const words = z.string().catch('');
const rowsOf = z.preprocess(
  (value) => (typeof value === 'object' && value !== null ? Object.values(value) : []),
  z.array(z.object({ line: words, initiative: words, amount: words })).catch([]),
);

/** What the buttons of the page ask for. */
export type SplitAction =
  | { readonly kind: 'save' | 'recount' | 'add' }
  | { readonly kind: 'remove'; readonly index: number };

export function actionOf(raw: RawBody): SplitAction {
  const wanted = rawText(raw, 'do');
  const removed = /^remove:(\d{1,3})$/.exec(wanted);
  if (removed) return { kind: 'remove', index: Number(removed[1]) };
  return { kind: wanted === 'recount' || wanted === 'add' ? wanted : 'save' };
}

export function typedParts(raw: RawBody): TypedPart[] {
  return rowsOf.parse(raw['rows']);
}

/** A row with neither line nor amount is no part; the initiative alone, chosen before, says nothing. */
function isWritten({ line, amount }: TypedPart): boolean {
  return line !== '' || amount !== '';
}

/** The rows the page shows after a button that saves nothing. */
export function partsAfter(raw: RawBody): TypedPart[] {
  const action = actionOf(raw);
  const rows = typedParts(raw).filter((_row, index) => action.kind !== 'remove' || index !== action.index);
  return action.kind === 'add' || rows.length === 0 ? [...rows, emptyPart] : rows;
}

export type UnderstoodDraft =
  | { readonly ok: true; readonly document: DocumentInput; readonly outside: Grosze; readonly parts: readonly Part[] }
  | { readonly ok: false; readonly fields: FieldErrors };

/** The whole page as a command takes it, or a sentence for each wrong field: `total`, `outside`, `rows.1.amount`. */
export function understand(raw: RawBody): UnderstoodDraft {
  const document = parseForm(documentForm, raw);
  const outside = parseForm(z.object({ outside: amountOrNone }), raw);
  const fields: Record<string, string> = {
    ...(document.ok ? {} : document.errors),
    ...(outside.ok ? {} : outside.errors),
  };
  const parts: Part[] = [];
  for (const [index, row] of typedParts(raw).entries()) {
    if (!isWritten(row)) continue;
    const amount = partAmount.safeParse(row.amount);
    const line = /^[1-9]\d{0,14}$/.test(row.line);
    if (!line) fields[`rows.${index}.line`] = fieldMessages.line_missing;
    if (!amount.success) fields[`rows.${index}.amount`] = amount.error.issues[0]?.message ?? '';
    const initiativeId = /^[1-9]\d{0,14}$/.test(row.initiative) ? Number(row.initiative) : null;
    if (line && amount.success) parts.push({ lineId: Number(row.line), initiativeId, amount: amount.data });
  }
  if (!document.ok || !outside.ok || Object.keys(fields).length > 0) return { ok: false, fields };
  return { ok: true, document: document.value, outside: outside.value.outside, parts };
}

/** Live sums: what cannot be read yet counts as nothing and is told. Grosze. */
export interface SplitSums {
  readonly total: Grosze;
  readonly spread: Grosze;
  readonly outside: Grosze;
  readonly left: Grosze;
  readonly unread: number;
}

export function sumsOf(typed: Pick<TypedDraft, 'total' | 'outside'>, rows: readonly TypedPart[]): SplitSums {
  const written = [
    typed.total,
    typed.outside === '' ? '0' : typed.outside,
    ...rows.filter(isWritten).map((row) => row.amount),
  ];
  const amounts = written.map(parseAmount);
  const [total = grosze(0), outside = grosze(0), ...parts] = amounts.map((amount) =>
    amount.ok ? amount.value : grosze(0),
  );
  const left = leftToSplit({ total, outside, parts: parts.map((amount) => ({ amount })) });
  return { total, spread: sum(parts), outside, left, unread: amounts.filter((amount) => !amount.ok).length };
}

const draftFields = [
  'kind',
  'number',
  'sellerName',
  'sellerNip',
  'issuedOn',
  'total',
  'outside',
  'description',
] as const;

/** The fields of the page, as stored in a draft or as typed. */
export type TypedDraft = Readonly<Record<(typeof draftFields)[number], string>>;

export function storedDraft(expense: Expense): TypedDraft {
  const { kind, number, sellerName, sellerNip, issuedOn, description } = expense;
  const outside = expense.outsideGrosze === 0 ? '' : inputAmount(expense.outsideGrosze);
  return {
    kind,
    number,
    sellerName,
    sellerNip,
    issuedOn,
    description,
    outside,
    total: inputAmount(expense.totalGrosze),
  };
}

export function sentDraft(raw: RawBody): TypedDraft {
  return Object.fromEntries(draftFields.map((name) => [name, rawText(raw, name)])) as TypedDraft;
}

export function storedParts(expense: Expense): TypedPart[] {
  return expense.parts.map(({ lineId, initiativeId, amount }) => ({
    line: String(lineId),
    initiative: initiativeId === null ? '' : String(initiativeId),
    amount: inputAmount(amount),
  }));
}
