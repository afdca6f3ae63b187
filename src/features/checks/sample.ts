import { instant } from '../../lib/days.ts';
import { sampleFrame } from '../calls/sample-texts.ts';
import type { CardPaper } from './documents/card.ts';

export const sampleCard: CardPaper = {
  letterhead: sampleFrame.letterhead,
  callTitle: sampleFrame.callTitle,
  code: 'MP/2024/07',
  title: 'Ognisko z książką',
  applicant: 'Grupa „Nad jeziorem”',
  submittedAt: instant('2024-03-14T18:20:00.000Z'),
  outcome: 'rejected',
  reason: 'Wszystkie działania odbędą się poza obszarem konkursu.',
  decidedAt: instant('2024-03-19T10:05:00.000Z'),
  decidedBy: 'Joanna Wasilewska',
  signed: null,
  answers: [
    { name: 'Wniosek wpłynął w terminie.', verdict: 'yes', note: '' },
    { name: 'Działania są na obszarze konkursu.', verdict: 'no', note: 'Ognisko jest w sąsiednim powiecie.' },
    { name: 'Jest zgoda opiekuna.', verdict: 'not_applicable', note: '' },
    { name: 'Wniosek jest podpisany.', verdict: null, note: '' },
  ],
};
