import type { Instant } from '../../../lib/days.ts';
import { counted, quoted } from '../../../lib/polish.ts';
import { longMoment, timeLeft } from '../../../lib/polish-dates.ts';
import { type Stage, submissionWindow } from '../../calls/stages.ts';
import { timeText } from '../../calls/texts.ts';
import type { ApplicationState } from '../lifecycle.ts';

export const untitled = 'Wniosek bez tytułu';

export const applicationHome = 'Strona wniosku';

/** The title in quotation marks, or that there is none yet. */
export function aboutOf(title: string): string {
  return title === '' ? untitled : quoted(title);
}

export const pageTitles = {
  list: 'Wnioski',
  start: 'Nowy wniosek',
  closed: 'Nabór',
  receipt: 'Potwierdzenie złożenia',
  withdrawal: 'Wycofanie wniosku',
  sent: (code: string, title: string) => `Wniosek ${code}, ${quoted(title)}`,
  section: (section: string, title: string) => `${section}, ${aboutOf(title)}`,
  numbered: (number: number, section: string) => `${number}. ${section}`,
};

export const receiptTitles = { first: 'Wniosek jest złożony', again: 'Zmiany wniosku są złożone' } as const;

export const contentsSummary = (number: number, of: number) => `Rozdział ${number} z ${of}. Pokaż spis treści`;

/** How long submissions are still taken, beside the date. */
export function deadlineText(stages: readonly Stage[], now: Instant): string {
  const window = submissionWindow(stages);
  if (window === undefined) return '';
  if (now >= window.closesAt) return `Nabór skończył się ${longMoment(window.closesAt)}.`;
  return `Nabór trwa do ${longMoment(window.closesAt)}: zostało ${timeLeft(now, window.closesAt)}.`;
}

/** How far a section is: the word for its place in the contents. */
export function progressText({
  wrong,
  missing,
  isEmpty,
  isOptional,
}: {
  wrong: number;
  missing: number;
  isEmpty: boolean;
  isOptional: boolean;
}): string {
  if (wrong > 0) return counted(wrong, 'błąd', 'błędy', 'błędów');
  if (isEmpty) return isOptional ? 'nieobowiązkowe' : 'puste';
  return missing > 0 ? `brakuje ${missing}` : 'gotowe';
}

export const filesText = (count: number) => counted(count, 'plik', 'pliki', 'plików');

export const flashes = {
  saved: 'Zapisano.',
  differing:
    'Zapisano. Tę samą odpowiedź zmieniono w tym czasie w innym miejscu, więc są dwie wersje. Wybierzcie, która zostaje.',
  chosen: 'Zapisano. Wybraliście wersję odpowiedzi.',
  notChosen: 'Zapisano, ale jedna z wersji zmieniła się przed chwilą. Przeczytajcie obie jeszcze raz i wybierzcie.',
  started: 'Zaczęliście wniosek. Wszystko zapisuje się samo, możecie przerwać w każdej chwili.',
  formTaken: 'Piszecie teraz w nowym formularzu. Wszystkie odpowiedzi są zachowane.',
  attached: 'Dodano załącznik.',
  detached: 'Usunięto załącznik.',
  withdrawn: 'Wniosek wycofano.',
  submitted: (code: string) => `Wniosek ${code} jest złożony.`,
  codeSent: (email: string) => `Wysłaliśmy kod i link na adres ${email}.`,
};

/** Over the list of fields that keep a section from being complete. */
export const summaryTexts = {
  wrongTitle: (count: number) =>
    count === 1 ? 'Jedną rzecz trzeba poprawić' : `Do poprawienia: ${counted(count, 'rzecz', 'rzeczy', 'rzeczy')}`,
  wrongLead: 'Wszystko, co wpisano, jest zapisane. Poprawcie to, zanim złożycie wniosek:',
  refusedLead: 'To, co wpisano, zostało na swoim miejscu.',
};

/** „18.42”, for „Zapisano o 18.42”. */
export const savedTime = (at: Instant) => timeText(at);

export const applicantLabels = {
  kindName: 'Wnioskodawca',
  name: 'Nazwa',
  leaderName: 'Osoba prowadząca',
  email: 'E-mail',
  phone: 'Telefon',
  address: 'Adres',
  registerNumber: 'Rejestr i numer',
  groupMembers: 'Osoby w grupie',
  guardianName: 'Opiekun',
} as const;

/** Where an application is, in one sentence and what it means for its group. */
export const whereTexts: Readonly<Record<ApplicationState, { readonly sentence: string; readonly more: string }>> = {
  draft: {
    sentence: 'To jest szkic. Widzicie go tylko Wy.',
    more: 'Zapisuje się sam. Możecie przerwać i wrócić, kiedy chcecie, także na innym urządzeniu.',
  },
  submitted: {
    sentence: 'Wniosek jest złożony. Teraz biblioteka sprawdza go formalnie.',
    more: 'W tym czasie niczego w treści wniosku nie zmieniamy, ani Wy, ani my.',
  },
  accepted: {
    sentence: 'Wniosek przeszedł ocenę formalną. Teraz czyta go komisja.',
    more: 'W tym czasie niczego w treści wniosku nie zmieniamy, ani Wy, ani my.',
  },
  rejected: {
    sentence: 'Wniosek nie przeszedł oceny formalnej.',
    more: 'Jeśli uważacie, że to pomyłka, poproście o ponowne sprawdzenie. Do kiedy, jest w liście i na stronie prośby.',
  },
  withdrawn: {
    sentence: 'Wniosek jest wycofany. Komisja nie będzie go oceniać.',
    more: 'Treść i numer zostają w aktach konkursu.',
  },
};

/** An accepted application once the results are published. */
export const decidedTag = { tone: 'ok', text: 'rozstrzygnięty' } as const;

export const decidedText = {
  sentence: 'Konkurs jest rozstrzygnięty.',
  more: 'Na stronie wyniku są Wasze punkty, uzasadnienia komisji i to, co dalej.',
};

export const trackTexts = {
  submitted: 'Wniosek złożony',
  receipt: 'Potwierdzenie',
  accepted: 'Ocena formalna: przyjęty',
  rejected: 'Ocena formalna: odrzucony',
  withdrawn: 'Wniosek wycofany',
  together: 'Wszyscy dowiedzą się tego samego dnia.',
};
