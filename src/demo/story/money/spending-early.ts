import { told } from './documents.ts';
import type { ToldExpense } from './told-expense.ts';

/** The circle of housewives held its day on 22 June; two invoices are shared with the school. */
const breadAndTales: readonly ToldExpense[] = [
  {
    document: ['invoice', 'F/0231/2024', '2024-05-24'],
    seller: 'ksiegarnia',
    what: 'Książki z bajkami dla dwóch inicjatyw',
    shares: [
      ['wieslawa', 'materials', 412_40],
      ['bozena', 'materials', 380_00],
    ],
    rows: ['Bajki o chlebie, 17 egz.', 'Książki do czytania w domu, 10 egz.'],
    road: ['2024-05-27 10.20', '2024-05-27 13.05', '2024-05-28 09.15'],
    printed: '2024-05-27 13.20',
    paid: '2024-06-04 12.10',
  },
  {
    document: ['invoice', 'FV 98/06/2024', '2024-06-10'],
    seller: 'druk',
    what: 'Druk karteczek z przepisem i paszportów czytelnika',
    shares: [
      ['wieslawa', 'print', 198_00],
      ['bozena', 'print', 246_00],
    ],
    rows: ['Karteczki z przepisem i bajką, 100 szt.', 'Paszporty czytelnika, 100 szt.'],
    road: ['2024-06-11 10.40', '2024-06-11 13.10', '2024-06-12 09.40'],
    paid: '2024-06-18 12.40',
  },
  {
    document: ['receipt', '118204', '2024-06-20'],
    seller: 'sklep',
    what: 'Mąka, drożdże, miód i foremki',
    shares: [['wieslawa', 'materials', 474_00]],
    road: ['2024-06-21 09.20', '2024-06-21 12.10', '2024-06-24 09.10'],
    paid: '2024-06-25 12.45',
  },
  {
    document: ['contract', 'UD 3/2024', '2024-06-22'],
    seller: 'regina',
    what: 'Bajarka: trzy spotkania z bajkami, 1, 15 i 22 czerwca (umowa o dzieło)',
    shares: [['wieslawa', 'pay', 1020_00]],
    road: ['2024-06-24 10.10', '2024-06-24 12.30', '2024-06-25 09.20'],
    printed: '2024-06-24 12.45',
    paid: [
      ['2024-06-28 12.30', 'net', 959_00],
      ['2024-07-05 11.10', 'tax', 61_00],
    ],
  },
  {
    document: ['invoice', 'FV 57/2024', '2024-06-24'],
    seller: 'namioty',
    what: 'Wynajem namiotu na 22 czerwca',
    shares: [['wieslawa', 'rental', 200_00]],
    road: ['2024-06-25 10.35', '2024-06-25 13.00', '2024-06-26 09.30'],
    paid: '2024-07-02 12.35',
  },
  {
    document: ['invoice', 'FV 149/06/2024', '2024-06-24'],
    seller: 'autobus',
    what: 'Przywóz dzieci z Żegar i Sankur, 22 czerwca',
    shares: [['wieslawa', 'transport', 300_00]],
    road: ['2024-06-25 10.45', '2024-06-25 13.15', '2024-06-26 09.35'],
    paid: '2024-07-02 12.45',
  },
  {
    document: ['invoice', 'FV 44/06/2024', '2024-06-25'],
    seller: 'gospoda',
    what: 'Mleko i kompot do chleba, 22 czerwca',
    shares: [['wieslawa', 'catering', 252_40]],
    road: ['2024-06-26 10.15', '2024-06-26 12.50', '2024-06-27 09.10'],
    paid: '2024-07-03 12.15',
  },
];

const sharedShelf: readonly ToldExpense[] = [
  {
    document: ['invoice', 'LPL-0457', '2024-06-05'],
    seller: 'knygynas',
    what: 'Książki po litewsku na wspólną półkę, 14 egz. (księgarnia na Litwie)',
    shares: [['birute', 'materials', 640_00]],
    road: ['2024-06-06 10.30', '2024-06-06 13.20', '2024-06-07 09.15'],
    paid: '2024-06-14 12.20',
  },
  {
    document: ['note', 'NK 5/2024', '2024-06-17'],
    seller: 'niedzwiadek',
    what: 'Zgoda na przedruk trzech wierszy',
    shares: [['birute', 'licences', 100_00]],
    road: ['2024-06-18 10.50', '2024-06-18 13.40', '2024-06-19 09.25'],
    paid: '2024-06-26 12.25',
  },
  {
    document: ['invoice', 'F/0298/2024', '2024-07-01'],
    seller: 'ksiegarnia',
    what: 'Książki po polsku na wspólną półkę, 16 egz.; kredki, papier, tasiemki',
    shares: [['birute', 'materials', 988_35]],
    road: ['2024-07-02 10.45', '2024-07-02 13.10', '2024-07-03 09.20'],
    paid: '2024-07-09 12.15',
  },
  {
    document: ['receipt', '120417', '2024-07-04'],
    seller: 'sklep',
    what: 'Herbata i ciasto na trzy spotkania',
    shares: [['birute', 'catering', 151_20]],
    road: ['2024-07-08 12.10', '2024-07-09 11.50', '2024-07-16 09.15'],
    controlled: '2024-07-15 10.30',
    scanned: '2024-07-15 10.10',
    paid: '2024-07-19 12.20',
  },
];

/** Of the first two months: what two groups bought, all but the last receipt paid before 10 July. */
export const spendingEarly = [...breadAndTales, ...sharedShelf].flatMap(told);
