import type { Card } from './card.ts';

export const agnieszka: readonly Card[] = [
  {
    of: 'wieslawa',
    sentAt: '2024-04-15 20.02',
    points: [4, 4, 5, 4, 4, 3, 3, 0, 2],
    why: 'Bardzo ludzkie i do zrobienia w jeden dzień. Może bajarka mogłaby zostać na dłużej i nauczyć kogoś z koła opowiadać. Przepis z bajką na jednej kartce, super.',
  },
  {
    of: 'birute',
    sentAt: '2024-04-15 20.24',
    points: [4, 5, 5, 5, 4, 4, 4, 0, 2],
    why: 'Cudo. Czytanie na dwa głosy i dwa języki to gotowy spektakl, tylko bez sceny. Jedyne, czego mi brakuje, to zaproszenie dla ludzi, którzy do biblioteki w ogóle nie wchodzą.',
  },
  {
    of: 'ewa',
    sentAt: '2024-04-15 20.49',
    points: [5, 5, 5, 4, 4, 4, 5, 0, 2],
    why: 'Wniosek profesjonalny i z sercem. Nagrywanie w parach młody–stary wymyślone świetnie, takie zbiory zostają na pokolenia. Tu bym nie żałowała.',
  },
  {
    of: 'kazimierz',
    sentAt: '2024-04-15 21.07',
    points: [2, 1, 2, 3, 2, 2, 1, 0, 0],
    why: 'Szachy w bibliotece lubię, lecz to nie jest wniosek o czytaniu. Zabrakło mi mieszkańców i powodu, dla którego ktoś nowy miałby przyjść.',
  },
  {
    of: 'daiva',
    sentAt: '2024-04-15 21.26',
    points: [4, 5, 4, 5, 4, 4, 5, 0, 2],
    why: 'Poezja na peronie, gdzie pociąg staje na minutę. Dobrze przemyślane, pora i powroty zgrane z rozkładem. Dla mnie jeden z najciekawszych wniosków.',
  },
  {
    of: 'bozena',
    sentAt: '2024-04-15 21.44',
    points: [4, 5, 3, 4, 4, 4, 2, 0, 2],
    why: 'Czytanie prowadzone przez dziadków ma wielką siłę, a warsztaty z aktorką dadzą odwagę. Trochę mało miejsca na pomysły samych dzieci.',
  },
  {
    of: 'kajetan',
    sentAt: '2024-04-15 22.01',
    points: [4, 4, 4, 4, 4, 4, 5, 3, 0],
    why: 'Komiks z legend, zrobiony przez piątkę z jednej wsi. Premiera z czytaniem na role to strzał w dziesiątkę. Chciałabym zobaczyć drugi numer.',
  },
  {
    of: 'romuald',
    sentAt: '2024-04-15 22.19',
    points: [4, 4, 3, 4, 3, 4, 3, 0, 0],
    why: 'Podoba mi się, że remiza otworzy się na coś innego niż zebrania. Udział mieszkańców głównie przy pracach, mniej w wymyślaniu. Niedziele tematyczne mają szansę się przyjąć.',
  },
  {
    of: 'jonas',
    sentAt: '2024-04-15 22.37',
    points: [4, 3, 4, 3, 3, 4, 2, 0, 2],
    why: 'Zbieranie pieśni to ostatnia chwila. Brakuje mi pomysłu, jak wciągnąć tych, co nie śpiewają, i dokładniejszego opisu prób. Śpiewnik będzie żył.',
  },
  {
    of: 'agata',
    sentAt: '2024-04-15 22.58',
    points: [4, 4, 3, 2, 3, 3, 1, 0, 0],
    why: 'Szafa w przedszkolnej szatni to świetny adres dla książki. Ale bez zgody i bez osoby, która się nią zajmie, może zostać tylko mebel. Szkoda, bo potrzeba jest ogromna.',
  },
  {
    of: 'ugne',
    sentAt: '2024-04-15 23.21',
    points: [3, 4, 3, 3, 3, 3, 5, 3, 0],
    why: 'Energia jest i humor też. Dobrze, że każda rolka prowadzi na półkę. Proszę pomyśleć o tym co dalej, bo filmik żyje trzy dni.',
  },
  {
    of: 'maja',
    sentAt: '2024-04-15 23.43',
    points: [5, 3, 4, 4, 4, 3, 4, 3, 0],
    why: 'Od pierwszego zdania słychać ich głos. Odpowiadają na potrzebę, o której wszyscy mówią, a nikt nic nie robi. Książka w każdym odcinku, ale mogłaby być mocniej w środku rozmowy.',
  },
];
