import { type Instant, warsawDay } from '../../../lib/days.ts';
import type { Difference } from '../../../lib/differences.ts';
import { formatAmount } from '../../../lib/money.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import type { RefusalTexts } from '../../../web/routes.ts';
import type { Call } from '../../calls/queries.ts';
import type { ChangedSection } from '../../calls/rules/changes.ts';
import { textChangeHead } from '../../calls/rules/texts.ts';

export const rulesNoticeTexts = {
  heading: 'Powiadomienie o zmianie regulaminu',
  crumb: 'Zmiana regulaminu',
  told: 'Nowe brzmienie jest już na stronie konkursu. List dostaną grupy, które zaczęły pisać przed zmianą.',
  nobody: 'Przed tą zmianą nikt nie zaczął pisać wniosku, więc nie ma do kogo pisać.',
} as const;

export const rulesNoticeRefusals: RefusalTexts = {
  notice_decided: () => 'O listach w sprawie tej zmiany już zdecydowano.',
};

export function rulesChangeHead({ what, publishedAt }: { what: 'rules' | 'terms'; publishedAt: Instant }): string {
  return what === 'rules'
    ? textChangeHead('rules', publishedAt)
    : `Zmieniono kwoty albo limity ${longDate(warsawDay(publishedAt))}`;
}

/** Amounts and limits as they are now: what they were, an annex of an earlier version says. */
export function termsLines(call: Call): string[] {
  const [pool, min, max] = [call.poolGrosze, call.minGrosze, call.maxGrosze].map(formatAmount);
  return [
    'Zmieniły się kwoty albo limity, czyli załącznik nr 1 do regulaminu.',
    `Teraz pula konkursu to ${pool}, a na jedną inicjatywę można dostać od ${min} do ${max}.`,
  ];
}

/** More than this nobody reads in a letter; then it names the §§ and the page shows the rest. */
const mostLines = 16;

/** What was changed in the words, as a letter says it. */
export function wordLines(sections: readonly ChangedSection[]): string[] {
  const lines = sections.flatMap(({ title, lines: changed }, index) => [
    ...(index === 0 ? [] : ['']),
    ...(title === '' ? [] : [`§ ${title}`]),
    ...changed.flatMap(saidLine),
  ]);
  if (lines.length === 0) return ['Zmieniły się tylko numery albo odstępy.'];
  const titles = sections.flatMap(({ title }) => (title === '' ? [] : [`§ ${title}`]));
  return lines.length > mostLines && titles.length > 0 ? ['Zmiany są w:', ...titles] : lines;
}

function saidLine(runs: readonly Difference[]): string[] {
  const read = (other: Difference['kind']) =>
    runs
      .filter(({ kind }) => kind === 'same' || kind === other)
      .map(({ text }) => text)
      .join('');
  const kinds = new Set(runs.map(({ kind }) => kind));
  if (!kinds.has('same') && !kinds.has('added')) return [`Usunięto: ${read('removed')}`];
  if (!kinds.has('same') && !kinds.has('removed')) return [`Dodano: ${read('added')}`];
  return [`Było: ${read('removed')}`, `Jest: ${read('added')}`];
}
