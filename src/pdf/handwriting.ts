import type { Flow } from './flow.ts';
import { setLines } from './lines.ts';
import { asArtifact, drawRule } from './page.ts';
import { inks, styles } from './styles.ts';
import { pour, tagged } from './tags.ts';

/** Between two lines that one writes on: about eight millimetres. */
const writingRoom = 23;
const linesGap = 10;

/** Empty lines to write on by hand. They are decoration: what is to be written there the text above them says. */
export function addWritingLines(flow: Flow, count: number): void {
  const { left, width } = flow.frame;
  for (let line = 0; line < count; line += 1) {
    flow.need(line === 0 ? writingStart(count) : writingRoom);
    flow.y += writingRoom;
    asArtifact(flow.paper, 'Layout', () => drawRule(flow.paper, left, flow.y - 2, width, 0.6, inks.edge));
  }
  flow.gap(linesGap);
}

/** Points that the first lines want on the page of the end of the text before them. */
export function writingStart(count: number): number {
  return Math.min(count, 2) * writingRoom;
}

const boxSide = 10;
const boxIndent = 20;
const boxesGap = 7;

/** Sentences with a square in front, to be ticked by hand. */
export function addBoxes(flow: Flow, items: readonly string[]): void {
  const { left, width } = flow.frame;
  const style = styles.body;
  for (const item of items) {
    const lines = setLines(flow.paper, item, style, width - boxIndent);
    const place = { lines, style, x: left + boxIndent, width: width - boxIndent, tail: flow.tail };
    let isFirst = true;
    flow.gap(boxesGap);
    tagged(flow, flow.root, 'P', (tag) =>
      pour(flow, tag, place, (y) => {
        if (isFirst) asArtifact(flow.paper, 'Layout', () => drawBox(flow, left, y + (style.leading - boxSide) / 2));
        isFirst = false;
      }),
    );
  }
  flow.gap(boxesGap);
}

function drawBox(flow: Flow, x: number, y: number): void {
  flow.paper.save().lineWidth(0.9).strokeColor(inks.edge).rect(x, y, boxSide, boxSide).stroke().restore();
}
