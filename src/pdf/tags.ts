import type { Flow, Tag } from './flow.ts';
import { type Align, drawLines, type Line } from './lines.ts';
import type { TextStyle } from './styles.ts';

/** Adds a tag under `parent`, lets `fill` give it content, closes it. */
export function tagged(
  flow: Flow,
  parent: Tag,
  name: string,
  fill: (tag: Tag) => void,
  options: PDFKit.Mixins.StructureElementOptions = {},
): void {
  const tag = flow.paper.struct(name, options);
  parent.add(tag);
  fill(tag);
  tag.end();
}

/** Of `total` lines, how many go on a page with room for `room`: never one alone before or after the turn; 0 = start on the next page. */
export function linesThatFit(total: number, room: number): number {
  if (room >= total) return total;
  const here = Math.min(room, total - 2);
  return here < 2 ? 0 : here;
}

export function wholeLines(room: number, leading: number): number {
  return Math.floor(room / leading + 1e-6);
}

interface Text {
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  readonly x: number;
  readonly width: number;
  readonly align?: Align;
}

/** Room the first lines of a text need: all of three, two of more. */
export function startHeight(text: Pick<Text, 'lines' | 'style'>): number {
  return (text.lines.length <= 3 ? text.lines.length : 2) * text.style.leading;
}

/** Pours a text into its tag over as many pages as it takes. `beside` draws what stands at each part's left edge. */
export function pour(flow: Flow, tag: Tag, text: Text, beside: (y: number, height: number) => void = () => {}): void {
  let rest = text.lines;
  while (rest.length > 0) {
    flow.need(startHeight({ ...text, lines: rest }));
    const fit = Math.max(1, linesThatFit(rest.length, wholeLines(flow.room(), text.style.leading)));
    const part = rest.slice(0, fit);
    const y = flow.y;
    beside(y, fit * text.style.leading);
    tag.add(() => drawLines(flow.paper, part, text.style, { ...text, y }));
    flow.y += fit * text.style.leading;
    rest = rest.slice(fit);
    if (rest.length > 0) flow.newPage();
  }
}
