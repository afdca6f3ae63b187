import type { Flow } from './flow.ts';
import { drawLines, setLines } from './lines.ts';
import { addRow, addRows, type Cell, type Rule, repeatRow, rowHeight, rowsStart } from './rows.ts';
import { inks, styles, type TextStyle } from './styles.ts';
import { tagged } from './tags.ts';

export interface Column {
  readonly head: string;
  /** Share of the table's width; shares are taken relative to their sum. */
  readonly width: number;
  /** Amounts stand right. */
  readonly align?: 'left' | 'right';
  /** The column's cells name their rows and are read aloud with them. */
  readonly rowHead?: boolean;
}

export interface TableContent {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** Rows after them to write in by hand, high enough for it. */
  readonly emptyRows?: number;
  /** Sums, under a heavier rule, on the page of the last row. */
  readonly foot?: readonly (readonly string[])[];
  readonly caption?: string;
}

const gutter = 12;
const tableGap = 12;
const captionGap = 3;
/** What makes a row high enough for a hand. */
const handLines = [
  { runs: [], width: 0 },
  { runs: [], width: 0 },
];
const under = {
  head: { thickness: 1, colour: inks.text },
  row: { thickness: 0.5, colour: inks.rule },
  last: { thickness: 1.25, colour: inks.text },
} as const satisfies Record<string, Rule>;

/** A table whose head is repeated on every page and whose rows part only when one is higher than a page. Each row has a cell per column. */
export function addTable(flow: Flow, { columns, rows, emptyRows = 0, foot = [], caption }: TableContent): void {
  const set = cellSetter(flow, columns);
  const head = set(
    columns.map((column) => column.head),
    styles.columnHead,
    'Column',
  );
  const empty = set(
    columns.map(() => ''),
    styles.cell,
    'Row',
  ).map((cell) => ({ ...cell, lines: handLines }));
  const body = [...rows.map((row) => set(row, styles.cell, 'Row')), ...Array.from({ length: emptyRows }, () => empty)];
  const sums = foot.map((row) => set(row, styles.strongCell, 'Row'));
  const all = [...body, ...sums];
  const captionLines = caption === undefined ? [] : setLines(flow.paper, caption, styles.caption, flow.frame.width);
  const captionHeight = captionLines.length * styles.caption.leading + (captionLines.length > 0 ? captionGap : 0);
  const turn = () => {
    flow.newPage();
    repeatRow(flow, head, under.head);
  };

  const onPages = { rows: all, bodyRows: body.length, headHeight: rowHeight(head), turn };
  const lastRow = sums.length > 0 ? body.length - 1 : -1;

  flow.gap(tableGap);
  flow.need(rowsStart(flow, { ...onPages, headHeight: captionHeight + onPages.headHeight }));
  tagged(flow, flow.root, 'Table', (table) => {
    if (caption !== undefined) {
      const { left: x, width } = flow.frame;
      tagged(flow, table, 'Caption', (tag) =>
        tag.add(() => drawLines(flow.paper, captionLines, styles.caption, { x, y: flow.y, width })),
      );
      flow.y += captionHeight;
    }
    addRow(flow, table, head, under.head, turn);
    addRows(flow, table, onPages, (index) => (index === lastRow ? under.last : under.row));
  });
  flow.gap(tableGap);
}

function cellSetter(flow: Flow, columns: readonly Column[]) {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const available = flow.frame.width - gutter * (columns.length - 1);
  let x = flow.frame.left;
  const places = columns.map((column) => {
    const place = { x, width: (available * column.width) / shares, align: column.align ?? 'left' };
    x += place.width + gutter;
    return place;
  });
  return (row: readonly string[], style: TextStyle, heads: 'Row' | 'Column'): Cell[] => {
    if (row.length !== columns.length)
      throw new Error(`a row of ${row.length} cells in a table of ${columns.length} columns`);
    return places.map((place, index) => ({
      ...place,
      style,
      heads: heads === 'Column' || columns[index]?.rowHead ? heads : null,
      lines: setLines(flow.paper, row[index] ?? '', style, place.width),
    }));
  };
}
