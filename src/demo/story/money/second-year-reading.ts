import { told } from './documents.ts';
import type { ToldExpense } from './told-expense.ts';

const trainings: readonly ToldExpense[] = [
  {
    document: ['invoice', 'FV 6/02/2024', '2024-02-08'],
    seller: 'krok',
    what: 'Szkolenie „Wydarzenie dostępne dla każdego”, 1 dzień, 16 osób',
    shares: [['trainings', 'grant', 3400_00]],
    road: ['2024-02-09 10.20', '2024-02-09 13.00', '2024-02-12 09.10'],
    paid: '2024-02-20 12.15',
  },
  {
    document: ['contract', 'UZ 1/2024', '2024-03-08'],
    seller: 'hanna',
    what: 'Warsztaty dla grup „Od pomysłu do kosztorysu”, 4 spotkania',
    shares: [['trainings', 'grant', 2600_00]],
    road: ['2024-03-11 09.45', '2024-03-11 12.20', '2024-03-12 09.05'],
    paid: [
      ['2024-03-14 12.30', 'net', 2116_00],
      ['2024-04-12 11.05', 'social_insurance', 234_00],
      ['2024-04-18 11.15', 'tax', 250_00],
    ],
  },
  {
    document: ['invoice', 'FV 77/09/2024', '2024-09-06'],
    seller: 'sciezka',
    what: 'Szkolenie „Relacja z wydarzenia w sieci”, zdalnie, 10 osób',
    shares: [['trainings', 'grant', 1968_00]],
    road: ['2024-09-09 10.15', '2024-09-09 12.40', '2024-09-10 09.20'],
    paid: '2024-09-17 12.20',
  },
];

const animation: readonly ToldExpense[] = [
  {
    document: ['invoice', 'F/0083/2024', '2024-02-22'],
    seller: 'ksiegarnia',
    what: 'Książki do klubów czytelniczych w sześciu wsiach, 118 egz.',
    shares: [['animation', 'grant', 4236_80]],
    road: ['2024-02-23 10.10', '2024-02-23 12.35', '2024-02-26 09.15'],
    paid: '2024-03-05 12.10',
  },
  {
    document: ['invoice', 'FS 0644/2024', '2024-06-11'],
    seller: 'papier',
    what: 'Materiały na letnie czytanie w parku i na półkolonie',
    shares: [
      ['animation', 'grant', 2184_15],
      ['animation', 'own', 880_65],
    ],
    outside: 61_30,
    rows: ['Materiały plastyczne, kredy, płótna', 'Koce i poduszki', 'Papier do drukarki w czytelni'],
    by: 'teresa',
    road: ['2024-06-12 11.10', '2024-06-12 11.35', '2024-06-13 09.20'],
    paid: '2024-06-25 12.30',
  },
  {
    document: ['invoice', 'FV 12/06/2024', '2024-06-17'],
    seller: 'teatr',
    what: 'Spektakl plenerowy „Lokomotywa jedzie na wieś” w trzech wsiach',
    shares: [
      ['animation', 'grant', 3500_00],
      ['animation', 'own', 1000_00],
    ],
    rows: ['Trzy spektakle', 'Warsztaty lalkarskie po spektaklu'],
    road: ['2024-06-18 10.25', '2024-06-18 13.15', '2024-06-19 09.05'],
    printed: '2024-06-18 13.30',
    paid: '2024-07-02 12.20',
  },
  {
    document: ['contract', 'UZ 2/2024', '2024-06-28'],
    seller: 'aldona',
    what: 'Klub opowiadaczy, marzec–czerwiec, 28 spotkań',
    shares: [['animation', 'grant', 5000_00]],
    road: ['2024-07-01 09.50', '2024-07-01 12.40', '2024-07-02 09.15'],
    paid: [
      ['2024-07-05 12.10', 'net', 2997_31],
      ['2024-07-12 11.10', 'social_insurance', 1648_69],
      ['2024-07-18 11.20', 'tax', 354_00],
    ],
  },
  {
    document: ['bill', 'R 9/2024', '2024-07-01'],
    seller: 'jagoda',
    what: 'Mural z cytatów na ścianie przystanku: projekt i warsztaty',
    shares: [['animation', 'grant', 2800_00]],
    road: ['2024-07-02 10.30', '2024-07-05 09.10', '2024-07-09 10.05'],
    printed: '2024-07-05 09.30',
    paid: '2024-07-15 12.30',
  },
  {
    document: ['invoice', 'FV 41/09/2024', '2024-09-16'],
    seller: 'scena',
    what: 'Scena i nagłośnienie, święto czytania w parku, 14 września',
    shares: [['animation', 'grant', 3260_00]],
    road: ['2024-09-17 10.20', '2024-09-17 13.10', '2024-09-18 09.20'],
    paid: '2024-09-27 12.25',
  },
  {
    document: ['internal', 'DW 5/2024', '2024-10-02'],
    seller: 'library',
    what: 'Rozliczenie przejazdów do świetlic własnym autem: 869 km × 1,15 zł',
    shares: [['animation', 'own', 999_35]],
    by: 'teresa',
    road: ['2024-10-03 10.00', '2024-10-03 10.30', '2024-10-04 09.10'],
    paid: '2024-10-08 12.20',
  },
];

/** Trainings leave 32,00 of 8 000,00; animation 19,05 of 21 000,00, and of own contribution what one initiative uses. */
export const secondYearReading = [...trainings, ...animation].flatMap(told);
