import { counted } from '../../../lib/polish.ts';
import type { ScheduleKind } from './kinds.ts';
import type { SheetTexts } from './texts.ts';

/** How people head the columns of a timetable, folded. */
export const scheduleWords: Readonly<Partial<Record<ScheduleKind, RegExp>>> = {
  activity: /^(dzialani|co\b|nazwa|opis|zadani|etap|wydarzeni|czynnosc|zajecia|spotkani|temat)/,
  starts: /^(poczatek|od\b|start|rozpoczecie|data (rozpoczecia|od\b|poczatk))/,
  ends: /^(koniec|do\b|zakonczenie|data (zakonczenia|do\b|konca))/,
  when: /^(termin|data|kiedy|dzien|czas|okres)/,
  place: /^(miejsce|gdzie|lokalizacja|adres|sala)/,
  ordinal: /^(l\.? ?p|nr|poz)\.?$/,
};

export const scheduleColumnNames: Readonly<Record<ScheduleKind, string>> = {
  activity: 'co zrobicie',
  starts: 'początek',
  ends: 'koniec',
  when: 'początek i koniec w jednej komórce',
  place: 'gdzie',
  ordinal: 'liczba porządkowa',
  ignored: 'nie przepisujemy',
};

export const scheduleHeads = { main: 'Co zrobicie', starts: 'Początek', ends: 'Koniec', place: 'Gdzie' } as const;
export const unclearDay = 'tej daty nie umiemy odczytać; poprawicie ją po dodaniu';

export const scheduleTexts: SheetTexts = {
  title: 'Wklejanie działań z arkusza',
  lead: 'Macie działania i terminy w arkuszu? Zaznaczcie wiersze razem z nagłówkami, skopiujcie i wklejcie.',
  hint: 'Jeden wiersz to jedno działanie: co zrobicie, kiedy, gdzie. Nic jeszcze nie zapisujemy: najpierw zobaczycie, co z tego odczytaliśmy.',
  caption: 'Działania odczytane z arkusza',
  back: 'Wróć do działań',
  behind: (present) =>
    present === 0
      ? 'Potem wszystko można zmienić we wniosku.'
      : `Dopiszemy je pod tym, co już jest we wniosku (${counted(present, 'działanie', 'działania', 'działań')}). Niczego nie zastąpimy.`,
  added: (count) => `Dodano ${counted(count, 'działanie', 'działania', 'działań')}. Sprawdźcie daty i miejsca.`,
  nothingRead:
    'Nie udało się odczytać żadnego działania. Sprawdźcie poniżej, co jest w której kolumnie, albo wklejcie jeszcze raz razem z nagłówkami.',
  addLabel: (count) => `Dodajcie ${counted(count, 'działanie', 'działania', 'działań')} do wniosku`,
  tooMany: ({ most, all }) =>
    `Wniosek może mieć najwyżej ${counted(Number(most), 'działanie', 'działania', 'działań')}, a razem z tymi byłoby ${all}. Połączcie podobne działania w jedno i wklejcie jeszcze raz.`,
};
