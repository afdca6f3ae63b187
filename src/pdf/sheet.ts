import { buffer } from 'node:stream/consumers';
import { Flow } from './flow.ts';
import { openFonts } from './fonts.ts';
import { addHeading, type HeadingLevel } from './headings.ts';
import { addDashes, addPoints, type Point } from './lists.ts';
import { framePage, type Letterhead, numberPages } from './page.ts';
import { addPairs } from './pairs.ts';
import { Paper, type PaperProperties } from './paper.ts';
import { addNote, addParagraph, addProse, type ParagraphOptions } from './paragraphs.ts';
import { addSignatures, type Signature } from './signatures.ts';
import { addTable, type TableContent } from './tables.ts';

/** What a document is written with: one call per block, in reading order. Blocks keep their own distances. */
export interface Sheet {
  title(text: string, subtitle?: string): void;
  /** A heading on the page of what follows it. Its tag skips no level, whatever the level it looks like. */
  heading(text: string, level: HeadingLevel): void;
  /** The heading of a paragraph of a legal text: `section('§ 1', 'Przedmiot')`. */
  section(number: string, title?: string): void;
  paragraph(text: string, options?: ParagraphOptions): void;
  /** The points of a section (ust.): „1.”, below them „1)”, „a)”, „–”. */
  points(points: readonly Point[]): void;
  /** A numbered list (pkt): „1)”, below it „a)”, „–”. */
  numbered(points: readonly Point[]): void;
  list(items: readonly string[]): void;
  pairs(pairs: readonly (readonly [label: string, value: string])[]): void;
  table(content: TableContent): void;
  note(text: string): void;
  signatures(signatures: readonly Signature[]): void;
  /** What people wrote; an empty line parts paragraphs. */
  prose(text: string): void;
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
}

/** Draws a document and returns the bytes of its PDF; the same properties and text give the same bytes. */
export async function drawDocument(properties: DocumentProperties, write: (sheet: Sheet) => void): Promise<Buffer> {
  const paper = new Paper(openFonts(), properties);
  const frame = framePage(paper, properties.header, properties.draft ?? false);
  const flow = new Flow(paper, frame);
  write(sheetOn(flow));
  flow.finish();
  numberPages(paper, frame, properties.title);
  paper.end();
  return buffer(paper);
}

function sheetOn(flow: Flow): Sheet {
  let depth = 0;
  const heading = (text: string, level: HeadingLevel) => {
    depth = Math.min(level, depth + 1);
    addHeading(flow, `H${depth}`, text, level);
  };
  return {
    title(text, subtitle) {
      depth = 1;
      addHeading(flow, 'H1', text, 'title');
      if (subtitle !== undefined) addHeading(flow, 'P', subtitle, 'subtitle');
    },
    heading,
    section: (number, title) => heading(title === undefined ? number : `${number}. ${title}`, 2),
    paragraph: (text, options) => addParagraph(flow, text, options),
    points: (points) => addPoints(flow, points, 0),
    numbered: (points) => addPoints(flow, points, 1),
    list: (items) => addDashes(flow, items),
    pairs: (pairs) => addPairs(flow, pairs),
    table: (content) => addTable(flow, content),
    note: (text) => addNote(flow, text),
    signatures: (signatures) => addSignatures(flow, signatures),
    prose: (text) => addProse(flow, text),
    lang: (code, text) => addParagraph(flow, text, { lang: code }),
    space: (points) => flow.gap(points),
    pageBreak: () => flow.newPage(),
  };
}
