import { hasRole } from '../../lib/actor.ts';
import { type WordedKind, wordedKind } from '../../pdf/kinds.ts';
import { minutesFields, minutesParts, minutesText, minutesValues } from './documents/minutes.ts';
import { type Minutes, readMinutes } from './minutes.ts';
import { callOfRanking } from './queries.ts';
import { sampleMinutes } from './sample.ts';
import { documentTitles } from './texts.ts';

export const rankingDocuments: { readonly jury_minutes: WordedKind } = {
  jury_minutes: wordedKind<Minutes>({
    kind: 'jury_minutes',
    load: readMinutes,
    title: ({ callTitle }) => documentTitles.minutes(callTitle),
    fileName: ({ metOn }) => `protokol-komisji-${metOn}`,
    standsAt: ({ adoptedAt }) => adoptedAt,
    letterhead: ({ organisation, credit }) => ({ organisation, credit }),
    isDraft: () => false,
    isFinal: true,
    mayAsk: (reader, actor, id) => hasRole(actor, 'coordinator', callOfRanking(reader, id) ?? null),
    wording: {
      name: 'Protokół komisji',
      when: 'gdy komisja przyjmuje ranking',
      fields: minutesFields,
      parts: minutesParts,
      variants: { minutes: { name: 'protokół', text: minutesText, sample: sampleMinutes } },
      variantOf: () => 'minutes',
      values: minutesValues,
    },
  }),
};
