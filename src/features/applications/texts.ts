import { type Instant, warsawDay } from '../../lib/days.ts';
import { formatAmount, type Grosze } from '../../lib/money.ts';
import { counted, nbsp, plural, quoted, sentence } from '../../lib/polish.ts';
import { longDate } from '../../lib/polish-dates.ts';
import type { RefusalTexts } from '../../web/routes.ts';
import type { ApplicantKind } from '../calls/queries.ts';
import { type Stage, stageOf } from '../calls/stages.ts';
import { untilText } from '../calls/texts.ts';
import { assistanceRefusals } from './assistance/texts.ts';
import { correctionRefusals } from './corrections/texts.ts';
import type { ApplicationState } from './lifecycle.ts';
import type { SectionKind } from './sections.ts';

/** What the gate before the form asks: „Składamy jako…”. */
export const applicantKindChoices: Readonly<Record<ApplicantKind, string>> = {
  person: 'Jedna osoba',
  informal_group: 'Grupa nieformalna: sąsiedzi, przyjaciele, zespół',
  organisation: 'Organizacja',
  organisation_with_group: 'Organizacja razem z grupą nieformalną, która działa pod jej opieką',
  school_or_parish: 'Szkoła albo parafia',
  minor: 'Osoba niepełnoletnia',
};

/** Of an organisation with a group the group is known by its members. */
export const nameLabels = { any: 'Nazwa grupy albo organizacji', organisation: 'Nazwa organizacji' } as const;

export const membersHint = (least: number) =>
  `Każdą osobę w nowym wierszu, razem z osobą prowadzącą. Co najmniej ${counted(least, 'osoba', 'osoby', 'osób')}, w tym jedna pełnoletnia.`;

/** Under the file field of a question. */
export const questionFileHint = (most: number) =>
  `PDF, JPG albo PNG, do 15${nbsp}MB${most > 1 ? `; najwyżej ${counted(most, 'plik', 'pliki', 'plików')}` : ''}.`;

/** Before a question that another one opens, for those without script. */
export const conditionHint = (question: string, labels: readonly string[]) =>
  labels.length === 0
    ? `Odpowiedzcie, jeśli tak jest w pytaniu ${quoted(question)}`
    : `Odpowiedzcie, jeśli w pytaniu ${quoted(question)} jest: ${labels.join(', ')}.`;

export const stateNames: Readonly<Record<ApplicationState, string>> = {
  draft: 'szkic',
  submitted: 'złożony',
  accepted: 'po ocenie formalnej: przyjęty',
  rejected: 'po ocenie formalnej: odrzucony',
  withdrawn: 'wycofany',
};

export const stateTones: Readonly<Record<ApplicationState, 'draft' | 'now' | 'ok' | 'bad' | ''>> = {
  draft: 'draft',
  submitted: 'now',
  accepted: 'ok',
  rejected: 'bad',
  withdrawn: '',
};

/** Sections every application has; the form's own bring their titles. */
export const sectionTitles: Readonly<Record<Exclude<SectionKind, 'questions'>, string>> = {
  applicant: 'Kto składa',
  schedule: 'Działania i terminy',
  costs: 'Kosztorys',
  attachments: 'Załączniki',
  consents: 'Zgody i oświadczenia',
  check: 'Sprawdź i złóż',
};

export const documentTitles = {
  application: (code: string) => `Wniosek ${code}`,
  receipt: (code: string) => `Potwierdzenie złożenia wniosku ${code}`,
};

export const startMessages = {
  kindMissing: 'Wybierzcie, kto składa wniosek.',
  emailMissing: 'Wpiszcie adres e-mail. Na ten adres wyślemy link do wniosku i potwierdzenie.',
  labelTooLong: 'Opis pliku może mieć najwyżej 120 znaków. Skróćcie go.',
  emailWrong:
    'To nie wygląda na adres e-mail. Sprawdźcie, czy jest w nim znak @ i kropka, na przykład anna.nowak@example.org.',
} as const;

type Facts = Readonly<Record<string, string | number>>;

const until = (facts: Facts, name: string) => untilText(String(facts[name]) as Instant);
const number = (facts: Facts, name: string) => Number(facts[name]);

/** Why an application could not be begun, saved, sent or taken back, and what to do. */
export const applicationRefusals: RefusalTexts = {
  call_not_announced: () => 'Ten nabór nie jest jeszcze ogłoszony. Zajrzyjcie na stronę konkursu: podamy tam terminy.',
  submission_not_open: (facts) =>
    `Wnioski przyjmujemy ${sentence(`od ${until(facts, 'opensAt')} do ${until(facts, 'closesAt')}`)} Wróćcie tu wtedy.`,
  deadline_passed: (facts) =>
    `Wnioski przyjmowaliśmy ${sentence(`do ${until(facts, 'closesAt')}`)} Wniosku nie można już złożyć, ale wszystko, co wpisano, zostaje zapisane. Jeśli coś przeszkodziło Wam po naszej stronie, zadzwońcie do nas.`,
  kind_not_admitted: () => 'W tym naborze nie może składać taki wnioskodawca. Wybierzcie kogoś z listy.',
  text_too_long: (facts) =>
    `Ten rozdział jest dłuższy niż ${counted(number(facts, 'most'), 'znak', 'znaki', 'znaków')} i nie zmieści się u nas. Skróćcie tekst i zapiszcie jeszcze raz.`,
  too_many_files: (facts) =>
    `Do wniosku można dołączyć najwyżej ${counted(number(facts, 'most'), 'plik', 'pliki', 'plików')}. Usuńcie te, które nie są potrzebne.`,
  too_many_of_question: (facts) =>
    `Pod tym pytaniem zmieści się najwyżej ${counted(number(facts, 'most'), 'plik', 'pliki', 'plików')}. Usuńcie zbędne.`,
  form_current: () => 'Ten wniosek jest już w nowym formularzu.',
  incomplete: (facts) =>
    `We wniosku ${stillMissing(number(facts, 'missing'))}. Lista jest poniżej; każdy punkt prowadzi do właściwego pola.`,
  limit_reached: (facts) =>
    `Jedna osoba prowadząca może złożyć w tym naborze najwyżej ${counted(number(facts, 'most'), 'wniosek', 'wnioski', 'wniosków')}. Jeśli chcecie złożyć ten, wycofajcie tamten albo zmieńcie osobę prowadzącą.`,
  address_not_confirmed: () => 'Zanim złożycie wniosek, potwierdźcie adres e-mail. Wyślemy na niego kod i link.',
  letters_for_this_hour: () =>
    'Na ten adres wysłaliśmy już kilka listów. Zajrzyjcie do skrzynki, także do spamu, i użyjcie ostatniego kodu albo poczekajcie godzinę.',
  email_missing: () => startMessages.emailMissing,
  word_missing: (facts) => assistanceRefusals['word_missing']?.(facts) ?? '',
  late_reason_missing: (facts) => assistanceRefusals['late_reason_missing']?.(facts) ?? '',
  right_missing: () =>
    'Osoba prowadząca nie dała Wam do tego prawa: możecie czytać wniosek. Poproście ją o zmianę na stronie wniosku.',
  amendment_over: () =>
    'Tych zmian nie można już wysłać ani odłożyć: zostały wysłane albo wniosek jest już sprawdzany. Ważna jest złożona wersja; to, co tu wpisano, zostaje do przeczytania na stronie wniosku.',
  ...correctionRefusals,
  nothing_changed: () =>
    'Nic nie jest inaczej niż w złożonym wniosku, więc nie ma czego wysyłać. Złożona wersja jest ważna.',
  results_published: () =>
    'Wyniki są już ogłoszone, więc wniosku nie można wycofać. Jeśli rezygnujecie, zadzwońcie do nas.',
};

function stillMissing(count: number): string {
  return `${plural(count, 'jest', 'są', 'jest')} jeszcze ${counted(count, 'rzecz', 'rzeczy', 'rzeczy')} do uzupełnienia`;
}

export const limitTexts = {
  whole: (min: Grosze, max: Grosze) => `Cały wniosek, od ${formatAmount(min)} do ${formatAmount(max)}`,
  cap: (category: string, percent: number) => `${category}, najwyżej ${percent}% całości`,
  share: (amount: Grosze, hundredths: number | null) =>
    hundredths === null ? formatAmount(amount) : `${formatAmount(amount)}, czyli ${percent(hundredths)}`,
  bar: (total: Grosze, max: Grosze) => `Suma ${formatAmount(total)} na tle limitu ${formatAmount(max)}`,
  fits: 'mieści się',
  tooLittle: 'za mało',
  tooMuch: 'za dużo',
};

function percent(hundredths: number): string {
  return `${String(hundredths / 100).replace('.', ',')}%`;
}

/** When the group will hear from the library: the end of the formal check and the day of the results. */
export function nextDates(stages: readonly Stage[]): string {
  const check = stageOf(stages, 'formal_check')?.endsAt;
  const results = stageOf(stages, 'results')?.startsAt;
  const checked = check
    ? `Do ${longDate(warsawDay(check))} sprawdzimy wniosek formalnie i napiszemy, jeśli trzeba coś poprawić.`
    : 'Najpierw sprawdzimy wniosek formalnie i napiszemy, jeśli trzeba coś poprawić.';
  const decided = results ? ` Wyniki ogłosimy ${longDate(warsawDay(results))}` : '';
  return `${checked}${decided}`;
}

/** What may still be done with an application just sent; `until` undefined where it may not be changed any more. */
export function stillOpenText(until: Instant | undefined): string {
  if (until === undefined) return 'Do ogłoszenia wyników możecie na tej stronie wycofać wniosek.';
  return `Do ${untilText(until)} możecie na tej stronie zmienić wniosek i złożyć go jeszcze raz; do ogłoszenia wyników możecie go wycofać.`;
}

/** Over everything that will be sent, when nothing is missing. */
export function completeText(until: Instant | undefined): string {
  const read = 'Przeczytajcie go jeszcze raz.';
  return until === undefined ? read : `${read} Do ${untilText(until)} możecie go potem zmienić i wysłać ponownie.`;
}
