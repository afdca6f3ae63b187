import type { Instant } from '../../../lib/days.ts';
import type { RefusalTexts } from '../../../web/routes.ts';
import { untilText } from '../../calls/texts.ts';

export const lateTitles = {
  list: 'Wnioski po terminie',
  own: 'Zgoda na złożenie wniosku po terminie',
} as const;

export const lateFlashes = {
  given: 'Zgoda jest zapisana, a list do tej osoby napisany.',
  withdrawn: 'Zgoda jest cofnięta.',
} as const;

export const lateMessages = {
  name_missing: 'Wpisz imię i nazwisko osoby, która złoży wniosek.',
  email_wrong: 'Wpisz adres e-mail tej osoby: tam pójdzie list, a wejście będzie przez ten adres.',
  day_missing: 'Wpisz dzień, do którego można złożyć wniosek.',
  reason_missing: 'Napisz, dlaczego ta osoba może złożyć wniosek po terminie. Powód zostanie przy wniosku.',
  text_too_long: 'Ten tekst jest za długi. Skróć go do 500 znaków.',
} as const;

export const lateRefusals: RefusalTexts = {
  call_not_announced: () => 'Ten konkurs nie jest ogłoszony, więc nie ma terminu, po którym można by coś złożyć.',
  results_stand: () => 'Wyniki są już ogłoszone. Wniosku po terminie nie można już dopuścić.',
  until_over: () => 'Ta chwila już minęła. Podaj późniejszą.',
  until_before_deadline: (facts) =>
    `Termin dla wszystkich mija później: można składać do ${untilText(String(facts['closesAt']) as Instant)}. Podaj chwilę po nim.`,
  not_rehearsing: () =>
    'Tej osoby nie ma w próbie. Podaj jej adres próby ze strony próby; gdy dołączy, dasz jej zgodę.',
  already_withdrawn: () => 'Ta zgoda jest już cofnięta.',
};

/** „Złożony po terminie, za zgodą ważną do 18 marca…: powód” */
export function lateSentence({ untilAt, reason }: { untilAt: Instant; reason: string }): string {
  return `Złożony po terminie, za zgodą koordynatora ważną do ${untilText(untilAt)}. Powód: ${reason}`;
}
