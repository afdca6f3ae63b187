import type { Flow } from './flow.ts';
import { type Align, setLines } from './lines.ts';
import { asArtifact } from './page.ts';
import { inks, styles, type TextStyle } from './styles.ts';
import { pour, tagged } from './tags.ts';

export interface ParagraphOptions {
  /** Semibold. */
  readonly strong?: boolean;
  /** Right for place and date, or an addressee; text is otherwise left. */
  readonly align?: Align;
  /** Small, sans and grey: who prepared it, when it was printed. */
  readonly quiet?: boolean;
  /** For a wall: read from two steps away. */
  readonly large?: boolean;
  /** Language of the passage when it is not the document's, e.g. `lt-LT`. */
  readonly lang?: string;
}

const paragraphGap = 8;

/** One paragraph of the library's own text. A line feed breaks the line; a blank text leaves no trace. */
export function addParagraph(flow: Flow, text: string, options: ParagraphOptions = {}): void {
  if (text.trim() === '') return;
  const style = styleOf(options);
  const { left: x, width } = flow.frame;
  const lines = setLines(flow.paper, text, style, width);
  flow.gap(paragraphGap);
  const passage = options.lang === undefined ? {} : { lang: options.lang };
  tagged(
    flow,
    flow.root,
    'P',
    (tag) => pour(flow, tag, { lines, style, x, width, align: options.align ?? 'left', tail: flow.tail }),
    passage,
  );
  flow.gap(paragraphGap);
}

function styleOf({ quiet, strong, large }: ParagraphOptions): TextStyle {
  if (large) return styles.posterLead;
  if (quiet) return styles.note;
  return strong ? styles.strong : styles.body;
}

/** What people wrote: an empty line parts paragraphs, a single line feed stays a line break. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\r?\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}

const noteIndent = 12;

/** A remark beside the main text, with a rule at its left edge. */
export function addNote(flow: Flow, text: string): void {
  const { left, width } = flow.frame;
  const lines = setLines(flow.paper, text, styles.note, width - noteIndent);
  flow.gap(paragraphGap + 2);
  const place = { lines, style: styles.note, x: left + noteIndent, width: width - noteIndent, tail: flow.tail };
  tagged(flow, flow.root, 'P', (tag) =>
    pour(flow, tag, place, (y, height) =>
      asArtifact(flow.paper, 'Layout', () => flow.paper.rect(left, y, 2, height).fill(inks.edge)),
    ),
  );
  flow.gap(paragraphGap + 2);
}
