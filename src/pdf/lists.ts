import type { Flow, Tag } from './flow.ts';
import { drawLines, setLines } from './lines.ts';
import { styles } from './styles.ts';
import { pour, startHeight, tagged } from './tags.ts';

/** A point: its text and, below it, the points of the next order. */
export type Point = string | { readonly text: string; readonly points: readonly Point[] };

interface Order {
  readonly label: (n: number) => string;
  /** The name PDF has for this order (ISO 32000-1, table 347). */
  readonly numbering: 'Decimal' | 'LowerAlpha' | 'Disc';
  /** Points from the mark to the text. */
  readonly indent: number;
}

const dash: Order = { label: () => '–', numbering: 'Disc', indent: 15 };

/** The orders of a Polish legal text: ust., pkt, lit., tiret. */
const orders: readonly Order[] = [
  { label: (n) => `${n}.`, numbering: 'Decimal', indent: 24 },
  { label: (n) => `${n})`, numbering: 'Decimal', indent: 24 },
  { label: (n) => `${letterOf(n)})`, numbering: 'LowerAlpha', indent: 24 },
  dash,
];

function letterOf(n: number): string {
  const letter = String.fromCharCode(97 + ((n - 1) % 26));
  return n > 26 ? letterOf(Math.floor((n - 1) / 26)) + letter : letter;
}

const style = styles.body;
const itemGap = 3;
const listGap = 8;

/** Numbered points, nested; `order` 0 begins with „1.”, 1 with „1)”, or with the number `from`. */
export function addPoints(flow: Flow, points: readonly Point[], order: 0 | 1, from = 1): void {
  addList(flow, flow.root, points, orders.slice(order), flow.frame.left, flow.tail, from);
}

/** A list whose items have no order. */
export function addDashes(flow: Flow, items: readonly string[]): void {
  addList(flow, flow.root, items, [dash], flow.frame.left, flow.tail);
}

function addList(
  flow: Flow,
  parent: Tag,
  points: readonly Point[],
  kinds: readonly Order[],
  left: number,
  tail: number,
  from = 1,
): void {
  if (points.length === 0) return;
  const { label, numbering, indent } = kinds[0] ?? dash;
  const x = left + indent;
  const width = flow.frame.left + flow.frame.width - x;
  const outermost = parent === flow.root;
  flow.gap(outermost ? listGap : itemGap);
  tagged(flow, parent, 'L', (list) => {
    list.dictionary.data.A = { O: 'List', ListNumbering: numbering };
    points.forEach((point, index) => {
      const { text, points: below } = typeof point === 'string' ? { text: point, points: [] } : point;
      const lines = setLines(flow.paper, text, style, width);
      const under = index === points.length - 1 ? tail : 0;
      const own = below.length === 0 ? under : 0;
      flow.need(startHeight({ lines, style, tail: own }) + (below.length > 0 ? itemGap + style.leading : 0));
      tagged(flow, list, 'LI', (item) => {
        tagged(flow, item, 'Lbl', (tag) => {
          const mark = setLines(flow.paper, label(from + index), style, indent);
          tag.add(() => drawLines(flow.paper, mark, style, { x: left, y: flow.y, width: indent }));
        });
        tagged(flow, item, 'LBody', (body) => {
          pour(flow, body, { lines, style, x, width, tail: own });
          addList(flow, body, below, kinds.slice(1), x, under);
        });
      });
      flow.gap(itemGap);
    });
  });
  if (outermost) flow.gap(listGap);
}
