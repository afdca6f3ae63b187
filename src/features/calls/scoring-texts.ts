import { counted, plural } from '../../lib/polish.ts';
import type { Call } from './queries.ts';

const precision = [
  'zaokrąglona do pełnych punktów',
  'z dokładnością do jednego miejsca po przecinku',
  'z dokładnością do dwóch miejsc po przecinku',
];

/** How the points of the cards become a result; said alike in the rules, on the call's page, on the ranking and in the minutes. */
export function methodText({
  scoreMethod,
  scoreDecimals,
  unevenCards,
  cardsPerApplication = null,
}: Pick<Call, 'scoreMethod' | 'scoreDecimals' | 'unevenCards'> & Partial<Pick<Call, 'cardsPerApplication'>>): string {
  const who =
    cardsPerApplication === null
      ? ''
      : ` Każdy wniosek ${plural(cardsPerApplication, 'ocenia', 'oceniają', 'ocenia')} ${counted(cardsPerApplication, 'osoba', 'osoby', 'osób')} z komisji, ${plural(cardsPerApplication, 'wylosowana', 'wylosowane', 'wylosowanych')} po równo.`;
  if (scoreMethod === 'mean') return `Wynik to średnia kart komisji, ${precision[scoreDecimals]}.${who}`;
  if (unevenCards === 'refused')
    return `Wynik to suma punktów ze wszystkich kart. Każdy wniosek musi mieć tyle samo kart.${who}`;
  return `Wynik to suma punktów ze wszystkich kart. Gdy wniosek ma mniej kart niż inne, sumę przelicza się na pełną liczbę kart, ${precision[scoreDecimals]}.${who}`;
}

export const scoringChoices = {
  method: [
    { value: 'mean', label: 'średnia kart', hint: 'Najczęściej. Nie szkodzi wnioskowi, z którego ktoś się wyłączył.' },
    { value: 'sum', label: 'suma punktów ze wszystkich kart', hint: 'Każdy wniosek powinien mieć tyle samo kart.' },
  ],
  uneven: [
    { value: 'refused', label: 'ranking czeka na brakujące karty' },
    { value: 'scaled', label: 'sumę przelicza się na pełną liczbę kart' },
  ],
  decimals: [
    { value: '2', label: 'dwa miejsca po przecinku' },
    { value: '1', label: 'jedno miejsce po przecinku' },
    { value: '0', label: 'pełne punkty' },
  ],
} as const;
