import { told } from './documents.ts';
import type { ToldExpense } from './told-expense.ts';

const exchange: readonly ToldExpense[] = [
  {
    document: ['invoice', 'SVN-2024-118', '2024-06-07'],
    seller: 'sveciai',
    what: 'Noclegi i sala: spotkanie z bibliotekarkami z Łoździej, 8 osób',
    shares: [['exchange', 'grant', 1640_00]],
    road: ['2024-06-10 10.15', '2024-06-10 13.20', '2024-06-11 09.10'],
    paid: '2024-06-18 12.20',
  },
  {
    document: ['invoice', 'FV 140/06/2024', '2024-06-10'],
    seller: 'autobus',
    what: 'Przewóz na wizyty w Łoździejach i Olicie, 3 dni',
    shares: [['exchange', 'grant', 1890_00]],
    road: ['2024-06-11 10.10', '2024-06-11 12.45', '2024-06-12 09.25'],
    paid: '2024-06-20 12.15',
  },
  {
    document: ['internal', 'DW 3/2024', '2024-06-14'],
    seller: 'library',
    what: 'Rozliczenie delegacji zagranicznych: diety trzech osób',
    shares: [['exchange', 'grant', 457_30]],
    by: 'teresa',
    road: ['2024-06-17 10.10', '2024-06-17 10.40', '2024-06-18 09.05'],
    paid: '2024-06-21 12.10',
  },
];

const promotion: readonly ToldExpense[] = [
  {
    document: ['invoice', 'FV 19/02/2024', '2024-02-13'],
    seller: 'druk',
    what: 'Plakaty i ulotki o konkursie, po polsku i po litewsku',
    shares: [['promotion', 'grant', 2091_00]],
    road: ['2024-02-14 10.15', '2024-02-14 12.40', '2024-02-15 09.20'],
    printed: '2024-02-14 12.50',
    paid: '2024-02-27 12.30',
  },
  {
    document: ['invoice', 'FV 171/10/2024', '2024-10-07'],
    seller: 'druk',
    what: 'Książeczka o siedmiu inicjatywach, 600 egz.',
    shares: [
      ['promotion', 'grant', 1494_44],
      ['promotion', 'own', 1000_00],
    ],
    rows: ['Skład i druk', 'Dodruk'],
    road: ['2024-10-08 10.20', '2024-10-09 12.10', '2024-10-15 09.30'],
    paid: '2024-10-21 12.15',
  },
];

const coordination: readonly ToldExpense[] = [
  {
    document: ['insurance', 'PAR 61877/2024', '2024-05-10'],
    seller: 'polisa',
    what: 'Ubezpieczenie NNW uczestników inicjatyw, maj–wrzesień',
    shares: [['coordination', 'own', 648_00]],
    road: ['2024-05-13 10.30', '2024-05-13 12.50', '2024-05-14 09.10'],
    paid: '2024-05-20 12.10',
  },
  {
    document: ['contract', 'UZ 3/2024', '2024-06-24'],
    seller: 'alicja',
    what: 'Pomoc w koordynacji zadania, luty–czerwiec (umowa zlecenia)',
    shares: [['coordination', 'grant', 4200_00]],
    road: ['2024-06-25 10.00', '2024-06-25 12.45', '2024-06-26 09.15'],
    paid: [
      ['2024-06-28 12.20', 'net', 2518_10],
      ['2024-07-08 11.10', 'social_insurance', 1384_90],
      ['2024-07-08 11.15', 'tax', 297_00],
    ],
  },
  {
    document: ['contract', 'UZ 9/2024', '2024-10-31'],
    seller: 'alicja',
    what: 'Pomoc w koordynacji zadania, lipiec–październik (umowa zlecenia)',
    shares: [
      ['coordination', 'grant', 2800_00],
      ['coordination', 'own', 1400_00],
    ],
    road: ['2024-11-04 10.10', '2024-11-04 12.50', '2024-11-05 09.20'],
    paid: [
      ['2024-11-06 12.15', 'net', 2518_10],
      ['2024-11-14 11.10', 'social_insurance', 1384_90],
      ['2024-11-14 11.15', 'tax', 297_00],
    ],
  },
  {
    document: ['invoice', 'FV 3/11/2024', '2024-11-06'],
    seller: 'biuro',
    what: 'Wyodrębniona ewidencja księgowa zadania, styczeń–listopad',
    shares: [['coordination', 'own', 2952_00]],
    by: 'teresa',
    road: ['2024-11-07 10.05', '2024-11-07 10.40', '2024-11-08 09.10'],
    paid: '2024-11-14 12.20',
  },
];

/** Exchange leaves 12,70 of 4 000,00, promotion 14,56 of 3 600,00; coordination and own contribution are used to the grosz. */
export const secondYearRunning = [...exchange, ...promotion, ...coordination].flatMap(told);
