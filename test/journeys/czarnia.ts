import type { Application, shelf } from './applications.ts';

/** Two sisters and a neighbour; 2 450,00 zł. */
const answers = [
  'Opowiedzcie o pomyśle',
  'Skąd wiecie',
  'Co się zmieni',
  'Dla kogo to robicie',
  'Jak włączą się mieszkańcy',
  'Co zrobicie krok po kroku',
  'Jaką rolę mają książki',
  'Jak zadbacie o bezpieczeństwo',
  'Jak zaprosicie ludzi',
  'Co zostanie',
] satisfies (keyof typeof shelf.answers)[];

export const barn: Application = {
  code: 'ZS/2023/01',
  leader: { name: 'Teresa Samsel', email: 'teresa.samsel@example.org' },
  kind: 'Grupa nieformalna',
  title: 'Kurpiowskie bajanie w stodole',
  applicant: {
    'Nazwa grupy': 'Sąsiadki spod lasu',
    'Imię i nazwisko osoby prowadzącej': 'Teresa Samsel',
    'Osoby w grupie': 'Teresa Samsel\nDanuta Pabich',
    Telefon: '600 300 400',
    'Ulica i numer': 'Surowe 12',
    'Kod pocztowy': '07-431',
    Miejscowość: 'Surowe',
  },
  answers: {
    'W której wsi się spotkacie': 'W Surowem.',
    ...Object.fromEntries(
      answers.map((label) => [
        label,
        'Trzy wieczory bajania w stodole, z książkami z biblioteki i haftem na kolanach.',
      ]),
    ),
  },
  schedule: [
    { activity: 'Trzy wieczory bajania', starts: '20.05.2023', ends: '17.06.2023', place: 'stodoła w Surowem' },
  ],
  costs: [
    { name: 'Gawędziarka', category: 'wynagrodzenia i honoraria', quantity: '3', unit: 'wieczór', price: '500,00' },
    { name: 'Książki z bajkami', category: 'materiały', quantity: '20', unit: 'szt.', price: '40,00' },
    { name: 'Herbata i ciasto', category: 'poczęstunek', quantity: '3', unit: 'wieczór', price: '50,00' },
  ],
};
