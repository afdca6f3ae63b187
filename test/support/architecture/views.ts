import { findAll, type Source } from './source.ts';

const everywhere: [RegExp, string][] = [
  [/<style\b/gi, 'inline style'],
  [/<script\b(?![^>]*\ssrc=)[^>]*>|<script\b[^>]*>\s*[^<\s]/gi, 'inline script'],
  [/<[^>]*\s(on[a-z]+)\s*=/gi, 'inline event attribute'],
  [/\bhx-on\b|\bhx-vals\s*=\s*["']js:|\bhx-trigger\s*=\s*["'][^"']*\[/gi, 'htmx feature that evaluates text'],
  [/["'(]\s*javascript:/gi, 'script address'],
  [/<[^>]*\s[\w-]+=\{\{/g, 'unquoted attribute'],
];
const outsideLayouts: [RegExp, string][] = [[/\{\{\{|\{\{&/g, 'unescaped output']];
// Mail readers know no stylesheet and obey no policy of ours.
const outsideMail: [RegExp, string][] = [[/<[^>]*\sstyle\s*=/gi, 'inline style']];

/** What a strict Content-Security-Policy would refuse, and what would print a person's words as markup. */
export function unsafeMarkup(views: Source[]): string[] {
  return views.flatMap((view) => {
    const rules = [
      ...everywhere,
      ...(view.path.startsWith('views/layouts/') ? [] : outsideLayouts),
      ...(view.path.startsWith('views/mail/') ? [] : outsideMail),
    ];
    return rules.flatMap(([pattern, what]) => findAll(view, view.text, pattern, ([text]) => `${what}: ${text.trim()}`));
  });
}
