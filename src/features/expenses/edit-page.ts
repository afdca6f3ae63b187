import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import { normaliseDigits } from '../../lib/identifiers.ts';
import { inputAmount } from '../../lib/money.ts';
import { type RawBody, rawText } from '../../web/form.ts';
import { lineChoices } from '../budgets/queries.ts';
import { initiativeChoices } from './choices.ts';
import { expensePaths } from './paths.ts';
import { type Expense, sameDocument } from './queries.ts';
import { documentShown, partsShown, pathsOf } from './show-page.ts';
import {
  emptyPart,
  partsAfter,
  sentDraft,
  storedDraft,
  storedParts,
  sumsOf,
  type TypedDraft,
  type TypedPart,
  typedParts,
} from './split-form.ts';
import { capital, documentLabel, kindNames, leftWords, titles, withoutInitiative } from './texts.ts';

interface Typed {
  readonly document: TypedDraft;
  readonly rows: readonly TypedPart[];
  /** The revision this page was opened at. */
  readonly revision: number;
}

/** A stored draft; without parts yet, one row waits with the whole sum. */
export function storedTyped(expense: Expense): Typed {
  const rows = storedParts(expense);
  const suggested = { ...emptyPart, amount: inputAmount(expense.totalGrosze) };
  return { document: storedDraft(expense), rows: rows.length > 0 ? rows : [suggested], revision: expense.revision };
}

/** Exactly what was sent; errors name rows by their place in it. */
export function sentTyped(raw: RawBody): Typed {
  return { document: sentDraft(raw), rows: typedParts(raw), revision: Number(rawText(raw, 'revision')) || 0 };
}

/** What was sent, after „Dodaj część” or „Usuń”. */
export function changedTyped(raw: RawBody): Typed {
  return { ...sentTyped(raw), rows: partsAfter(raw) };
}

export function editPage(reader: Reader, actor: Actor, expense: Expense, typed: Typed) {
  const edited = typed.revision !== expense.revision;
  return {
    label: capital(documentLabel(expense)),
    title: titles.edit,
    typed: typed.document,
    rows: typed.rows,
    kinds: kindOptions(),
    lines: lineChoices(reader, expense.projectId).map(({ id, label }) => ({ value: String(id), label })),
    initiatives: initiativeOptions(reader, actor),
    without: withoutInitiative,
    sums: sumsShown(typed),
    same: sameShown(reader, actor, expense.projectId, expense.id, typed.document),
    meanwhile: edited ? { document: documentShown(expense), parts: partsShown(expense) } : null,
    // What is sent next is sent in full knowledge of what stands.
    revision: expense.revision,
    paths: pathsOf(expense.id),
  };
}

export function sumsShown(typed: Pick<Typed, 'document' | 'rows'>) {
  const sums = sumsOf(typed.document, typed.rows);
  const over = sums.left < 0;
  return {
    ...sums,
    left: Math.abs(sums.left),
    over,
    even: sums.left === 0 && sums.unread === 0,
    words: leftWords(sums.left),
  };
}

export function kindOptions() {
  return Object.entries(kindNames).map(([value, label]) => ({ value, label }));
}

export function initiativeOptions(reader: Reader, actor: Actor) {
  return initiativeChoices(reader, actor).map(({ id, code, title }) => ({
    value: String(id),
    label: `${code} ${title}`,
  }));
}

/** The document that stands under the typed seller, kind and number already, with the way to it. */
export function sameShown(
  reader: Reader,
  actor: Actor,
  projectId: number,
  exceptId: number | null,
  typed: Pick<TypedDraft, 'kind' | 'number' | 'sellerNip'>,
) {
  const kind = Object.hasOwn(kindNames, typed.kind) ? (typed.kind as Expense['kind']) : undefined;
  const sellerNip = normaliseDigits(typed.sellerNip).toUpperCase();
  const same = kind && sameDocument(reader, actor, { projectId, exceptId, kind, sellerNip, number: typed.number });
  return same?.isOpen ? { label: documentLabel(same), href: expensePaths.showOf(same.id) } : null;
}
