import type { Who } from './person.ts';

/** As typed into one row of the costs. */
export interface Cost {
  readonly name: string;
  readonly category: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
}

export interface Activity {
  readonly activity: string;
  readonly starts: string;
  readonly ends?: string;
  readonly place: string;
}

/** Everything a group writes, under the labels it reads on the page. */
export interface Application {
  /** The number it gets when it is sent. */
  readonly code: string;
  readonly leader: Who;
  readonly kind: string;
  /** An organisation's. */
  readonly register?: string;
  /** Title and answers; what is left out stays empty. */
  readonly title: string;
  readonly applicant: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, string>>;
  readonly schedule: readonly Activity[];
  readonly costs: readonly Cost[];
}

export const consents = ['Oświadczamy, że'] as const;

/** 3 779,60 zł; the whole of it is awarded. */
export const shelf: Application = {
  code: 'PB/2024/01',
  leader: { name: 'Birutė Jurkūnienė', email: 'birute.j@example.org' },
  kind: 'Grupa nieformalna',
  title: 'Dwa języki, jedna półka',
  applicant: {
    'Nazwa grupy': 'Czytelnicy z Puńskiej',
    'Imię i nazwisko osoby prowadzącej': 'Birutė Jurkūnienė',
    'Osoby w grupie': 'Birutė Jurkūnienė\nJonas Vaičiulis\nEwa Sidorowicz',
    Telefon: '600 100 200',
    'Ulica i numer': 'ul. Piłsudskiego 12 m. 4',
    'Kod pocztowy': '16-500',
    Miejscowość: 'Sejny',
  },
  answers: {
    'Opowiedzcie o pomyśle':
      'Sześć wieczorów głośnego czytania po polsku i po litewsku, przy jednej półce z książkami w obu językach.',
    'Skąd wiecie': 'W diagnozie biblioteki i przy sklepie słychać to samo: wnuki nie rozumieją już języka babć.',
    'Co się zmieni': 'Trzydzieści osób przeczyta książkę w drugim języku, a półka zostanie w czytelni.',
    'Dla kogo to robicie': '30 dzieci i ich dziadkowie z Sejn i z Puńska.',
    'Jak włączą się mieszkańcy': 'Książki przyniosą z domów, a czytać będą na zmianę: sołtyska, leśniczy, harcerki.',
    'Kto Wam pomoże': 'Dom Litewski użyczy sali.',
    'Co wnosicie od siebie': 'Ciasta, akordeon i sto godzin naszej pracy.',
    'Co zrobicie krok po kroku':
      'Najpierw zbiórka tytułów, potem sześć spotkań co dwa tygodnie, na koniec wieczór z akordeonem.',
    'Jaką rolę mają książki': 'Od książki zaczyna się każde spotkanie, a po nim można ją od razu pożyczyć.',
    'Jak zadbacie o bezpieczeństwo':
      'Wejście bez schodów, dzieci przychodzą z kimś dorosłym, każde słowo mówimy w obu językach.',
    'Jak zaprosicie ludzi': 'Plakaty w sklepie i ogłoszenie w obu parafiach.',
    'Co zostanie': 'Półka, zakładki i zwyczaj czytania na głos w drugą środę miesiąca.',
  },
  schedule: [
    { activity: 'Zbiórka tytułów i pierwsze spotkanie', starts: '22.05.2024', place: 'czytelnia biblioteki' },
    { activity: 'Pięć wspólnych czytań', starts: '05.06.2024', ends: '31.07.2024', place: 'Dom Litewski w Sejnach' },
    { activity: 'Wieczór z akordeonem', starts: '14.09.2024', place: 'ogród biblioteki' },
  ],
  costs: [
    cost('Prowadzenie spotkań po polsku i po litewsku', 'wynagrodzenia i honoraria', '6', 'spotkanie', '250,00'),
    cost('Książki na wspólną półkę', 'materiały', '25', 'szt.', '41,90'),
    cost('Zakładki w dwóch językach', 'druk i promocja', '1', 'komplet', '260,00'),
    cost('Autobus z Puńska', 'transport', '2', 'kurs', '320,00'),
    cost('Herbata i ciasto', 'poczęstunek', '6', 'spotkanie', '55,35'),
  ],
};

/** 7 850,00 zł, of which 6 500,00 zł is awarded. */
export const railway: Application = {
  code: 'PB/2024/02',
  leader: { name: 'Wanda Jakubowska', email: 'kgw.krasnowo@example.org' },
  kind: 'Organizacja',
  register: 'Krajowy Rejestr Kół Gospodyń Wiejskich',
  title: 'Kolej na opowieść',
  applicant: {
    'Nazwa grupy': 'Koło Gospodyń Wiejskich w Krasnowie',
    'Numer w rejestrze': '1423',
    'Imię i nazwisko osoby prowadzącej': 'Wanda Jakubowska',
    Telefon: '601 222 333',
    'Ulica i numer': 'Krasnowo 17',
    'Kod pocztowy': '16-503',
    Miejscowość: 'Krasnowo',
  },
  answers: briefly('Teatrzyk ze skrzynki jedzie przez cztery wsie i zbiera opowieści o kolejce wąskotorowej.'),
  schedule: [
    {
      activity: 'Osiem warsztatów opowiadania',
      starts: '20.05.2024',
      ends: '12.07.2024',
      place: 'świetlica w Krasnowie',
    },
    {
      activity: 'Objazd czterech wsi z finałem',
      starts: '20.07.2024',
      ends: '24.08.2024',
      place: 'Krasnowo i okolica',
    },
  ],
  costs: [
    cost('Warsztaty opowiadania z aktorką', 'wynagrodzenia i honoraria', '8', 'spotkanie', '400,00'),
    cost('Drewno, papier i farby na teatrzyk', 'materiały', '1', 'komplet', '1480,00'),
    cost('Nagłośnienie na finał', 'wynajem', '1', 'dzień', '900,00'),
    cost('Autobus do czterech wsi', 'transport', '4', 'kurs', '380,00'),
    cost('Poczęstunek na finale', 'poczęstunek', '60', 'osoba', '12,50'),
  ],
};

/** Two more, written beside the walk; only their ends are walked. 2 400,00 zł; waits on the reserve list. */
export const comic = {
  code: 'PB/2024/03',
  leader: { name: 'Matas Nevulis', email: 'matas.nevulis@example.org' },
  title: 'Komiks o starej szkole',
  kind: 'minor',
  costs: [
    { name: 'Zajęcia z rysownikiem', category: 'pay', quantity: '6', unit: 'spotkanie', price: '200,00' },
    { name: 'Papier i tusze', category: 'materials', quantity: '1', unit: 'komplet', price: '700,00' },
    { name: 'Druk stu egzemplarzy', category: 'print', quantity: '1', unit: 'nakład', price: '500,00' },
  ],
} as const;

/** 2 100,00 zł, for another county: rejected in the formal check. */
export const night = {
  code: 'PB/2024/04',
  leader: { name: 'Ryszard Tomaszewski', email: 'r.tomaszewski@example.org' },
  title: 'Noc czytania nad Nettą',
  kind: 'person',
  costs: [{ name: 'Honoraria lektorów', category: 'pay', quantity: '3', unit: 'osoba', price: '700,00' }],
} as const;

function cost(name: string, category: string, quantity: string, unit: string, price: string): Cost {
  return { name, category, quantity, unit, price };
}

/** The same short answer to everything that must be answered. */
function briefly(answer: string): Record<string, string> {
  const optional = ['Kto Wam pomoże', 'Co wnosicie od siebie'];
  return Object.fromEntries(
    Object.keys(shelf.answers)
      .filter((label) => !optional.includes(label))
      .map((label) => [label, answer]),
  );
}
