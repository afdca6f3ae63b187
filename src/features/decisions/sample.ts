import { instant } from '../../lib/days.ts';
import { grosze } from '../../lib/money.ts';
import { sampleFrame } from '../calls/sample-texts.ts';
import type { ResultPaper } from './documents/result.ts';
import type { DecisionKind } from './policy.ts';

const award: ResultPaper = {
  letterhead: sampleFrame.letterhead,
  library: {
    city: 'Przykładowo',
    phone: '87 123 45 67',
    hours: 'od poniedziałku do piątku w godz. 9.00–16.00',
    director: sampleFrame.director.name,
    directorTitle: sampleFrame.director.title,
  },
  callTitle: sampleFrame.callTitle,
  code: 'MP/2024/03',
  title: 'Dwie mowy, jeden regał',
  addressee: ['Grupa „Lentyna”', 'Birutė Jurkianis', 'ul. Wiosenna 4, 00-950 Przykładowo'],
  publishedAt: instant('2024-04-22T10:00:00.000Z'),
  result: {
    kind: 'award',
    amount: grosze(5_200_00),
    requested: grosze(6_000_00),
    reservePlace: null,
    pool: { whole: grosze(24_000_00), left: grosze(0) },
    reason: 'Bez wynajmu sceny: jest w świetlicy.',
    points: 9140,
    place: 1,
    count: 14,
    cards: 4,
    threshold: 6000,
    bonus: 0,
    shortOfThreshold: 0,
    missed: '',
    method: 'Wynik to średnia kart komisji, z dokładnością do dwóch miejsc po przecinku.',
    decimals: 2,
    shortOfFunded: null,
    criteria: [
      { name: 'Potrzeby', points: 1900, most: 20, isBonus: false },
      { name: 'Budżet', points: 1240, most: 15, isBonus: false },
      { name: 'Młodzież', points: 150, most: 3, isBonus: true },
    ],
    justifications: [
      'Pomysł wyrasta z rozmów z mieszkańcami i jest dobrze policzony.',
      'Warto zadbać o dojazd osób starszych ze wsi.',
    ],
  },
  dates: { negotiation: '23 kwietnia\u00A0– 10 maja 2024 r.', realisation: '13 maja\u00A0– 30 września 2024 r.' },
  page: 'https://konkurs.example.org/wnioski/7/wynik',
};

/** The same group with each of the outcomes. */
export const sampleResults: Readonly<Record<DecisionKind, ResultPaper>> = {
  award,
  reserve: {
    ...award,
    result: {
      ...award.result,
      ...{ kind: 'reserve', amount: null, reservePlace: 2, reason: '', points: 7825, place: 6, shortOfFunded: 275 },
    },
  },
  refusal: {
    ...award,
    result: {
      ...award.result,
      ...{ kind: 'refusal', amount: null, points: 5650, place: 12, shortOfThreshold: 350, shortOfFunded: 2450 },
      reason: 'Działania są poza obszarem konkursu, a koszty nie wynikają z opisu.',
    },
  },
};
