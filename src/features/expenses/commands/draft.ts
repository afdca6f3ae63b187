import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { expenseParts, expenses } from '../../../db/schema/expenses.ts';
import type { Deps } from '../../../deps.ts';
import { addFile } from '../../../files/records.ts';
import type { StoredBlob } from '../../../files/store.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { warsawDay } from '../../../lib/days.ts';
import { type Grosze, grosze } from '../../../lib/money.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { findLine } from '../../budgets/queries.ts';
import { visibleInitiative } from '../../initiatives/queries.ts';
import { readProject } from '../../project/queries.ts';
import { planRooms, suggestedLine } from '../choices.ts';
import type { DocumentInput } from '../forms.ts';
import { expenseLife } from '../lifecycle.ts';
import type { Part } from '../policy.ts';
import { type Expense, sameDocument, visibleExpense } from '../queries.ts';
import { documentLabel } from '../texts.ts';
import { note } from './note.ts';

export interface Scan {
  readonly blob: StoredBlob;
  readonly name: string;
}

export interface NewExpense {
  readonly document: DocumentInput;
  /** Suggests one part with the whole sum, on the first line of the initiative's plan that has room. */
  readonly initiativeId: number | null;
  readonly scan?: Scan | undefined;
}

/** The first screen: a draft with its scan and a suggested split. Returns its id. Refuses as `saveExpense` does. */
export function enterExpense(deps: Deps, actor: Actor, { document, initiativeId, scan }: NewExpense): Result<number> {
  return deps.db.write((tx) => {
    if (initiativeId !== null && visibleInitiative(tx, actor, initiativeId) === undefined)
      return refused('initiative_unknown', { field: 'initiative' });
    const parts = suggestedParts(tx, document.total, initiativeId);
    return create(tx, deps, actor, { document, outside: grosze(0), parts, scan });
  });
}

function suggestedParts(tx: Tx, total: Grosze, initiativeId: number | null): Part[] {
  const lineId = initiativeId === null ? null : suggestedLine(planRooms(tx, initiativeId), total);
  return lineId === null ? [] : [{ lineId, initiativeId, amount: total }];
}

export interface DraftInput {
  /** Absent: a new document. */
  readonly id?: number | undefined;
  readonly revision?: number | undefined;
  readonly document: DocumentInput;
  readonly outside: Grosze;
  /** May not sum to the document yet. */
  readonly parts: readonly Part[];
  readonly scan?: Scan | undefined;
}

/**
 * Keeps a draft, new or changed, with its parts. Returns its id. Refuses `same_document` (facts document, state), `same_document_closed`,
 * `issued_in_future`, `outside_over_total`, `line_unknown`, `initiative_unknown`, `edited_meanwhile`, `not_in_this_state`, `absent`.
 */
export function saveExpense(deps: Deps, actor: Actor, input: DraftInput): Result<number> {
  return deps.db.write((tx) =>
    input.id === undefined ? create(tx, deps, actor, input) : change(tx, deps, actor, { ...input, id: input.id }),
  );
}

function create(tx: Tx, deps: Deps, actor: Actor, input: DraftInput): Result<number> {
  const project = readProject(tx);
  const sound = checkDraft(tx, deps, actor, { ...input, projectId: project.id, exceptId: null });
  if (!sound.ok) return sound;
  const createdBy = personIdOf(actor);
  if (createdBy === null) throw new Error('A document is entered by a person');
  const { id } = tx.orm
    .insert(expenses)
    .values({ ...columnsOf(input), projectId: project.id, createdAt: deps.clock.now(), createdBy })
    .returning({ id: expenses.id })
    .get();
  insertParts(tx, id, input.parts);
  note(tx, deps, actor, id, { what: 'expense.entered', to: 'draft', facts: factsOf(input) });
  if (input.scan) keepScan(tx, deps, actor, id, input.scan);
  return done(id);
}

function change(tx: Tx, deps: Deps, actor: Actor, input: DraftInput & { readonly id: number }): Result<number> {
  const expense = visibleExpense(tx, actor, input.id);
  if (expense === undefined) return refused('absent');
  const next = step(expenseLife, 'edit', expense.state);
  if (!next.ok) return next;
  if (input.revision !== undefined && input.revision !== expense.revision) return refused('edited_meanwhile');
  const sound = checkDraft(tx, deps, actor, { ...input, projectId: expense.projectId, exceptId: expense.id });
  if (!sound.ok) return sound;
  tx.orm.delete(expenseParts).where(eq(expenseParts.expenseId, expense.id)).run();
  tx.orm
    .update(expenses)
    .set({ ...columnsOf(input), revision: expense.revision + 1 })
    .where(eq(expenses.id, expense.id))
    .run();
  insertParts(tx, expense.id, input.parts);
  note(tx, deps, actor, expense.id, { what: 'expense.changed', facts: factsOf(input) });
  if (input.scan) keepScan(tx, deps, actor, expense.id, input.scan);
  return done(expense.id);
}

function checkDraft(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { document, outside, parts, projectId, exceptId }: DraftInput & { projectId: number; exceptId: number | null },
): Result {
  if (document.issuedOn > warsawDay(deps.clock.now())) return refused('issued_in_future', { field: 'issuedOn' });
  if (outside > document.total) return refused('outside_over_total', { field: 'outside' });
  const same = sameDocument(tx, actor, { ...document, projectId, exceptId });
  if (same?.isOpen === false) return refused('same_document_closed', { field: 'number' });
  if (same)
    return refused('same_document', { field: 'number', facts: { document: documentLabel(same), state: same.state } });
  for (const [index, { lineId, initiativeId }] of parts.entries()) {
    if (findLine(tx, lineId) === undefined) return refused('line_unknown', { field: `rows.${index}.line` });
    if (initiativeId !== null && visibleInitiative(tx, actor, initiativeId) === undefined)
      return refused('initiative_unknown', { field: `rows.${index}.initiative` });
  }
  return done();
}

function columnsOf({ document, outside }: DraftInput) {
  const { total, ...printed } = document;
  return { ...printed, totalGrosze: total, outsideGrosze: outside };
}

function factsOf({ document, outside, parts }: DraftInput) {
  return { kind: document.kind, total: document.total, outside, parts: parts.length };
}

function insertParts(tx: Tx, expenseId: number, parts: readonly Part[]): void {
  for (const { lineId, initiativeId, amount } of parts) {
    tx.orm.insert(expenseParts).values({ expenseId, lineId, initiativeId, amountGrosze: amount }).run();
  }
}

/** A missing scan may be added at any time; one that stands may be replaced only in a draft. Refuses `scan_stands`, `absent`. */
export function addScan(deps: Deps, actor: Actor, expenseId: number, scan: Scan): Result {
  return deps.db.write((tx) => {
    const expense = visibleExpense(tx, actor, expenseId);
    if (expense === undefined) return refused('absent');
    if (expense.state === 'discarded' || (expense.state !== 'draft' && expense.fileId !== null))
      return refused('scan_stands', { field: 'scan' });
    keepScan(tx, deps, actor, expenseId, scan);
    return done();
  });
}

function keepScan(tx: Tx, deps: Deps, actor: Actor, expenseId: number, { blob, name }: Scan): void {
  const fileId = addFile(tx, deps.clock, actor, blob, name, { kind: 'expense', id: expenseId });
  tx.orm.update(expenses).set({ fileId }).where(eq(expenses.id, expenseId)).run();
  note(tx, deps, actor, expenseId, { what: 'expense.scan_added', facts: { file: fileId } });
}

/** A draft entered by mistake: it stays in the history, without parts. Refuses `edited_meanwhile`, `not_in_this_state`, `absent`. */
export function discardExpense(
  deps: Deps,
  actor: Actor,
  { expenseId, revision }: { expenseId: number; revision: number },
): Result {
  return deps.db.write((tx) => {
    const expense = visibleExpense(tx, actor, expenseId);
    if (expense === undefined) return refused('absent');
    const next = step(expenseLife, 'discard', expense.state);
    if (!next.ok) return next;
    if (revision !== expense.revision) return refused('edited_meanwhile');
    tx.orm.delete(expenseParts).where(eq(expenseParts.expenseId, expenseId)).run();
    tx.orm
      .update(expenses)
      .set({ state: next.value, revision: expense.revision + 1 })
      .where(eq(expenses.id, expenseId))
      .run();
    note(tx, deps, actor, expenseId, {
      what: 'expense.discarded',
      from: expense.state,
      to: next.value,
      facts: totalOf(expense),
    });
    return done();
  });
}

function totalOf(expense: Expense) {
  return { total: expense.totalGrosze };
}
