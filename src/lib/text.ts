const lineBreaks = /\r\n?|[\u2028\u2029]/g;

/** Control characters but tab and line feed, lone surrogates, and marks that reverse the direction of the text around them. */
const invisible = /(?![\n\t])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Text as we keep it: composed (NFC), line feeds only, nothing invisible that could deceive, trimmed. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(lineBreaks, '\n').replace(invisible, '').trim();
}

const letters = new Intl.Segmenter('pl', { granularity: 'grapheme' });

/** Latin letters, digits and punctuation, each standing for itself; the segmenter is a thousand times slower. */
const plain = /^[\n\x20-\x7E\u00A0-\u02FF\u2010-\u2026]*$/;

/** Letters as a reader counts them: an emoji with its parts is one. */
export function countLetters(text: string): number {
  return plain.test(text) ? text.length : [...letters.segment(text)].length;
}
