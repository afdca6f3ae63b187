import { warsawDay } from '../../../lib/days.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import type { RefusalTexts } from '../../../web/routes.ts';
import type { DirectorOrder, OrderSubject } from './queries.ts';

export const orderTitle = 'Zarządzenia dyrektora';

export const orderSubjects: Readonly<Record<OrderSubject, string>> = {
  rules: 'regulamin',
  jury: 'powołanie komisji',
  timetable: 'zmiana terminów',
  other: 'inna sprawa',
};

/** „nr 3/2024 z dnia 5 lutego 2024 r.” */
export function orderMark({ number, signedOn }: Pick<DirectorOrder, 'number' | 'signedOn'>): string {
  return `nr ${number} z dnia ${longDate(signedOn)}`;
}

/** „Zarządzenie dyrektora nr 3/2024 z dnia 5 lutego 2024 r.” */
export function orderName(order: Pick<DirectorOrder, 'number' | 'signedOn'>): string {
  return `Zarządzenie dyrektora ${orderMark(order)}`;
}

/** A number as people copy it, „Zarządzenie nr 3/2024”, without its name. */
export function withoutName(number: string): string {
  return number.replace(/^(?:zarządzenie\s+)?nr\s*/iu, '');
}

/** „zarządzeniem nr 3/2024 z dnia …, zmieniony zarządzeniem nr 7/2024 z dnia …”, after „wprowadzony”; '' where none is stored. */
export function broughtInBy(orders: readonly Pick<DirectorOrder, 'number' | 'signedOn'>[]): string {
  return orders.map((order, index) => `${index === 0 ? '' : 'zmieniony '}zarządzeniem ${orderMark(order)}`).join(', ');
}

/** What an order is about: „regulamin, wersja 2”, „zmiana terminów z 12 marca 2024 r.” */
export function aboutText({
  concerns,
  textNumber,
  changedAt,
}: Pick<DirectorOrder, 'concerns' | 'textNumber' | 'changedAt'>) {
  if (textNumber !== null) return `${orderSubjects.rules}, wersja ${textNumber}`;
  if (changedAt !== null) return `${orderSubjects.timetable} z ${longDate(warsawDay(changedAt))}`;
  return orderSubjects[concerns];
}

export const orderMessages = {
  number_missing: 'Wpisz numer zarządzenia, na przykład 3/2024.',
  number_too_long: 'Numer może mieć najwyżej 40 znaków. Skróć go.',
  subject_missing: 'Wybierz, czego dotyczy zarządzenie.',
  day_missing: 'Wpisz dzień podpisania, na przykład 5.02.2024.',
  note_too_long: 'Uwaga może mieć najwyżej 500 znaków. Skróć ją.',
} as const;

export const orderRefusals: RefusalTexts = {
  signed_later: () => 'Ten dzień jeszcze nie nadszedł. Wpisz dzień, w którym dyrektor podpisał zarządzenie.',
  about_unknown: () => 'Tej wersji albo zmiany nie ma w tym konkursie. Wybierz z listy jeszcze raz.',
  order_known: () => 'To zarządzenie jest już zapisane. Popraw tamten wpis albo sprawdź numer.',
  order_corrected: () => 'Ktoś w międzyczasie poprawił albo wycofał ten wpis. Na liście jest jego nowa wersja.',
};

export const orderFlashes = {
  stored: 'Zarządzenie jest zapisane.',
  corrected: 'Wpis jest poprawiony. Poprzedni zostaje w historii.',
  withdrawn: 'Wpis jest wycofany. Zostaje w historii.',
} as const;
