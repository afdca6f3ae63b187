import { ownAddresses } from '../lib/own-addresses.ts';

/** The HTML part, from the finished text: paragraphs at empty lines, the house's own addresses as links, everything escaped. */
export function htmlOf(text: string, title: string, publicUrl: string): string {
  const paragraphs = text
    .split(/\n{2,}/u)
    .map((paragraph) => `<p>${linked(paragraph, publicUrl).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  return `<!doctype html>
<html lang="pl"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body style="font-family: Georgia, serif; font-size: 17px; line-height: 1.5; max-width: 38em">
${paragraphs}
</body></html>`;
}

function linked(text: string, publicUrl: string): string {
  return ownAddresses(text, publicUrl)
    .map((piece) =>
      piece.href === '' ? escaped(piece.text) : `<a href="${escaped(piece.href)}">${escaped(piece.text)}</a>`,
    )
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
