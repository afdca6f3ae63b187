import type { Instant } from '../../lib/days.ts';
import { counted, noOrphans } from '../../lib/polish.ts';
import { longMoment } from '../../lib/polish-dates.ts';
import { justificationLetters, type Missing } from './policy.ts';

/** Said beside a criterion with a minimum. */
export const leastWords = (points: number) => `Co najmniej ${counted(points, 'punkt', 'punkty', 'punktów')}.`;

/** What 0…5 points say, whatever the criterion asks, in a call that has no words of its own. */
export const levelWords = ['brak', 'śladowo', 'słabo', 'wystarczająco', 'dobrze', 'bardzo dobrze'] as const;

export const bonusWords = { no: 'nie', yes: 'tak' } as const;

export const messages = {
  points_missing: 'Brakuje punktów. Proszę wybrać jedną odpowiedź.',
  reason_missing: 'Brakuje jednego zdania: przy 0 albo najwyższej liczbie punktów ten nabór prosi o powód.',
  member_missing: 'Proszę wybrać, czyja to karta.',
  reopening_reason:
    'Proszę napisać, dlaczego karta wraca. Przeczyta to osoba, która ją wysłała, i zostanie w historii.',
  reason_too_long: 'To za długie: zmieści się 500 znaków.',
  page_incomplete: 'Ta strona jest niepełna. Proszę ją otworzyć jeszcze raz.',
} as const;

export const justificationMessages: Readonly<Record<NonNullable<Missing['justification']>, string>> = {
  missing: 'Brakuje uzasadnienia. Wystarczą dwa, trzy zdania.',
  too_short: `To uzasadnienie jest za krótkie. Proszę napisać co najmniej ${justificationLetters.least} znaków.`,
  too_long: `To uzasadnienie jest za długie: zmieści się ${justificationLetters.most} znaków.`,
};

/** Why a suggested amount cannot be sent; `limit` with its currency. */
export const suggestionMessages = {
  over_requested: (limit: string) => `Grupa prosi o ${limit}. Proszę wpisać najwyżej tyle albo zostawić puste.`,
  over_most: (limit: string) => `Najwyższa kwota na jedną inicjatywę w tym naborze to ${limit}.`,
  under_least: (limit: string) =>
    `Najniższa kwota na jedną inicjatywę w tym naborze to ${limit}. Jeśli pomysł nie powinien nic dostać, proszę zostawić puste i napisać to w uzasadnieniu.`,
} as const;

type Facts = Readonly<Record<string, string | number>>;
const at = (facts: Facts) => longMoment(String(facts['at']) as Instant);

export const refusals = {
  scoring_not_set: () => 'Ten nabór nie ma jeszcze terminu oceny. Zapytaj koordynatora konkursu.',
  scoring_not_begun: (facts: Facts) => `Oceniać można od ${at(facts)}. Do tego czasu można czytać wnioski.`,
  scoring_over: (facts: Facts) =>
    `Oceny przyjmowaliśmy do ${at(facts)}. Jeśli karta powinna się jeszcze liczyć, zadzwoń do koordynatora konkursu.`,
  ranking_adopted: () => 'Komisja przyjęła już ranking, więc karty nie można zmienić.',
  card_sent: () => 'Ta karta jest już wysłana i nie można jej zmienić.',
  nobody_to_remind: () => 'Nikt nie czeka z kartami: wszystkie, które można wysłać, są wysłane.',
  reminded_today: () =>
    'Dziś przypomnienie już wyszło. Następne można wysłać jutro; pilne sprawy najlepiej załatwić telefonem.',
  own_card: () =>
    'Własnej karty nie otwiera się sobie. Poproś koordynatora konkursu albo osobę przewodniczącą komisji.',
  card_not_given_back: () => 'Ta karta nie jest teraz otwarta ponownie: jest już wysłana.',
  card_not_sent: () => 'Ta karta nie jest teraz wysłana, więc nie można jej wydrukować ani otworzyć ponownie.',
  ranking_not_adopted: () => 'Karty przygotujesz do druku, gdy komisja przyjmie ranking.',
  card_incomplete: () => 'Karta nie jest jeszcze pełna. Wróć do niej i uzupełnij to, czego brakuje.',
} as const;

export const pageTitles = {
  list: 'Moje oceny',
  card: (code: string) => `Ocena wniosku ${code}`,
  sending: (code: string) => `Wysłać ocenę wniosku ${code}?`,
  progress: 'Postęp oceny',
  reopening: (code: string) => `Wysłane karty wniosku ${code}`,
} as const;

/** Papers that a juror takes along. */
export const allApplicationsTexts = {
  title: (callTitle: string) => `Wnioski do oceny: ${callTitle}`,
  remark: 'Tylko do oceny w komisji. Po posiedzeniu wydruk proszę zniszczyć albo oddać bibliotece, a plik usunąć.',
} as const;
export const blankCardsTitle = (callTitle: string) => `Puste karty oceny: ${callTitle}`;
export const eveningFiles = { applications: 'wnioski-do-oceny.pdf', blankCards: 'puste-karty-oceny.pdf' } as const;

/** What the page of progress shows, before and after the ranking's adoption. */
export const progressRemarks = {
  before: 'Na razie widać tylko liczby kart. Rozrzut punktów pojawi się, gdy ocena się skończy.',
  over: 'Ocena się skończyła: przy wniosku widać najniższą i najwyższą kartę.',
  after: 'Ranking jest przyjęty. Karty oceny można czytać i drukować niżej.',
} as const;

export const flashes = {
  saved: 'Karta zapisana.',
  printAsked: 'Karta w PDF będzie gotowa za chwilę.',
  printsAsked: (cards: number) =>
    `Przygotowujemy ${counted(cards, 'kartę', 'karty', 'kart')} w PDF. Odśwież stronę za chwilę.`,
  reminded: (letters: number) =>
    `${counted(letters, 'przypomnienie idzie', 'przypomnienia idą', 'przypomnień idzie')} do osób z niewysłanymi kartami.`,
  reopened: 'Karta otwarta. Osoba, która ją wysłała, może ją poprawić i wysłać jeszcze raz.',
  restored: 'Przywrócona karta jest znów wysłana, taka jak przedtem.',
  sent: (code: string) => noOrphans(`Karta wniosku ${code} wysłana.`),
} as const;

export const cardsLeftText = (n: number) => counted(n, 'karta oceny', 'karty oceny', 'kart oceny');

/** When the scoring ends, in a call that has not said. */
export const noDeadline = 'w dniu posiedzenia komisji';
