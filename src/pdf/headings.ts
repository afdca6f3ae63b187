import type { Flow } from './flow.ts';
import { drawLines, setLines } from './lines.ts';
import { styles, type TextStyle } from './styles.ts';

export type HeadingLevel = 1 | 2 | 3;

const settings = {
  title: { style: styles.title, before: 20, after: 6 },
  subtitle: { style: styles.subtitle, before: 0, after: 14 },
  poster: { style: styles.posterTitle, before: 14, after: 4 },
  longPoster: { style: styles.posterLongTitle, before: 14, after: 4 },
  1: { style: styles.heading1, before: 26, after: 8 },
  2: { style: styles.heading2, before: 20, after: 6 },
  3: { style: styles.heading3, before: 14, after: 3 },
} as const satisfies Record<string, { style: TextStyle; before: number; after: number }>;

export type Setting = keyof typeof settings;

/** Adds a heading that waits for the block after it, so that it never stands alone at a page's foot. `tag`: H1–H6, or P under a title. */
export function addHeading(flow: Flow, tag: string, text: string, setting: Setting): void {
  const { style, before, after } = settings[setting];
  const { left: x, width } = flow.frame;
  const lines = setLines(flow.paper, text, style, width);
  const element = flow.paper.struct(tag);
  flow.root.add(element);
  flow.gap(before);
  flow.keep(lines.length * style.leading, (y) => {
    element.add(() => drawLines(flow.paper, lines, style, { x, y, width }));
    element.end();
  });
  flow.gap(after);
}

/** Points of a heading with the white space before it. */
export function headingRoom(flow: Flow, text: string, setting: Setting): number {
  const { style, before } = settings[setting];
  return before + setLines(flow.paper, text, style, flow.frame.width).length * style.leading;
}
