import { buffer } from 'node:stream/consumers';
import { addAddressee } from './addressee.ts';
import { addImage, addQr, type ImageOptions } from './figures.ts';
import { Flow } from './flow.ts';
import { openFonts } from './fonts.ts';
import { addBoxes, addWritingLines, writingStart } from './handwriting.ts';
import { addHeading, type HeadingLevel, headingRoom } from './headings.ts';
import { addDashes, addPoints, type Point } from './lists.ts';
import { framePage, type Letterhead, type Mark, numberPages } from './page.ts';
import { addPairs } from './pairs.ts';
import { addPanel } from './panel.ts';
import { Paper, type PaperProperties } from './paper.ts';
import { addNote, addParagraph, type ParagraphOptions, paragraphsOf } from './paragraphs.ts';
import { addSignatures, type Signature, signaturesRoom } from './signatures.ts';
import { addTable, type TableContent } from './tables.ts';
import { annexHeading, annexList } from './texts.ts';

/** What a document is written with: one call per block, in reading order. Blocks keep their own distances. */
export interface Sheet {
  title(text: string, subtitle?: string): void;
  /** The title of a sheet for a wall. */
  poster(title: string, subtitle: string): void;
  /** A dark field with a few words that are seen first: one line large, one below it. */
  panel(big: string, small: string): void;
  /** Name and address of a letter, in the window of its envelope. */
  addressee(lines: readonly string[]): void;
  /** A heading on the page of what follows it. Its tag skips no level, whatever the level it looks like. */
  heading(text: string, level: HeadingLevel): void;
  /** The heading of a paragraph of a legal text: `section('§ 1', 'Przedmiot')`. */
  section(number: string, title?: string): void;
  paragraph(text: string, options?: ParagraphOptions): void;
  /** The points of a section (ust.): „1.”, below them „1)”, „a)”, „–”. `from`: the number of the first, where others stand above. */
  points(points: readonly Point[], from?: number): void;
  /** A numbered list (pkt): „1)”, below it „a)”, „–”. */
  numbered(points: readonly Point[]): void;
  list(items: readonly string[]): void;
  pairs(pairs: readonly (readonly [label: string, value: string])[], look?: 'plain' | 'large'): void;
  table(content: TableContent): void;
  note(text: string): void;
  /** Places to sign, on the page of the end of the text before them. */
  signatures(signatures: readonly Signature[]): void;
  /** A JPEG or PNG with its words. One that cannot be read leaves a note in its place. */
  image(bytes: Buffer, options: ImageOptions): void;
  /** Empty lines to write on by hand, about eight millimetres apart; what comes before says what is written there. */
  writingLines(count: number): void;
  /** Sentences with a square in front, to be ticked by hand. */
  boxes(items: readonly string[]): void;
  /** An address as a QR code, beside it the label and the address in letters. */
  qr(address: string, label: string, look?: 'plain' | 'large'): void;
  /** What follows is the next annex: „Załącznik nr 1. …” on a page of its own. The main text ends with a list of all annexes. */
  annex(title: string): void;
  /** What follows is the next of several documents in one file: from a page of its own, with its title and its page numbers at the foot. */
  part(title: string): void;
  /** What people wrote; an empty line parts paragraphs. `lang`: of the words, when it is not the document's. */
  prose(text: string, lang?: string): void;
  /** A paragraph in another language: `lang('lt-LT', …)`. */
  lang(code: string, text: string): void;
  /** At least so many points before the next block; none at the top of a page. */
  space(points: number): void;
  pageBreak(): void;
}

export interface DocumentProperties extends PaperProperties {
  readonly header: Letterhead;
  /** A draft carries a mark under its text. */
  readonly draft?: boolean;
  /** One of a rehearsal says so on every page, at its head and under its text. */
  readonly rehearsed?: boolean;
}

/** Draws a document and returns the bytes of its PDF; the same properties and text give the same bytes. */
export async function drawDocument(properties: DocumentProperties, write: (sheet: Sheet) => void): Promise<Buffer> {
  const paper = new Paper(openFonts(), properties);
  const frame = framePage(paper, properties.header, markOf(properties));
  const flow = new Flow(paper, frame);
  const blocks = blocksOf(write);
  blocks.forEach((block, index) => {
    flow.tail = tailUnder(flow, blocks.slice(index + 1));
    block.draw(flow);
  });
  flow.finish();
  numberPages(paper, frame, flow.parts.length === 0 ? [{ title: properties.title, from: 0 }] : flow.parts);
  paper.end();
  return buffer(paper);
}

function markOf({ draft = false, rehearsed = false }: DocumentProperties): Mark | null {
  if (rehearsed) return 'rehearsal';
  return draft ? 'draft' : null;
}

interface Block {
  readonly draw: (flow: Flow) => void;
  /** A heading's height: it goes where what follows it goes. */
  readonly heading?: (flow: Flow) => number;
  /** What the block wants on the page of the end of the text before it. */
  readonly along?: (flow: Flow) => number;
}

function tailUnder(flow: Flow, next: readonly Block[]): number {
  let headings = 0;
  for (const { heading, along } of next) {
    if (along !== undefined) return headings + along(flow);
    if (heading === undefined) return 0;
    headings += heading(flow);
  }
  return 0;
}

/** The blocks are noted before any is drawn: how a text ends on its page depends on what comes after it. */
function blocksOf(write: (sheet: Sheet) => void): Block[] {
  const blocks: Block[] = [];
  const annexes: string[] = [];
  let depth = 0;
  const add = (draw: Block['draw'], more: Omit<Block, 'draw'> = {}) => {
    blocks.push({ draw, ...more });
  };
  const heading = (text: string, level: HeadingLevel) => {
    depth = Math.min(level, depth + 1);
    const tag = `H${depth}`;
    add((flow) => addHeading(flow, tag, text, level), { heading: (flow) => headingRoom(flow, text, level) });
  };
  write({
    title(text, subtitle) {
      depth = 1;
      add((flow) => addHeading(flow, 'H1', text, 'title'));
      if (subtitle !== undefined) add((flow) => addHeading(flow, 'P', subtitle, 'subtitle'));
    },
    poster(text, subtitle) {
      depth = 1;
      add((flow) => addHeading(flow, 'H1', text, text.length > 48 ? 'longPoster' : 'poster'));
      add((flow) => addHeading(flow, 'P', subtitle, 'subtitle'));
    },
    panel: (big, small) => add((flow) => addPanel(flow, big, small)),
    addressee: (lines) => add((flow) => addAddressee(flow, lines)),
    heading,
    section: (number, title) => heading(title === undefined ? number : `${number}. ${title}`, 2),
    paragraph: (text, options) => add((flow) => addParagraph(flow, text, options)),
    points: (points, from) => add((flow) => addPoints(flow, points, 0, from)),
    numbered: (points) => add((flow) => addPoints(flow, points, 1)),
    list: (items) => add((flow) => addDashes(flow, items)),
    pairs: (pairs, look) => add((flow) => addPairs(flow, pairs, look)),
    table: (content) => add((flow) => addTable(flow, content)),
    note: (text) => add((flow) => addNote(flow, text)),
    signatures(signatures) {
      if (signatures.length === 0) return;
      add((flow) => addSignatures(flow, signatures), { along: (flow) => signaturesRoom(flow, signatures) });
    },
    image: (bytes, options) => add((flow) => addImage(flow, bytes, options)),
    qr: (address, label, look) => add((flow) => addQr(flow, address, label, look)),
    writingLines: (count) => add((flow) => addWritingLines(flow, count), { along: () => writingStart(count) }),
    boxes: (items) => add((flow) => addBoxes(flow, items)),
    annex(title) {
      if (annexes.length === 0) {
        heading(annexList, 2);
        add((flow) => addPoints(flow, annexes, 1));
      }
      annexes.push(title);
      add((flow) => flow.newPage());
      heading(annexHeading(annexes.length, title), 1);
    },
    part(title) {
      depth = 0;
      add((flow) => flow.beginPart(title));
    },
    prose(text, lang) {
      const passage = lang === undefined ? {} : { lang };
      for (const paragraph of paragraphsOf(text)) add((flow) => addParagraph(flow, paragraph, passage));
    },
    lang: (code, text) => add((flow) => addParagraph(flow, text, { lang: code })),
    space: (points) => add((flow) => flow.gap(points)),
    pageBreak: () => add((flow) => flow.newPage()),
  });
  return blocks;
}
