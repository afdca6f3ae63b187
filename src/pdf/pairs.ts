import type { Flow } from './flow.ts';
import { setLines } from './lines.ts';
import { addRow, type Cell, rowHeight } from './rows.ts';
import { inks, styles } from './styles.ts';
import { tagged } from './tags.ts';

const gutter = 14;
const pairsGap = 10;
const rule = { thickness: 0.5, colour: inks.rule };

/** Labels with their values, as a table whose first cell heads its row. */
export function addPairs(flow: Flow, pairs: readonly (readonly [label: string, value: string])[]): void {
  if (pairs.length === 0) return;
  const rows = pairs.map(([label, value]) => setPair(flow, label, value));
  flow.gap(pairsGap);
  flow.need(firstHeight(flow, rows));
  tagged(flow, flow.root, 'Table', (table) => {
    for (const row of rows) {
      const height = rowHeight(row);
      if (height > flow.room() && height <= flow.pageRoom) flow.newPage();
      addRow(flow, table, row, rule, () => flow.newPage());
    }
  });
  flow.gap(pairsGap);
}

function firstHeight(flow: Flow, rows: readonly Cell[][]): number {
  const height = rows.slice(0, 2).reduce((sum, row) => sum + rowHeight(row), 0);
  return Math.min(height, flow.pageRoom / 2);
}

function setPair(flow: Flow, label: string, value: string): Cell[] {
  const { left, width } = flow.frame;
  const labelWidth = width * 0.32;
  const valueWidth = width - labelWidth - gutter;
  return [
    {
      heads: 'Row',
      style: styles.label,
      x: left,
      width: labelWidth,
      align: 'left',
      lines: setLines(flow.paper, label, styles.label, labelWidth),
    },
    {
      heads: null,
      style: styles.value,
      x: left + labelWidth + gutter,
      width: valueWidth,
      align: 'left',
      lines: setLines(flow.paper, value, styles.value, valueWidth),
    },
  ];
}
