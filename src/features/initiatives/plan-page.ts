import type { Reader } from '../../db/connection.ts';
import { formatQuantity, type Grosze, grosze, inputAmount } from '../../lib/money.ts';
import { readSubmitted } from '../applications/content.ts';
import { payWords } from '../applications/pay/texts.ts';
import { readCategories } from '../calls/criteria.ts';
import { initiativePaths } from './paths.ts';
import { emptyLine, isBlank, readLine, type TypedLine } from './plan-form.ts';
import { type CapExceeded, exceededCaps, totalOf } from './policy.ts';
import { type Initiative, planLines, type ShownPlanLine } from './queries.ts';
import { differsFromPrice } from './texts.ts';

/** What was typed, and the revision it was typed over. */
export interface TypedPlan {
  readonly rows: readonly TypedLine[];
  readonly revision: number;
}

/** The agreed plan as it stands, in the shape of the form. */
export function storedPlan(reader: Reader, initiative: Initiative): TypedPlan {
  return { rows: planLines(reader, initiative.id, 'agreed').map(typedOf), revision: initiative.revision };
}

function typedOf(line: ShownPlanLine): TypedLine {
  const { name, unit } = line;
  const figures = {
    quantity: formatQuantity(line.quantity),
    price: inputAmount(line.price),
    amount: inputAmount(line.amount),
  };
  return { name, unit, category: String(line.categoryId), ...figures };
}

export interface PlanSums {
  readonly total: Grosze;
  readonly awarded: Grosze;
  /** Of the award; nothing when the plan passes it. */
  readonly left: Grosze;
  readonly over: Grosze;
  readonly isOver: boolean;
  /** Thousandths of the award, for a bar. */
  readonly part: number;
  readonly caps: readonly CapExceeded[];
  /** Rows that cannot be counted yet. */
  readonly unread: number;
}

export function sumsOf(reader: Reader, initiative: Initiative, rows: readonly TypedLine[]): PlanSums {
  const { awarded, callId } = initiative;
  const written = rows.filter((row) => !isBlank(row));
  const read = written.flatMap((row) => {
    const { amount } = readLine(row);
    return amount === null ? [] : [{ categoryId: Number(row.category), amount }];
  });
  const total = totalOf(read);
  return {
    ...{ total, awarded },
    left: grosze(Math.max(0, awarded - total)),
    over: grosze(Math.max(0, total - awarded)),
    isOver: total > awarded,
    part: Math.round((total * 1000) / awarded),
    caps: exceededCaps(read, readCategories(reader, callId)),
    unread: written.length - read.length,
  };
}

/** Everything the page of negotiation shows. With a stale revision it also shows what somebody else has saved meanwhile. */
export function planPage(reader: Reader, initiative: Initiative, typed: TypedPlan) {
  const isStale = typed.revision !== initiative.revision;
  const rows = typed.rows.length === 0 ? [emptyLine] : typed.rows;
  return {
    initiative,
    revision: initiative.revision,
    rows: rows.map((row) => ({ ...row, ...notesOn(row) })),
    categories: readCategories(reader, initiative.callId).map(({ id, name }) => ({ value: String(id), label: name })),
    sums: sumsOf(reader, initiative, rows),
    requested: planLines(reader, initiative.id, 'requested'),
    pay: payRows(reader, initiative),
    meanwhile: isStale ? planLines(reader, initiative.id, 'agreed') : [],
    paths: {
      show: initiativePaths.showOf(initiative.id),
      plan: initiativePaths.planOf(initiative.id),
      sums: initiativePaths.planSumsOf(initiative.id),
    },
  };
}

/** What the group said of its sums for work: a gross sum has the library's contributions still to come. */
function payRows(reader: Reader, { applicationId }: Initiative): { name: string; words: string }[] {
  const costs = readSubmitted(reader, applicationId)?.content.costs ?? [];
  return costs.flatMap(({ name, payBasis }) => (payBasis === undefined ? [] : [{ name, words: payWords(payBasis) }]));
}

function notesOn(row: TypedLine): { value: Grosze | null; differs: string } {
  const { value, amount } = readLine(row);
  return { value, differs: value !== null && amount !== null && value !== amount ? differsFromPrice(value) : '' };
}
