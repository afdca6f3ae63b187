import type { Day, Instant } from '../../lib/days.ts';
import { grosze } from '../../lib/money.ts';
import { sampleCallTitle, sampleLetterhead } from '../organisation/sample.ts';
import type { SubmittedContent, SubmittedCost } from './content.ts';
import type { Printed } from './documents/application.ts';

const cost = (name: string, categoryName: string, quantity: number, unit: string, price: number): SubmittedCost => ({
  ...{ name, categoryId: 1, categoryName, quantity: quantity * 1000, unit },
  price: grosze(price * 100),
  value: grosze(quantity * price * 100),
});

const costs = [
  cost('Książki po polsku i po litewsku', 'książki i czasopisma', 24, 'szt.', 40),
  cost('Warsztaty teatru cieni', 'wynagrodzenia i honoraria', 2, 'spotkanie', 450),
  cost('Płótno i lampa do teatru cieni', 'materiały', 1, 'komplet', 240),
];

const content: SubmittedContent = {
  title: 'Dwie mowy, jeden regał',
  applicant: {
    kind: 'informal_group',
    kindName: 'Grupa nieformalna',
    name: 'Półka nad Šešupe',
    leaderName: 'Birutė Jurkianis',
    email: 'birute@example.org',
    phone: '600 100 200',
    address: 'ul. Młyńska 7, 16-599 Łąka',
    registerNumber: '',
    groupMembers: 'Zygmunt Jodzis\nHalina Wróblewska',
    guardianName: '',
  },
  answers: [
    {
      code: 'idea',
      section: 'Pomysł',
      label: 'Co chcecie zrobić i po co?',
      text: 'W naszej bibliotece litewskie książki stoją w dwóch kartonach na zapleczu. Chcemy wybrać je razem z mieszkańcami, dokupić nowe i postawić na jednej półce z polskimi.\n\nCo dwa tygodnie będziemy czytać na głos: raz po polsku, raz po litewsku. Na koniec dzieci i dorośli pokażą wybraną opowieść w teatrze cieni.',
    },
    {
      code: 'needs',
      section: 'Pomysł',
      label: 'Skąd wiecie, że to jest potrzebne?',
      text: 'Pytaliśmy o to w marcu na spotkaniu w czytelni. Przyszło 31 osób, a 19 z nich powiedziało, że w domu mówi się po litewsku, ale nie ma czego czytać dzieciom.',
    },
    {
      code: 'own',
      section: 'Co wnosicie od siebie',
      label: 'Praca, rzeczy, miejsca',
      text: 'Prowadzimy czytanie sami, bez wynagrodzenia. Pan Zygmunt zrobi półkę, a pani Halina pożyczy maszynę do szycia.',
    },
  ],
  schedule: [
    {
      activity: 'Wybieranie książek i spotkanie o półce',
      startsOn: '2024-05-13' as Day,
      endsOn: '2024-05-25' as Day,
      place: 'Biblioteka w Łące',
    },
    {
      activity: 'Czytanie na głos co dwa tygodnie',
      startsOn: '2024-06-01' as Day,
      endsOn: '2024-08-31' as Day,
      place: 'Ogród biblioteki, a w deszcz czytelnia',
    },
    {
      activity: 'Warsztaty i pokaz teatru cieni',
      startsOn: '2024-09-07' as Day,
      endsOn: '2024-09-14' as Day,
      place: 'Remiza w Łące',
    },
  ],
  costs,
  requestedGrosze: grosze(costs.reduce((sum, { value }) => sum + value, 0)),
  consents: [
    { code: 'rules', text: 'Znamy regulamin konkursu i zgadzamy się na jego zasady.' },
    { code: 'privacy', text: 'Wiemy, jak biblioteka przetwarza nasze dane osobowe.' },
  ],
  attachments: [
    { fileId: 1, label: 'Zgoda właściciela miejsca', name: 'zgoda-remiza.pdf', size: 48_213, sha256: 'a'.repeat(64) },
  ],
};

/** A group of neighbours with three costs and one attachment. */
export const samplePrinted: Printed = {
  sent: {
    id: 7,
    callId: 1,
    number: 3,
    code: 'PB/2024/03',
    title: content.title,
    state: 'submitted',
    submittedAt: '2024-03-14T18:42:00.000Z' as Instant,
    versionId: 11,
    versionAt: '2024-03-14T18:42:00.000Z' as Instant,
    version: 1,
    fingerprint: '6f1c0d52b9a84e37c2d5f08e9b7a61343d0f9c1be2a75486f7d3c90ab1e6825d',
    content,
  },
  call: {
    title: sampleCallTitle,
    stages: [
      {
        id: 1,
        kind: 'formal_check',
        startsAt: '2024-03-15T14:00:00.000Z' as Instant,
        endsAt: '2024-03-29T14:00:00.000Z' as Instant,
        place: '',
        source: '',
      },
      { id: 2, kind: 'results', startsAt: '2024-04-22T10:00:00.000Z' as Instant, endsAt: null, place: '', source: '' },
    ],
  },
  letterhead: sampleLetterhead,
  address: 'https://oddolnie.example.org/wnioski/7',
  fingerprintAddress:
    'https://oddolnie.example.org/odcisk/6f1c0d52b9a84e37c2d5f08e9b7a61343d0f9c1be2a75486f7d3c90ab1e6825d',
};
