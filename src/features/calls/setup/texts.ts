import { formatAmount, grosze } from '../../../lib/money.ts';
import { counted, nbsp } from '../../../lib/polish.ts';
import type { RefusalTexts } from '../../../web/routes.ts';
import type { ApplicantKind } from '../queries.ts';
import { callRefusals } from '../texts.ts';

export const setupTitles = {
  list: 'Konkursy',
  sources: 'Nowy konkurs',
  decisions: 'Nowy konkurs: osiem decyzji',
  about: 'Nazwa, opis i kontakt',
  applicants: 'Kto może złożyć wniosek',
  stages: 'Etapy konkursu',
  costs: 'Rodzaje kosztów',
  formal: 'Kryteria formalne',
  merit: 'Kryteria oceny',
  faq: 'Częste pytania',
} as const;

export const setupNotes = {
  stages: (count: number) => counted(count, 'termin', 'terminy', 'terminów'),
  costs: (count: number) => counted(count, 'rodzaj', 'rodzaje', 'rodzajów'),
  criteria: (count: number) => counted(count, 'kryterium', 'kryteria', 'kryteriów'),
  questions: (count: number) => counted(count, 'pytanie', 'pytania', 'pytań'),
  points: (count: number) => counted(count, 'punkt', 'punkty', 'punktów'),
} as const;

export const setupFlashes = {
  created: 'Szkic konkursu jest gotowy. Poniżej widać, czego jeszcze brakuje przed ogłoszeniem.',
  about: 'Nazwa, opis i kontakt są zapisane.',
  applicants: 'Zapisano, kto może złożyć wniosek.',
  stages: 'Etapy są zapisane. Nowe mają proponowane daty: sprawdź je w terminarzu.',
  costs: 'Rodzaje kosztów są zapisane.',
  formal: 'Kryteria formalne są zapisane.',
  merit: 'Kryteria oceny są zapisane.',
  faq: 'Częste pytania są zapisane.',
} as const;

/** What applicants of a kind read, until somebody writes it better. */
export const defaultKindNotes: Readonly<Record<ApplicantKind, string>> = {
  person: 'która skończyła 18 lat',
  informal_group: 'w której jest choć jedna osoba pełnoletnia',
  organisation: 'stowarzyszenie, fundacja, koło gospodyń wiejskich, OSP, klub',
  organisation_with_group: 'organizacja z rejestru podpisuje porozumienie, a działa grupa sąsiadów',
  school_or_parish: 'przez dorosłego lidera',
  minor: 'za zgodą rodzica lub opiekuna; porozumienie podpisuje dorosły',
};

export const guardianConsentOptions = [
  {
    value: 'agreement',
    label: 'Przed podpisaniem porozumienia',
    hint: 'Wniosek można złożyć bez niej. Zgody wymagamy od tych, którzy dostaną kwotę na realizację.',
  },
  { value: 'submission', label: 'Przed złożeniem wniosku', hint: 'Bez zgody opiekuna wniosku nie da się złożyć.' },
] as const;

export const setupMessages = {
  title: 'Wpisz nazwę konkursu.',
  contact: 'Wpisz, kogo pytać o konkurs: osobę, miejsce, godziny.',
  code: `Skrót to od 1 do 12 liter, cyfr i łączników, na przykład PB. Zaczyna numer wniosku: PB/7/2024.`,
  task: 'Wybierz zadanie z budżetu, z którego jest pula.',
  positive: 'Kwota musi być większa od zera.',
  kinds: 'Zaznacz przynajmniej jedną możliwość.',
  guardianConsent: 'Zaznacz, kiedy potrzebna jest zgoda opiekuna.',
  hour: 'Podaj godzinę, na przykład 15.00. O tej godzinie nabór się kończy.',
  tooLong: (most: number) => `Ten tekst może mieć najwyżej ${counted(most, 'znak', 'znaki', 'znaków')}. Skróć go.`,
  numberBetween: (least: number, most: number) => `Wpisz liczbę od ${least} do ${most}.`,
  name: 'Wpisz nazwę.',
  description: 'Napisz, o co pyta to kryterium.',
  line: 'Wskaż pozycję budżetu, na którą wpadają te koszty.',
  area: 'Wpisz, gdzie mogą odbyć się działania.',
  note: 'Napisz, kto to jest i na jakich warunkach.',
  tieTwice: 'To miejsce ma już inne kryterium. Wpisz inną liczbę.',
  overScale: (most: number) => `Najwyżej tyle, ile ma skala: ${most}.`,
  levelOverScale: (most: number) => `Skala kończy się na ${most}. Zwiększ skalę albo usuń ten opis.`,
  used: 'Ktoś ma już ten koszt w szkicu wniosku, więc nie można go usunąć.',
  question: 'Wpisz pytanie.',
  answer: 'Wpisz odpowiedź.',
  questionTwice: 'To pytanie jest już na liście. Zmień jedno z nich.',
  readQuestion: 'Konkurs jest ogłoszony, więc tego pytania nie można usunąć. Popraw odpowiedź.',
  nameTwice: 'Ta nazwa jest już na liście. Zmień jedną z nich.',
} as const;

type Facts = Readonly<Record<string, string | number>>;
const drafts = (facts: Facts) => counted(Number(facts['count']), 'szkicu', 'szkicach', 'szkicach');

export const setupRefusals: RefusalTexts = {
  ...callRefusals,
  task_unknown: () => setupMessages.task,
  code_taken: () => 'Konkurs o tym skrócie w tym roku już jest. Zmień skrót albo rok.',
  realisation_reversed: () => 'Realizacja kończy się, zanim się zacznie. Popraw jedną z dat.',
  realisation_before_deadline: () => 'Realizacja zaczyna się przed końcem naboru. Popraw jedną z dat.',
  source_absent: () => 'Nie ma takiego wzoru ani konkursu. Wybierz jeszcze raz.',
  announced_fixed: () =>
    'Konkurs jest już ogłoszony i ludzie piszą wnioski według tych zasad, więc nie można ich zmienić. Dopóki nikt nie złożył wniosku, konkurs można w ustawieniach cofnąć do szkicu.',
  kind_used: (facts) => `Tak zaczęto pisać w ${drafts(facts)} wniosku: „${facts['kind']}”. Zostaw tę możliwość.`,
  last_criterion: () => 'Musi zostać choć jedno kryterium z wagą. Najpierw dodaj nowe.',
  pool_over_plan: (facts) =>
    `W budżecie tego zadania jest ${formatAmount(grosze(Number(facts['planned'] ?? 0)))} z${nbsp}dotacji. Zmniejsz pulę, wybierz inne zadanie albo najpierw zmień budżet.`,
};

export const frozenWords =
  'Konkurs jest ogłoszony: ludzie piszą wnioski według tych zasad, więc widać je tutaj, ale nie można ich zmienić.';

/** The way out for criteria that turn out wrong when they are already used. */
export const frozenCriteria = `${frozenWords} Gdy kryterium okaże się niejasne, komisja uzgadnia na posiedzeniu, jak je rozumie, a kto dał inne punkty, zmienia je z${nbsp}powodem, który stanie w${nbsp}protokole. Inne kryteria albo wagi ma dopiero nowy konkurs: zrobisz go z${nbsp}kopii tego.`;
