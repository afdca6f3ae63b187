import { storedId } from './row-forms.ts';

/** Rows as a form sent them, by key. */
export type KeyedRows<Row> = Readonly<Record<string, Row>>;

/** Where a row's field stands in its form. */
export const rowField = (key: string, field: string) => `rows.${key}.${field}`;

/** Rows in the order asked for; those that ask for the same place stay as they stood, new ones last. */
export function inPlace<Row extends { readonly position: number }>(rows: KeyedRows<Row>): { key: string; row: Row }[] {
  return Object.entries(rows)
    .map(([key, row]) => ({ key, row }))
    .sort(
      (a, b) =>
        a.row.position - b.row.position ||
        (storedId(a.key) ?? Number.MAX_SAFE_INTEGER) - (storedId(b.key) ?? Number.MAX_SAFE_INTEGER),
    );
}

/** Fields of rows that repeat a value which may stand once; letters count the same in any case. */
export function repeated<Row>(
  rows: readonly { key: string; row: Row }[],
  field: string,
  value: (row: Row) => string | number | null,
  message: string,
): Record<string, string> {
  const seen = new Set<string>();
  return Object.fromEntries(
    rows.flatMap(({ key, row }) => {
      const it = value(row);
      if (it === null) return [];
      const folded = String(it).toLocaleLowerCase('pl');
      if (seen.has(folded)) return [[rowField(key, field), message]];
      seen.add(folded);
      return [];
    }),
  );
}

/** Are all the stored rows of a form still there? Somebody else may have taken one away. */
export function knowsAll(ids: ReadonlySet<number>, rows: KeyedRows<unknown>, removed: readonly number[]): boolean {
  const named = [...Object.keys(rows).flatMap((key) => storedId(key) ?? []), ...removed];
  return named.every((id) => ids.has(id));
}

/** A short code that no other row of the call has. */
export function freeCode(taken: readonly string[], stem: string): string {
  let number = taken.length + 1;
  while (taken.includes(`${stem}_${number}`)) number += 1;
  return `${stem}_${number}`;
}
