import { noOrphans } from '../lib/polish.ts';
import { printable, type Run, runsOf } from './characters.ts';
import type { Paper } from './paper.ts';
import type { TextStyle } from './styles.ts';

/** One line of set text; `width` in points, without the space at its end. */
export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** A word with the spaces after it; a compound may part after its hyphen. A hard space is part of the word. */
const words = /(?<= )(?! )|(?<=\p{L}-)(?=\p{L})/u;

/**
 * Sets text in lines of at most `width` points; a line feed breaks a line, a word wider than a line is parted at its hard spaces, else cut where it must be.
 * A line that ends between words keeps a space, so that they stay apart when copied or read aloud.
 */
export function setLines(paper: Paper, text: string, style: TextStyle, width: number): Line[] {
  return noOrphans(printable(paper.fonts, text))
    .replaceAll('\n', ' \n')
    .split('\n')
    .flatMap((paragraph) => fillLines(paper, paragraph, style, width));
}

/** A word, or a piece of one, with the spaces after it; `wide` in points with them, `seen` without. */
interface Word {
  readonly text: string;
  readonly wide: number;
  readonly seen: number;
}

function fillLines(paper: Paper, paragraph: string, style: TextStyle, width: number): Line[] {
  const space = widthOf(paper, ' ', style);
  const lines: Word[][] = [];
  let used = 0;
  const put = (text: string) => {
    const wide = widthOf(paper, text, style);
    const word = { text, wide, seen: wide - (text.endsWith(' ') ? space : 0) };
    const line = lines.at(-1);
    if (line === undefined || used + word.seen > width) {
      lines.push([word]);
      used = 0;
    } else line.push(word);
    used += wide;
  };
  for (const word of paragraph.split(words)) breakWord(paper, word, style, width).forEach(put);
  joinRunt(lines, style.size * 4, width);
  return lines.map((line) => ({
    runs: runsOf(paper.fonts, line.map(({ text }) => text).join(''), style.face),
    width: widthOfLine(line),
  }));
}

/** A last line of one short word („2024 r.”) gets the word before it for company. */
function joinRunt(lines: readonly Word[][], short: number, width: number): void {
  const [last, before] = [lines.at(-1), lines.at(-2)];
  const [runt, friend] = [last?.[0], before?.at(-1)];
  if (!last || !before || !runt || !friend) return;
  if (last.length > 1 || runt.seen > short || before.length < 4 || friend.wide + runt.seen > width) return;
  if (!friend.text.endsWith(' ')) return;
  before.pop();
  last.unshift(friend);
}

function widthOfLine(line: readonly Word[]): number {
  const last = line.at(-1);
  return last === undefined ? 0 : line.slice(0, -1).reduce((sum, { wide }) => sum + wide, last.seen);
}

/** What hard spaces hold together parts at them before any of its words is cut. */
function breakWord(paper: Paper, word: string, style: TextStyle, width: number): string[] {
  if (widthOf(paper, word, style) <= width) return [word];
  return word.split(/(?<=\u00a0)(?!\u00a0)/u).flatMap((part) => cutWord(paper, part, style, width));
}

function cutWord(paper: Paper, word: string, style: TextStyle, width: number): string[] {
  if (widthOf(paper, word, style) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of word) {
    // Letters are summed, which is quick; kerning only makes a piece narrower or wider by a hair.
    const wide = widthOf(paper, character, style);
    if (piece !== '' && character !== ' ' && used + wide > width) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += character;
    used += wide;
  }
  return [...pieces, piece];
}

function widthOf(paper: Paper, text: string, style: TextStyle): number {
  return runsOf(paper.fonts, text, style.face).reduce(
    (sum, run) => sum + paper.font(run.face, style.size).widthOfString(run.text),
    0,
  );
}

export type Align = 'left' | 'right' | 'center';

/** Draws lines below each other, the first in the space of one leading under `y`. */
export function drawLines(
  paper: Paper,
  lines: readonly Line[],
  style: TextStyle,
  box: { x: number; y: number; width: number; align?: Align },
): void {
  paper.fillColor(style.colour);
  lines.forEach((line, index) => {
    const spare = box.width - line.width;
    let x = box.x + (box.align === 'right' ? spare : box.align === 'center' ? spare / 2 : 0);
    const baseline = box.y + index * style.leading + style.leading / 2 + style.size * 0.33;
    for (const run of line.runs) {
      paper.font(run.face, style.size).text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
      x += paper.widthOfString(run.text);
    }
  });
}
