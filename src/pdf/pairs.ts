import type { Flow } from './flow.ts';
import { setLines } from './lines.ts';
import { addRows, type Cell, rowsStart } from './rows.ts';
import { inks, styles } from './styles.ts';
import { tagged } from './tags.ts';

const gutter = 14;
const pairsGap = 10;
const rule = { thickness: 0.5, colour: inks.rule };

const looks = {
  plain: { label: styles.label, value: styles.value, labelShare: 0.32 },
  large: { label: styles.posterLabel, value: styles.posterValue, labelShare: 0.22 },
} as const;

/** Labels with their values, as a table whose first cell heads its row. */
export function addPairs(
  flow: Flow,
  pairs: readonly (readonly [label: string, value: string])[],
  look: keyof typeof looks = 'plain',
): void {
  if (pairs.length === 0) return;
  const rows = pairs.map(([label, value]) => setPair(flow, label, value, looks[look]));
  const onPages = { rows, bodyRows: rows.length, headHeight: 0, turn: () => flow.newPage() };
  flow.gap(pairsGap);
  flow.need(rowsStart(flow, onPages));
  tagged(flow, flow.root, 'Table', (table) => addRows(flow, table, onPages, () => rule));
  flow.gap(pairsGap);
}

function setPair(flow: Flow, label: string, value: string, look: (typeof looks)[keyof typeof looks]): Cell[] {
  const { left, width } = flow.frame;
  const labelWidth = width * look.labelShare;
  const valueWidth = width - labelWidth - gutter;
  return [
    {
      heads: 'Row',
      style: look.label,
      x: left,
      width: labelWidth,
      align: 'left',
      lines: setLines(flow.paper, label, look.label, labelWidth),
    },
    {
      heads: null,
      style: look.value,
      x: left + labelWidth + gutter,
      width: valueWidth,
      align: 'left',
      lines: setLines(flow.paper, value, look.value, valueWidth),
    },
  ];
}
