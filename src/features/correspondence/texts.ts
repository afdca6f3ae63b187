import { warsawDay } from '../../lib/days.ts';
import { counted, sentence } from '../../lib/polish.ts';
import { longDate } from '../../lib/polish-dates.ts';
import type { TemplateFault } from '../../lib/template.ts';
import type { TextVersion } from '../../mail/letter-texts.ts';

export const titles = { texts: 'Wzory listów', settings: 'Stopka i adres do odpowiedzi' } as const;

export const fieldTexts = {
  subjectMissing: 'Wpisz temat. Bez tematu list wygląda jak spam.',
  subjectLong: (limit: number) => `Temat może mieć najwyżej ${limit} znaków. Skróć go.`,
  bodyMissing: 'Wpisz treść listu.',
  bodyLong: (limit: number) => `Treść może mieć najwyżej ${limit} znaków. Skróć ją.`,
  noteLong: (limit: number) => `Uwaga może mieć najwyżej ${limit} znaków. Skróć ją.`,
  replyToWrong:
    'To nie wygląda na adres e-mail. Sprawdź, czy jest w nim znak @ i kropka, albo zostaw to pole puste: odpowiedzi przyjdą na adres nadawcy.',
  footLong: (limit: number) => `Stopka może mieć najwyżej ${limit} znaków. Skróć ją.`,
} as const;

/** What is wrong in one place of a text and what to put there; `line` is left out where there is only one. */
export function faultWords(fault: TemplateFault, isOneLine: boolean): string {
  const where = isOneLine ? '' : `Linia ${fault.line}: `;
  const hint = fault.suggestion === undefined ? '' : ` ${suggested(fault, fault.suggestion)}`;
  const said = sayings[fault.code](fault.found.trim().slice(0, 60));
  return `${where}${isOneLine ? said.charAt(0).toUpperCase() + said.slice(1) : said}${hint}`;
}

function suggested({ code }: TemplateFault, suggestion: string): string {
  if (code === 'unclosed_block' || code === 'closes_another') return `Wstaw ${suggestion}.`;
  return code === 'condition_printed' ? `Użyj ${suggestion}…{{/if}}.` : `Czy chodziło o ${suggestion}?`;
}

const sayings: Readonly<Record<TemplateFault['code'], (found: string) => string>> = {
  unknown_field: (found) => `nie ma pola ${found}. Pola tego listu są na liście obok.`,
  condition_printed: (found) => `${found} to warunek, a nie słowa do wstawienia.`,
  unclosed_tag: (found) => `po ${found} brakuje zamykających nawiasów }}.`,
  unclosed_block: (found) => `warunek ${found} nie ma końca.`,
  closes_nothing: (found) => `${found} zamyka warunek, którego wcześniej nie ma. Usuń to.`,
  closes_another: (found) => `${found} nie zamyka warunku otwartego wcześniej.`,
  else_outside: (found) => `${found} może stać raz i tylko między początkiem a końcem warunku.`,
  unknown_block: (found) => `nie ma polecenia ${found}. Warunki to {{#if …}} i {{#unless …}}.`,
  helper: (found) => `${found} to kilka słów w nawiasach, a może być tylko nazwa jednego pola.`,
  not_a_field: (found) => `w ${found} nie ma nazwy pola. Wpisz samą nazwę z listy obok, bez innych znaków.`,
  unescaped: (found) => `w ${found} jest coś więcej niż dwa nawiasy i nazwa pola. Zostaw po dwa nawiasy.`,
  partial: (found) => `${found} wstawia inny wzór, a tego tu nie można. Wpisz tekst wprost.`,
  comment: (found) => `${found} ukrywa część tekstu. Usuń to albo wpisz bez nawiasów.`,
  loose_braces: (found) => `${found} wypisze się w liście dosłownie. Pole ma po dwa nawiasy z każdej strony.`,
};

const doorWords: Readonly<Record<string, string>> = {
  link: 'Bez pola {{link}} nikt nie wejdzie z tego listu. Dopisz je w osobnej linii.',
  code: 'Bez pola {{code}} nie da się wejść na innym urządzeniu. Dopisz je w osobnej linii.',
};

export function missingWords(field: string): string {
  return doorWords[field] ?? `Dopisz pole {{${field}}}.`;
}

export const refusals = {
  edited_meanwhile: () =>
    'Ktoś zapisał nowszą wersję tego tekstu. Poniżej są obie: Twoja w polach, zapisana nad nimi. Zapis Twojej będzie następną wersją.',
  version_absent: () => 'Nie ma takiej wersji. Wybierz jedną z listy na dole strony.',
  version_unusable: () =>
    'Tej wersji nie można przywrócić: nazywa pola, których już nie ma. Skopiuj z niej to, co potrzebne.',
  no_address: () =>
    'Nie wysłaliśmy listu próbnego, bo przy Twoim koncie nie ma adresu e-mail. Dopisze go administrator.',
} as const;

export const settingsRefusals = {
  edited_meanwhile: () =>
    'Ktoś zapisał te ustawienia w międzyczasie. W polach jest to, co wpisano tutaj; nad nimi to, co jest zapisane.',
} as const;

export const flashes = {
  saved: (number: number) => `Zapisano wersję ${number}. Nowe listy będą pisane z niej; wysłane się nie zmienią.`,
  unchanged: 'Nic się nie zmieniło: taki tekst już obowiązuje.',
  settingsSaved: 'Zapisano. Stopka trafi do nowych listów, adres do odpowiedzi także do tych, które jeszcze czekają.',
} as const;

export const trialSubject = (subject: string) => `[Próba] ${subject}`;
export const trialSent = (address: string) => `List próbny jest w drodze na adres ${address}.`;
export const defaultText = 'tekst domyślny';
export const empty = 'puste';
export const noteOfRestored = (name: string) => `przywrócono: ${name}`;

/** „wersja 3 z 12 marca 2024 r.”, or the default text. */
export function versionName(version: Pick<TextVersion, 'number' | 'inForceFrom'> | undefined): string {
  if (version === undefined) return defaultText;
  return `wersja ${version.number} z ${longDate(warsawDay(version.inForceFrom))}`;
}

export function inForceWords(version: Parameters<typeof versionName>[0]): string {
  return sentence(`Obowiązuje ${versionName(version)}`);
}

/** Beside the text while somebody types: the first thing to put right. */
export function liveWords([first, ...others]: readonly string[]): string {
  if (first === undefined) return 'Tekst jest poprawny. Podgląd jest niżej.';
  return others.length === 0
    ? first
    : `${first} I jeszcze ${counted(others.length, 'rzecz', 'rzeczy', 'rzeczy')}, niżej.`;
}

export const sampleData = 'Dane w podglądzie są przykładowe.';
export const realData = (name: string, on: string) => sentence(`Dane w podglądzie są z listu do: ${name}, ${on}`);
