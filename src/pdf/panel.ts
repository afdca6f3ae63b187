import type { Flow } from './flow.ts';
import { drawLines, setLines } from './lines.ts';
import { asArtifact } from './page.ts';
import { inks, styles } from './styles.ts';
import { tagged } from './tags.ts';

const inset = 20;
const panelGap = 16;

/** A dark field over the whole width: one text large, one below it. Both short: the field is never parted between pages. */
export function addPanel(flow: Flow, big: string, small: string): void {
  const { left, width } = flow.frame;
  const texts = [
    { style: styles.panelBig, lines: setLines(flow.paper, big, styles.panelBig, width - 2 * inset) },
    { style: styles.panelSmall, lines: setLines(flow.paper, small, styles.panelSmall, width - 2 * inset) },
  ];
  const height = texts.reduce((sum, { style, lines }) => sum + lines.length * style.leading, 2 * inset - 6);
  flow.gap(panelGap);
  flow.need(height + flow.tail);
  asArtifact(flow.paper, 'Layout', () => flow.paper.rect(left, flow.y, width, height).fill(inks.panel));
  let y = flow.y + inset - 3;
  for (const { style, lines } of texts) {
    const box = { x: left + inset, y, width: width - 2 * inset };
    tagged(flow, flow.root, 'P', (tag) => tag.add(() => drawLines(flow.paper, lines, style, box)));
    y += lines.length * style.leading;
  }
  flow.y += height;
  flow.gap(panelGap);
}
