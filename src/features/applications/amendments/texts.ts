import type { Instant } from '../../../lib/days.ts';
import { formatAmount, formatQuantity } from '../../../lib/money.ts';
import { dateRange, longMoment } from '../../../lib/polish-dates.ts';
import type { SubmittedContent } from '../content.ts';
import { payWords } from '../pay/texts.ts';

export const amendmentTitles = {
  versions: 'Wersje wniosku',
  version: (number: number) => `Wersja ${number}`,
  kept: 'Zmiany, które nie weszły do wniosku',
  aside: 'Odłożenie zmian',
};

export const changeLabels = { title: 'Tytuł', total: 'Kwota wnioskowana' } as const;

type Row<Part extends 'schedule' | 'costs' | 'attachments'> = SubmittedContent[Part][number];

export const scheduleWords = ({ activity, startsOn, endsOn, place }: Row<'schedule'>) =>
  `${activity}, ${dateRange(startsOn, endsOn)}, ${place}`;

export const costWords = ({ name, categoryName, quantity, unit, price, value, payBasis }: Row<'costs'>) =>
  `${name} (${[categoryName, payWords(payBasis)].filter(Boolean).join(', ')}): ${formatQuantity(quantity)} ${unit} × ${formatAmount(price)} = ${formatAmount(value)}`;

export const fileWords = ({ label, name }: Row<'attachments'>) => (label === '' ? name : `${label} (${name})`);

/** A file that came in the place of one that was called the same. */
export const otherFile = (words: string) => `${words}: inny plik`;

export const amountWords = ({ requestedGrosze }: SubmittedContent) => formatAmount(requestedGrosze);

/** Over every page of a change that is being written. */
export function changingText(code: string, version: number): string {
  return `Zmieniacie złożony wniosek ${code}. Wersja ${version} jest ważna, dopóki nie wyślecie zmian.`;
}

export const changingTag = { tone: 'draft', text: 'zmiany, niewysłane' } as const;

/** What was submitted, while it may still be changed. */
export const whereAmendable = {
  sentence: 'Wniosek jest złożony.',
  more: 'Po końcu naboru biblioteka sprawdzi go formalnie.',
};

export const whereChanging = {
  sentence: 'To są zmiany złożonego wniosku. Widzicie je tylko Wy.',
  more: 'Zapisują się same. Możecie przerwać i wrócić.',
};

export function versionText(version: number, at: Instant): string {
  return `Wersja ${version}, złożona ${longMoment(at)}`;
}

/** A change that never became a version. */
export function keptText(openedAt: Instant, openedBy: string): string {
  return `Zaczęte ${longMoment(openedAt)}${openedBy === '' ? '' : ` (${openedBy})`}`;
}

/** Set aside by the group, too late, or overtaken by the check or a withdrawal: all the same to what stands. */
export const keptNote = 'Te zmiany nie weszły do wniosku. Ważne jest to, co złożyliście.';

export const amendmentFlashes = {
  begun: 'Możecie zmieniać. Złożona wersja jest ważna, dopóki nie wyślecie zmian.',
  aside: 'Zmiany odłożone. Ważna jest złożona wersja.',
};

/** After the button, on the page of the application. */
export function amendHint(until: string): string {
  return `Do ${until} możecie zmienić wniosek i wysłać go jeszcze raz. Numer zostaje ten sam.`;
}

export const submittedAgain = (code: string, version: number) =>
  `Zmiany wniosku ${code} są złożone. To jest wersja ${version}.`;

export const versionOf = (code: string) => `Wniosek ${code}`;
