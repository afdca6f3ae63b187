import { counted } from '../../../lib/polish.ts';

export const secondSignatureTexts = {
  title: 'Drugi podpis oceny formalnej',
  crumb: 'Drugi podpis',
  missing: 'Wybierz, ile osób podpisuje kartę.',
  options: [
    { value: 'nie', label: 'Jedna osoba: jej podpis rozstrzyga' },
    { value: 'tak', label: 'Dwie osoby: druga czyta kartę i zatwierdza ją albo odsyła z uwagą' },
  ],
  alone:
    'Tylko jedna osoba ma w tym konkursie rolę koordynatora, więc nie będzie miał kto złożyć drugiego podpisu. Zanim włączysz, poproś administratora, żeby nadał tę rolę drugiej osobie w „Osoby”.',
  aloneOn:
    'Tylko jedna osoba ma w tym konkursie rolę koordynatora, więc żadnej karty nie da się teraz rozstrzygnąć. Poproś administratora o rolę dla drugiej osoby albo wyłącz drugi podpis.',
  waiting: (cards: number) =>
    `Na drugi podpis czeka teraz ${counted(cards, 'karta', 'karty', 'kart')}. Po wyłączeniu każdą może rozstrzygnąć jedna osoba, także ta, która już podpisała.`,
  flashes: {
    tak: 'Kartę oceny formalnej podpisują teraz dwie osoby. Wnioski już rozstrzygnięte się nie zmieniają.',
    nie: 'Kartę oceny formalnej podpisuje teraz jedna osoba.',
  },
} as const;
