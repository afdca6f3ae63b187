import type { Card } from './card.ts';

export const tomas: readonly Card[] = [
  {
    of: 'wieslawa',
    sentAt: '2024-04-02 15.20',
    points: [4, 4, 5, 5, 5, 3, 3, 0, 2],
    why: 'Realne od początku do końca. Mają piec, świetlicę i ludzi. Ceny niskie.',
  },
  {
    of: 'ewa',
    sentAt: '2024-04-02 15.52',
    points: [5, 5, 4, 4, 4, 5, 4, 0, 2],
    why: 'Metoda opisana krok po kroku, zgody przewidziane. Koszt książeczki i nagłośnienia do sprawdzenia. Zbiór zostaje w bibliotece i to jest najważniejsze.',
  },
  {
    of: 'kazimierz',
    sentAt: '2024-04-03 14.40',
    points: [2, 2, 3, 4, 3, 2, 1, 0, 2],
    why: 'Da się zrobić i będzie zrobione. Związek z czytaniem słaby, odbiorcy podani ogólnie.',
  },
  {
    of: 'daiva',
    sentAt: '2024-04-03 15.11',
    points: [4, 5, 4, 4, 3, 4, 5, 0, 2],
    why: 'Czytanie w obu językach na stacji, gdzie nic się nie dzieje. Bardzo dobre. Bilety i dowóz policzone z zapasem, dlatego mniej punktów za kosztorys.',
  },
  {
    of: 'bozena',
    sentAt: '2024-04-04 15.05',
    points: [4, 4, 4, 5, 4, 4, 2, 0, 2],
    why: 'Szkoła ma sprawdzoną organizację i plan z datami. Dane z ankiety w klasach przekonują. Książki zostają w obiegu.',
  },
  {
    of: 'kajetan',
    sentAt: '2024-04-04 15.37',
    points: [4, 4, 4, 4, 3, 4, 4, 3, 2],
    why: 'Dobrze, że legendy opowiadają starsi, a rysują młodsi, dlatego daję punkty za spotkanie pokoleń. Cena materiałów dla 14 osób trochę wysoka. Plan pracy jasny.',
  },
  {
    of: 'romuald',
    sentAt: '2024-04-05 14.30',
    points: [4, 4, 4, 4, 3, 3, 3, 0, 2],
    why: 'Remiza jest, regał jest, ludzie są. Kosztorys: kiełbaski można zapewnić we własnym zakresie. Wieś i straż, dzieci i dorośli razem.',
  },
  {
    of: 'jonas',
    sentAt: '2024-04-05 15.02',
    points: [3, 3, 5, 4, 4, 4, 2, 0, 2],
    why: 'Cała parafia pracuje nad jednym śpiewnikiem, udział mieszkańców najlepszy ze wszystkich wniosków. Z diagnozą łączy się pośrednio. Tekst litewski z tłumaczeniem obok polskiego.',
  },
  {
    of: 'agata',
    sentAt: '2024-04-08 15.15',
    points: [3, 3, 3, 3, 3, 3, 2, 0, 0],
    why: 'Poprawny pomysł, wykonanie niepewne do czasu zgody przedszkola. Bez wskazania, kto zajmie się szafą po czerwcu.',
  },
  {
    of: 'ugne',
    sentAt: '2024-04-10 14.50',
    points: [3, 4, 3, 3, 3, 2, 4, 3, 0],
    why: 'Sygnatura książki na końcu filmu to bardzo dobry szczegół. Dwa języki na plus. Brakuje osoby dorosłej w opisie działań.',
  },
  {
    of: 'maja',
    sentAt: '2024-04-10 15.18',
    points: [4, 3, 4, 3, 4, 3, 4, 3, 0],
    why: 'Ankieta na 84 osobach daje mocne uzasadnienie potrzeby. Czytania mniej, niż mogłoby być. Licencje policzone uczciwie, przystanek i prąd ustalone.',
  },
];
