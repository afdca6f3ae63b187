import type { NewCall } from '../features/calls/commands/create.ts';
import { grosze } from '../lib/money.ts';
import { initiativeCategories } from './budget.ts';
import { formalCriteria, meritCriteria } from './criteria.ts';
import { form } from './form.ts';
import type { Named } from './named.ts';
import { library } from './organisation.ts';
import { privacyOf } from './privacy.ts';
import { project } from './project.ts';
import { questions } from './questions.ts';
import { rulesOf } from './rules.ts';
import { timetable } from './timetable.ts';

const named: Named = {
  library,
  programme:
    'Konkurs jest częścią zadania Sejneńska Inicjatywa Lokalna „Para-buch! Biblioteka – w ruch!”, dofinansowanego przez Narodowe Centrum Kultury w ramach BLISKO (Narodowy Program Rozwoju Czytelnictwa 2.0 na lata 2021–2025).',
  funder: project.funderName,
  jury: 'Zasiadają w niej osoby z biblioteki, partnerów i samorządów oraz bibliotekarz spoza powiatu.',
};

type CategoryCode = keyof typeof initiativeCategories;

/** The call of 2024; categories still wait for the budget lines they fall on. */
export const call: Omit<NewCall, 'projectId' | 'taskId' | 'categories'> = {
  code: 'PB',
  year: 2024,
  title: 'Para-buch! Biblioteka – w ruch!',
  subtitle: 'Konkurs na inicjatywy mieszkańców powiatu sejneńskiego, 2024',
  lead: 'Masz pomysł, który poruszy sąsiadów? Opisz go. Najlepsze pomysły zrealizujemy razem.',
  poolGrosze: grosze(24_000_00),
  minGrosze: grosze(2000_00),
  maxGrosze: grosze(8000_00),
  minInitiatives: 3,
  applicationsPerLeader: 1,
  minGroupSize: 3,
  minLeaderAge: 13,
  thresholdPercent: 60,
  quorum: 3,
  maxPoints: 100,
  area: 'powiat sejneński',
  contributionNote: 'niepotrzebny',
  contact: 'Koordynatorka konkursu, czytelnia, ul. Łąkowa 1, od poniedziałku do piątku w godz. 9.00–16.00',
  stages: timetable,
  rules: rulesOf(named),
  form,
  privacy: privacyOf(named),
  questions,
  applicantKinds: [
    { kind: 'person', note: 'która skończyła 18 lat' },
    { kind: 'informal_group', note: 'co najmniej 3 osoby, w tym jedna pełnoletnia' },
    {
      kind: 'organisation',
      note: 'stowarzyszenie, fundacja, koło gospodyń wiejskich z Krajowego Rejestru KGW, OSP, klub; wystarczy jeden z rejestrów, numer REGON nie jest konieczny',
    },
    { kind: 'school_or_parish', note: 'przez dorosłego lidera' },
    { kind: 'minor', note: 'lider od 13 lat, za zgodą rodzica lub opiekuna; porozumienie podpisuje dorosły' },
  ],
  formalCriteria,
  meritCriteria,
};

export const notes: Partial<Record<CategoryCode, string>> = {
  pay: 'osoby prowadzące, artyści, eksperci; kwota ze wszystkimi podatkami i składkami (pomożemy policzyć)',
  materials: 'materiały do zajęć, książki, nagrody rzeczowe; rzeczy trwałe zostają własnością biblioteki',
  rental: 'sprzęt, nagłośnienie, sala',
  transport: 'autobus, bilety, przewóz rzeczy',
  catering: 'bez alkoholu',
  licences: 'na przykład ZAiKS, zgody na teksty i zdjęcia',
};

/** What money may go on; each category falls on the budget line of the same name. */
export const eligibleCosts = Object.entries(initiativeCategories).map(([code, [name]]) => ({
  code,
  name,
  isEligible: 1,
  capPercent: code === 'catering' ? 10 : null,
  note: notes[code as CategoryCode] ?? '',
  isPay: code === 'pay' ? 1 : 0,
}));

export const ineligibleCosts: NewCall['categories'] = [
  { code: 'fixed_assets', name: 'środki trwałe i remonty', isEligible: 0 },
  { code: 'own_pay', name: 'wynagrodzenie dla siebie jako wnioskodawcy', isEligible: 0 },
  { code: 'staff_pay', name: 'wynagrodzenia stałych pracowników biblioteki', isEligible: 0 },
  { code: 'fines', name: 'mandaty, kary i odsetki', isEligible: 0 },
  { code: 'alcohol', name: 'alkohol i papierosy', isEligible: 0 },
  { code: 'out_of_time', name: 'zakupy sprzed porozumienia i po zakończeniu realizacji', isEligible: 0 },
  { code: 'without_order', name: 'zakupy zrobione bez zamówienia biblioteki', isEligible: 0 },
];
