import { type WordedKind, wordedKind } from '../../pdf/kinds.ts';
import { drawWording } from '../../pdf/wording/draw.ts';
import type { Wording } from '../../pdf/wording/wording.ts';
import { mayAskForAgreement } from './access.ts';
import { type AgreementPaper, agreementParts, drawAgreement, loadPaper } from './documents/agreement.ts';
import { agreementFields, agreementValues, agreementVariantOf } from './documents/wording.ts';
import { sampleAgreements } from './sample.ts';
import { agreementTexts } from './texts/agreement.ts';

const wording: Wording<AgreementPaper> = {
  name: 'Porozumienie o współpracy',
  when: 'gdy biblioteka wydaje je do podpisu',
  fields: agreementFields,
  parts: agreementParts,
  variants: {
    informal_group: {
      name: 'grupa nieformalna',
      text: agreementTexts.informal_group,
      sample: sampleAgreements.informal_group,
    },
    person: { name: 'jedna osoba', text: agreementTexts.person, sample: sampleAgreements.person },
    organisation: { name: 'organizacja', text: agreementTexts.organisation, sample: sampleAgreements.organisation },
    organisation_with_group: {
      name: 'organizacja z grupą',
      text: agreementTexts.organisation_with_group,
      sample: sampleAgreements.organisation_with_group,
    },
  },
  variantOf: ({ content }) => agreementVariantOf(content),
  values: ({ content }) => agreementValues(content),
  isFrozen: true,
};

export const agreementDocuments: { readonly agreement: WordedKind } = {
  agreement: wordedKind<AgreementPaper>({
    kind: 'agreement',
    load: loadPaper,
    title: ({ content }) => agreementTitle(content.number),
    fileName: ({ content }) => `porozumienie-${content.number.replaceAll('/', '-')}`,
    standsAt: ({ content }) => content.issuedAt,
    letterhead: ({ content }) => content.letterhead,
    isDraft: () => false,
    isFinal: true,
    mayAsk: mayAskForAgreement,
    draw: (sheet, paper, text) =>
      text === undefined ? drawAgreement(sheet, paper) : drawWording(sheet, wording, paper, text),
    wording,
  }),
};

export function agreementTitle(number: string): string {
  return `Porozumienie o współpracy nr ${number}`;
}
