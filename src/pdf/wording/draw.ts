import { nbsp } from '../../lib/polish.ts';
import type { Sheet } from '../sheet.ts';
import type { Block } from './blocks.ts';
import { fillWording } from './fill.ts';
import { defaultTextOf, type Wording } from './wording.ts';

/** A document from a text that fits its wording; from the default text where none is given. */
export function drawWording<Data>(sheet: Sheet, wording: Wording<Data>, data: Data, text?: string): void {
  drawBlocks(sheet, fillWording(text ?? defaultTextOf(wording, data), wording.values(data)), wording.parts, data);
}

/** Blocks filled before, maybe long ago: a part that is no longer known throws. */
export function drawBlocks<Data>(
  sheet: Sheet,
  blocks: readonly Block[],
  parts: Wording<Data>['parts'],
  data: Data,
): void {
  for (const block of blocks) {
    if (block.kind === 'part') {
      const part = parts[block.name];
      if (part === undefined) throw new Error(`A text asks for the unknown part ${block.name}`);
      part.draw(sheet, data);
    } else drawWords(sheet, block);
  }
}

function drawWords(sheet: Sheet, block: Exclude<Block, { kind: 'part' }>): void {
  if (block.kind === 'title') sheet.title(oneLine(block.text), ...(block.subtitle === '' ? [] : [block.subtitle]));
  else if (block.kind === 'heading') sheet.heading(oneLine(block.text), block.level);
  else if (block.kind === 'section')
    sheet.section(`§${nbsp}${block.number}`, ...(block.title === '' ? [] : [oneLine(block.title)]));
  else if (block.kind === 'note') sheet.note(block.text);
  else if (block.kind === 'list') sheet.list(block.items);
  else if (block.kind === 'points' && block.order === 0) sheet.points(block.points, block.from);
  else if (block.kind === 'points') sheet.numbered(block.points);
  else sheet.prose(block.text);
}

/** A value with several lines is one heading. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/gu, ' ');
}
