import type { Instant } from '../../../lib/days.ts';
import { longMoment, timeLeft } from '../../../lib/polish-dates.ts';
import type { RefusalTexts } from '../../../web/routes.ts';
import { untilText } from '../../calls/texts.ts';

export const correctionTexts = {
  until: (until: Instant, now: Instant) =>
    `Poprawki przyjmujemy do ${longMoment(until)}: zostało ${timeLeft(now, until)}.`,
  ended: (until: Instant) => `Poprawki przyjmowaliśmy do ${longMoment(until)}.`,
  clock: (until: Instant) =>
    `Poprawki przyjmujemy do ${longMoment(until)}. Liczy się tylko ten zegar: poprawki muszą dotrzeć do nas wcześniej.`,
  track: 'Prośba o poprawki',
  trackUntil: (until: Instant) => `do ${longMoment(until)}`,
} as const;

/** Over every page of the corrections that are being written. */
export function correctingText(code: string): string {
  return `Poprawiacie wniosek ${code}, tylko w tym, o co prosi biblioteka. Reszta zostaje tak, jak ją złożyliście.`;
}

export const correctingTag = { tone: 'warn', text: 'poprawki, niewysłane' } as const;

/** On the page of the application, while the library waits. */
export const whereAsked = {
  sentence: 'Biblioteka prosi o poprawki.',
  more: 'Niżej jest napisane, czego brakuje i do kiedy. Po poprawkach sprawdzimy wniosek jeszcze raz.',
};

export const whereCorrecting = {
  sentence: 'To są poprawki, o które prosi biblioteka. Dopóki ich nie wyślecie, widzicie je tylko Wy.',
  more: 'Zapisują się same. Możecie przerwać i wrócić.',
};

/** What became of a request, to its group. */
export const endedTexts = {
  answered: (at: Instant) => ({
    tone: 'ok',
    title: 'Poprawki wysłane',
    text: `Dostaliśmy je ${longMoment(at)}. Biblioteka sprawdza wniosek jeszcze raz; o wyniku napiszemy.`,
  }),
  lapsed: (until: Instant) => ({
    tone: 'warn',
    title: 'Poprawki nie zostały wysłane',
    text: `Przyjmowaliśmy je do ${untilText(until)}. Biblioteka sprawdzi wniosek taki, jaki złożyliście.`,
  }),
  taken_back: (at: Instant) => ({
    tone: 'info',
    title: 'Poprawki nie są już potrzebne',
    text: `Biblioteka odwołała prośbę ${longMoment(at)}. Nie musicie nic robić.`,
  }),
} as const;

/** The last page of an application, of the change of one, and of its corrections. */
export const sendingTexts = {
  application: {
    title: 'Złóżcie wniosek',
    inName: 'Złóż wniosek w imieniu osoby',
    button: 'Złóż wniosek',
    lead: '',
    closed: 'Nabór jest zamknięty',
    full: 'Wniosek jest kompletny',
  },
  change: {
    title: 'Wyślijcie zmiany',
    inName: 'Wyślijcie zmiany',
    button: 'Wyślij zmiany',
    lead: 'Zmiany zastąpią to, co złożone; numer wniosku zostaje ten sam. Potwierdzenie z kopią w PDF przyjdzie jak poprzednio.',
    closed: 'Nabór jest zamknięty',
    full: 'Wniosek jest kompletny',
  },
  correction: {
    title: 'Wyślijcie poprawki',
    inName: 'Wyślij poprawki w imieniu osoby',
    button: 'Wyślij poprawki',
    lead: 'Poprawione części zastąpią to, co złożone; numer wniosku zostaje ten sam. Poprawki wysyła się raz, więc przeczytajcie je przed wysłaniem. Potwierdzenie z kopią w PDF przyjdzie jak poprzednio.',
    closed: 'Poprawek nie można już wysłać',
    full: 'Wszystkie części do poprawienia są wypełnione',
    complete: 'Przeczytajcie poprawione części jeszcze raz i wyślijcie.',
  },
} as const;

export const correctionRefusals: RefusalTexts = {
  corrections_late: (facts) =>
    `Poprawki przyjmowaliśmy do ${untilText(String(facts['untilAt']) as Instant)}. Tych nie można już wysłać; to, co tu wpisano, zostaje do przeczytania na stronie wniosku. Jeśli coś przeszkodziło Wam po naszej stronie, zadzwońcie do nas.`,
  section_not_open: () =>
    'Biblioteka nie prosiła o poprawki w tej części, więc zostaje taka, jaką złożyliście. Części do poprawienia są na liście obok.',
};
