import type { Day, Instant } from '../../lib/days.ts';
import { grosze } from '../../lib/money.ts';
import { sampleCallTitle, sampleLetterhead } from '../organisation/sample.ts';
import type { Minutes, MinutesRow } from './minutes.ts';

const row = (
  place: number,
  code: string,
  title: string,
  applicant: string,
  points: number,
  zl: number,
): MinutesRow => ({
  ...{ place, code: `PB/2024/${code}`, title, applicant },
  requested: grosze(zl * 100),
  amount: null,
  totalHundredths: points,
  bonusHundredths: 0,
  cards: 4,
  meetsThreshold: points >= 6_000,
  missed: '',
  tieNote: '',
  tieCriterion: '',
});

const inOffice = { hasVote: true, until: null, scoresOnly: false };
const there = { declaredOn: '2024-03-21' as Day, isPresent: true, hours: 'od 16.00', ...inOffice } as const;

const filed = [
  row(0, '01', 'Opowieści z pogranicza', 'Stowarzyszenie „Brzeg”', 0, 8_000),
  row(0, '02', 'Pieśni babci Anieli', 'Koło Gospodyń Wiejskich „Kalina”', 0, 4_200),
  row(0, '03', 'Dwie mowy, jeden regał', 'Półka nad Šešupe', 0, 2_100),
  row(0, '04', 'Noc z komiksem', 'Kajetan Mieczkowski', 0, 1_800),
  row(0, '05', 'Rower pełen książek', 'Halina Wróblewska', 0, 3_650),
  row(0, '06', 'Szachy pod lipą', 'Klub „Skoczek”', 0, 2_900),
];

/** A jury of five, one away, one excluded from one application; a tie and a row below the threshold. */
export const sampleMinutes: Minutes = {
  ...sampleLetterhead,
  callTitle: sampleCallTitle,
  metOn: '2024-04-18' as Day,
  place: 'czytelnia biblioteki w Łące',
  adoptedAt: '2024-04-18T15:20:00.000Z' as Instant,
  fingerprint: '0b7e9d16c3f84a52e8d1957b6c20fa4d918e35c7b2604fda71c8e93d5ab60f24',
  pool: grosze(2_000_000),
  threshold: 6_000,
  method: 'Wynik to średnia kart, z dokładnością do dwóch miejsc po przecinku.',
  decimals: 2,
  quorum: 3,
  members: [
    { name: 'Barbara Wiśniewska', function: 'chair', represents: 'środowisko bibliotek', ...there },
    { name: 'Andrius Vaičiulis', function: 'secretary', represents: 'organizacje mniejszości', ...there },
    { name: 'Krystyna Sienkiewicz', function: 'member', represents: 'mieszkańcy', ...there },
    { name: 'Tomasz Rożko', function: 'member', represents: 'szkoły', ...there, isPresent: false, hours: '' },
    { name: 'Małgorzata Turowska', function: 'member', represents: '', ...there },
  ],
  exclusions: [{ code: 'PB/2024/05', title: 'Rower pełen książek', names: ['Krystyna Sienkiewicz'] }],
  rows: [
    row(1, '03', 'Dwie mowy, jeden regał', 'Półka nad Šešupe', 9_175, 2_100),
    row(2, '01', 'Opowieści z pogranicza', 'Stowarzyszenie „Brzeg”', 8_850, 8_000),
    {
      ...row(3, '05', 'Rower pełen książek', 'Halina Wróblewska', 8_425, 3_650),
      cards: 3,
      amount: grosze(3_000_00),
    },
    {
      ...row(4, '02', 'Pieśni babci Anieli', 'Koło Gospodyń Wiejskich „Kalina”', 8_425, 4_200),
      tieNote: 'community',
      tieCriterion: 'Udział mieszkańców',
    },
    row(5, '04', 'Noc z komiksem', 'Kajetan Mieczkowski', 5_900, 1_800),
  ],
  filed: filed.map(({ code, title, applicant, requested }, index) => ({
    ...{ applicationId: index + 1, code, title, applicant, requested, juryAmount: null },
    state: index === 5 ? 'rejected' : 'accepted',
  })),
  disclosures: [{ code: 'PB/2024/02', name: 'Małgorzata Turowska', ground: 'acquaintance' }],
  openedAt: '2024-04-18T14:00:00.000Z' as Instant,
  points: {
    keyed: [],
    jurors: [
      'Barbara Wiśniewska',
      'Andrius Vaičiulis',
      'Krystyna Sienkiewicz',
      'Tomasz Rożko',
      'Małgorzata Turowska',
    ].map((name, index) => ({ number: index + 1, name })),
    rows: filed.slice(0, 5).map(({ code, title }, index) => ({
      ...{ code, title },
      cells: [88, 90, index === 4 ? 'excluded' : 86, null, 84 - index],
    })),
  },
  changes: [
    {
      ...{ applicationId: 2, code: 'PB/2024/02', juror: 'Andrius Vaičiulis', criterion: 'Udział mieszkańców' },
      ...{ before: 3, after: 4, reason: 'Po rozmowie o partnerach.', changedBy: 'Andrius Vaičiulis' },
      changedAt: '2024-04-18T14:40:00.000Z' as Instant,
    },
  ],
  settled: [
    {
      ...{ code: 'PB/2024/05', title: 'Rower pełen książek', steppedOut: ['Krystyna Sienkiewicz'] },
      presenter: 'Andrius Vaičiulis',
      note: 'Komisja rozmawiała o trasach i o tym, kto zajmie się rowerem zimą.',
      amount: grosze(3_000_00),
      forGroup: 'Rower wystarczy używany, stąd mniejsza kwota.',
    },
  ],
};
