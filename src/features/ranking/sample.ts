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
  totalHundredths: points,
  bonusHundredths: 0,
  cards: 4,
  meetsThreshold: points >= 6_000,
  missed: '',
  tieNote: '',
  tieCriterion: '',
});

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
    { name: 'Barbara Wiśniewska', function: 'chair', represents: 'środowisko bibliotek', isPresent: true },
    { name: 'Andrius Vaičiulis', function: 'secretary', represents: 'organizacje mniejszości', isPresent: true },
    { name: 'Krystyna Sienkiewicz', function: 'member', represents: 'mieszkańcy', isPresent: true },
    { name: 'Tomasz Rożko', function: 'member', represents: 'szkoły', isPresent: false },
    { name: 'Małgorzata Turowska', function: 'member', represents: '', isPresent: true },
  ],
  exclusions: [{ code: 'PB/2024/05', title: 'Rower pełen książek', names: ['Krystyna Sienkiewicz'] }],
  rows: [
    row(1, '03', 'Dwie mowy, jeden regał', 'Półka nad Šešupe', 9_175, 2_100),
    row(2, '01', 'Opowieści z pogranicza', 'Stowarzyszenie „Brzeg”', 8_850, 8_000),
    { ...row(3, '05', 'Rower pełen książek', 'Halina Wróblewska', 8_425, 3_650), cards: 3 },
    {
      ...row(4, '02', 'Pieśni babci Anieli', 'Koło Gospodyń Wiejskich „Kalina”', 8_425, 4_200),
      tieNote: 'community',
      tieCriterion: 'Udział mieszkańców',
    },
    row(5, '04', 'Noc z komiksem', 'Kajetan Mieczkowski', 5_900, 1_800),
  ],
};
