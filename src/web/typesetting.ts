import { noOrphans } from '../lib/polish.ts';

/** Parameters of partials that are words for people; values, names and addresses are left alone. */
const words =
  /\b(?:h1|title|label|backLabel|linkText|hint|text|lead|quiet|about|detail|more|note|missing|summary|what|when|cite|end)="[^"]*"/g;

/**
 * Puts hard spaces where a line must not break, into the words of a view's source and into those it hands to partials.
 * Tags with their attributes stay as they are. „w {{place}}” is bound too.
 */
export function bindOneLetterWords(source: string): string {
  return source
    .split(/(<!--[\s\S]*?-->|<[^>]*>|\{\{[\s\S]*?\}\}+)/)
    .map((piece, index) => (index % 2 === 1 ? bindHandedWords(piece) : bindWords(piece)))
    .join('');
}

function bindHandedWords(piece: string): string {
  return piece.startsWith('{{') ? piece.replace(words, noOrphans) : piece;
}

function bindWords(text: string): string {
  return noOrphans(text.replace(/(?<=\s[aiouwz])\s*\n\s*/gi, ' '));
}
