/** What a column of a pasted estimate holds; `ordinal` and `ignored` go nowhere, `value` only checks the sums. */
export const columnKinds = ['name', 'category', 'quantity', 'unit', 'price', 'value', 'ordinal', 'ignored'] as const;
export type ColumnKind = (typeof columnKinds)[number];
