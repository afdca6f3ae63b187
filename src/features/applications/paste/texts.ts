import { counted } from '../../../lib/polish.ts';
import { amountMessages, quantityMessages } from '../../../lib/polish-messages.ts';
import type { ColumnKind } from './kinds.ts';

type Facts = Readonly<Record<string, string | number>>;

/** How people head their columns, folded; the first kind that fits is meant, so that „cena jednostkowa” is no unit. */
export const headerWords: Readonly<Partial<Record<ColumnKind, RegExp>>> = {
  name: /^(nazwa|opis|co\b|na co|za co|rodzaj (kosztu|wydatku)|wydatek|koszt$|pozycja|przedmiot|towar|usluga|artykul|wyszczegolnienie)/,
  category: /^(kategoria|grupa|dzial)/,
  quantity: /^(ilosc|liczba|ile\b|sztuk)/,
  unit: /^(jednostka|jedn\.|j\. ?m|jm\b|miara|rodzaj miary)/,
  price: /^(cena|stawka|(koszt|kwota|wartosc) jedn|jednostkow)/,
  value: /^(wartosc|razem|suma|kwota|koszt (calkowity|laczny|ogolem)|lacznie|ogolem)/,
  ordinal: /^(l\.? ?p|nr|poz)\.?$/,
};

/** Folded beginnings of a row that adds up the others. */
export const totalWords = /^(razem|suma|ogolem|lacznie|total|podsumowanie)\b/;

/** Beside and around an amount. */
export const moneyWords = /(złotych|złote|złoty|zł\.?|zl\.?|pln|brutto|netto)/giu;

export const defaultUnits = { whole: 'całość', piece: 'szt.' };

export const columnNames: Readonly<Record<ColumnKind, string>> = {
  name: 'za co',
  category: 'kategoria',
  quantity: 'ilość',
  unit: 'jednostka',
  price: 'cena za jedno, zł',
  value: 'wartość razem, zł',
  ordinal: 'liczba porządkowa',
  ignored: 'nie przepisujemy',
};

export const columnLabel = (number: number, head: string) =>
  head === '' ? `Kolumna ${number}` : `Kolumna ${number}: „${head.slice(0, 40)}”`;

const ambiguous = ({ text }: Facts) =>
  `nie wiadomo, czy „${text}” to tysiące, czy część po przecinku. Napiszcie bez kropki i przecinka albo z dwiema cyframi po przecinku`;

const unreadTexts: Readonly<Record<string, string | ((facts: Facts) => string)>> = {
  above_header: 'wiersz nad nagłówkiem tabeli',
  total: 'suma; policzymy ją sami',
  group_heading: 'nagłówek grupy; kategorię wpisaliśmy w wierszach pod nim',
  price_missing: 'nie ma ceny. Jeśli to nagłówek albo uwaga, nic nie trzeba robić',
  name_missing: 'nie widać, za co to jest (może scalona komórka)',
  value_not_divisible: 'jest tylko wartość razem, a nie dzieli się przez ilość co do grosza',
  price_nothing: 'cena to zero',
  activity_missing: 'nie widać, co to za działanie (może scalona komórka)',
  heading_alone:
    'jest tylko jedna komórka. Jeśli to nagłówek, nic nie trzeba robić; jeśli działanie, dopiszcie je sami',
  'price:number_ambiguous': ambiguous,
  'quantity:number_ambiguous': ambiguous,
  too_many_lines: (facts) =>
    `${counted(Number(facts['lines']), 'wiersz', 'wiersze', 'wierszy')} na końcu: to za dużo na raz, wklejcie je osobno`,
};

/** Why a line was not understood, to stand after its number. */
export function unreadText({ why, facts }: { readonly why: string; readonly facts: Facts }): string {
  const own = unreadTexts[why];
  if (own !== undefined) return typeof own === 'string' ? own : own(facts);
  const [column, code = ''] = why.split(':');
  const messages: Readonly<Record<string, string>> = { ...amountMessages, ...quantityMessages };
  const message = messages[code];
  if (message === undefined) throw new Error(`What could not be read as ${why} has no words`);
  return `${column === 'price' ? 'cena' : 'ilość'}: ${message}`;
}

/** What the page of one table says. */
export interface SheetTexts {
  readonly title: string;
  readonly lead: string;
  readonly hint: string;
  readonly caption: string;
  readonly back: string;
  /** Where the rows go, beside so many that are there. */
  readonly behind: (present: number) => string;
  readonly added: (count: number) => string;
  readonly nothingRead: string;
  readonly addLabel: (count: number) => string;
  readonly tooMany: (facts: Readonly<Record<string, string | number>>) => string;
}

export const pasteTexts = {
  tooLong: 'To za dużo na raz. Wklejcie najpierw połowę wierszy.',
  nothingPasted: 'Wklejcie wiersze z arkusza: zaznaczcie je razem z nagłówkami, skopiujcie i wklejcie tutaj.',
} as const;

export const costHeads = {
  main: 'Za co',
  category: 'Kategoria',
  quantity: 'Ilość',
  unit: 'Jednostka',
  price: 'Cena, zł',
  value: 'Wartość, zł',
} as const;
export const laterText = 'wybierzecie później';
export const differsText = (there: string) => `w arkuszu wartość to ${there}; policzyliśmy ilość razy cena`;

export const costTexts: SheetTexts = {
  title: 'Wklejanie kosztorysu z arkusza',
  lead: 'Macie kosztorys w arkuszu? Zaznaczcie wiersze razem z nagłówkami, skopiujcie i wklejcie.',
  hint: 'Jeden wiersz to jedna pozycja: za co, ilość, jednostka, cena. Nic jeszcze nie zapisujemy: najpierw zobaczycie, co z tego odczytaliśmy.',
  caption: 'Pozycje odczytane z arkusza',
  back: 'Wróć do kosztorysu',
  behind: (present) =>
    present === 0
      ? 'Potem wszystko można zmienić w kosztorysie.'
      : `Dopiszemy je pod tym, co już jest w kosztorysie (${counted(present, 'pozycja', 'pozycje', 'pozycji')}). Niczego nie zastąpimy.`,
  added: (count) => `Dodano ${counted(count, 'pozycję', 'pozycje', 'pozycji')}. Sprawdźcie kategorie i kwoty.`,
  nothingRead:
    'Nie udało się odczytać żadnej pozycji. Sprawdźcie poniżej, co jest w której kolumnie, albo wklejcie jeszcze raz razem z nagłówkami.',
  addLabel: (count) => `Dodajcie ${counted(count, 'pozycję', 'pozycje', 'pozycji')} do kosztorysu`,
  tooMany: ({ most, all }) =>
    `Kosztorys może mieć najwyżej ${counted(Number(most), 'pozycję', 'pozycje', 'pozycji')}, a razem z tymi byłoby ${all}. Połączcie drobne zakupy w jedną pozycję i wklejcie jeszcze raz.`,
};
