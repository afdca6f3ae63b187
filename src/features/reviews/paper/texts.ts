import type { Instant } from '../../../lib/days.ts';
import { counted, noOrphans } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import type { MeritCriterion } from '../../calls/criteria.ts';
import { bonusWords } from '../texts.ts';

export const paperTitles = {
  list: 'Karty oceny z papieru',
  card: (code: string) => `Karta z papieru: wniosek ${code}`,
} as const;

export const paperTexts = {
  jurorHead: (juror: string, cards: number) => `${juror}: ${counted(cards, 'karta', 'karty', 'kart')} do wpisania`,
  scanHint: 'PDF, JPG albo PNG, do 15 MB. Kartka z dwóch stron: jeden plik PDF.',
  scanAgain: 'Plik wybierz jeszcze raz. PDF, JPG albo PNG, do 15 MB.',
  keyed: (by: string, at: Instant) => noOrphans(`Wpisana z papieru przez: ${by}, ${longMoment(at)}, skan w aktach.`),
  keyedThenSent: (by: string, at: Instant) =>
    noOrphans(
      `Pierwszy raz wpisana z papieru przez: ${by}, ${longMoment(at)}, skan w aktach; potem poprawiona i wysłana na ekranie.`,
    ),
} as const;

/** A criterion with its points as they stand on a paper card, in one line of a letter. */
export function pointsLine({ name, maxPoints, isBonus }: MeritCriterion, points: number, reason: string): string {
  const said = isBonus ? (points === 0 ? bonusWords.no : `${bonusWords.yes} (${points})`) : `${points} z ${maxPoints}`;
  return `${name}: ${said}${reason === '' ? '' : ` (${reason})`}`;
}

export const paperRefusals = {
  begun_on_screen: () =>
    'Ta osoba zaczęła już tę kartę na ekranie i coś na niej zapisała, więc nie można jej zastąpić kartą z papieru. Zapytaj ją, która ma się liczyć: kartę na ekranie może dokończyć albo wyczyścić sama.',
  own_card_first: () =>
    'Też oceniasz ten wniosek. Najpierw wyślij własną kartę, potem możesz wpisać cudzą: inaczej jej punkty mogłyby wpłynąć na Twoje.',
  scan_missing: () => 'Brakuje skanu albo zdjęcia karty. Bez niego karty z papieru nie można wpisać.',
} as const;

export const paperFlashes = {
  keyed: (juror: string, code: string) =>
    noOrphans(`Karta wniosku ${code} jest wpisana i wysłana. ${juror} dostanie list z tym, co wpisano.`),
} as const;
