import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from './connection.ts';

/** A truth about the data that holds after every command. `broken` finds the rows that offend it; none when it holds. */
export interface Invariant {
  readonly name: string;
  readonly broken: SQL | ((reader: Reader) => readonly object[]);
}

/** The rows that offend a truth. */
export function offendersOf(reader: Reader, invariant: Invariant): readonly object[] {
  return typeof invariant.broken === 'function' ? invariant.broken(reader) : reader.all<object>(invariant.broken);
}

export const databaseInvariants: readonly Invariant[] = [
  {
    name: 'every reference leads to a row',
    broken: sql`select "table", rowid, parent from pragma_foreign_key_check`,
  },
  {
    name: 'the database file is whole and its checks hold',
    broken: sql`select integrity_check as finding from pragma_integrity_check where integrity_check <> 'ok'`,
  },
];
