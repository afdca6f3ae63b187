import { type Instant, warsawDay } from '../../../lib/days.ts';
import { counted, noOrphans } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { timeText } from '../../calls/texts.ts';
import { refusals as rankingRefusals } from '../texts.ts';
import type { Agenda } from './policy.ts';
import type { Stay } from './queries.ts';

export const agendaNames: Readonly<Record<Agenda, string>> = {
  ranking: 'w kolejności rankingu',
  filing: 'w kolejności złożenia',
};

export const pageTitles = {
  meeting: 'Posiedzenie komisji',
  opening: 'Otwarcie posiedzenia',
  item: (code: string) => `Wniosek ${code} na posiedzeniu`,
  card: (code: string) => `Zmiana punktów, wniosek ${code}`,
  screen: 'Ekran posiedzenia',
  closing: 'Zakończenie posiedzenia',
  signed: 'Podpisany protokół',
} as const;

export const flashes = {
  opened: 'Posiedzenie otwarte. Osoby z komisji widzą je na swojej stronie „Posiedzenie komisji”.',
  withdrawn: 'Otwarcie posiedzenia wycofane. Można otworzyć je jeszcze raz.',
  came: 'Obecność zapisana.',
  moved: (code: string) => noOrphans(`Teraz: wniosek ${code}.`),
  paused: 'Żaden wniosek nie jest teraz omawiany.',
  settled: 'Ustalenia zapisane.',
  changed: 'Punkty zmienione. Było, jest i powód znajdą się w protokole.',
  signed: 'Skan podpisanego protokołu zapisany.',
} as const;

export const messages = {
  agenda_missing: 'Proszę wybrać kolejność wniosków.',
  presenter_too_long: 'To za długie: zmieści się 200 znaków.',
  note_too_long: 'To za długie: zmieści się 3000 znaków.',
  for_group_too_long: 'To za długie: zmieści się 1500 znaków.',
  points_missing: 'Brakuje punktów. Proszę wpisać liczbę.',
  reason_missing: 'Brakuje powodu. Znajdzie się w protokole, wystarczy jedno zdanie.',
  reason_too_long: 'To za długie: zmieści się 600 znaków.',
  signed_on_missing: 'Brakuje dnia podpisania protokołu.',
} as const;

type Facts = Readonly<Record<string, string | number>>;

export const refusals = {
  ...rankingRefusals,
  meeting_opened: () => 'To posiedzenie jest już otwarte. Otworzyła je druga osoba albo drugie okno.',
  meeting_not_open: () => 'Posiedzenie nie jest teraz otwarte.',
  meeting_under_way: () =>
    'Są już zapisane ustalenia albo zmiany punktów, więc otwarcia nie można wycofać. Posiedzenie kończy się przyjęciem rankingu.',
  not_declared: () =>
    'Ktoś z zaznaczonych osób nie złożył oświadczenia o bezstronności albo nie jest już w komisji. Na posiedzeniu biorą udział osoby po oświadczeniu.',
  edited_meanwhile: () =>
    'Ktoś zmienił to w tej samej chwili w innym oknie. Niżej jest stan po tej zmianie; sprawdź i zrób to jeszcze raz, jeśli trzeba.',
  recused_in_room: (facts: Facts) =>
    noOrphans(
      `Na sali jest osoba wyłączona: ${facts['names']}. Poproś o wyjście na czas rozmowy i zaznacz, że wyszła, albo odnotuj jej wyjście w obecności.`,
    ),
  amount_nothing: () =>
    'Zero złotych to nie jest kwota. Zostaw puste pole; o nieprzyznaniu środków mówi się w rozstrzygnięciu.',
  amount_over_request: () => 'To więcej, niż grupa prosi. Komisja może przyznać najwyżej kwotę z wniosku.',
  amount_over_pool: () => 'To więcej, niż jest w całej puli konkursu. Wpisz mniejszą kwotę albo zostaw puste pole.',
  amounts_over_pool: () =>
    'Suma kwot ustalonych przez komisję przekracza pulę konkursu. Zmniejsz któreś z nich na stronie posiedzenia; wtedy można przyjąć ranking.',
  meeting_without_quorum: (facts: Facts) =>
    noOrphans(
      `Na sali nie ma kworum: potrzeba ${counted(Number(facts['quorum']), 'osoby', 'osób', 'osób')} po złożonym oświadczeniu. Odnotuj przyjście na stronie posiedzenia, jeśli ktoś doszedł.`,
    ),
  card_not_sent: () => 'Ta karta nie jest wysłana, więc nie ma w niej punktów do zmiany.',
  ranking_adopted: () => 'Komisja przyjęła już ranking, więc punktów nie można zmienić.',
  points_beyond_scale: () => 'Któraś liczba jest spoza skali kryterium. Skala stoi przy każdym polu.',
  nothing_changed: () => 'Punkty są takie same jak były. Zmień przynajmniej jedno kryterium albo wróć bez zmian.',
  not_adopted: () => 'Protokół powstaje po przyjęciu rankingu. Skan dodasz, gdy będzie podpisany.',
  signed_before_meeting: () => 'Ten dzień jest przed posiedzeniem. Podaj dzień, w którym złożono ostatni podpis.',
  signed_in_future: () => 'Ten dzień jeszcze nie nadszedł. Podaj dzień, w którym złożono ostatni podpis.',
  scan_missing: () => 'Brakuje pliku. Dodaj skan albo zdjęcie podpisanego protokołu.',
} as const;

/** „od 10.05 do 12.30, od 13.00”; '' for somebody who was not there. */
export function staysText(stays: readonly Stay[], memberId: number): string {
  return stays
    .filter((stay) => stay.memberId === memberId)
    .map(({ cameAt, leftAt }) => `od ${timeText(cameAt)}${leftAt === null ? '' : ` do ${timeText(leftAt)}`}`)
    .join(', ');
}

/** „od 10.05 do 12.40”; with the day where the meeting ended on another. */
export function hoursText(openedAt: Instant, closedAt: Instant): string {
  const to = warsawDay(openedAt) === warsawDay(closedAt) ? timeText(closedAt) : longMoment(closedAt);
  return `od ${timeText(openedAt)} do ${to}`;
}

export const screenWarning = (names: readonly string[]) =>
  noOrphans(
    `Na sali ${names.length === 1 ? 'jest osoba wyłączona' : 'są osoby wyłączone'} z tego punktu: ${names.join(', ')}.`,
  );

/** „Było 3. Skala od 0 do 5.”; a bonus is all or nothing. */
export const scaleText = (before: number, maxPoints: number, isBonus: boolean) =>
  noOrphans(`Było ${before}. ${isBonus ? `Zero albo ${maxPoints}, nic pomiędzy.` : `Skala od 0 do ${maxPoints}.`}`);
