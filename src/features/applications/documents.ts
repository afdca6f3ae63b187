import { type DocumentKinds, documentKind } from '../../pdf/kinds.ts';
import { drawApplication, drawReceipt, loadPrinted, type Printed } from './documents/application.ts';
import { samplePrinted } from './sample.ts';
import { documentTitles } from './texts.ts';

const printed = {
  load: loadPrinted,
  standsAt: ({ sent }: Printed) => sent.submittedAt,
  letterhead: ({ letterhead }: Printed) => letterhead,
  isDraft: () => false,
  sample: samplePrinted,
};

export const applicationDocuments: DocumentKinds = {
  application: documentKind<Printed>({
    ...printed,
    kind: 'application',
    title: ({ sent }) => documentTitles.application(sent.code),
    fileName: ({ sent }) => `wniosek-${sent.code.replaceAll('/', '-')}.pdf`,
    draw: drawApplication,
  }),
  application_receipt: documentKind<Printed>({
    ...printed,
    kind: 'application_receipt',
    title: ({ sent }) => documentTitles.receipt(sent.code),
    fileName: ({ sent }) => `potwierdzenie-${sent.code.replaceAll('/', '-')}.pdf`,
    draw: drawReceipt,
  }),
};
