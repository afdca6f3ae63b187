import type { Day, Instant } from '../../lib/days.ts';
import { grosze } from '../../lib/money.ts';
import { sampleRegister } from '../expenses/sample.ts';
import { sampleLibrary, sampleProject } from '../organisation/sample.ts';
import type { ProjectPaper } from './documents/project.ts';
import type { RegisterPaper } from './documents/register.ts';

const standsAt = '2024-11-04T09:00:00.000Z' as Instant;

export const sampleRegisterPaper: RegisterPaper = {
  rows: sampleRegister,
  organisation: sampleLibrary.name,
  project: sampleProject,
  standsAt,
};

const sums = (planned: number, spent: number, owed: number) => ({
  planned: grosze(planned * 100),
  spent: grosze(spent * 100),
  owed: grosze(owed * 100),
});

/** A project in its first year: most is spent, one bill is owed, one initiative is still being settled. */
export const sampleProjectPaper: ProjectPaper = {
  project: {
    ...sampleProject,
    programmeName: 'Sąsiedzkie czytanie',
    agreementOn: '2024-01-15' as Day,
    startsOn: '2024-01-01' as Day,
    endsOn: '2025-11-30' as Day,
  },
  organisation: sampleLibrary.name,
  tasks: [
    { code: '1', name: 'Diagnoza potrzeb mieszkańców', source: 'grant', ...sums(6_000, 6_000, 0) },
    { code: '2', name: 'Szkolenia i wymiana doświadczeń', source: 'grant', ...sums(14_500, 9_320, 800) },
    { code: '2', name: 'Szkolenia i wymiana doświadczeń', source: 'own', ...sums(3_100, 1_240, 0) },
    { code: '3', name: 'Inicjatywy mieszkańców', source: 'grant', ...sums(40_000, 21_860, 0) },
    { code: '3', name: 'Inicjatywy mieszkańców', source: 'own', ...sums(4_000, 240, 0) },
  ],
  years: [
    { year: 2024, source: 'grant', ...sums(38_500, 34_180, 800) },
    { year: 2024, source: 'own', ...sums(4_100, 1_480, 0) },
    { year: 2025, source: 'grant', ...sums(22_000, 3_000, 0) },
    { year: 2025, source: 'own', ...sums(3_000, 0, 0) },
  ],
  paid: [
    { year: 2024, source: 'grant', spent: grosze(3_718_000) },
    { year: 2024, source: 'own', spent: grosze(148_000) },
  ],
  initiatives: [
    {
      ...{ code: 'PB/2024/01', title: 'Opowieści z pogranicza', groupName: 'Stowarzyszenie „Brzeg”' },
      ...{ awarded: grosze(800_000), agreed: grosze(780_000), settled: null },
    },
    {
      ...{ code: 'PB/2024/02', title: 'Pieśni babci Anieli', groupName: 'Koło Gospodyń Wiejskich „Kalina”' },
      ...{ awarded: grosze(420_000), agreed: null, settled: null },
    },
    {
      ...{ code: 'PB/2024/03', title: 'Dwie mowy, jeden regał', groupName: 'Półka nad Šešupe' },
      ...{ awarded: grosze(210_000), agreed: grosze(210_000), settled: grosze(186_000) },
    },
  ],
  needs: [
    { title: 'Mało książek w języku litewskim', source: 'spotkanie w czytelni, marzec 2024' },
    { title: 'Młodzież nie ma gdzie się spotykać po lekcjach', source: 'ankieta w szkole, luty 2024' },
  ],
  standsAt,
};
