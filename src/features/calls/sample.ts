import { day, instant } from '../../lib/days.ts';
import { grosze } from '../../lib/money.ts';
import type { RulesOrder } from './documents/order.ts';
import type { CallPoster } from './documents/poster.ts';
import type { CallRules } from './documents/rules.ts';
import type { ConsultationSummary } from './documents/summary.ts';
import type { Notice } from './publications/notice-texts.ts';
import { sampleFrame } from './sample-texts.ts';

export const sampleRules: CallRules = {
  call: {
    title: sampleFrame.callTitle,
    announcedAt: instant('2024-02-12T07:00:00.000Z'),
    poolGrosze: grosze(24_000_00),
    minGrosze: grosze(2_000_00),
    maxGrosze: grosze(8_000_00),
    minInitiatives: 3,
    applicationsPerLeader: 1,
    applicationsPerOrganisation: null,
    minGroupSize: 3,
    minLeaderAge: 13,
    guardianConsent: 'agreement',
    thresholdPercent: 60,
    maxPoints: 35,
    scoreMethod: 'mean',
    scoreDecimals: 2,
    unevenCards: 'refused',
    blindReview: 0,
    quorum: 3,
    area: 'powiat przykładowski',
    stages: [
      {
        id: 1,
        kind: 'submission',
        startsAt: instant('2024-02-11T23:00:00.000Z'),
        endsAt: instant('2024-03-15T14:00:00.000Z'),
        place: '',
        source: '',
      },
      {
        id: 2,
        kind: 'jury_meeting',
        startsAt: instant('2024-04-17T14:00:00.000Z'),
        endsAt: instant('2024-04-17T17:00:00.000Z'),
        place: 'czytelnia',
        source: '',
      },
    ],
  },
  letterhead: sampleFrame.letterhead,
  orders: [{ number: '3/2024', signedOn: day('2024-02-05') }],
  askedAt: instant('2024-02-12T07:00:00.000Z'),
  rules: {
    number: 1,
    sections: [
      {
        title: 'O konkursie',
        items: [
          { text: 'Konkurs ogłasza biblioteka.' },
          { text: 'Wniosek może złożyć:', points: ['osoba, która skończyła 18 lat,', 'grupa nieformalna.'] },
        ],
      },
      { title: 'Pieniądze', items: [{ text: 'Pieniędzy nie wypłacamy. To biblioteka zamawia, kupuje i płaci.' }] },
    ],
  },
  privacy: [{ title: 'Kto odpowiada za Wasze dane', items: [{ text: 'Administratorem danych jest biblioteka.' }] }],
  costs: [
    { name: 'materiały', capPercent: null, unitThreshold: null, note: '' },
    { name: 'poczęstunek', capPercent: 10, unitThreshold: null, note: 'bez alkoholu' },
  ],
  ineligible: [{ name: 'kary i odsetki', note: '' }],
  kinds: [{ kind: 'person', note: 'która skończyła 18 lat' }],
  formal: [{ name: 'Wniosek wpłynął w terminie.' }, { name: 'Działania są na obszarze konkursu.' }],
  merit: [
    {
      name: 'Potrzeby',
      description: 'Na co odpowiada.',
      weight: 4,
      maxPoints: 5,
      isBonus: false,
      tieOrder: null,
      minPoints: null,
      levels: [],
    },
    {
      name: 'Budżet',
      description: 'Czy koszty są rozsądne.',
      weight: 3,
      maxPoints: 5,
      isBonus: false,
      tieOrder: null,
      minPoints: null,
      levels: [],
    },
    {
      name: 'Młodzież',
      description: '3 punkty, gdy działają osoby do 19 lat.',
      weight: 1,
      maxPoints: 3,
      isBonus: true,
      tieOrder: null,
      minPoints: null,
      levels: [],
    },
  ],
};

export const sampleRulesOrder: RulesOrder = {
  ...sampleFrame,
  pool: sampleRules.call.poolGrosze,
  least: sampleRules.call.minGrosze,
  most: sampleRules.call.maxGrosze,
  submission: '12 lutego\u00A0– 15 marca 2024 r., godz. 15.00',
};

export const samplePoster: CallPoster = {
  call: {
    title: 'Małe pomysły',
    subtitle: 'Konkurs na inicjatywy mieszkańców powiatu przykładowskiego',
    lead: 'Macie pomysł na wspólne działanie z biblioteką? Opiszcie go, a my pomożemy go przeprowadzić.',
    maxGrosze: grosze(8_000_00),
    area: 'powiat przykładowski',
  },
  payment: 'Pieniędzy nie wypłacamy – to biblioteka kupuje i płaci.',
  letterhead: sampleFrame.letterhead,
  askedAt: instant('2024-02-12T07:00:00.000Z'),
  closesAt: instant('2024-03-15T14:00:00.000Z'),
  realisation: { startsAt: instant('2024-05-12T22:00:00.000Z'), endsAt: instant('2024-09-30T21:59:59.999Z') },
  meetings: [
    {
      startsAt: instant('2024-02-21T16:00:00.000Z'),
      endsAt: instant('2024-02-21T17:30:00.000Z'),
      place: 'czytelnia, ul. Długa 1',
    },
  ],
  kinds: ['osoba', 'grupa nieformalna', 'organizacja'],
  costs: ['materiały', 'wynagrodzenia', 'druk', 'wynajem', 'dojazdy', 'poczęstunek', 'licencje'],
  contact: {
    street: 'ul. Długa 1, Przykładów',
    phone: '87 123 45 67',
    email: 'konkurs@biblioteka.example.org',
  },
  address: 'https://konkurs.example.org/nabory/1',
};

export const sampleSummary: ConsultationSummary = {
  letterhead: sampleFrame.letterhead,
  callTitle: sampleFrame.callTitle,
  rulesNumber: 1,
  window: { startsAt: instant('2024-01-31T23:00:00.000Z'), endsAt: instant('2024-02-09T22:59:59.999Z') },
  publishedAt: instant('2024-02-10T09:00:00.000Z'),
  summary: 'Dziękujemy za opinie. Zmieniamy zapis o grupach nieformalnych, pozostałe zasady zostają.',
  opinions: [
    {
      place: '§ 2. Kto może złożyć wniosek',
      opinion: 'Grupa nieformalna powinna móc liczyć trzy osoby, a nie pięć.',
      author: 'Regina Żuk, Koło Gospodyń w Przykładowie',
      outcome: 'taken',
      answer: 'Zgadzamy się. W regulaminie są trzy osoby, w tym jedna pełnoletnia.',
    },
    {
      place: 'Załącznik nr 2. Terminarz',
      opinion: 'Nabór kończy się w dzień targowy.',
      author: '',
      outcome: 'not_taken',
      answer: 'Termin zostaje, ale wniosek można złożyć wcześniej i poprawiać do końca naboru.',
    },
  ],
};

export const sampleNotice: Notice = {
  letterhead: sampleFrame.letterhead,
  callTitle: sampleFrame.callTitle,
  title: 'Ogłoszenie o konkursie',
  paragraphs: [
    'Biblioteka Publiczna w Przykładowie ogłasza konkurs „Małe pomysły”. Konkurs na inicjatywy mieszkańców powiatu przykładowskiego.',
    'Macie pomysł na wspólne działanie z biblioteką? Opiszcie go. Pieniędzy nie wypłacamy – to biblioteka kupuje i płaci.',
  ],
  facts: [
    { label: 'Nabór wniosków', value: '12 lutego\u00A0– 15 marca 2024 r., godz. 15.00' },
    { label: 'Pula konkursu', value: '24\u00A0000,00\u00A0zł' },
    { label: 'Strona konkursu i wniosek', value: 'https://konkurs.example.org/nabory/1' },
  ],
  lists: [
    { heading: 'Kto może złożyć wniosek', items: ['Osoba: która skończyła 18 lat', 'Grupa nieformalna: od 3 osób'] },
  ],
  publishedAt: instant('2024-02-12T07:00:00.000Z'),
};
