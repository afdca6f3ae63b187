import encodeQr from 'qr';
import { printable } from './characters.ts';
import type { Flow } from './flow.ts';
import { drawLines, setLines } from './lines.ts';
import { addNote } from './paragraphs.ts';
import { readPicture } from './pictures.ts';
import { inks, styles } from './styles.ts';
import { tagged } from './tags.ts';
import { unreadableImage } from './texts.ts';

export interface ImageOptions {
  /** What the picture says to somebody who cannot see it. */
  readonly alt: string;
  /** Points; otherwise as wide as 150 pixels to an inch make it, at most the text's width. */
  readonly width?: number;
}

const figureGap = 12;
const pointsOfPixel = 72 / 150;

/** A JPEG or PNG picture, as a figure. One that cannot be read leaves a note with its words: the document is made all the same. */
export function addImage(flow: Flow, bytes: Buffer, { alt, width }: ImageOptions): void {
  const picture = readPicture(bytes);
  if (picture === undefined) {
    addNote(flow, unreadableImage(alt));
    return;
  }
  const wide = Math.min(width ?? picture.width * pointsOfPixel, flow.frame.width);
  const most = flow.pageRoom - flow.tail;
  const scale = Math.min(wide / picture.width, most / picture.height);
  const size = { width: picture.width * scale, height: picture.height * scale };
  flow.gap(figureGap);
  flow.need(size.height + flow.tail);
  addFigure(flow, alt, size, (x, y) => flow.paper.image(picture.bytes, x, y, size));
  flow.y += size.height;
  flow.gap(figureGap);
}

const qrLooks = {
  plain: { side: 84, label: styles.caption, address: styles.value },
  large: { side: 108, label: styles.posterLead, address: styles.posterValue },
} as const;
const qrMargin = 18;

/** An address to point a telephone at, drawn in vectors; beside it stands the address itself under its label. */
export function addQr(flow: Flow, address: string, label: string, look: keyof typeof qrLooks = 'plain'): void {
  const { side: qrSide, label: labelStyle, address: addressStyle } = qrLooks[look];
  // The library draws a border of one at least; here the white of the page is the border.
  const squares = encodeQr(address, 'raw', { ecc: 'medium', border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
  const x = flow.frame.left + qrSide + qrMargin;
  const width = flow.frame.width - qrSide - qrMargin;
  const texts = [
    { style: labelStyle, lines: setLines(flow.paper, label, labelStyle, width) },
    { style: addressStyle, lines: setLines(flow.paper, address, addressStyle, width) },
  ];
  const textHeight = texts.reduce((sum, { style, lines }) => sum + lines.length * style.leading, 0);
  const height = Math.max(qrSide, textHeight);
  flow.gap(figureGap);
  flow.need(height + flow.tail);
  addFigure(flow, `${label}: ${address}`, { width: qrSide, height: qrSide }, (left, top) =>
    drawSquares(flow, squares, { left, top, width: qrSide }),
  );
  let y = flow.y + (height - textHeight) / 2;
  for (const { style, lines } of texts) {
    tagged(flow, flow.root, 'P', (tag) => tag.add(() => drawLines(flow.paper, lines, style, { x, y, width })));
    y += lines.length * style.leading;
  }
  flow.y += height;
  flow.gap(figureGap);
}

/** One path, so that no hair line shows between the squares. */
function drawSquares(
  flow: Flow,
  squares: readonly (readonly boolean[])[],
  { left, top, width }: { left: number; top: number; width: number },
): void {
  const side = width / squares.length;
  squares.forEach((row, line) => {
    for (let from = 0; from < row.length; ) {
      let to = from;
      while (row[to]) to += 1;
      if (to > from) flow.paper.rect(left + from * side, top + line * side, (to - from) * side, side);
      from = to + 1;
    }
  });
  flow.paper.fill(inks.text);
}

/** A figure at the left edge where the flow stands, with its words and its place on the page (ISO 14289-1, 7.3). */
function addFigure(
  flow: Flow,
  alt: string,
  { width, height }: { width: number; height: number },
  draw: (x: number, y: number) => void,
): void {
  const [x, y] = [flow.frame.left, flow.y];
  tagged(flow, flow.root, 'Figure', (tag) => tag.add(() => draw(x, y)), {
    alt: printable(flow.paper.fonts, alt),
    bbox: [x, y, x + width, y + height],
    placement: 'Block',
  });
}
