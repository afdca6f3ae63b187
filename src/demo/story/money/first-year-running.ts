import { told } from './documents.ts';
import type { ToldExpense } from './told-expense.ts';

const promotion: readonly ToldExpense[] = [
  {
    document: ['invoice', 'FV 102/07/2023', '2023-07-27'],
    seller: 'druk',
    what: 'Foldery i plakaty o zadaniu, po polsku i po litewsku',
    shares: [['promotion', 'grant', 1845_00]],
    road: ['2023-07-28 10.20', '2023-07-28 12.50', '2023-07-31 09.10'],
    paid: '2023-08-08 12.15',
  },
  {
    document: ['invoice', 'FV 44/08/2023', '2023-08-31'],
    seller: 'radio',
    what: 'Zapowiedzi radiowe spotkań w świetlicach, 15 emisji',
    shares: [['promotion', 'grant', 1155_00]],
    road: ['2023-09-01 10.30', '2023-09-01 13.10', '2023-09-04 09.25'],
    paid: '2023-09-12 12.25',
  },
  {
    document: ['invoice', 'FV 19/10/2023', '2023-10-26'],
    seller: 'sitodruk',
    what: 'Torby z nadrukiem na książki, 84 szt.; część na sprzedaż w bibliotece',
    shares: [['promotion', 'own', 1000_00]],
    outside: 136_52,
    rows: ['Torby z nadrukiem lokomotywy', 'Torby z nadrukiem, dodatkowe'],
    road: ['2023-10-27 10.05', '2023-10-27 12.35', '2023-10-30 09.10'],
    paid: '2023-11-07 12.40',
  },
];

const coordination: readonly ToldExpense[] = [
  {
    document: ['invoice', 'FS 905/2023', '2023-07-19'],
    seller: 'klawisz',
    what: 'Tonery, papier i znaczki pocztowe do obsługi zadania, rok 2023',
    shares: [['coordination', 'own', 1460_00]],
    by: 'teresa',
    road: ['2023-07-20 11.10', '2023-07-20 11.40', '2023-07-21 09.05'],
    paid: '2023-07-27 12.30',
  },
  {
    document: ['insurance', 'PAR 55120/2023', '2023-09-01'],
    seller: 'polisa',
    what: 'Ubezpieczenie NNW uczestników spotkań, wrzesień–grudzień',
    shares: [['coordination', 'grant', 286_00]],
    road: ['2023-09-04 10.15', '2023-09-04 12.20', '2023-09-05 09.00'],
    paid: '2023-09-08 12.10',
  },
  {
    document: ['contract', 'UZ 6/2023', '2023-11-30'],
    seller: 'alicja',
    what: 'Pomoc w koordynacji zadania, wrzesień–listopad (umowa zlecenia)',
    shares: [['coordination', 'grant', 2500_00]],
    road: ['2023-12-01 10.00', '2023-12-01 12.50', '2023-12-04 09.20'],
    paid: [
      ['2023-12-08 12.15', 'net', 1498_66],
      ['2023-12-14 11.25', 'social_insurance', 824_34],
      ['2023-12-19 11.30', 'tax', 177_00],
    ],
  },
  {
    document: ['note', 'NK 2/2023', '2023-12-01'],
    seller: 'swietlica',
    what: 'Zwrot kosztów prądu i ogrzewania świetlicy, 6 spotkań',
    shares: [['coordination', 'own', 540_00]],
    road: ['2023-12-04 10.30', '2023-12-04 13.00', '2023-12-05 09.20'],
    paid: '2023-12-11 12.20',
  },
  {
    document: ['invoice', 'FV 12/12/2023', '2023-12-11'],
    seller: 'biuro',
    what: 'Wyodrębniona ewidencja księgowa zadania, lipiec–grudzień',
    shares: [['coordination', 'grant', 2214_00]],
    by: 'teresa',
    road: ['2023-12-12 10.10', '2023-12-12 10.45', '2023-12-13 09.15'],
    printed: '2023-12-12 10.50',
    paid: '2023-12-18 12.30',
  },
];

/** Promotion 3 000,00 and 1 000,00 of own contribution, coordination 5 000,00 and 2 000,00, to the grosz. */
export const firstYearRunning = [...promotion, ...coordination].flatMap(told);
