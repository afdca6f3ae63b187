import type { Instant } from '../../../lib/days.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import type { RefusalTexts } from '../../../web/routes.ts';
import type { CorrectionState } from '../../applications/corrections/policy.ts';
import { untilText } from '../../calls/texts.ts';

export const correctionTitles = { ask: (code: string) => `Prośba o poprawki wniosku ${code}` };

export const correctionFlashes = {
  asked: (until: Instant) => `Prośba o poprawki wysłana. Grupa ma czas do ${untilText(until)}.`,
  takenBack: 'Prośba o poprawki odwołana. Grupa dostanie o tym list.',
} as const;

/** Where the deadline comes from, under its fields. */
export const untilHints = {
  timetable: 'To koniec etapu „Poprawki wniosków” w terminarzu. Liczy się zegar serwera.',
  workingDays:
    'Terminarz nie ma takiego etapu albo już minął, więc podpowiadamy pięć dni roboczych. Liczy się zegar serwera.',
} as const;

/** Of a request on the card and in the list: a tag, and a sentence. */
export const correctionStates: Readonly<Record<CorrectionState, { readonly tone: string; readonly text: string }>> = {
  open: { tone: 'now', text: 'czeka na poprawki' },
  answered: { tone: 'ok', text: 'poprawki przyszły' },
  lapsed: { tone: 'warn', text: 'poprawek nie przysłano' },
  taken_back: { tone: '', text: 'prośba odwołana' },
  over: { tone: '', text: 'wniosek wycofano' },
};

export const correctionSentences = {
  asked: (at: Instant, by: string, until: Instant) => `Poproszono ${longMoment(at)} (${by}), do ${untilText(until)}.`,
  answered: (at: Instant, version: number) => `Poprawki przyszły ${longMoment(at)}. To jest wersja ${version}.`,
  lapsed: (until: Instant) =>
    `Termin minął ${longMoment(until)} i nic nie przyszło. Karta dotyczy wniosku takiego, jaki złożono.`,
  takenBack: (at: Instant) => `Odwołano ${longMoment(at)}.`,
} as const;

/** One line of the letter for each section. */
export const letterPoint = (title: string, missing: string) => `– ${title}: ${missing}`;

export const askMessages = {
  missing_too_long: 'To za długie: zmieści się 500 znaków.',
  day_missing: 'Wpisz dzień, do którego grupa ma wysłać poprawki.',
} as const;

export const askRefusals: RefusalTexts = {
  points_missing: () =>
    'Napisz przynajmniej przy jednej części, czego w niej brakuje. Tylko takie części grupa będzie mogła poprawić.',
  until_over: () => 'Ten termin już minął. Wpisz dzień i godzinę, które dopiero będą.',
  correction_open: (facts) =>
    `Grupa już poprawia ten wniosek i ma czas do ${untilText(String(facts['untilAt']) as Instant)}. Poczekaj na poprawki albo odwołaj prośbę na karcie.`,
  section_unknown: () => 'Jednej z tych części nie ma w formularzu tego wniosku. Otwórz tę stronę jeszcze raz.',
  submission_still_open: () =>
    'Grupa może jeszcze sama zmienić cały wniosek, bo nabór dla niej trwa. Napisz do niej wiadomość, a o poprawki poproś po terminie.',
  corrections_not_open: () => 'Ta prośba już się skończyła: poprawki przyszły, termin minął albo ktoś ją odwołał.',
};
