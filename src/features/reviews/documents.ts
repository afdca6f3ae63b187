import { type DocumentKinds, documentKind } from '../../pdf/kinds.ts';
import { mayAskForCard } from './access.ts';
import { drawScore, loadScore, type ScorePaper } from './documents/card.ts';
import { sampleScore } from './sample.ts';

export const scoreTitle = (code: string, juror: string) => `Karta oceny ${code} – ${juror}`;

export const reviewDocuments: DocumentKinds = {
  score_card: documentKind<ScorePaper>({
    kind: 'score_card',
    load: loadScore,
    title: ({ code, juror }) => scoreTitle(code, juror),
    fileName: ({ code, juror }) => `karta-oceny-${code.replaceAll('/', '-')}-${juror}`,
    standsAt: ({ sentAt }) => sentAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => false,
    isFinal: true,
    mayAsk: mayAskForCard,
    draw: drawScore,
    sample: sampleScore,
  }),
};
