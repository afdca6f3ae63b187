import { criteria } from './scores.ts';

/** The first criterion, with weight 4. */
export const need = criteria[0];

export const [marianna, tomas, halina, piotr, wanda] = [
  {
    name: 'Marianna Zubrycka',
    email: 'm.zubrycka@example.org',
    function: 'chair',
    represents: 'biblioteka wojewódzka',
  },
  { name: 'Tomas Vaina', email: 'tomas.vaina@example.org', function: 'secretary', represents: 'biblioteka' },
  { name: 'Halina Rapczyńska', email: 'halina.r@example.org', function: 'member', represents: 'partner' },
  { name: 'Piotr Maksimowicz', email: 'p.maksimowicz@example.org', function: 'member', represents: 'powiat' },
  { name: 'Wanda Krejczman', email: 'wanda.k@example.org', function: 'member', represents: 'seniorzy' },
] as const;

export const five = [marianna, tomas, halina, piotr, wanda] as const;

/** „excluded”: kin, so the application is closed to that juror; „late”: the card was not sent in time. */
export type Give = number | 'excluded' | 'late';

interface Idea {
  readonly code: string;
  readonly title: string;
  readonly leader: string;
  readonly email: string;
  /** By juror in the order of `five`: the same points in each weighed criterion, 20 of 100 for each. */
  readonly given: readonly [Give, Give, Give, Give, Give];
  /** The mean of the cards that came, as pages show it. */
  readonly mean: string;
}

const ideas: readonly Omit<Idea, 'code' | 'email'>[] = [
  { title: 'Ławki z wierszem', leader: 'Birutė Jurkianis', given: [5, 5, 5, 5, 5], mean: '100,00' },
  { title: 'Dwa języki, jedna półka', leader: 'Jadwiga Sawicka', given: [5, 5, 4, 5, 4], mean: '92,00' },
  { title: 'Spiżarnia opowieści', leader: 'Danutė Pečiulienė', given: [4, 4, 'excluded', 4, 5], mean: '85,00' },
  { title: 'Rower z książkami', leader: 'Marek Żukowski', given: [4, 4, 4, 4, 4], mean: '80,00' },
  { title: 'Pieśni znad Marychy', leader: 'Regina Wigierska', given: [4, 4, 4, 4, 4], mean: '80,00' },
  { title: 'Noc w czytelni', leader: 'Oskar Bielak', given: [5, 4, 3, 4, 3], mean: '76,00' },
  { title: 'Kronika naszej ulicy', leader: 'Alfreda Tumiel', given: [4, 3, 4, 4, 3], mean: '72,00' },
  { title: 'Teatr cieni', leader: 'Edita Maksimowicz', given: [3, 4, 3, 'excluded', 4], mean: '70,00' },
  { title: 'Czytanie pod lipą', leader: 'Hubert Nowosadko', given: [3, 3, 4, 3, 'late'], mean: '65,00' },
  { title: 'Mapa starych słów', leader: 'Rasa Grigutienė', given: [3, 3, 3, 3, 'late'], mean: '60,00' },
  { title: 'Komiks o stacji', leader: 'Iga Sztukowska', given: [2, 3, 3, 2, 3], mean: '52,00' },
  { title: 'Głośnik na rynku', leader: 'Leon Buchowski', given: [2, 2, 2, 2, 2], mean: '40,00' },
];

export const twelve: readonly Idea[] = ideas.map((idea, index) => ({
  ...idea,
  code: `PB/2024/${String(index + 1).padStart(2, '0')}`,
  email: `wniosek${index + 1}@example.org`,
}));

/** What one juror gives, application by application. */
export function givenBy(juror: (typeof five)[number]): readonly (Idea & { readonly give: Give })[] {
  return twelve.map((idea) => ({ ...idea, give: idea.given[five.indexOf(juror)] ?? 'late' }));
}
