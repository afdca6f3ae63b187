import { type Instant, warsawDay } from '../../lib/days.ts';
import { quoted, sentence } from '../../lib/polish.ts';
import { longDate } from '../../lib/polish-dates.ts';
import { refusals } from './texts.ts';

export const papersTitle = 'Wzory dokumentów';

export const paperFieldTexts = {
  textMissing: 'Wpisz treść dokumentu.',
  textLong: (limit: number) => `Treść może mieć najwyżej ${limit} znaków. Skróć ją.`,
} as const;

export const paperRefusals = {
  ...refusals,
  starts_in_past: () => 'Wybierz dzień po dzisiejszym. Żeby tekst obowiązywał od razu, zostaw to pole puste.',
} as const;

const from = ({ inForceFrom }: { readonly inForceFrom: Instant }) => longDate(warsawDay(inForceFrom));

export const paperFlashes = {
  unchanged: 'Nic się nie zmieniło: taki tekst już jest zapisany.',
  saved: (number: number) => `Zapisano wersję ${number}. Nowe dokumenty powstaną z niej; gotowe się nie zmienią.`,
  planned: (number: number, day: string) => sentence(`Zapisano wersję ${number}. Zacznie obowiązywać ${day}`),
} as const;

export function plannedWords(version: { readonly number: number; readonly inForceFrom: Instant }): string {
  return `Wersja ${version.number} zacznie obowiązywać ${sentence(from(version))} Do tego czasu można ją cofnąć (na dole strony).`;
}

export const beginsWords = (version: { readonly inForceFrom: Instant }) => `od ${from(version)}`;

export const paperData = (title: string) => sentence(`Dane w podglądzie są z dokumentu ${quoted(title)}`);
