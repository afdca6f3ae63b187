import { told } from './documents.ts';
import type { ToldExpense } from './told-expense.ts';

const animation: readonly ToldExpense[] = [
  {
    document: ['invoice', 'FV 203/2023', '2023-09-20'],
    seller: 'kamishibai',
    what: 'Teatrzyki kamishibai, 4 sztuki, i 36 kompletów kart',
    shares: [
      ['animation', 'grant', 1904_00],
      ['animation', 'own', 1000_00],
    ],
    rows: ['Komplety kart do teatrzyku, 36 szt.', 'Teatrzyk drewniany, 4 szt.'],
    road: ['2023-09-21 10.30', '2023-09-21 13.00', '2023-09-22 09.10'],
    paid: '2023-09-28 12.45',
  },
  {
    document: ['invoice', 'FS 1498/2023', '2023-10-04'],
    seller: 'papier',
    what: 'Materiały plastyczne na warsztaty rodzinne, 12 spotkań',
    shares: [
      ['animation', 'grant', 1951_44],
      ['animation', 'own', 12_10],
    ],
    rows: ['Farby, papiery, kleje, nożyczki', 'Segregator'],
    by: 'teresa',
    road: ['2023-10-05 12.00', '2023-10-05 12.25', '2023-10-06 09.00'],
    paid: '2023-10-12 13.00',
  },
  {
    document: ['invoice', 'FV 5/10/2023', '2023-10-12'],
    seller: 'teatr',
    what: 'Spektakl „Gąsienica, która czytała” i warsztaty po nim, 2 wsie',
    shares: [['animation', 'grant', 3500_00]],
    road: ['2023-10-13 10.10', '2023-10-13 13.20', '2023-10-16 09.30'],
    paid: '2023-10-23 12.10',
  },
  {
    document: ['invoice', 'F/0512/2023', '2023-10-18'],
    seller: 'ksiegarnia',
    what: 'Książki do głośnego czytania po polsku i po litewsku, 94 egz.',
    shares: [['animation', 'grant', 3468_72]],
    road: ['2023-10-19 10.25', '2023-10-19 13.50', '2023-10-20 09.05'],
    printed: '2023-10-19 14.05',
    paid: '2023-10-27 12.15',
  },
  {
    document: ['bill', 'R 17/2023', '2023-11-08'],
    seller: 'jagoda',
    what: 'Warsztaty ilustracji „Narysuj mi słowo”, 7 spotkań w świetlicach',
    shares: [['animation', 'grant', 2800_00]],
    road: ['2023-11-09 11.00', '2023-11-09 13.15', '2023-11-10 09.20'],
    paid: '2023-11-17 12.30',
  },
  {
    document: ['contract', 'UD 2/2023', '2023-11-14'],
    seller: 'jurgis',
    what: 'Oprawa muzyczna i śpiewnik „Dwie melodie” (umowa o dzieło)',
    shares: [['animation', 'grant', 2400_00]],
    road: ['2023-11-15 09.55', '2023-11-15 12.40', '2023-11-16 09.25'],
    paid: [
      ['2023-11-21 12.20', 'net', 2170_00],
      ['2023-12-12 11.50', 'tax', 230_00],
    ],
  },
  {
    document: ['contract', 'UZ 5/2023', '2023-11-30'],
    seller: 'aldona',
    what: 'Wieczory głośnego czytania, wrzesień–listopad, 22 spotkania',
    shares: [['animation', 'grant', 3975_84]],
    road: ['2023-12-01 09.40', '2023-12-01 12.30', '2023-12-04 09.10'],
    paid: [
      ['2023-12-08 12.05', 'net', 2383_86],
      ['2023-12-14 11.15', 'social_insurance', 1310_98],
      ['2023-12-19 11.20', 'tax', 281_00],
    ],
  },
  {
    document: ['internal', 'DW 4/2023', '2023-12-04'],
    seller: 'library',
    what: 'Rozliczenie przejazdów do świetlic własnym autem: 946 km × 1,15 zł',
    shares: [['animation', 'own', 1087_90]],
    by: 'teresa',
    road: ['2023-12-05 10.10', '2023-12-05 10.40', '2023-12-06 09.00'],
    paid: '2023-12-08 12.30',
  },
];

const exchange: readonly ToldExpense[] = [
  {
    document: ['invoice', 'FV 310/2023', '2023-09-24'],
    seller: 'nocleg',
    what: 'Nocleg i sala: wizyta w bibliotekach na Mazurach, 9 osób',
    shares: [['exchange', 'grant', 972_00]],
    road: ['2023-09-26 09.40', '2023-09-26 12.10', '2023-09-27 09.00'],
    paid: '2023-10-03 12.20',
  },
  {
    document: ['invoice', 'FV 61/09/2023', '2023-09-25'],
    seller: 'autobus',
    what: 'Przewóz 9 osób na wizytę w bibliotekach na Mazurach, 2 dni',
    shares: [['exchange', 'grant', 1836_00]],
    road: ['2023-09-26 09.55', '2023-09-26 12.30', '2023-09-27 09.10'],
    paid: '2023-10-03 12.35',
  },
  {
    document: ['internal', 'DW 3/2023', '2023-09-27'],
    seller: 'library',
    what: 'Rozliczenie czterech delegacji: diety i bilety wstępu',
    shares: [['exchange', 'grant', 192_00]],
    by: 'teresa',
    road: ['2023-09-28 10.00', '2023-09-28 10.30', '2023-09-29 09.15'],
    paid: '2023-10-03 12.50',
  },
];

/** Animation 20 000,00 and 2 100,00 of own contribution, exchange 3 000,00, to the grosz. */
export const firstYearReading = [...animation, ...exchange].flatMap(told);
