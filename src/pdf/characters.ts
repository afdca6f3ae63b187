import type { Face, Fonts } from './fonts.ts';

/** Stands where the fonts have no such character, so that nothing is lost in silence. Only the sans faces have it. */
export const unknownCharacter = '□';

const lineBreaks = /\r\n?|[\u2028\u2029]/g;
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;
/** Characters all four faces have: most texts hold no others and are passed over quickly. */
const common = /^[\n\u0020-\u007E\u00A0-\u00AC\u00AE-\u012B\u012E-\u0131\u0134-\u0165\u0168-\u017F–—‘’‚“”„…€−]*$/;
const letters = new Intl.Segmenter('pl', { granularity: 'grapheme' });

/**
 * Text as it can be printed: composed letters, no control or zero-width characters, single spaces,
 * one „□” for each letter, sign or emoji that the fonts lack.
 */
export function printable(fonts: Fonts, text: string): string {
  const plain = text.normalize('NFC').replace(lineBreaks, '\n').replace(/\t/g, ' ');
  return withKnownCharacters(fonts, plain)
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}

function withKnownCharacters(fonts: Fonts, text: string): string {
  if (common.test(text)) return text;
  const known = (letter: string) =>
    [...letter].every((character) => characterIn(fonts.sans, character) || characterIn(fonts.serif, character));
  let result = '';
  for (const { segment } of letters.segment(text)) {
    const visible = segment.replace(invisible, '');
    result += visible === '\n' || known(visible) ? visible : unknownCharacter;
  }
  return result;
}

function characterIn(font: Fonts[Face], character: string): boolean {
  return font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

/** A stretch of text in one face. */
export interface Run {
  readonly face: Face;
  readonly text: string;
}

/** Splits text where its face lacks a character and the other family of the same weight has it. */
export function runsOf(fonts: Fonts, text: string, face: Face): Run[] {
  if (common.test(text)) return [{ face, text }];
  const runs: { face: Face; text: string }[] = [];
  for (const character of text) {
    const one = characterIn(fonts[face], character) ? face : otherFamily[face];
    const last = runs.at(-1);
    if (last?.face === one) last.text += character;
    else runs.push({ face: one, text: character });
  }
  return runs;
}

const otherFamily: Readonly<Record<Face, Face>> = {
  serif: 'sans',
  'serif-bold': 'sans-bold',
  sans: 'serif',
  'sans-bold': 'serif-bold',
};
