import { type DocumentKinds, documentKind } from '../../pdf/kinds.ts';
import { mayAskForCard } from './access.ts';
import { type CardPaper, drawCard, loadCard } from './documents/card.ts';
import { sampleCard } from './sample.ts';

export const cardTitle = (code: string) => `Karta oceny formalnej ${code}`;

export const checkDocuments: DocumentKinds = {
  formal_card: documentKind<CardPaper>({
    kind: 'formal_card',
    load: loadCard,
    title: ({ code }) => cardTitle(code),
    fileName: ({ code }) => `karta-formalna-${code.replaceAll('/', '-')}`,
    standsAt: ({ decidedAt }) => decidedAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => false,
    isFinal: true,
    mayAsk: mayAskForCard,
    draw: drawCard,
    sample: sampleCard,
  }),
};
