import { told } from './documents.ts';
import type { ToldExpense } from './told-expense.ts';

const july: readonly ToldExpense[] = [
  {
    document: ['contract', 'UZ 4/2024', '2024-06-21'],
    seller: 'zofia',
    what: 'Warsztaty głośnego czytania dla babć i dziadków, 4 warsztaty',
    shares: [['bozena', 'pay', 1000_00]],
    road: ['2024-06-24 10.30', '2024-06-24 13.00', '2024-06-25 09.30'],
    paid: [
      ['2024-06-28 12.40', 'net', 814_00],
      ['2024-07-05 11.20', 'social_insurance', 90_00],
      ['2024-07-18 11.30', 'tax', 96_00],
    ],
  },
  {
    document: ['invoice', 'FV 33/06/2024', '2024-06-28'],
    seller: 'studio',
    what: 'Wypożyczenie zestawu do nagrań, lipiec i sierpień',
    shares: [['maja', 'rental', 400_00]],
    road: ['2024-07-01 10.20', '2024-07-02 12.15', '2024-07-08 09.30'],
    paid: '2024-07-12 12.20',
  },
  {
    document: ['invoice', 'F/0302/2024', '2024-07-02'],
    seller: 'ksiegarnia',
    what: 'Książki dla dwóch inicjatyw, kącik czytania i gra dla klas',
    shares: [
      ['daiva', 'materials', 286_47],
      ['bozena', 'materials', 845_20],
      ['animation', 'own', 120_00, 'bozena'],
    ],
    rows: [
      'Tomiki wierszy, 12 egz.',
      'Książki do czytania w domu, 15 egz.; poduszki i koce',
      'Gra o książkach dla klas',
    ],
    by: 'teresa',
    road: ['2024-07-03 11.00', '2024-07-04 09.20', '2024-07-11 09.25'],
    controlled: '2024-07-08 10.15',
    printed: '2024-07-08 10.05',
    paid: '2024-07-16 12.30',
  },
  {
    document: ['invoice', 'FS 388/2024', '2024-07-03'],
    seller: 'klawisz',
    what: 'Kable, gąbki i pamięci przenośne dla dwóch grup',
    shares: [
      ['maja', 'materials', 249_90],
      ['ewa', 'materials', 197_30],
    ],
    rows: ['Kable, gąbki na mikrofon, zeszyty', 'Pamięci przenośne, teczki i koperty na zdjęcia'],
    road: ['2024-07-04 10.10', '2024-07-08 12.30', '2024-07-11 09.40'],
    controlled: '2024-07-10 13.20',
    paid: '2024-07-17 12.15',
  },
  {
    document: ['bill', 'R 18/2024', '2024-07-08'],
    seller: 'komiks',
    what: 'Warsztaty komiksu z rysownikiem, 29 czerwca i 6 lipca',
    shares: [['kajetan', 'pay', 800_00]],
    road: ['2024-07-09 10.15', '2024-07-11 12.00', '2024-07-12 09.10'],
    paid: '2024-07-18 12.30',
  },
  {
    document: ['invoice', 'FV 205/2024', '2024-07-08'],
    seller: 'sztaluga',
    what: 'Bloki, cienkopisy, tusze, 14 zestawów',
    shares: [['kajetan', 'materials', 689_00]],
    road: ['2024-07-09 14.20', '2024-07-11 12.20', '2024-07-12 09.15'],
    split: '2024-07-11 09.50',
    paid: '2024-07-18 12.40',
  },
  {
    document: ['invoice', 'F/0311/2024', '2024-07-12'],
    seller: 'ksiegarnia',
    what: 'Książki dla dwóch inicjatyw',
    shares: [
      ['maja', 'materials', 240_00],
      ['ewa', 'materials', 390_00],
    ],
    rows: ['Książki, o których rozmawiamy, 8 egz.', 'Książki o pograniczu, 8 egz.'],
    road: ['2024-07-15 10.20', '2024-07-15 12.50', '2024-07-16 09.20'],
    paid: '2024-07-24 12.15',
  },
];

const august: readonly ToldExpense[] = [
  {
    document: ['invoice', 'FV 133/08/2024', '2024-08-12'],
    seller: 'druk',
    what: 'Druk książeczki z opowieściami i wierszy',
    shares: [
      ['ewa', 'print', 492_00],
      ['daiva', 'print', 393_60],
    ],
    rows: ['Książeczka z opowieściami, 100 szt.', 'Wiersze na kartkach wielkości biletu, 400 szt.'],
    road: ['2024-08-13 10.10', '2024-08-13 12.40', '2024-08-14 09.15'],
    paid: '2024-08-22 12.20',
  },
  {
    document: ['invoice', 'FV 188/08/2024', '2024-08-21'],
    seller: 'autobus',
    what: 'Kursy dla dwóch grup młodzieży, czerwiec–sierpień',
    shares: [
      ['kajetan', 'transport', 189_00],
      ['maja', 'transport', 194_40],
    ],
    rows: ['Dojazd na warsztaty, dwa kursy', 'Dojazd gości, cztery kursy'],
    road: ['2024-08-22 10.30', '2024-08-22 13.00', '2024-08-23 09.10'],
    paid: '2024-08-29 12.15',
  },
  {
    document: ['receipt', '090417', '2024-08-24'],
    seller: 'cukiernia',
    what: 'Herbata do termosów i obwarzanki',
    shares: [['daiva', 'catering', 144_90]],
    road: ['2024-08-26 10.10', '2024-08-26 12.20', '2024-08-27 09.20'],
    paid: '2024-08-29 12.30',
  },
];

/** Of July and August; by 10 July these stand at every state. */
export const spendingSummer = [...july, ...august].flatMap(told);
