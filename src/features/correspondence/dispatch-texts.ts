import { warsawTime } from '../../lib/days.ts';
import { counted, noOrphans, sentence } from '../../lib/polish.ts';
import { longDate, longMoment } from '../../lib/polish-dates.ts';
import type { Channel } from '../../mail/channels.ts';
import type { Standing } from '../../mail/outbox.ts';
import type { PostalAddress } from './contacts.ts';
import type { Dispatch } from './dispatch-queries.ts';
import type { Way } from './policy.ts';

export const channelNames: Readonly<Record<Channel, string>> = {
  email: 'e-mail',
  print: 'list na papierze',
  phone: 'telefon',
  e_delivery: 'e-Doręczenia',
};

export const channelChoices: readonly { readonly value: string; readonly label: string; readonly hint: string }[] = [
  { value: 'usual', label: 'Jak zwykle', hint: 'E-mailem, a gdy nie ma adresu: listem na papierze.' },
  { value: 'email', label: 'E-mail', hint: '' },
  { value: 'print', label: 'List na papierze', hint: 'Drukujemy; wysyłamy pocztą albo dajemy do ręki.' },
  { value: 'phone', label: 'Telefon', hint: 'Dzwonimy i zapisujemy rozmowę.' },
  { value: 'e_delivery', label: 'e-Doręczenia', hint: '' },
];

export const standingNames: Readonly<Record<Standing, string>> = {
  waiting: 'czeka',
  to_hand_over: 'do przekazania',
  sent: 'wysłany',
  delivered: 'doręczony',
  failed: 'nie doszedł',
  stopped: 'zatrzymany',
};

export const standingTones: Readonly<Record<Standing, string>> = {
  waiting: 'draft',
  to_hand_over: 'now',
  sent: 'ok',
  delivered: 'ok',
  failed: 'bad',
  stopped: 'draft',
};

/** Outside e-mail a letter waits for hands: what for. */
export function standingText({
  standing,
  channel,
  kind,
}: {
  standing: Standing;
  channel: Channel;
  kind: string;
}): string {
  if (kind === 'call') return 'rozmowa';
  if (standing !== 'to_hand_over') return standingNames[standing];
  return { print: 'do wydruku', phone: 'do zatelefonowania', e_delivery: 'do wysłania', email: '' }[channel];
}

export const batchTitle = (letters: number) => `Do wydruku: ${counted(letters, 'list', 'listy', 'listów')}`;

/** Part of an address on the screen. */
export const waySlugs: Readonly<Record<Way, string>> = {
  post: 'poczta',
  hand: 'wreczenie',
  phone: 'telefon',
  e_delivery: 'e-doreczenia',
};

export const wayTitles: Readonly<Record<Way, string>> = {
  post: 'Wysłano pocztą',
  hand: 'Wręczono',
  phone: 'Przekazano przez telefon',
  e_delivery: 'Wysłano przez e-Doręczenia',
};

export const wayActions: Readonly<Record<Way, string>> = {
  post: 'Zapisz wysłanie pocztą',
  hand: 'Zapisz wręczenie',
  phone: 'Zapisz rozmowę',
  e_delivery: 'Zapisz e-Doręczenie',
};

export const callSubject = 'Rozmowa telefoniczna';
/** Kinds that no text makes. */
export const otherKinds: Readonly<Record<string, string>> = {
  call: callSubject,
  trial: 'List próbny',
  mailing: 'Wysyłka',
};

/** „ul. Wiosenna 4”, „00-950 Przykładowo”; empty where nothing is known. */
export function addressLines({ street, postalCode, city }: PostalAddress): string[] {
  return [street, [postalCode, city].filter(Boolean).join(' ')].filter((line) => line !== '');
}

/** One dispatch in a sentence: what was done, when, by whom, to whom, under which number. */
export function dispatchWords(dispatch: Dispatch): {
  readonly when: string;
  readonly what: string;
  readonly more: string;
} {
  const { way, doneOn, doneAt, deliveredOn, doneBy, withWhom, toAddress, number, note } = dispatch;
  const whom = { post: '', hand: `do ręki: ${withWhom}`, phone: `rozmowa z: ${withWhom}`, e_delivery: '' }[way];
  const parts = [
    whom,
    toAddress === '' ? '' : `na adres: ${toAddress}`,
    number === '' ? '' : `nr ${number}`,
    way === 'hand' || way === 'phone' || deliveredOn === null ? '' : `doręczono ${longDate(deliveredOn)}`,
    doneBy === '' ? '' : `kto: ${doneBy}`,
  ];
  const said = capital(parts.filter((part) => part !== '').join('; '));
  return {
    when: doneAt === null ? longDate(doneOn) : longMoment(doneAt),
    what: wayTitles[way],
    more: [said === '' ? '' : sentence(noOrphans(said)), note].filter(Boolean).join(' '),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What stands under a corrected or a taken back row. */
export function correctionWords({ isVoid, reason }: Pick<Dispatch, 'isVoid' | 'reason'>): string {
  return sentence(`${isVoid ? 'Wpis cofnięty' : 'Poprawka poprzedniego wpisu'}: ${reason}`);
}

/** „14.30” now, for the field of a call. */
export function hourNow(now: Parameters<typeof warsawTime>[0]): string {
  const { hour, minute } = warsawTime(now);
  return `${hour}.${String(minute).padStart(2, '0')}`;
}

export const fieldTexts = {
  doneOnWrong: 'Sprawdź datę. Wpisz dzień, miesiąc i rok, na przykład 23.04.2024.',
  doneTimeWrong: 'Sprawdź godzinę. Wpisz ją na przykład tak: 14.30.',
  deliveredOnWrong:
    'Sprawdź datę doręczenia, na przykład 25.04.2024, albo zostaw to pole puste, jeśli nie ma potwierdzenia odbioru.',
  doneByMissing: 'Wpisz, kto to zrobił z naszej strony.',
  withWhomHand: 'Wpisz, kto odebrał list: imię i nazwisko.',
  withWhomPhone: 'Wpisz, z kim była rozmowa: imię i nazwisko.',
  noteMissing: 'Napisz w jednym, dwóch zdaniach, co zostało powiedziane.',
  numberMissing: 'Wpisz numer wiadomości z e-Doręczeń.',
  reasonMissing: 'Napisz, co było nie tak. Poprzedni wpis zostanie w historii.',
  tooLong: (limit: number) => `Najwyżej ${limit} znaków. Skróć ten tekst.`,
  phoneWrong: 'Sprawdź numer telefonu. Polski numer ma 9 cyfr, na przykład 600 100 200.',
  postalCodeWrong: 'Kod pocztowy ma pięć cyfr, na przykład 00-950.',
  eDeliveryWrong: 'Adres do e-Doręczeń wygląda tak: AE:PL-12345-67890-ABCDE-12. Sprawdź go albo zostaw to pole puste.',
} as const;

export const dispatchRefusals = {
  opens_door: () =>
    'Ten list otwiera wejście do systemu, więc idzie tylko e-mailem. Nie drukujemy go i nie czytamy przez telefon.',
  call_is_whole: () => 'To jest zapis rozmowy, a nie list. Można go tylko poprawić.',
  done_in_future: () => 'Ta chwila jeszcze nie nadeszła. Wpisz dzień i godzinę, kiedy to się stało.',
  done_before_letter: () => 'Tego dnia list nie był jeszcze napisany. Sprawdź datę.',
  delivered_in_future: () => 'Ten dzień jeszcze nie nadszedł. Wpisz dzień z potwierdzenia odbioru.',
  delivered_before_sent: () => 'List nie mógł dojść przed wysłaniem. Sprawdź obie daty.',
  dispatch_corrected: () => 'Ten wpis jest już poprawiony albo cofnięty. Popraw najnowszy.',
  none_chosen: () => 'Zaznacz przynajmniej jeden list.',
  not_waiting: () =>
    'Któryś z zaznaczonych listów nie czeka już na przekazanie: ktoś mógł go zapisać w międzyczasie. Odśwież stronę i zaznacz jeszcze raz.',
  proof_missing: () => 'Wybierz plik: skan albo zdjęcie potwierdzenia (PDF, JPG albo PNG).',
} as const;

export const contactRefusals = {
  email_missing: () =>
    'Ta osoba nie ma potwierdzonego adresu e-mail, więc nie możemy pisać e-mailem. Wybierz inny sposób.',
  phone_missing: () => 'Żeby przekazywać listy przez telefon, wpisz numer telefonu.',
  e_delivery_missing: () => 'Żeby wysyłać przez e-Doręczenia, wpisz adres do e-Doręczeń.',
  edited_meanwhile: () =>
    'Ktoś zapisał te dane w międzyczasie. W polach jest to, co wpisano tutaj; odśwież stronę, żeby zobaczyć zapisane.',
} as const;

export const flashes = {
  dispatched: 'Zapisano. Wpis jest na stronie listu i w historii.',
  posted: (count: number) => `Zapisano wysłanie pocztą: ${counted(count, 'list', 'listy', 'listów')}.`,
  corrected: 'Zapisano poprawkę. Poprzedni wpis zostaje w historii.',
  takenBack: 'Cofnięto wpis. Zostaje w historii.',
  proofAdded: 'Dołączono potwierdzenie.',
  callNoted: 'Zapisano rozmowę.',
  drawn: 'Wydruk powstaje, będzie na tej stronie za chwilę.',
  onPaper: 'Ten list pójdzie na papierze. Wydruk powstaje, będzie tutaj za chwilę.',
  contactSaved: 'Zapisano. Tak będziemy pisać do tej osoby od następnego listu.',
} as const;
