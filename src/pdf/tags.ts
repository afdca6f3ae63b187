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
  /** Points wanted under the last line, on its page. */
  readonly tail?: number;
}

/** Room the first lines of a text need: all of three with the text's tail, two of more. */
export function startHeight({ lines, style, tail = 0 }: Pick<Text, 'lines' | 'style' | 'tail'>): number {
  return lines.length <= 3 ? lines.length * style.leading + tail : 2 * style.leading;
}

/** Pours a text into its tag over as many pages as it takes; its last lines stay with its tail. `beside` draws what stands at each part's left edge. */
export function pour(flow: Flow, tag: Tag, text: Text, beside: (y: number, height: number) => void = () => {}): void {
  const { leading } = text.style;
  let rest = text.lines;
  while (rest.length > 0) {
    flow.need(startHeight({ ...text, lines: rest }));
    let fit = Math.max(1, linesThatFit(rest.length, wholeLines(flow.room(), leading)));
    if (fit === rest.length && fit > 3 && fit * leading + (text.tail ?? 0) > flow.room()) fit -= 2;
    const part = rest.slice(0, fit);
    const y = flow.y;
    beside(y, fit * leading);
    tag.add(() => drawLines(flow.paper, part, text.style, { ...text, y }));
    flow.y += fit * leading;
    rest = rest.slice(fit);
    if (rest.length > 0) flow.newPage();
  }
}
