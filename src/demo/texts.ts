import type { Role } from '../lib/actor.ts';
import type { Instant } from '../lib/days.ts';
import { longMoment } from '../lib/polish-dates.ts';
import type { TroubleText } from '../web/messages.ts';

export const titles = {
  show: 'Wersja pokazowa',
  stage: (name: string) => `Przejść do etapu „${name}”?`,
  mail: 'Skrzynki pocztowe',
} as const;

export const barText = (now: Instant) => `Wersja pokazowa: ${longMoment(now)}`;
export const barLabel = 'Osoby, zegar i poczta';

export const notReady = 'przygotowuje się, za chwilę będzie gotowy';

export const flashes = {
  entered: (name: string) => `Jesteś teraz jako ${name}.`,
  changed: (stage: string) => `Etap: ${stage}. To, co zrobiono ręcznie na poprzednim, zniknęło.`,
  changing: 'Ktoś właśnie zmienia etap. Spróbuj za chwilę.',
  notReady: 'Ten etap jeszcze się przygotowuje. Spróbuj za chwilę.',
} as const;

/** Over a form sent from a page of another stage. */
export const staleForm: TroubleText = {
  status: 409,
  title: 'W międzyczasie zmienił się etap pokazu',
  what: 'Ktoś przestawił zegar wersji pokazowej, więc ta strona jest z innego dnia. Nic z niej nie zapisano. To, co wpisano, jest poniżej.',
  remedy: 'Otwórz stronę od nowa. Jeśli treść pasuje także do tego etapu, możesz ją wysłać jeszcze raz.',
};

export const lettersWaiting = 'czeka na wysłanie';

export const roleNames: Readonly<Record<Role, string>> = {
  director: 'dyrekcja',
  coordinator: 'koordynacja',
  accountant: 'księgowość',
  administrator: 'administracja',
  inspector: 'kontrola',
  juror: 'komisja',
};
export const applicantName = 'grupa';
export const peopleGroups = { staff: 'Biblioteka i kontrola', jury: 'Komisja', groups: 'Grupy mieszkańców' } as const;
