import type { Instant } from '../../../lib/days.ts';
import { counted, plural, quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import type { Channel } from '../../../mail/channels.ts';
import type { RefusalTexts } from '../../../web/routes.ts';
import type { MailingState } from '../lifecycle.ts';
import type { ByHand } from './by-hand.ts';
import type { Changes } from './changes.ts';
import { andText } from './recipient-texts.ts';

export const titles = {
  list: 'Wysyłki',
  people: 'Do kogo',
  text: 'Treść',
  untitled: 'Wysyłka bez tematu',
} as const;

export const steps = ['Do kogo', 'Treść', 'Obejrzenie listów', 'Wysłanie'] as const;

export const stateNames: Readonly<Record<MailingState, string>> = {
  draft: 'szkic',
  held: 'wstrzymana',
  scheduled: 'zaplanowana',
  sent: 'wysłana',
  cancelled: 'odwołana',
};
export const stateTones: Readonly<Record<MailingState, string>> = {
  draft: 'draft',
  held: 'warn',
  scheduled: 'now',
  sent: 'ok',
  cancelled: 'bad',
};
/** While letters of a sent mailing still wait for their turn. */
export const leaving = { text: 'wychodzi', tone: 'now' } as const;

export const fieldTexts = {
  callMissing: 'Wybierz konkurs.',
  reasonMissing: 'Napisz krótko, dlaczego ta osoba nie dostanie listu. Zostanie to przy wysyłce.',
  reasonLong: (limit: number) => `Powód może mieć najwyżej ${limit} znaków. Skróć go.`,
  byHandLong: (limit: number) => `Lista może mieć najwyżej ${limit} znaków. Podziel ją na dwie wysyłki.`,
  onWrong: 'Wpisz dzień, w którym listy mają wyjść, na przykład 15.06.2024.',
  timeWrong: 'Wpisz godzinę, na przykład 9.00.',
  timeSkipped: 'Takiej godziny tego dnia nie ma: przestawiamy zegary. Wpisz inną.',
} as const;

export function byHandFault({ line, found, code }: ByHand['faults'][number]): string {
  const shown = quoted(found.slice(0, 60));
  if (code === 'long') return `Linia ${line}: nazwa jest za długa. Skróć ją do 100 znaków.`;
  return `Linia ${line}: ${shown} nie wygląda na adres e-mail. W jednej linii może być jedna osoba: imię i nazwisko, przecinek, adres.`;
}

export const lettersText = (n: number) => counted(n, 'list', 'listy', 'listów');
export const peopleText = (n: number) => counted(n, 'osoba', 'osoby', 'osób');

/** „Doszła 1 osoba: Anna Nowak.” */
export function changesWords({ added, gone, moved, reworded }: Changes): string[] {
  const said = (names: readonly string[], verb: [string, string, string]) =>
    names.length === 0 ? [] : [`${plural(names.length, ...verb)} ${peopleText(names.length)}: ${named(names)}.`];
  const more = (names: readonly string[], words: string) => (names.length === 0 ? [] : [`${words} ${named(names)}.`]);
  return [
    ...said(added, ['Doszła', 'Doszły', 'Doszło']),
    ...said(gone, ['Ubyła', 'Ubyły', 'Ubyło']),
    ...more(moved, 'Zmieniło się imię, nazwisko albo adres:'),
    ...more(reworded, 'Inaczej brzmiałby teraz list (zmienił się tekst, stopka albo dane) do:'),
  ];
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, 5);
  const rest = names.length - shown.length;
  return rest === 0 ? andText(shown) : `${shown.join(', ')} i\u00a0jeszcze ${peopleText(rest)}`;
}

export const refusals: RefusalTexts = {
  edited_meanwhile: () =>
    'Ktoś zmienił tę wysyłkę, odkąd otworzyłaś lub otworzyłeś tę stronę. Niczego nie wysłano. Poniżej jest to, co obowiązuje teraz: obejrzyj i zdecyduj jeszcze raz.',
  changed_since: () =>
    'Niczego jeszcze nie wysłano: od napisania listów coś się zmieniło. Co dokładnie, jest poniżej. Możesz wysłać listy, które widzisz, albo napisać je od nowa.',
  not_a_draft: () => 'Ta wysyłka jest już zatwierdzona. Żeby coś w niej zmienić, najpierw wróć do szkicu.',
  already_sent: ({ who, at }) =>
    `Ta wysyłka już wyszła${who === '' ? '' : ` (${who}, ${longMoment(at as Instant)})`}. Nikt nie dostanie drugiego listu.`,
  not_now: ({ state }) => `Tego nie da się już zrobić: wysyłka jest ${stateNames[state as MailingState] ?? ''}.`,
  to_nobody: () => 'Nie ma do kogo wysłać: wszyscy są pominięci. Dodaj adresatów albo przywróć pominiętych.',
  nobody_there: () => 'Na razie nie ma żadnego adresata. Wybierz grupę, w której ktoś jest, albo wpisz osoby ręcznie.',
  text_not_ready: () =>
    'Najpierw napisz temat i treść. Jeśli w tekście są pola, muszą to być pola wybranych adresatów.',
  blank_letter: ({ name }) => `List do: ${name} ma pusty temat albo treść. Popraw go albo pomiń tę osobę.`,
  not_all_seen: () =>
    'W tej wysyłce są listy, których nie możesz zobaczyć, bo dotyczą sprawy zamkniętej dla Ciebie. Wyśle ją ktoś inny z zespołu albo zacznij własną.',
  moment_passed: () => 'Ta chwila już minęła. Wybierz późniejszą albo wyślij od razu.',
  all_left: () => 'Nie ma czego zatrzymać: wszystkie listy już wyszły.',
};

export const flashes = {
  started: 'Szkic wysyłki jest gotowy. Najpierw wybierz, do kogo pisać.',
  chosen: 'Zapisano adresatów.',
  written: 'Zapisano treść.',
  prepared: (n: number) => `Napisaliśmy ${counted(n, 'list', 'listy', 'listów')}. Obejrzyj każdy, zanim wyjdą.`,
  edited: 'Zapisano. Ten list wyjdzie z Twoimi słowami.',
  restored: 'List ma znów treść wysyłki.',
  dropped: 'Ta osoba nie dostanie listu.',
  kept: 'Ta osoba dostanie list.',
  sent: (n: number) => `${plural(n, 'Wychodzi', 'Wychodzą', 'Wychodzi')} ${counted(n, 'list', 'listy', 'listów')}.`,
  held: (n: number) => `Wstrzymano ${counted(n, 'list', 'listy', 'listów')}. Nie wyjdą, dopóki ktoś ich nie wyśle.`,
  scheduled: (n: number, at: Instant) =>
    `${plural(n, 'Wyjdzie', 'Wyjdą', 'Wyjdzie')} ${counted(n, 'list', 'listy', 'listów')}: ${longMoment(at)}.`,
  reopened: 'Wysyłka jest znów szkicem.',
  cancelled: (stopped: number) =>
    stopped === 0
      ? 'Odwołano wysyłkę. Nikt nic nie dostał.'
      : `Zatrzymano ${counted(stopped, 'list', 'listy', 'listów')}. Te, które już wyszły, dojdą.`,
} as const;

/** A subject as a name of the mailing: where a field of the recipient would stand, three dots. */
export const subjectText = (subject: string) => subject.replace(/\{\{[^{}]*\}\}/gu, '…') || titles.untitled;

export const emptyFieldsText = (meanings: readonly string[]) =>
  `W tym liście ${plural(meanings.length, 'puste jest pole', 'puste są pola', 'puste są pola')}: ${meanings.join(', ')}. Przeczytaj, czy zdania mają sens.`;
export const droppedText = (reason: string) => `Powód: ${reason}`;
export const refusedText = (since: Instant) =>
  `Na ten adres listy nie dochodzą od ${longMoment(since)}. Zadzwoń i zapytaj o właściwy adres.`;
export const noAddress = 'bez adresu e-mail';
/** Of letters that do not go by e-mail: what becomes of them. */
export const channelRemarks: Readonly<Record<Exclude<Channel, 'email'>, string>> = {
  print: 'Ten list pójdzie na papierze. Po wysłaniu wydrukujesz go na stronie „Do wydruku i wysłania”.',
  phone: 'Ta osoba woli telefon. List poczeka na stronie „Do wydruku i wysłania”, aż ktoś zadzwoni i zapisze rozmowę.',
  e_delivery: 'Ten list pójdzie przez e-Doręczenia. Poczeka na stronie „Do wydruku i wysłania”.',
};
export const channelTags: Readonly<Record<Exclude<Channel, 'email'>, { text: string; tone: string }>> = {
  print: { text: 'na papierze', tone: 'now' },
  phone: { text: 'przez telefon', tone: 'now' },
  e_delivery: { text: 'przez e-Doręczenia', tone: 'now' },
};

/** „W tym na papierze: 2, przez telefon: 1.”; '' when all go by e-mail. */
export function byHandText(channels: readonly Channel[]): string {
  const parts = Object.entries(channelTags).flatMap(([channel, { text }]) => {
    const count = channels.filter((one) => one === channel).length;
    return count === 0 ? [] : [`${text}: ${count}`];
  });
  return parts.length === 0 ? '' : `W\u00a0tym ${parts.join(', ')}.`;
}

/** In letters. */
export interface Progress {
  readonly waiting: number;
  readonly sent: number;
  readonly toHandOver: number;
  readonly failed: number;
  readonly stopped: number;
  readonly all: number;
}

export function outcomeText({ waiting, failed, stopped, toHandOver }: Progress): string {
  if (waiting > 0) return 'Listy wychodzą po kolei. Możesz zamknąć tę stronę, wyjdą same.';
  if (failed > 0) return 'Wysyłka jest skończona. Nie wszystkie listy doszły.';
  if (stopped > 0) return 'Wysyłka jest zatrzymana.';
  return toHandOver > 0 ? 'E-maile wyszły. Reszta czeka na wydruk albo telefon.' : 'Wszystkie listy wyszły.';
}

export const letterTags = {
  edited: { text: 'poprawiony', tone: 'now' },
  refused: { text: 'adres nie działa', tone: 'warn' },
  empty: { text: 'puste pole', tone: 'warn' },
} as const;
export const letterStates = {
  waiting: { text: 'czeka na swoją kolej', tone: 'draft' },
  to_hand_over: { text: 'do przekazania', tone: 'now' },
  sent: { text: 'wysłany', tone: 'ok' },
  delivered: { text: 'doręczony', tone: 'ok' },
  failed: { text: 'nie doszedł', tone: 'bad' },
  stopped: { text: 'zatrzymany', tone: 'warn' },
  dropped: { text: 'pominięty', tone: 'draft' },
} as const;
export const blankStart = 'od pustego listu';
export const earlierMailing = (subject: string, at: string) => `od wysyłki ${quoted(subject)}, ${at}`;
