import { told } from './documents.ts';
import type { ToldExpense } from './told-expense.ts';

const lateAugust: readonly ToldExpense[] = [
  {
    document: ['contract', 'UZ 6/2024', '2024-08-28'],
    seller: 'antoni',
    what: 'Warsztaty nagrywania opowieści, cztery soboty, i opieka nad nagraniami',
    shares: [['ewa', 'pay', 1600_00]],
    road: ['2024-08-29 10.00', '2024-08-29 12.45', '2024-08-30 09.10'],
    paid: [
      ['2024-09-03 12.20', 'net', 959_43],
      ['2024-09-13 11.10', 'social_insurance', 527_57],
      ['2024-09-19 11.15', 'tax', 113_00],
    ],
  },
  {
    document: ['contract', 'UZ 5/2024', '2024-08-30'],
    seller: 'oskar',
    what: 'Warsztaty dźwięku i montażu, cztery; student do 26 lat, bez składek i podatku',
    shares: [['maja', 'pay', 1000_00]],
    road: ['2024-09-02 10.15', '2024-09-02 12.30', '2024-09-03 09.20'],
    paid: [['2024-09-06 12.10', 'net', 1000_00]],
  },
];

const september: readonly ToldExpense[] = [
  {
    document: ['invoice', 'WN/2024/0915', '2024-09-05'],
    seller: 'nuta',
    what: 'Licencja na muzykę do dwunastu odcinków',
    shares: [['maja', 'licences', 585_00]],
    road: ['2024-09-06 10.25', '2024-09-06 13.00', '2024-09-09 09.15'],
    paid: '2024-09-16 12.15',
  },
  {
    document: ['invoice', 'FV 210/09/2024', '2024-09-06'],
    seller: 'autobus',
    what: 'Autobus do biblioteki w Sejnach i z powrotem, 5 września',
    shares: [['bozena', 'transport', 378_00]],
    road: ['2024-09-09 10.05', '2024-09-09 12.20', '2024-09-10 09.10'],
    paid: '2024-09-20 12.15',
  },
  {
    document: ['receipt', '122390', '2024-09-05'],
    seller: 'sklep',
    what: 'Herbata i ciasto na trzy spotkania, sierpień i wrzesień',
    shares: [['birute', 'catering', 136_40]],
    road: ['2024-09-09 10.40', '2024-09-09 13.00', '2024-09-10 09.30'],
    paid: '2024-09-12 12.20',
  },
  {
    document: ['contract', 'UD 4/2024', '2024-09-09'],
    seller: 'lena',
    what: 'Trzy spotkania z poetkami: prowadzenie i przekład (umowa o dzieło)',
    shares: [['daiva', 'pay', 1200_00]],
    road: ['2024-09-10 10.20', '2024-09-10 12.50', '2024-09-11 09.10'],
    paid: [
      ['2024-09-17 12.10', 'net', 1128_00],
      ['2024-10-07 11.15', 'tax', 72_00],
    ],
  },
  {
    document: ['invoice', 'FV 158/09/2024', '2024-09-11'],
    seller: 'druk',
    what: 'Druk zeszytów, plakatów i naklejek dla trzech grup',
    shares: [
      ['kajetan', 'print', 399_75],
      ['maja', 'print', 196_80],
      ['birute', 'print', 442_80],
    ],
    rows: [
      'Zeszyt z komiksami, 80 szt.',
      'Plakaty i naklejki, 40 szt.',
      'Zeszyt z wierszami w dwóch językach, 150 szt.',
    ],
    road: ['2024-09-12 10.20', '2024-09-12 12.50', '2024-09-13 09.15'],
    printed: '2024-09-12 13.00',
    paid: '2024-09-25 12.30',
  },
  {
    document: ['invoice', 'FV 43/09/2024', '2024-09-16'],
    seller: 'scena',
    what: 'Nagłośnienie wieczorów opowieści i spotkań z wierszem',
    shares: [
      ['ewa', 'rental', 400_00],
      ['daiva', 'rental', 300_00],
    ],
    rows: ['Wieczory opowieści, 17 sierpnia i 14 września', 'Przenośne nagłośnienie, dwa dni'],
    road: ['2024-09-17 10.30', '2024-09-17 13.15', '2024-09-18 09.25'],
    paid: '2024-09-27 12.35',
  },
  {
    document: ['bill', 'R 26/2024', '2024-09-16'],
    seller: 'sokolska',
    what: 'Opowiadaczka: wieczór opowieści w Sejnach, 14 września',
    shares: [['ewa', 'pay', 800_00]],
    road: ['2024-09-17 10.40', '2024-09-17 13.20', '2024-09-18 09.30'],
    paid: '2024-09-26 12.15',
  },
  {
    document: ['invoice', 'FV 66/09/2024', '2024-09-16'],
    seller: 'gospoda',
    what: 'Chleb, miód i herbata na wieczory opowieści; obiad gościa biblioteki',
    shares: [['ewa', 'catering', 200_00]],
    outside: 31_60,
    rows: ['Chleb, miód, herbata, dwa wieczory', 'Obiad, jedna osoba'],
    road: ['2024-09-17 10.50', '2024-09-17 13.30', '2024-09-18 09.35'],
    paid: '2024-09-27 12.45',
  },
  {
    document: ['invoice', 'FV 214/09/2024', '2024-09-17'],
    seller: 'autobus',
    what: 'Przewóz na wieczory opowieści i na stację',
    shares: [
      ['ewa', 'transport', 388_80],
      ['daiva', 'transport', 345_60],
    ],
    rows: ['Bus dla osób z Gib i Berżnik, dwa kursy', 'Dowóz na stację i bilety'],
    road: ['2024-09-18 10.10', '2024-09-18 12.40', '2024-09-19 09.30'],
    paid: '2024-09-27 12.55',
  },
  {
    document: ['receipt', '122871', '2024-09-19'],
    seller: 'sklep',
    what: 'Drożdżówki i herbata na czytania i na zakończenie',
    shares: [['bozena', 'catering', 198_65]],
    road: ['2024-09-20 10.10', '2024-09-20 12.05', '2024-09-23 09.15'],
    paid: '2024-09-25 12.15',
  },
  {
    document: ['invoice', 'FV 70/09/2024', '2024-09-23'],
    seller: 'gospoda',
    what: 'Pizza i napoje dla dwóch grup młodzieży',
    shares: [
      ['kajetan', 'catering', 94_20],
      ['maja', 'catering', 97_35],
    ],
    rows: ['Pizza po warsztatach', 'Jedzenie na nagrania, cztery razy'],
    road: ['2024-09-24 10.15', '2024-09-24 12.30', '2024-09-25 09.20'],
    paid: '2024-10-01 12.15',
  },
  {
    document: ['invoice', 'SZ 77/2024', '2024-09-23'],
    seller: 'szeryf',
    what: 'Licencja na krój pisma do dymków',
    shares: [['kajetan', 'licences', 300_00]],
    road: ['2024-10-10 10.25', '2024-10-11 12.30', '2024-10-17 09.15'],
    controlled: '2024-10-14 10.10',
    paid: '2024-10-22 12.20',
  },
];

const october: readonly ToldExpense[] = [
  {
    document: ['contract', 'UZ 8/2024', '2024-10-04'],
    seller: 'jurgis',
    what: 'Prowadzenie sześciu spotkań w dwóch językach, czerwiec–wrzesień',
    shares: [['birute', 'pay', 1500_00]],
    road: ['2024-10-07 10.10', '2024-10-07 12.40', '2024-10-08 09.15'],
    paid: [
      ['2024-10-11 12.20', 'net', 899_40],
      ['2024-11-08 11.10', 'social_insurance', 494_60],
      ['2024-11-08 11.15', 'tax', 106_00],
    ],
  },
];

/** Of the end of the summer and the autumn: two groups wait for their last payments until November. */
export const spendingAutumn = [...lateAugust, ...september, ...october].flatMap(told);
