import type { Flow, Tag } from './flow.ts';
import { type Align, drawLines, type Line } from './lines.ts';
import { asArtifact, drawRule } from './page.ts';
import type { TextStyle } from './styles.ts';
import { linesThatFit, tagged, wholeLines } from './tags.ts';

/** One cell of a row: where it stands and what it says. A header cell heads its row or its column. */
export interface Cell {
  readonly heads: 'Row' | 'Column' | null;
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  readonly x: number;
  readonly width: number;
  readonly align: Align;
}

/** The line under a row. */
export interface Rule {
  readonly thickness: number;
  readonly colour: string;
}

const padding = 4;

export function rowHeight(cells: readonly Cell[]): number {
  return lineCount(cells) * leadingOf(cells) + 2 * padding;
}

function lineCount(cells: readonly Cell[]): number {
  return Math.max(...cells.map((cell) => cell.lines.length));
}

function leadingOf(cells: readonly Cell[]): number {
  return Math.max(...cells.map((cell) => cell.style.leading));
}

/** Draws one TR from where the flow stands. A row higher than the page goes on overleaf; `turn` opens the next page and repeats the head. */
export function addRow(flow: Flow, table: Tag, cells: readonly Cell[], rule: Rule, turn: () => void): void {
  const total = lineCount(cells);
  const leading = leadingOf(cells);
  tagged(flow, table, 'TR', (row) => {
    const tags = cells.map(({ heads }) =>
      flow.paper.struct(heads === null ? 'TD' : 'TH', heads === null ? {} : { scope: heads }),
    );
    for (const tag of tags) row.add(tag);
    for (let from = 0; from < total; ) {
      const fit = linesThatFit(total - from, wholeLines(flow.room() - 2 * padding, leading));
      if (fit > 0) {
        drawCells(flow, partOf(cells, from, fit), (index, draw) => tags[index]?.add(draw));
        endRow(flow, fit * leading, rule);
      }
      from += fit;
      if (from < total) turn();
    }
  });
}

/**
 * Draws rows as far as pages hold them. A row starts on this page when it fits, the last two body rows together with the sums
 * and with what must stay under them, or when no page could hold it. `headHeight` is what `turn` repeats on the next page.
 */
export function addRows(
  flow: Flow,
  table: Tag,
  { rows, bodyRows, headHeight, turn }: RowsOnPages,
  ruleUnder: (index: number) => Rule,
): void {
  const page = flow.pageRoom - headHeight;
  rows.forEach((cells, index) => {
    const alone = rowHeight(cells);
    const ending = index >= bodyRows - 2 ? rowsHeight(rows.slice(index)) + flow.tail : alone;
    const wanted = ending <= page ? ending : alone;
    if (wanted > flow.room() && wanted <= page) turn();
    addRow(flow, table, cells, ruleUnder(index), turn);
  });
}

export interface RowsOnPages {
  readonly rows: readonly Cell[][];
  /** Rows before the sums. */
  readonly bodyRows: number;
  readonly headHeight: number;
  readonly turn: () => void;
}

/** Room the beginning of the rows needs: two rows, or all of three with what must stay under them; half a page at most. */
export function rowsStart(flow: Flow, { rows, bodyRows, headHeight }: Omit<RowsOnPages, 'turn'>): number {
  const whole = headHeight + rowsHeight(rows) + flow.tail;
  if (bodyRows <= 3 && whole <= flow.pageRoom) return whole;
  return Math.min(headHeight + rowsHeight(rows.slice(0, 2)), flow.pageRoom / 2);
}

function rowsHeight(rows: readonly Cell[][]): number {
  return rows.reduce((sum, cells) => sum + rowHeight(cells), 0);
}

/** Draws a row again on the next page, as decoration. */
export function repeatRow(flow: Flow, cells: readonly Cell[], rule: Rule): void {
  asArtifact(flow.paper, 'Pagination', () => drawCells(flow, cells, (_, draw) => draw()));
  endRow(flow, lineCount(cells) * leadingOf(cells), rule);
}

function partOf(cells: readonly Cell[], from: number, fit: number): Cell[] {
  return cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, from + fit) }));
}

function drawCells(flow: Flow, cells: readonly Cell[], put: (index: number, draw: () => void) => void): void {
  const leading = leadingOf(cells);
  cells.forEach((cell, index) => {
    if (cell.lines.length === 0) return;
    put(index, () => drawLines(flow.paper, cell.lines, { ...cell.style, leading }, { ...cell, y: flow.y + padding }));
  });
}

function endRow(flow: Flow, textHeight: number, rule: Rule): void {
  flow.y += textHeight + 2 * padding;
  const { left, width } = flow.frame;
  asArtifact(flow.paper, 'Layout', () => drawRule(flow.paper, left, flow.y, width, rule.thickness, rule.colour));
}
