import { told } from './documents.ts';
import type { ToldExpense } from './told-expense.ts';

const trainings: readonly ToldExpense[] = [
  {
    document: ['invoice', 'FS 1187/2023', '2023-08-22'],
    seller: 'papier',
    what: 'Materiały szkoleniowe: flipcharty, markery, notesy; część dla czytelni',
    shares: [['trainings', 'grant', 742_60]],
    outside: 57_40,
    rows: ['Flipcharty, bloki, markery, notesy', 'Etykiety na książki'],
    by: 'teresa',
    road: ['2023-08-23 11.05', '2023-08-23 11.30', '2023-08-24 10.10'],
    paid: '2023-08-30 13.15',
  },
  {
    document: ['invoice', 'FV 31/08/2023', '2023-08-25'],
    seller: 'krok',
    what: 'Szkolenie „Jak rozmawiać z mieszkańcami”, 2 dni, 14 osób',
    shares: [['trainings', 'grant', 4800_00]],
    road: ['2023-08-28 10.15', '2023-08-28 13.05', '2023-08-29 09.20'],
    printed: '2023-08-28 13.20',
    paid: '2023-09-05 12.40',
  },
  {
    document: ['contract', 'UZ 3/2023', '2023-09-15'],
    seller: 'hanna',
    what: 'Prowadzenie warsztatów „Animacja czytelnictwa w małej miejscowości”, 16 godz.',
    shares: [['trainings', 'grant', 3200_00]],
    road: ['2023-09-18 09.50', '2023-09-18 12.10', '2023-09-19 08.45'],
    paid: [
      ['2023-09-22 12.30', 'net', 2605_00],
      ['2023-10-13 11.10', 'social_insurance', 288_00],
      ['2023-10-19 11.25', 'tax', 307_00],
    ],
  },
  {
    document: ['invoice', 'F/0457/2023', '2023-09-27'],
    seller: 'ksiegarnia',
    what: 'Literatura fachowa dla zespołu i partnerów, 21 tytułów',
    shares: [['trainings', 'grant', 957_40]],
    road: ['2023-09-28 12.15', '2023-09-29 08.50', '2023-09-29 13.40'],
    paid: '2023-10-06 11.10',
  },
  {
    document: ['bill', 'R 14/2023', '2023-10-06'],
    seller: 'tyflo',
    what: 'Szkolenie „Proste teksty i dostępne ogłoszenia”, 8 godz. z konsultacjami',
    shares: [['trainings', 'grant', 2300_00]],
    road: ['2023-10-09 10.40', '2023-10-09 14.00', '2023-10-10 09.35'],
    paid: '2023-10-17 12.20',
  },
];

const diagnosis: readonly ToldExpense[] = [
  {
    document: ['invoice', 'FV 121/09/2023', '2023-09-11'],
    seller: 'druk',
    what: 'Druk ankiet i plakatów do diagnozy, 900 ankiet i 40 plakatów A3',
    shares: [['diagnosis', 'grant', 861_00]],
    road: ['2023-09-12 09.30', '2023-09-12 12.00', '2023-09-13 08.40'],
    paid: '2023-09-19 13.30',
  },
  {
    document: ['receipt', '004518', '2023-09-14'],
    seller: 'audio',
    what: 'Karta pamięci i baterie do dyktafonu, na spacery badawcze',
    shares: [['diagnosis', 'grant', 89_90]],
    road: ['2023-09-15 09.10', '2023-09-15 10.00', '2023-09-18 12.15'],
    printed: '2023-09-15 10.05',
    onPaper: true,
    paid: '2023-09-19 13.45',
  },
  {
    document: ['invoice', 'FV 88/10/2023', '2023-10-20'],
    seller: 'autobus',
    what: 'Przewóz zespołu na spacery badawcze: Giby, Krasnopol, Berżniki',
    shares: [['diagnosis', 'grant', 249_10]],
    road: ['2023-10-23 10.00', '2023-10-23 13.30', '2023-10-24 09.00'],
    paid: '2023-10-31 12.30',
  },
  {
    document: ['contract', 'UD 1/2023', '2023-11-17'],
    seller: 'filip',
    what: 'Opracowanie nagrań i notatek ze spacerów badawczych (umowa o dzieło)',
    shares: [['diagnosis', 'grant', 2600_00]],
    road: ['2023-11-20 10.10', '2023-11-20 12.45', '2023-11-21 09.15'],
    paid: [
      ['2023-11-24 12.10', 'net', 2444_00],
      ['2023-12-12 11.40', 'tax', 156_00],
    ],
  },
  {
    document: ['invoice', 'FV 7/11/2023', '2023-11-24'],
    seller: 'miedza',
    what: 'Badanie ankietowe i raport z diagnozy potrzeb i potencjału, 412 ankiet',
    shares: [['diagnosis', 'grant', 5200_00]],
    road: ['2023-11-27 11.20', '2023-11-27 14.10', '2023-11-28 09.30'],
    printed: '2023-11-27 14.25',
    paid: '2023-12-05 12.00',
  },
];

/** Trainings 12 000,00 and the diagnosis 9 000,00, to the grosz. */
export const firstYearLearning = [...trainings, ...diagnosis].flatMap(told);
