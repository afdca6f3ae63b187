import type { Standing } from '../../mail/outbox.ts';
import type { Outcome, postTroubles } from '../../mail/refusal.ts';
import type { RefusalTexts } from '../../web/routes.ts';

export const stateTabs: Readonly<Record<Standing | 'all', string>> = {
  all: 'Wszystkie',
  sent: 'Wysłane',
  delivered: 'Doręczone',
  to_hand_over: 'Do wydruku i przekazania',
  waiting: 'Czekające',
  failed: 'Nie doszły',
  stopped: 'Zatrzymane',
};

/** Pages about letters, besides the letters themselves. */
export const moreTexts = {
  toHandOver: 'Do wydruku i wysłania',
  mailings: 'Wysyłki do wielu osób',
  reminders: 'Przypomnienia',
  texts: 'Wzory listów',
  papers: 'Wzory dokumentów',
} as const;

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
  address:
    'Wydrukuj ten list i wyślij go pocztą albo zadzwoń i zapisz rozmowę. Zapytaj też o właściwy adres: następne listy pójdą na niego.',
  door: 'Zadzwoń do tej osoby i zapytaj o właściwy adres. Nowy link wyśle sobie sama na stronie wejścia.',
  link_over: 'Poproś tę osobę, żeby sama wysłała sobie nowy link na stronie wejścia.',
  stopped: 'Zatrzymano go razem z całą wysyłką, zanim wyszedł.',
  other: 'Wyślij list jeszcze raz, wydrukuj go i wyślij pocztą albo zadzwoń do tej osoby i zapisz rozmowę.',
} as const;

export const formTitles = {
  correction: 'Poprawka wpisu',
  proof: 'Potwierdzenie',
  toHandOver: 'Do wydruku i wysłania',
  recipient: (name: string) => `Wszystko, co wysłaliśmy do: ${name}`,
  contact: 'Jak piszemy do tej osoby',
  call: 'Zanotuj rozmowę',
  applications: 'Wnioski',
  initiatives: 'Inicjatywy',
} as const;

export const recipientLabels = { call: 'Z kim', letter: 'Do kogo' } as const;

export const serverSaid = (words: string) => `Odpowiedź serwera: ${words}`;
export const nextTryAt = (moment: string) => `Następna próba: ${moment}.`;
export const inTurn = 'List czeka na swoją kolej.';

export const sentAgain = 'List czeka na wysłanie. To ten sam list: nikt nie dostanie go dwa razy jako dwóch różnych.';

export const resendRefusals: RefusalTexts = {
  letter_not_failed: () =>
    'Ten list nie czeka na ponowne wysłanie: został wysłany albo dopiero zostanie. Odśwież stronę.',
  letter_stopped: () => 'Ten list zatrzymano razem z wysyłką. Jeśli ma jednak wyjść, zacznij nową wysyłkę.',
  door_over: () =>
    'Link z tego listu był już użyty albo stracił ważność, więc nie ma czego wysyłać. Ta osoba może poprosić o nowy link na stronie wejścia.',
};

/** Further pages about letters, above the list. */
