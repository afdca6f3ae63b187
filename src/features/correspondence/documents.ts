import { hasAnyRole } from '../../lib/actor.ts';
import { type DocumentKinds, documentKind } from '../../pdf/kinds.ts';
import { letterSenders } from './access.ts';
import { drawLetter, type LetterPaper, loadLetter } from './documents/letter.ts';
import { sampleLetter } from './sample.ts';

export const correspondenceDocuments: DocumentKinds = {
  letter: documentKind<LetterPaper>({
    kind: 'letter',
    load: loadLetter,
    title: ({ subject }) => subject,
    fileName: ({ letterId }) => `list-${letterId}`,
    standsAt: ({ writtenAt }) => writtenAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => false,
    isFinal: false,
    mayAsk: (_reader, actor) => hasAnyRole(actor, letterSenders),
    draw: drawLetter,
    sample: sampleLetter,
  }),
};
