import { type WordedKind, wordedKind } from '../../pdf/kinds.ts';
import { mayAskFor } from '../applications/access.ts';
import { letterPrinters } from './access.ts';
import { loadResult, type ResultPaper, resultFields, resultParts, resultValues } from './documents/result.ts';
import { resultTexts } from './documents/result-texts.ts';
import { sampleResults } from './sample.ts';

export const resultTitle = (code: string) => `Pismo o wyniku ${code}`;

export const decisionDocuments: { readonly result_letter: WordedKind } = {
  result_letter: wordedKind<ResultPaper>({
    kind: 'result_letter',
    load: loadResult,
    title: ({ code }) => resultTitle(code),
    fileName: ({ code }) => `pismo-o-wyniku-${code.replaceAll('/', '-')}`,
    standsAt: ({ publishedAt }) => publishedAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => false,
    isFinal: false,
    mayAsk: (reader, actor, applicationId) => mayAskFor(reader, actor, applicationId, letterPrinters),
    wording: {
      name: 'Pismo o wyniku konkursu',
      when: 'gdy wyniki są ogłaszane',
      fields: resultFields,
      parts: resultParts,
      variants: {
        award: { name: 'inicjatywa wybrana', text: resultTexts.award, sample: sampleResults.award },
        reserve: { name: 'lista rezerwowa', text: resultTexts.reserve, sample: sampleResults.reserve },
        refusal: { name: 'inicjatywa niewybrana', text: resultTexts.refusal, sample: sampleResults.refusal },
      },
      variantOf: ({ result }) => result.kind,
      values: resultValues,
    },
  }),
};
