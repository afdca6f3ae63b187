import { noOrphans } from '../lib/polish.ts';
import type { Point } from '../pdf/lists.ts';
import { paragraphsOf } from '../pdf/paragraphs.ts';
import type { Sheet } from '../pdf/sheet.ts';
import { type Line, linesOf } from './shown-text.ts';

/** A block of a paper as the partial `paper` shows it; `is` says which of the others it has. */
export type Shown =
  | { readonly is: 'title' | 'subtitle' | 'heading' | 'subheading' | 'paragraph' | 'note'; readonly lines: Line[] }
  | { readonly is: 'points'; readonly points: readonly ShownPoint[] }
  | { readonly is: 'pairs'; readonly pairs: readonly { readonly label: string; readonly lines: Line[] }[] }
  | {
      readonly is: 'table';
      readonly caption: string;
      /** Of the tables of this paper, from 1. */
      readonly number: number;
      /** More columns than a phone is wide: it scrolls by itself. */
      readonly isWide: boolean;
      readonly heads: readonly Cell[];
      readonly rows: readonly Row[];
    }
  | { readonly is: 'signatures'; readonly places: readonly { readonly role: string; readonly name: string }[] };

interface ShownPoint {
  readonly label: string;
  readonly lines: Line[];
  readonly points: readonly ShownPoint[];
}

interface Cell {
  readonly lines: Line[];
  readonly isHead: boolean;
  readonly isRight: boolean;
}

interface Row {
  readonly cells: readonly Cell[];
  readonly isSum: boolean;
}

/**
 * What a document writes, for the screen: the same words, tables and places to sign in the same order. Pictures, breaks of pages and distances are left
 * to the paper. Marks of `marked` values are kept apart.
 */
export function shownPaper(write: (sheet: Sheet) => void): Shown[] {
  const shown: Shown[] = [];
  const words = (text: string) => linesOf(noOrphans(text));
  const add = (is: 'title' | 'subtitle' | 'heading' | 'subheading' | 'paragraph' | 'note', text: string) => {
    if (text.trim() !== '') shown.push({ is, lines: words(text) });
  };
  const points = (given: readonly Point[], order: number, from = 1): ShownPoint[] =>
    given.map((point, index) => {
      const { text, points: below } = typeof point === 'string' ? { text: point, points: [] } : point;
      return { label: labelOf(order, from + index), lines: words(text), points: points(below, order + 1) };
    });
  const list = (given: readonly Point[], order: number, from?: number) => {
    if (given.length > 0) shown.push({ is: 'points', points: points(given, order, from) });
  };
  let level = 0;
  const heading = (text: string, asked: number) => {
    level = Math.min(asked, level + 1);
    add(level > 2 ? 'subheading' : 'heading', text);
  };
  write({
    title(text, subtitle) {
      level = 1;
      add('title', text);
      add('subtitle', subtitle ?? '');
    },
    poster(text, subtitle) {
      level = 1;
      add('title', text);
      add('subtitle', subtitle);
    },
    panel(big, small) {
      add('paragraph', big);
      add('paragraph', small);
    },
    addressee: (lines) => add('paragraph', lines.join('\n')),
    heading,
    section: (number, title) => heading(title === undefined ? number : `${number}. ${title}`, 2),
    paragraph: (text) => add('paragraph', text),
    points: (given, from) => list(given, 0, from),
    numbered: (given) => list(given, 1),
    list: (items) => list(items, 3),
    pairs: (given) =>
      shown.push({ is: 'pairs', pairs: given.map(([label, value]) => ({ label, lines: words(value) })) }),
    table({ caption = '', columns, rows, foot = [] }) {
      const cell = (text: string, index: number): Cell => {
        const { rowHead = false, align } = columns[index] ?? {};
        return { lines: words(text), isHead: rowHead, isRight: align === 'right' };
      };
      shown.push({
        is: 'table',
        caption,
        number: 1 + shown.filter(({ is }) => is === 'table').length,
        isWide: columns.length > 3,
        heads: columns.map(({ head }, index) => cell(head, index)),
        rows: [
          ...rows.map((row) => ({ cells: row.map(cell), isSum: false })),
          ...foot.map((row) => ({ cells: row.map(cell), isSum: true })),
        ],
      });
    },
    note: (text) => add('note', text),
    signatures: (places) => shown.push({ is: 'signatures', places: places.map(({ role, name }) => ({ role, name })) }),
    image: () => {},
    writingLines: () => {},
    boxes: (items) => list(items, 3),
    qr: (address, label) => add('paragraph', `${label}: ${address}`),
    annex: (title) => heading(title, 1),
    prose(text) {
      for (const paragraph of paragraphsOf(text)) add('paragraph', paragraph);
    },
    lang: (_code, text) => add('paragraph', text),
    space: () => {},
    part: () => {},
    pageBreak: () => {},
  });
  return shown;
}

function labelOf(order: number, n: number): string {
  if (order > 2) return '–';
  return order === 0 ? `${n}.` : order === 1 ? `${n})` : `${String.fromCharCode(96 + (((n - 1) % 26) + 1))})`;
}
