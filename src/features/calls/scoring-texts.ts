import { counted, noOrphans, plural } from '../../lib/polish.ts';
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
  blindReview = 0,
}: Pick<Call, 'scoreMethod' | 'scoreDecimals' | 'unevenCards'> &
  Partial<Pick<Call, 'cardsPerApplication' | 'blindReview'>>): string {
  const drawn = cardsPerApplication === null ? '' : ` ${drawnText(cardsPerApplication)}`;
  const blind = blindReview === 1 ? ` ${blindTexts.method}` : '';
  return countingText(scoreMethod, scoreDecimals, unevenCards) + drawn + blind;
}

const drawnText = (cards: number) =>
  `Każdy wniosek ${plural(cards, 'ocenia', 'oceniają', 'ocenia')} ${counted(cards, 'osoba', 'osoby', 'osób')} z komisji, ${plural(cards, 'wylosowana', 'wylosowane', 'wylosowanych')} po równo.`;

function countingText(
  scoreMethod: Call['scoreMethod'],
  scoreDecimals: number,
  unevenCards: Call['unevenCards'],
): string {
  if (scoreMethod === 'mean') return `Wynik to średnia kart komisji, ${precision[scoreDecimals]}.`;
  if (unevenCards === 'refused')
    return 'Wynik to suma punktów ze wszystkich kart. Każdy wniosek musi mieć tyle samo kart.';
  return `Wynik to suma punktów ze wszystkich kart. Gdy wniosek ma mniej kart niż inne, sumę przelicza się na pełną liczbę kart, ${precision[scoreDecimals]}.`;
}

/** Of a call whose jury does not learn who applies until the ranking is adopted. */
export const blindTexts = {
  method: 'Komisja ocenia bez nazwisk: nie widzi, kto składa wniosek, dopóki nie przyjmie rankingu.',
  forGroups: noOrphans(
    'Komisja ocenia bez nazwisk. Zakryjemy Wasze dane, ale odpowiedzi przeczyta tak, jak je napiszecie: nie podpisujcie się w nich, nie podawajcie nazwisk ani nazwy grupy. To samo dotyczy tytułu i zdjęć.',
  ),
} as const;

/** What groups read where they write; '' where the jury sees who applies. */
export const blindNote = ({ blindReview }: Pick<Call, 'blindReview'>): string =>
  blindReview === 1 ? blindTexts.forGroups : '';

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
