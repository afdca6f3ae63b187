import { type DocumentKinds, documentKind } from '../../pdf/kinds.ts';
import { enteringStaff, mayEnterMoney } from './access.ts';
import { descriptionFile, descriptionTitle } from './description-texts.ts';
import { type Description, drawDescription, loadDescription, whatIsDescribed } from './documents/description.ts';
import { sampleDescription } from './sample.ts';

/** The description of an accounting document: printed, signed and pinned to it. Art. 21 of the accounting act; the funder's rules for reports. */
export const expenseDocuments: DocumentKinds = {
  expense_description: documentKind<Description>({
    kind: 'expense_description',
    load: loadDescription,
    madeFrom: whatIsDescribed,
    title: ({ expense }) => descriptionTitle(expense),
    fileName: ({ expense }) => descriptionFile(expense),
    standsAt: ({ askedAt }) => askedAt,
    letterhead: ({ organisation, project }) => ({ organisation, credit: project.creditLine }),
    isDraft: () => false,
    isFinal: false,
    mayAsk: (_reader, actor) => mayEnterMoney(actor, enteringStaff),
    draw: drawDescription,
    sample: sampleDescription,
  }),
};
