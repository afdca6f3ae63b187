import { type DocumentKinds, documentKind } from '../../pdf/kinds.ts';
import { drawMinutes } from './documents/minutes.ts';
import { type Minutes, readMinutes } from './minutes.ts';
import { sampleMinutes } from './sample.ts';
import { documentTitles } from './texts.ts';

export const rankingDocuments: DocumentKinds = {
  jury_minutes: documentKind<Minutes>({
    kind: 'jury_minutes',
    load: readMinutes,
    title: ({ callTitle }) => documentTitles.minutes(callTitle),
    fileName: ({ metOn }) => `protokol-komisji-${metOn}`,
    standsAt: ({ adoptedAt }) => adoptedAt,
    letterhead: ({ organisation, credit }) => ({ organisation, credit }),
    isDraft: () => false,
    draw: drawMinutes,
    sample: sampleMinutes,
  }),
};
