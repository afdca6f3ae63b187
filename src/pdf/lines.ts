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
 * Sets text in lines of at most `width` points; a line feed breaks a line, a word wider than a line is broken where it must be.
 * A line that ends between words keeps a space, so that they stay apart when copied or read aloud.
 */
export function setLines(paper: Paper, text: string, style: TextStyle, width: number): Line[] {
  return noOrphans(printable(paper.fonts, text))
    .replaceAll('\n', ' \n')
    .split('\n')
    .flatMap((paragraph) => fillLines(paper, paragraph, style, width));
}

function fillLines(paper: Paper, paragraph: string, style: TextStyle, width: number): Line[] {
  const space = widthOf(paper, ' ', style);
  const lines: Line[] = [];
  let text = '';
  let used = 0;
  const close = () => {
    lines.push({ runs: runsOf(paper.fonts, text, style.face), width: used - (text.endsWith(' ') ? space : 0) });
    text = '';
    used = 0;
  };
  const put = (word: string) => {
    const wide = widthOf(paper, word, style);
    if (used + wide - (word.endsWith(' ') ? space : 0) > width && text !== '') close();
    text += word;
    used += wide;
  };
  for (const word of paragraph.split(words)) breakWord(paper, word, style, width).forEach(put);
  close();
  return lines;
}

function breakWord(paper: Paper, word: string, style: TextStyle, width: number): string[] {
  if (widthOf(paper, word, style) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && character !== ' ' && widthOf(paper, piece + character, style) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
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
