import { endOfDay, type Instant, startOfDay, warsawDay, warsawTime, weekday } from '../../lib/days.ts';
import { formatAmount, grosze } from '../../lib/money.ts';
import { counted, nbsp } from '../../lib/polish.ts';
import { dateRange, longDate, longMoment } from '../../lib/polish-dates.ts';
import { amountMessages } from '../../lib/polish-messages.ts';
import type { CallState } from './lifecycle.ts';
import type { ApplicantKind, Call } from './queries.ts';
import type { ElectionKind } from './setup/election-days.ts';
import type { StageKind, StageWindow } from './stages.ts';

export const deadlineTexts = {
  open: (at: Instant) => `Wnioski przyjmujemy do ${untilText(at)}`,
  before: (at: Instant) => `Wnioski przyjmujemy od ${untilText(at)}`,
} as const;

export const stageNames: Readonly<Record<StageKind, string>> = {
  rules_consultation: 'Konsultacje projektu regulaminu',
  announcement: 'Ogłoszenie konkursu',
  information_meeting: 'Spotkanie informacyjne',
  advice: 'Konsultacje wniosków',
  submission: 'Nabór wniosków',
  formal_check: 'Sprawdzenie formalne',
  corrections: 'Poprawki wniosków',
  recheck: 'Prośby o ponowne sprawdzenie',
  declarations: 'Oświadczenia komisji',
  scoring: 'Ocena komisji',
  jury_meeting: 'Posiedzenie komisji',
  results: 'Wyniki i lista rezerwowa',
  negotiation: 'Rozmowy o kosztorysie i porozumienia',
  realisation: 'Realizacja inicjatyw',
  last_purchase: 'Ostatni zakup',
  group_report: 'Sprawozdania grup',
  last_contract_bill: 'Ostatni rachunek z umowy',
  payments: 'Wszystkie płatności, także ZUS i podatki',
  funder_report: 'Raport z wykonania zadania',
};

/** What a reader of the timetable may want to know beside the dates. */
export const stageRemarks: Partial<Record<StageKind, string>> = {
  corrections: 'Jeśli czegoś zabraknie, napiszemy, co poprawić i do kiedy.',
  recheck:
    'Jeśli Wasz wniosek odrzucono z powodów formalnych, w tym czasie możecie poprosić o ponowne sprawdzenie na stronie wniosku.',
  scoring: 'Każda osoba w komisji ocenia samodzielnie.',
  negotiation: 'Uzgadniamy kosztorys i podpisujemy porozumienie o współpracy.',
  group_report: 'W ciągu 14 dni od zakończenia działań.',
};

/** Where a date comes from, said beside it; '' when nobody wrote it down. */
export const sourceText = (source: string) => (source === '' ? '' : `Podstawa: ${source}`);

export const pageTitles = {
  preparation: 'Konkurs w przygotowaniu',
  rules: 'Regulamin konkursu',
  privacy: 'Jak przetwarzamy dane',
  settings: 'Ustawienia konkursu',
  timetable: 'Terminarz konkursu',
  move: 'Przesunięcie terminarza',
  amounts: 'Kwoty i limity konkursu',
} as const;

export const settingsTexts = {
  callCrumb: 'Konkurs',
  crumb: 'Ustawienia',
  timetableCrumb: 'Terminarz',
  moveCrumb: 'Przesunięcie',
  amountsCrumb: 'Kwoty i limity',
  announce: 'Ogłoś konkurs',
  toDraft: 'Wróć do szkicu',
  toToday: 'Przesuń cały terminarz od dziś',
  original: (year: number) => `Terminy z${nbsp}${year}${nbsp}r.`,
  frozen: 'Wpłynęły już wnioski, więc całego terminarza i stanu konkursu nie można zmienić.',
  moveToToday: 'Przesunąć cały terminarz od dziś?',
  moveToOriginal: (year: number) => `Przywrócić terminy z${nbsp}${year}${nbsp}r.?`,
} as const;

export const flashes = {
  announced: 'Konkurs jest ogłoszony. Jego stronę widzą wszyscy.',
  returned: 'Konkurs wrócił do szkicu. Odwiedzający czytają, że jest w przygotowaniu.',
  moved: 'Terminarz jest przesunięty, razem z okresem kosztów i płatności.',
  datesSaved: 'Terminy są zapisane.',
  termsSaved: 'Kwoty i limity są zapisane.',
  paperAsked: 'Dokument będzie gotowy za chwilę.',
} as const;

export const stateNames: Readonly<Record<CallState, string>> = {
  draft: 'szkic',
  announced: 'ogłoszony',
  closed: 'zamknięty',
};

export const applicantKindNames: Readonly<Record<ApplicantKind, string>> = {
  person: 'Osoba',
  informal_group: 'Grupa nieformalna',
  organisation: 'Organizacja',
  organisation_with_group: 'Organizacja z grupą',
  school_or_parish: 'Szkoła lub parafia',
  minor: 'Młodzież',
};

/** By when the guardian of a minor consents, as rules say it. */
export const guardianConsentTimes: Readonly<Record<Call['guardianConsent'], string>> = {
  submission: 'przed złożeniem wniosku',
  agreement: 'przed podpisaniem porozumienia',
};

export const paymentModeSentences: Readonly<Record<'LIBRARY_PAYS', string>> = {
  LIBRARY_PAYS: 'Pieniędzy nie wypłacamy – to biblioteka kupuje i płaci.',
};

/** „12 lutego – 15 marca 2024 r., godz. 15.00”, „21 lutego 2024 r., godz. 17.00–18.30”, „do 30 września 2024 r.” */
export function windowText({ startsAt, endsAt }: StageWindow): string {
  if (startsAt === null && endsAt === null) return '';
  if (startsAt === null) return `do ${momentText(endsAt, isWholeDayEnd)}`;
  if (endsAt === null) return `od ${momentText(startsAt, isDayStart)}`;
  const [from, to] = [warsawDay(startsAt), warsawDay(endsAt)];
  if (isDayStart(startsAt) && isWholeDayEnd(endsAt)) return dateRange(from, to);
  if (from === to) return `${longDate(from)}, godz.${nbsp}${timeText(startsAt)}–${timeText(endsAt)}`;
  return isWholeDayEnd(endsAt) ? dateRange(from, to) : `${dateRange(from, to)}, godz.${nbsp}${timeText(endsAt)}`;
}

/** Several windows; those of the same hours share them: „26 lutego 2024 r. i 4 marca 2024 r., godz. 14.00–18.00”. */
export function windowsText(windows: readonly StageWindow[]): string {
  const texts = windows.map(windowText);
  const hours = new Set(texts.map((text) => text.split(', godz.')[1] ?? ''));
  const [shared = ''] = hours;
  if (hours.size > 1 || shared === '') return inList(texts);
  return `${inList(texts.map((text) => text.split(', godz.')[0] ?? ''))}, godz.${shared}`;
}

function inList(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} i${nbsp}${texts.at(-1)}`;
}

/** „15 marca 2024 r., godz. 15.00”; the day alone where the hour says nothing. */
export function momentText(at: Instant | null, isWhole: (at: Instant) => boolean): string {
  if (at === null) return '';
  return isWhole(at) ? longDate(warsawDay(at)) : longMoment(at);
}

export function isDayStart(at: Instant): boolean {
  return at === startOfDay(warsawDay(at));
}

export function isWholeDayEnd(at: Instant): boolean {
  return at === endOfDay(warsawDay(at));
}

/** „15.00” */
export function timeText(at: Instant): string {
  const { hour, minute } = warsawTime(at);
  return `${hour}.${String(minute).padStart(2, '0')}`;
}

const weekdaysGenitive = ['poniedziałku', 'wtorku', 'środy', 'czwartku', 'piątku', 'soboty', 'niedzieli'] as const;

/** „piątku 15 marca 2024 r., godz. 15.00”, after „do” and „od”. */
export function untilText(at: Instant): string {
  const day = warsawDay(at);
  return `${weekdaysGenitive[weekday(day) - 1]} ${momentText(at, (moment) => isWholeDayEnd(moment) || isDayStart(moment))}`;
}

export const electionNames: Readonly<Record<ElectionKind, string>> = {
  local: 'wybory samorządowe',
  local_second: 'druga tura wyborów samorządowych',
  european: 'wybory do Parlamentu Europejskiego',
  presidential: 'wybory prezydenckie',
  presidential_second: 'druga tura wyborów prezydenckich',
};

export const fieldMessages = {
  ends_before_start: 'Koniec musi być później niż początek. Popraw jedną z tych dat.',
  not_before: (stage: string) => `Ten etap nie może skończyć się wcześniej niż „${stage}”. Popraw tę datę albo tamtą.`,
  dates_missing: 'Podaj przynajmniej jedną datę: początek albo koniec.',
  hour_without_day: 'Podaj także dzień tej godziny.',
  submission_dates: 'Nabór musi mieć początek i koniec.',
  place_too_long: 'Miejsce może mieć najwyżej 200 znaków. Skróć je.',
  source_too_long: 'Podstawa terminu może mieć najwyżej 120 znaków. Skróć ją.',
  whole_number: 'Wpisz liczbę całkowitą, na przykład 3.',
  at_least_one: 'Wpisz liczbę od 1 do 99.',
  too_many_cards: 'Wpisz liczbę od 1 do 20 albo zostaw puste.',
  percent: 'Wpisz liczbę od 0 do 100.',
  positive_amount: 'Kwota musi być większa od zera.',
  ...amountMessages,
} as const;

type Facts = Readonly<Record<string, string | number>>;
const money = (facts: Facts, key: string) => formatAmount(grosze(Number(facts[key] ?? 0)));

export const callRefusals: Readonly<Record<string, (facts: Facts) => string>> = {
  call_absent: () => 'Nie ma takiego konkursu.',
  not_announced: () => 'Konkurs jest jeszcze szkicem. Regulamin w PDF i plakat powstaną, gdy go ogłosisz.',
  submission_dates_missing: () =>
    'Konkursu nie można ogłosić, bo nabór nie ma początku albo końca. Uzupełnij terminarz.',
  submission_over: () =>
    'Konkursu nie można ogłosić, bo termin składania wniosków już minął. Przesuń terminarz albo zmień terminy.',
  has_applications: (facts) =>
    `Tego nie można już zrobić, bo ${Number(facts['count']) === 1 ? 'wpłynął' : 'wpłynęło'} ${counted(Number(facts['count']), 'wniosek', 'wnioski', 'wniosków')}. Pojedyncze terminy można nadal zmienić w terminarzu.`,
  terms_frozen: (facts) =>
    `Kwot i limitów nie można zmienić, bo ${Number(facts['count']) === 1 ? 'wpłynął' : 'wpłynęło'} ${counted(Number(facts['count']), 'wniosek', 'wnioski', 'wniosków')}: grupy pisały je według dotychczasowych zasad.`,
  deadline_brought_forward: () =>
    'Wpłynęły już wnioski, więc terminu składania nie można skrócić. Można go tylko przedłużyć.',
  max_below_min: () => 'Największa kwota nie może być niższa niż najmniejsza.',
  cards_below_quorum: () => 'Jeden wniosek musi oceniać co najmniej tyle osób, ile wynosi kworum.',
  max_over_pool: () => 'Największa kwota na inicjatywę nie może być wyższa niż cała pula.',
  pool_too_small: () =>
    'Pula nie wystarczy na tyle inicjatyw, nawet po najmniejszej kwocie. Zmniejsz ich liczbę albo zmień kwoty.',
  pool_over_plan: (facts) =>
    `W budżecie zadania jest na to ${money(facts, 'planned')} z dotacji. Zmniejsz pulę albo najpierw zmień budżet.`,
};

/** The further pages of a call's settings, and the headings they stand under. */
export const settingsLinkTexts = {
  heads: { texts: 'Teksty i papiery', talk: 'Rozmowa z mieszkańcami', work: 'Praca nad wnioskami' },
  names: {
    rules: 'Treść regulaminu',
    privacy: 'Klauzula o danych osobowych',
    orders: 'Zarządzenia dyrektora',
    publications: 'Publikacje i ich kopie',
    opinions: 'Konsultacje projektu regulaminu i opinie',
    meetings: 'Spotkania i konsultacje wniosków',
    asked: 'Zadane pytania',
    changes: 'Ogłoszone zmiany i listy o nich',
    applications: 'Wnioski',
    jury: 'Komisja',
    ranking: 'Ranking',
    lateLinks: 'Wnioski po terminie, za zgodą',
    secondSignature: 'Drugi podpis oceny formalnej',
  },
} as const;
