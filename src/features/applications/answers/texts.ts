import { type Instant, warsawDay } from '../../../lib/days.ts';
import { nbsp, quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { timeText } from '../../calls/texts.ts';

/** „godz. 18.41” today, „4 marca 2024 r., godz. 18.41” before. */
function whenText(at: Instant, now: Instant): string {
  return warsawDay(at) === warsawDay(now) ? `godz.${nbsp}${timeText(at)}` : longMoment(at);
}

interface Told {
  /** Of whoever wrote it; may be ''. */
  readonly name: string;
  readonly isOwn: boolean;
  readonly at: Instant;
  readonly now: Instant;
}

export const versionTexts = {
  title: 'Dwie wersje tej samej odpowiedzi',
  lead: 'Zmieniono ją w dwóch miejscach naraz. Niczego nie skasowaliśmy: przeczytajcie obie wersje i wybierzcie, co zostaje. Do tego czasu wniosku nie da się złożyć.',
  inField: 'Teraz we wniosku',
  other: 'Druga wersja',
  by: ({ name, isOwn, at, now }: Told) => `${isOwn ? 'Wy' : name === '' ? 'Współautor' : name}, ${whenText(at, now)}`,
  empty: '(pusto)',
  given: 'zaznaczone',
  price: (price: string) => `po ${price}${nbsp}zł`,
  stays: { field: 'Zostaje to, co we wniosku', other: 'Zostaje druga wersja', both: 'Połącz obie, jedna pod drugą' },
  about: (label: string) => `: ${label}`,
  aside: (count: number) => `Odłożone wersje odpowiedzi (${count})`,
  asideLead: 'Tych słów nie wybrano. Zostają tu, dopóki piszecie wniosek: można je skopiować do pola.',
  asideOf: (label: string, by: string) => `${label.startsWith('„') ? label : quoted(label)}, ${by}`,
};
