/** The HTML part, from the finished text: paragraphs at empty lines, addresses as links, everything escaped. */
export function htmlOf(text: string, title: string): string {
  const paragraphs = text
    .split(/\n{2,}/u)
    .map((paragraph) => `<p>${linked(escaped(paragraph)).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  return `<!doctype html>
<html lang="pl"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body style="font-family: Georgia, serif; font-size: 17px; line-height: 1.5; max-width: 38em">
${paragraphs}
</body></html>`;
}

function linked(html: string): string {
  return html.replaceAll(/https?:\/\/[^\s<]+[^\s<.,;:!?)]/gu, (url) => `<a href="${url}">${url}</a>`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
