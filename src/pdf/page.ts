import { drawLines, type Line, setLines } from './lines.ts';
import type { Paper } from './paper.ts';
import { inks, styles } from './styles.ts';
import { draftMark, pageOf, rehearsalMark, rehearsalWarning } from './texts.ts';

const side = 71;
const headerTop = 36;
const footerHeight = 68;

/** What stands on every page of a document: who issues it and who pays for it. */
export interface Letterhead {
  readonly organisation: string;
  readonly credit: string | null;
}

/** The part of every page that text may fill, in points from the top left, and what stands around it. */
export interface Frame {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly organisation: readonly Line[];
  readonly credit: readonly Line[];
  readonly mark: Mark | null;
  /** Over the letterhead; empty on everything real. */
  readonly warning: readonly Line[];
}

/** What stands under the text of every page: not signed yet, or only played. */
export type Mark = 'draft' | 'rehearsal';

const a4 = { width: 595.28, height: 841.89 };

/** Measures the page once per document: a long credit line makes the header higher and the text shorter. */
export function framePage(paper: Paper, header: Letterhead, mark: Mark | null): Frame {
  const width = a4.width - 2 * side;
  const organisation = setLines(paper, header.organisation, styles.organisation, width);
  const credit = header.credit === null ? [] : setLines(paper, header.credit, styles.margin, width);
  const warning = mark === 'rehearsal' ? setLines(paper, rehearsalWarning, styles.warning, width) : [];
  const headerHeight =
    warning.length * styles.warning.leading +
    organisation.length * styles.organisation.leading +
    credit.length * styles.margin.leading;
  return {
    left: side,
    width,
    top: headerTop + headerHeight + 34,
    bottom: a4.height - footerHeight,
    organisation,
    credit,
    mark,
    warning,
  };
}

/** Adds a page with its header and, on a draft, the mark under the text: both artifacts, which a screen reader passes over. */
export function openPage(paper: Paper, frame: Frame): void {
  const { left, width, organisation, credit, mark, warning } = frame;
  paper.addPage();
  if (mark !== null) asArtifact(paper, 'Layout', () => drawMark(paper, mark));
  asArtifact(paper, 'Pagination', () => {
    drawLines(paper, warning, styles.warning, { x: left, y: headerTop, width });
    const organisationTop = headerTop + warning.length * styles.warning.leading;
    drawLines(paper, organisation, styles.organisation, { x: left, y: organisationTop, width });
    const creditTop = organisationTop + organisation.length * styles.organisation.leading;
    drawLines(paper, credit, styles.margin, { x: left, y: creditTop, width });
    drawRule(paper, left, creditTop + credit.length * styles.margin.leading + 5, width, 0.75, inks.edge);
  });
}

function drawMark(paper: Paper, mark: Mark): void {
  const { width, height } = paper.page;
  paper.save().rotate(-52, { origin: [width / 2, height / 2] });
  const style = mark === 'draft' ? styles.draftMark : styles.rehearsalMark;
  const lines = setLines(paper, mark === 'draft' ? draftMark : rehearsalMark, style, height);
  drawLines(paper, lines, style, {
    x: 0,
    y: (height - style.leading) / 2,
    width,
    align: 'center',
  });
  paper.restore();
}

/** One document of a file: its title, and the index of its first page. */
export interface Part {
  readonly title: string;
  readonly from: number;
}

/** Prints title and page number at the foot of every page, once their count is known; each part is counted for itself. */
export function numberPages(paper: Paper, frame: Frame, parts: readonly Part[]): void {
  const { count } = paper.bufferedPageRange();
  parts.forEach(({ title, from }, index) => {
    const to = parts[index + 1]?.from ?? count;
    const name = setOneLine(paper, title, frame.width - 90);
    for (let page = from; page < to; page += 1) {
      paper.switchToPage(page);
      asArtifact(paper, 'Pagination', () => drawFoot(paper, frame, name, pageOf(page - from + 1, to - from)));
    }
  });
}

function drawFoot(paper: Paper, frame: Frame, name: Line[], pageNumber: string): void {
  const y = frame.bottom + 26;
  drawLines(paper, name, styles.margin, { x: frame.left, y, width: frame.width });
  const number = setLines(paper, pageNumber, styles.margin, frame.width);
  drawLines(paper, number, styles.margin, { x: frame.left, y, width: frame.width, align: 'right' });
}

function setOneLine(paper: Paper, text: string, width: number): Line[] {
  const lines = setLines(paper, text, styles.margin, width);
  const first = lines[0]?.runs.map((run) => run.text).join('') ?? '';
  return lines.length > 1 ? setLines(paper, `${first.trim()}…`, styles.margin, width + styles.margin.size) : lines;
}

/** Draws what is decoration or repetition. Never inside a tag. */
export function asArtifact(paper: Paper, type: 'Pagination' | 'Layout', draw: () => void): void {
  paper.markContent('Artifact', { type });
  draw();
  paper.endMarkedContent();
}

export function drawRule(paper: Paper, x: number, y: number, width: number, thickness: number, colour: string): void {
  paper
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineWidth(thickness)
    .strokeColor(colour)
    .stroke();
}
