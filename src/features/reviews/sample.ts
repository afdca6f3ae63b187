import { instant } from '../../lib/days.ts';
import { grosze } from '../../lib/money.ts';
import { sampleFrame } from '../calls/sample-texts.ts';
import type { ScorePaper } from './documents/card.ts';

export const sampleScore: ScorePaper = {
  letterhead: sampleFrame.letterhead,
  callTitle: sampleFrame.callTitle,
  code: 'MP/2024/03',
  title: 'Dwie mowy, jeden regał',
  applicant: 'Grupa „Lentyna”',
  juror: 'Marianna Zubrycka',
  function: 'chair',
  sentAt: instant('2024-04-09T18:31:00.000Z'),
  keyed: '',
  criteria: [
    {
      name: 'Potrzeby',
      points: 5,
      weight: 4,
      maxPoints: 5,
      isBonus: false,
      reason: 'Lista 40 zapisanych chętnych leży w szkole.',
    },
    { name: 'Budżet', points: 4, weight: 3, maxPoints: 5, isBonus: false, reason: '' },
    { name: 'Młodzież', points: 3, weight: 1, maxPoints: 3, isBonus: true, reason: '' },
    { name: 'Wiele kultur', points: 0, weight: 1, maxPoints: 2, isBonus: true, reason: '' },
  ],
  sum: { merit: 32, bonus: 3, total: 35 },
  most: 35,
  justification:
    'Pomysł wyrasta z rozmów z mieszkańcami i jest dobrze policzony.\n\nWarto zadbać o dojazd osób starszych ze wsi.',
  suggested: grosze(4_200_00),
  counts: true,
  isPutAside: false,
};
