import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { drawKind } from '../../src/pdf/draw.ts';
import { faces, openFonts } from '../../src/pdf/fonts.ts';
import { Paper } from '../../src/pdf/paper.ts';
import { documentKinds } from '../../src/registries.ts';
import { type Latency, latencyOf, timed } from './measure.ts';

export interface PaperFigures {
  pages: number;
  bytes: number;
  /** Milliseconds from the data to the file. */
  product: Latency;
  floor: Latency;
  /** Of the medians, product to floor. */
  ratio: number;
  target: number;
}

const target = 1.3;

/** One call of pdfkit that leaves a mark, or moves to where marks are left. */
interface Mark {
  readonly method: string;
  readonly args: readonly unknown[];
}

const marking = [
  ...['addPage', 'switchToPage', 'save', 'restore', 'rotate', 'font', 'text', 'image', 'rect', 'fill', 'fillColor'],
  ...['moveTo', 'lineTo', 'lineWidth', 'strokeColor', 'stroke'],
] as const;

/** The agreement from its data against bare pdfkit that only repeats its marks with fonts already parsed, by turns. */
export async function measurePaper(rounds: number, aRound: number): Promise<PaperFigures> {
  const kind = documentKinds['agreement'];
  if (kind === undefined) throw new Error('The house knows no agreement');
  const draw = () => drawKind(kind, kind.sample);
  const marks = await recorded(draw);
  const bytes = await draw();
  const pages = marks.filter(({ method }) => method === 'addPage').length;
  if (!(await repeated(marks)).includes('%%EOF') || pages < 3) throw new Error('The agreement is not what it was');
  const taken = { product: [] as number[], floor: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    for (let n = 0; n < aRound; n += 1) {
      const [one, other] = [await timed(draw), await timed(() => repeated(marks))];
      // The first turn warms both up.
      if (round === 0) continue;
      taken.product.push(one);
      taken.floor.push(other);
    }
  }
  const [product, floor] = [latencyOf(taken.product), latencyOf(taken.floor)];
  return { pages, bytes: bytes.length, product, floor, ratio: product.p50 / floor.p50, target };
}

/** The marks of one document, in their order: calls that pdfkit makes of its own inside another are part of that one. */
async function recorded(draw: () => Promise<unknown>): Promise<Mark[]> {
  const marks: Mark[] = [];
  let depth = 0;
  for (const method of marking) {
    const own = Reflect.get(PDFDocument.prototype, method) as (...args: unknown[]) => unknown;
    Reflect.set(Paper.prototype, method, function (this: Paper, ...args: unknown[]) {
      if (depth === 0) marks.push({ method, args });
      depth += 1;
      try {
        return own.apply(this, args);
      } finally {
        depth -= 1;
      }
    });
  }
  try {
    await draw();
  } finally {
    for (const method of marking) Reflect.deleteProperty(Paper.prototype, method);
  }
  return marks;
}

function repeated(marks: readonly Mark[]): Promise<Buffer> {
  const fonts = openFonts();
  const document = new PDFDocument({ size: 'A4', margin: 0, font: '', autoFirstPage: false, bufferPages: true });
  for (const face of faces) document.registerFont(face, fonts[face]);
  for (const { method, args } of marks) Reflect.apply(Reflect.get(document, method), document, args);
  document.end();
  return buffer(document);
}
