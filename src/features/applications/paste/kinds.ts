/** What a column of a pasted estimate holds; `ordinal` and `ignored` go nowhere, `value` only checks the sums. */
export const columnKinds = ['name', 'category', 'quantity', 'unit', 'price', 'value', 'ordinal', 'ignored'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** What a column of a pasted timetable holds; `when` is the beginning and the end in one cell. */
export const scheduleKinds = ['activity', 'starts', 'ends', 'when', 'place', 'ordinal', 'ignored'] as const;
export type ScheduleKind = (typeof scheduleKinds)[number];
