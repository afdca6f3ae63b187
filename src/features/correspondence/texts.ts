import { type Instant, warsawDay, warsawTime } from '../../lib/days.ts';
import { counted, sentence } from '../../lib/polish.ts';
import { longDate, longMoment } from '../../lib/polish-dates.ts';
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
  fromOnMissing: 'Podaj też dzień, od którego ten tekst ma obowiązywać.',
  fromOnWrong: 'Sprawdź datę. Wpisz dzień, miesiąc i rok, na przykład 5.03.2024, albo zostaw to pole puste.',
  fromTimeWrong: 'Sprawdź godzinę. Wpisz ją na przykład tak: 8.00. Bez godziny: od początku dnia.',
  footLong: (limit: number) => `Stopka może mieć najwyżej ${limit} znaków. Skróć ją.`,
} as const;

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
  starts_in_past: () =>
    'Ten moment już minął. Wpisz przyszły dzień i godzinę albo zostaw oba pola puste: tekst zacznie obowiązywać od razu.',
  version_started: () => 'Ta wersja już obowiązuje, więc nie można jej cofnąć. Możesz przywrócić wcześniejszą.',
  no_address: () =>
    'Nie wysłaliśmy listu próbnego, bo przy Twoim koncie nie ma adresu e-mail. Dopisze go administrator.',
} as const;

export const settingsRefusals = {
  edited_meanwhile: () =>
    'Ktoś zapisał te ustawienia w międzyczasie. W polach jest to, co wpisano tutaj; nad nimi to, co jest zapisane.',
} as const;

export const flashes = {
  saved: (number: number) => `Zapisano wersję ${number}. Nowe listy będą pisane z niej; wysłane się nie zmienią.`,
  savedFor: (number: number, from: Instant) =>
    sentence(`Zapisano wersję ${number}. Będzie obowiązywać od ${longMoment(from)}`),
  calledBack: 'Cofnięto. Ta wersja nie zacznie obowiązywać.',
  unchanged: 'Nic się nie zmieniło: taki tekst już obowiązuje.',
  settingsSaved: 'Zapisano. Stopka trafi do nowych listów, adres do odpowiedzi także do tych, które jeszcze czekają.',
} as const;

export const trialSubject = (subject: string) => `[Próba] ${subject}`;
export const trialSent = (address: string) => `List próbny jest w drodze na adres ${address}.`;
export const defaultText = 'tekst domyślny';
export const empty = 'puste';
export const noteOfRestored = (name: string) => `przywrócono: ${name}`;

/** „wersja 3 z 12 marca 2024 r.”, or the default text. */
export function versionName(version: Pick<TextVersion, 'number' | 'createdAt'> | undefined): string {
  if (version === undefined) return defaultText;
  return `wersja ${version.number} z ${longDate(warsawDay(version.createdAt))}`;
}

export function inForceWords(version: Parameters<typeof versionName>[0]): string {
  return sentence(`Obowiązuje ${versionName(version)}`);
}

/** „od 5 marca 2024 r., godz. 8.00”; a whole day has no hour. */
export function fromWords(start: Instant): string {
  const { hour, minute } = warsawTime(start);
  return `od ${hour === 0 && minute === 0 ? longDate(warsawDay(start)) : longMoment(start)}`;
}

/** What comes after the version in force. */
export const plannedWords = ({ number, inForceFrom }: Pick<TextVersion, 'number' | 'inForceFrom'>) =>
  sentence(`Wersja ${number} obowiązuje ${fromWords(inForceFrom)}`);

/** Beside the text while somebody types: the first thing to put right. */
export function liveWords([first, ...others]: readonly string[]): string {
  if (first === undefined) return 'Tekst jest poprawny. Podgląd jest niżej.';
  return others.length === 0
    ? first
    : `${first} I jeszcze ${counted(others.length, 'rzecz', 'rzeczy', 'rzeczy')}, niżej.`;
}

export const sampleData = 'Dane w podglądzie są przykładowe.';
export const realData = (name: string, on: string) => sentence(`Dane w podglądzie są z listu do: ${name}, ${on}`);

export const teamTexts = {
  name: 'Zespół konkursu',
  about: 'Koordynatorzy, dyrektor i księgowość tego konkursu albo całej instytucji.',
} as const;
export const teamFields = { roles: 'role osoby' } as const;
