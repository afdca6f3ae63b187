/** Polish sentences by field path. */
export type Wrong = Readonly<Record<string, string>>;

export interface RowField {
  readonly name: string;
  readonly id: string;
  readonly value: string;
  readonly error: string;
}

/** The fields of one row of a table as the view draws them: `rows[2][price]` in the form, `rows-2-price` on the page. */
export function rowOf<Row extends object>(row: Row, index: number, wrong: Wrong) {
  const fields = Object.entries(row).map(([key, value]): [string, RowField] => [
    key,
    {
      name: `rows[${index}][${key}]`,
      id: `rows-${index}-${key}`,
      value: String(value),
      error: wrong[`rows.${index}.${key}`] ?? '',
    },
  ]);
  return { n: index + 1, index, fields: Object.fromEntries(fields) as Record<keyof Row, RowField> };
}
