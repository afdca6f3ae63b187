import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import { type DocumentKind, documentKind, type WordedKind, wordedKind } from '../../pdf/kinds.ts';
import { mayAskFor } from './access.ts';
import { printoutDocument } from './assistance/printout.ts';
import { drawApplication, loadPrinted, type Printed } from './documents/application.ts';
import { receiptFields, receiptParts, receiptText, receiptValues } from './documents/receipt.ts';
import { samplePrinted } from './sample.ts';
import { documentTitles } from './texts.ts';

const printed = {
  load: loadPrinted,
  standsAt: ({ sent }: Printed) => sent.submittedAt,
  letterhead: ({ letterhead }: Printed) => letterhead,
  isDraft: () => false,
  isFinal: true,
  mayAsk: (reader: Reader, actor: Actor, id: number) => mayAskFor(reader, actor, id, ['coordinator']),
};

export const applicationDocuments: {
  readonly application: DocumentKind;
  readonly application_receipt: WordedKind;
  readonly application_printout: DocumentKind;
} = {
  application_printout: printoutDocument,
  application: documentKind<Printed>({
    ...printed,
    kind: 'application',
    title: ({ sent }) => documentTitles.application(sent.code),
    fileName: ({ sent }) => `wniosek-${sent.code.replaceAll('/', '-')}.pdf`,
    draw: drawApplication,
    sample: samplePrinted,
  }),
  application_receipt: wordedKind<Printed>({
    ...printed,
    kind: 'application_receipt',
    title: ({ sent }) => documentTitles.receipt(sent.code),
    fileName: ({ sent }) => `potwierdzenie-${sent.code.replaceAll('/', '-')}.pdf`,
    wording: {
      name: 'Potwierdzenie złożenia wniosku',
      when: 'gdy grupa składa wniosek',
      fields: receiptFields,
      parts: receiptParts,
      variants: { receipt: { name: 'potwierdzenie', text: receiptText, sample: samplePrinted } },
      variantOf: () => 'receipt',
      values: receiptValues,
    },
  }),
};
