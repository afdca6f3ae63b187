import type { Group } from './group.ts';

export const kazimierz: Group = {
  leader: 'kazimierz',
  kind: 'person',
  title: 'Szachy i książka',
  applicant: {
    phone: '600 000 811',
    street: 'ul. Powstańców Sejneńskich 18 m. 3',
    postalCode: '16-500',
    city: 'Sejny',
  },
  answers: {
    summary: 'Chcę w bibliotece w środy uczyć grać w szachy, a 31 sierpnia zrobić turniej o puchar. Gram od 1961 roku.',
    need: 'Nie ma gdzie grać. W świetlicy osiedlowej jest telewizor i karty. Z wnukiem gram przez internet ale to nie to samo.',
    goal: 'Ze dwadzieścia osób będzie grało regularnie.',
    audience: 'Kto przyjdzie. Myślę, że 20–30 osób, dzieci i emeryci.',
    community: 'Kto umie lepiej, uczy tego, kto umie gorzej. Tak się zawsze uczyło.',
    partners: '',
    own_input: 'Moja wiedza, 3 komplety szachów, tablica demonstracyjna z dykty.',
    actions:
      'W maju i czerwcu w każdą środę o 16.00 nauka gry, ja prowadzę, za darmo. W lecie kto chce przychodzi sam. 31 sierpnia turniej, system szwajcarski, 7 rund, sędzia z uprawnieniami, dyplomy.',
    reading:
      'Książka szachowa też jest książką. Przyniosę swoje, można przejrzeć. Poza tym biblioteka to miejsce ciche i dobre do gry.',
    safety: 'Szachy są bezpieczne. Sala na parterze.',
    promotion: 'Ogłoszenie w bibliotece i na słupie.',
    lasting: 'Szachy zostaną w bibliotece, będzie można przyjść i grać.',
  },
  schedule: [
    ['Środy szachowe', '22.05.2024', '26.06.2024', 'biblioteka w Sejnach'],
    ['Turniej', '31.08.2024', '', 'biblioteka w Sejnach'],
  ],
  costs: [
    ['pay', 'Sędzia turnieju', '2', 'dni', '200,00'],
    ['materials', 'Szachy z szachownicą', '10', 'kompletów', '90,00'],
    ['materials', 'Zegary szachowe', '4', 'szt.', '150,00'],
    ['print', 'Dyplomy', '40', 'szt.', '2,50'],
    ['catering', 'Kawa, herbata, ciastka', '2', 'dni', '50,00'],
  ],
  attachments: [],
  begunAt: '2024-02-26 14.30',
  sittings: [
    { at: '2024-02-26 15.40', sections: ['wnioskodawca', 'idea', 'people', 'course', 'after'] },
    { at: '2024-03-04 15.10', sections: ['harmonogram', 'kosztorys', 'oswiadczenia'] },
  ],
  sentAt: '2024-03-04 15.25',
};
