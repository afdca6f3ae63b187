import { type DocumentKinds, documentKind } from '../../pdf/kinds.ts';
import { drawResult, loadResult, type ResultPaper } from './documents/result.ts';
import { sampleResult } from './sample.ts';

export const resultTitle = (code: string) => `Pismo o wyniku ${code}`;

export const decisionDocuments: DocumentKinds = {
  result_letter: documentKind<ResultPaper>({
    kind: 'result_letter',
    load: loadResult,
    title: ({ code }) => resultTitle(code),
    fileName: ({ code }) => `pismo-o-wyniku-${code.replaceAll('/', '-')}`,
    standsAt: ({ publishedAt }) => publishedAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => false,
    draw: drawResult,
    sample: sampleResult,
  }),
};
