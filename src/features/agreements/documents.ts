import { type DocumentKinds, documentKind } from '../../pdf/kinds.ts';
import { type AgreementPaper, drawAgreement, loadPaper } from './documents/agreement.ts';
import { sampleAgreement } from './sample.ts';

export const agreementDocuments: DocumentKinds = {
  agreement: documentKind<AgreementPaper>({
    kind: 'agreement',
    load: loadPaper,
    title: ({ content }) => agreementTitle(content.number),
    fileName: ({ content }) => `porozumienie-${content.number.replaceAll('/', '-')}`,
    standsAt: ({ content }) => content.issuedAt,
    letterhead: ({ content }) => content.letterhead,
    isDraft: () => false,
    draw: drawAgreement,
    sample: sampleAgreement,
  }),
};

export function agreementTitle(number: string): string {
  return `Porozumienie o współpracy nr ${number}`;
}
