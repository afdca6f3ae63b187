import type { Flow } from './flow.ts';
import { setLines } from './lines.ts';
import { styles } from './styles.ts';
import { pour, tagged } from './tags.ts';

const millimetre = 72 / 25.4;
/** The window of a long envelope (DL, 110 × 220 mm, window 45 × 90 mm on the left): where it stands over a sheet folded in three, with room to slide. */
const windowTop = 50 * millimetre;
const windowBottom = 85 * millimetre;
const windowWidth = 80 * millimetre;

/** Name and address, one line each, where the window of the envelope will be. What is written before it stays above. */
export function addAddressee(flow: Flow, lines: readonly string[]): void {
  const style = styles.body;
  const { left: x } = flow.frame;
  const set = setLines(flow.paper, lines.join('\n'), style, windowWidth);
  flow.gap(8);
  flow.need(style.leading);
  flow.y = Math.max(flow.y, windowTop);
  tagged(flow, flow.root, 'P', (tag) => pour(flow, tag, { lines: set, style, x, width: windowWidth }));
  flow.y = Math.max(flow.y, windowBottom);
  flow.gap(16);
}
