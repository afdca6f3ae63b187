import type { Day } from '../../lib/days.ts';
import { type Grosze, sum } from '../../lib/money.ts';
import { sourceNames } from '../budgets/texts.ts';
import type { RegisterRow } from '../expenses/register.ts';
import { kindNames, lineWords } from '../expenses/texts.ts';
import { heads } from './export-texts.ts';

type Of<Value> = (row: RegisterRow, index: number) => Value;

/** A column of the register; its kind says how a sheet and a plain file write its values. Width in characters. */
export type RegisterColumn = { readonly head: string; readonly width: number } & (
  | { readonly kind: 'text'; readonly of: Of<string> }
  | { readonly kind: 'number'; readonly of: Of<number> }
  | { readonly kind: 'day'; readonly of: Of<Day | null> }
  | { readonly kind: 'amount'; readonly of: Of<Grosze> }
);

/** The register of documents, the same in every format. */
export const registerColumns: readonly RegisterColumn[] = [
  { head: heads.position, width: 5, kind: 'number', of: (_row, index) => index + 1 },
  { head: heads.number, width: 20, kind: 'text', of: (row) => row.number },
  { head: heads.kind, width: 14, kind: 'text', of: (row) => kindNames[row.kind] },
  { head: heads.issuedOn, width: 12, kind: 'day', of: (row) => row.issuedOn },
  { head: heads.sellerName, width: 30, kind: 'text', of: (row) => row.sellerName },
  { head: heads.sellerNip, width: 13, kind: 'text', of: (row) => row.sellerNip },
  { head: heads.description, width: 40, kind: 'text', of: (row) => row.description },
  { head: heads.line, width: 34, kind: 'text', of: (row) => `${row.taskCode}. ${lineWords(row)}` },
  { head: heads.year, width: 6, kind: 'number', of: (row) => row.year },
  { head: heads.source, width: 14, kind: 'text', of: (row) => sourceNames[row.source] },
  { head: heads.initiative, width: 13, kind: 'text', of: (row) => row.initiativeCode ?? '' },
  { head: heads.amount, width: 14, kind: 'amount', of: (row) => row.amount },
  { head: heads.total, width: 14, kind: 'amount', of: (row) => row.total },
  { head: heads.paidOn, width: 12, kind: 'day', of: (row) => row.paidOn },
  { head: heads.statements, width: 12, kind: 'text', of: (row) => row.statements },
];

export const amountColumn = registerColumns.findIndex((column) => column.head === heads.amount);
export const sourceColumn = registerColumns.findIndex((column) => column.head === heads.source);

/** Sums under the register: all, from the grant, from own contribution. */
export function registerSums(rows: readonly RegisterRow[]): {
  readonly all: Grosze;
  readonly grant: Grosze;
  readonly own: Grosze;
} {
  const of = (some: readonly RegisterRow[]) => sum(some.map((row) => row.amount));
  return {
    all: of(rows),
    grant: of(rows.filter((row) => row.source === 'grant')),
    own: of(rows.filter((row) => row.source === 'own')),
  };
}
