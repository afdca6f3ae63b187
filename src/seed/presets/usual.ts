import type { CallModel, ModelStage, PresetFacts } from '../../features/calls/setup/model.ts';
import { grosze } from '../../lib/money.ts';
import { form } from '../form.ts';
import type { Named } from '../named.ts';
import { privacyOf } from '../privacy.ts';
import { questions } from '../questions.ts';
import { rulesOf } from '../rules.ts';
import { timetable } from '../timetable.ts';

/** The dates of a whole call in its usual distances; places are the library's own. */
export const usualStages: readonly ModelStage[] = timetable.map(({ kind, startsAt = null, endsAt = null }) => ({
  kind,
  startsAt,
  endsAt,
  place: '',
  source: '',
}));

/** Costs that small calls pay for, most often from a budget line of the same name. */
export const usualCosts: CallModel['categories'] = [
  {
    ...cost(
      'pay',
      'wynagrodzenia i honoraria',
      'osoby prowadzące, artyści, eksperci; kwota ze wszystkimi podatkami i składkami (pomożemy policzyć)',
    ),
    isPay: 1,
  },
  cost(
    'materials',
    'materiały',
    'materiały do zajęć, książki, nagrody rzeczowe; rzeczy trwałe zostają własnością biblioteki',
  ),
  cost('print', 'druk i promocja'),
  cost('rental', 'wynajem', 'sprzęt, nagłośnienie, sala'),
  cost('transport', 'transport', 'autobus, bilety, przewóz rzeczy'),
  { ...cost('catering', 'poczęstunek', 'bez alkoholu'), capPercent: 10 },
  cost('licences', 'licencje', 'na przykład ZAiKS, zgody na teksty i zdjęcia'),
  refusedCost('fixed_assets', 'środki trwałe i remonty'),
  refusedCost('own_pay', 'wynagrodzenie dla siebie jako wnioskodawcy'),
  refusedCost('staff_pay', 'wynagrodzenia stałych pracowników biblioteki'),
  refusedCost('fines', 'mandaty, kary i odsetki'),
  refusedCost('alcohol', 'alkohol i papierosy'),
  refusedCost('out_of_time', 'zakupy sprzed porozumienia i po zakończeniu realizacji'),
  refusedCost('without_order', 'zakupy zrobione bez zamówienia biblioteki'),
];

function cost(code: string, name: string, note = ''): CallModel['categories'][number] {
  return { code, name, isEligible: 1, capPercent: null, note, line: name };
}

function refusedCost(code: string, name: string): CallModel['categories'][number] {
  return { code, name, isEligible: 0, note: '', line: null };
}

export const usualKinds: CallModel['applicantKinds'] = [
  { kind: 'person', note: 'która skończyła 18 lat' },
  { kind: 'informal_group', note: 'co najmniej 3 osoby, w tym jedna pełnoletnia' },
  {
    kind: 'organisation',
    note: 'stowarzyszenie, fundacja, koło gospodyń wiejskich, OSP, klub; wystarczy jeden z rejestrów, numer REGON nie jest konieczny',
  },
  { kind: 'school_or_parish', note: 'przez dorosłego lidera' },
  { kind: 'minor', note: 'lider od 13 lat, za zgodą rodzica lub opiekuna; porozumienie podpisuje dorosły' },
];

/** Questions that hold wherever the library buys and pays. */
const usualQuestions = questions.filter(({ question }) => !question.includes('po litewsku'));

/** The usual questions but the one about books and reading, for houses that are no libraries. */
export const formWithoutReading: CallModel['form'] = {
  ...form,
  sections: form.sections.map((section) => ({
    ...section,
    questions: section.questions.filter(({ code }) => code !== 'reading'),
  })),
};

/** What every preset begins with. */
export function usualModel(facts: PresetFacts, programme: string) {
  const { library, project, year } = facts;
  const named: Named = {
    library,
    programme,
    funder: project.funderName,
    jury: 'Zasiadają w niej osoby z biblioteki, partnerów i samorządu oraz osoba spoza gminy.',
  };
  const where = library.contactHours === '' ? library.street : `${library.street}, ${library.contactHours}`;
  return {
    code: 'N',
    year,
    title: 'Konkurs na inicjatywy mieszkańców',
    subtitle: `Konkurs na inicjatywy mieszkańców, ${library.area}, ${year}`,
    lead: 'Masz pomysł, który ucieszy sąsiadów? Opisz go. Najlepsze pomysły zrealizujemy razem.',
    poolGrosze: grosze(20_000_00),
    minGrosze: grosze(1_000_00),
    maxGrosze: grosze(6_000_00),
    minInitiatives: 3,
    applicationsPerLeader: 1,
    minGroupSize: 3,
    minLeaderAge: 13,
    thresholdPercent: 60,
    quorum: 3,
    area: library.area,
    contributionNote: 'niepotrzebny',
    contact: library.contactName === '' ? where : `${library.contactName}, ${where}`,
    stages: usualStages,
    rules: rulesOf(named),
    form,
    privacy: privacyOf(named),
    questions: usualQuestions,
    applicantKinds: usualKinds,
    categories: usualCosts,
  };
}
