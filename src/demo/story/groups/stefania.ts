import type { Group } from './group.ts';

export const stefania: Group = {
  leader: 'stefania',
  kind: 'informal_group',
  title: 'Wieczory przy lampie',
  applicant: {
    name: 'Klub Seniora',
    phone: '600 000 163',
    street: 'ul. 1 Maja 30',
    postalCode: '16-500',
    city: 'Sejny',
    groupMembers: 'Stefania Okulewicz\nHelena Drażba\nEugeniusz Pietkiewicz',
  },
  answers: {
    summary:
      'Szanowni Państwo, pragniemy spotykać się w naszym Klubie przy lampie, jak dawniej, i czytać na głos powieści w odcinkach. Osiem wieczorów, po dwa rozdziały, potem herbata i śpiew.',
    need: 'W Klubie jest nas dwadzieścioro troje, z czego jedenaście osób ma kłopot z oczami i samodzielnie już nie czyta. Bardzo im tego brakuje, mówią o tym na każdym spotkaniu.',
    goal: 'Osoby, które przestały czytać ze względu na wzrok, znowu będą z książką. Będziemy mniej samotni.',
    audience: '23 członków Klubu i ich sąsiedzi, razem około 30 osób po siedemdziesiątym roku życia.',
    community: 'Czytamy na zmianę, kto może. Pan Eugeniusz gra na akordeonie. Wnuki zaprosimy na dwa wieczory.',
    partners: 'Miejski ośrodek pomocy społecznej, biblioteka.',
    own_input: 'Sala, lampa po rodzicach, śpiewniki pisane ręcznie, ciasta.',
    actions:
      'W maju wybieramy powieść. Od 22 maja co dwa tygodnie w środę spotykamy się o 17.00 na czytanie. Na dwa wieczory zapraszamy lektora. We wrześniu wieczór dla rodzin.',
    reading:
      'Całe spotkanie jest czytaniem. Książki z dużą czcionką zostaną w bibliotece dla wszystkich, którym litery uciekają.',
    safety: 'Sala na parterze, są poręcze. Osoby, które nie wychodzą same, dowozimy.',
    promotion: 'Telefonicznie, każdy dzwoni do trojga.',
    lasting: 'Trzydzieści książek z dużą czcionką i wieczory, do których się tęskni.',
  },
  schedule: [['Osiem wieczorów przy lampie', '22.05.2024', '18.09.2024', 'Klub Seniora']],
  costs: [
    ['pay', 'Lektor', '2', 'wieczory', '300,00'],
    ['materials', 'Książki z dużą czcionką', '30', 'szt.', '30,00'],
    ['print', 'Śpiewniki i zaproszenia', '100', 'szt.', '3,00'],
    ['rental', 'Rzutnik', '1', 'miesiąc', '200,00'],
    ['transport', 'Dowóz osób, które nie wychodzą same', '2', 'kursy', '100,00'],
    ['catering', 'Herbata, ciasto', '8', 'wieczorów', '25,00'],
  ],
  attachments: [],
  begunAt: '2024-02-26 15.50',
  sittings: [
    {
      at: '2024-02-26 17.45',
      sections: ['wnioskodawca', 'idea', 'people', 'course', 'after', 'harmonogram', 'kosztorys', 'oswiadczenia'],
    },
  ],
  sentAt: '2024-02-26 17.52',
};
