import { quoted } from '../lib/polish.ts';

/** Put at the end of a letter whose documents could not be made: whoever waits for it must get it all the same. */
export function notEnclosed(titles: readonly string[]): string {
  return `Nie udało się przygotować załącznika: ${titles.map(quoted).join(', ')}. Stan sprawy jest na stronie, której adres podajemy wyżej. Po sam dokument odpiszcie na ten list albo zadzwońcie.`;
}

/** Who wrote a calendar file, and what the file is called beside a letter. */
export const calendarProducer = '//Oddolnie//PL';
export const calendarFileName = 'termin.ics';

/** Why a letter was not handed to the mail server at all; staff read it in the outbox. */
export const notSent = {
  wrong_address: 'To nie jest adres e-mail.',
  link_over: 'Link z tego listu był już użyty albo stracił ważność, zanim list poszedł.',
} as const;

/** What staff read beside the fields that several kinds of letters share. */
export const senderMeanings = {
  organisationName: 'nazwa instytucji',
  organisationPhone: 'telefon instytucji',
} as const;

export const doorMeanings = {
  link: 'jednorazowy link, wstawiany dopiero przy wysyłaniu',
  code: 'sześć cyfr jednorazowego kodu, wstawiane dopiero przy wysyłaniu',
} as const;
