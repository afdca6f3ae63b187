import type { LetterState } from '../../mail/outbox.ts';
import type { Outcome, postTroubles } from '../../mail/refusal.ts';
import type { RefusalTexts } from '../../web/routes.ts';

export const letterStates = { waiting: 'czeka', sent: 'wysłany', failed: 'nie doszedł' } as const;
export const letterTones = { waiting: 'draft', sent: 'ok', failed: 'bad' } as const;

export const stateTabs: Readonly<Record<LetterState | 'all', string>> = {
  all: 'Wszystkie',
  sent: 'Wysłane',
  waiting: 'Czekające',
  failed: 'Nie doszły',
};

/** What came of a try, for people who do not know what SMTP is. */
export const outcomeTexts: Readonly<Record<Outcome, string>> = {
  taken: 'Serwer poczty przyjął list.',
  address: 'Takiego adresu nie ma: tak odpowiedział serwer adresata.',
  letter: 'Serwer adresata nie chce tego listu i nie przyjmie go także później.',
  busy: 'Serwer adresata poprosił, żeby spróbować później.',
  dropped: 'Połączenie z serwerem poczty zostało przerwane.',
  enclosure: 'Nie udało się odczytać załącznika.',
  unreachable: 'Serwer poczty nie odpowiada.',
  tls: 'Serwer poczty nie daje bezpiecznego połączenia albo jego certyfikat nie jest ważny.',
  sign_in: 'Serwer poczty nie przyjął nazwy użytkownika i hasła, z którymi wysyłamy listy.',
  sender: 'Serwer poczty nie zgadza się na adres, z którego wysyłamy listy.',
  link_over: 'Link z tego listu był już użyty albo stracił ważność, zanim list poszedł.',
};

/** What to do when no letter can leave. */
export const troubleTexts: Readonly<Record<(typeof postTroubles)[number], string>> = {
  unreachable:
    'Jeśli to trwa dłużej niż godzinę, osoba, która opiekuje się serwerem, powinna sprawdzić SMTP_URL i sieć.',
  dropped: 'Jeśli to trwa dłużej niż godzinę, osoba, która opiekuje się serwerem, powinna sprawdzić SMTP_URL i sieć.',
  tls: 'Osoba, która opiekuje się serwerem, powinna sprawdzić SMTP_URL i certyfikat serwera poczty.',
  sign_in: 'Osoba, która opiekuje się serwerem, powinna poprawić hasło w SMTP_URL i uruchomić program ponownie.',
  sender:
    'Osoba, która opiekuje się serwerem, powinna poprawić adres nadawcy w MAIL_FROM i uruchomić program ponownie.',
};

export const troubleTitle = 'Listy czekają, bo poczta nie działa';
export const troubleEnd = 'Żaden list nie przepadł: wyjdą same, po kolei, gdy poczta zacznie działać.';

/** What to do about a letter that did not arrive. */
export const failedTexts = {
  address: 'Zadzwoń do tej osoby i zapytaj o właściwy adres. Na poprawiony adres trzeba napisać nowy list.',
  link_over: 'Poproś tę osobę, żeby sama wysłała sobie nowy link na stronie wejścia.',
  other: 'Zadzwoń do tej osoby albo wyślij list jeszcze raz.',
} as const;

export const serverSaid = (words: string) => `Odpowiedź serwera: ${words}`;
export const nextTryAt = (moment: string) => `Następna próba: ${moment}.`;
export const inTurn = 'List czeka na swoją kolej.';

export const sentAgain = 'List czeka na wysłanie. To ten sam list: nikt nie dostanie go dwa razy jako dwóch różnych.';

export const resendRefusals: RefusalTexts = {
  letter_not_failed: () =>
    'Ten list nie czeka na ponowne wysłanie: został wysłany albo dopiero zostanie. Odśwież stronę.',
  door_over: () =>
    'Link z tego listu był już użyty albo stracił ważność, więc nie ma czego wysyłać. Ta osoba może poprosić o nowy link na stronie wejścia.',
};
