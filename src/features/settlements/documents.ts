import { type DocumentKinds, documentKind } from '../../pdf/kinds.ts';
import { enteringStaff, mayEnterMoney } from '../expenses/access.ts';
import { drawSettlement, loadSettlement, type SettlementPaper } from './documents/settlement.ts';
import { fileNames } from './export-texts.ts';
import { sampleSettlement } from './sample.ts';
import { settlementTitle } from './texts.ts';

export const settlementDocuments: DocumentKinds = {
  settlement: documentKind<SettlementPaper>({
    kind: 'settlement',
    load: loadSettlement,
    title: ({ preview }) => settlementTitle(preview.initiative.code),
    fileName: ({ preview }) => fileNames.settlement(preview.initiative.code),
    standsAt: ({ settlement }) => settlement.settledAt,
    letterhead: ({ organisation, project }) => ({ organisation, credit: project.creditLine }),
    isDraft: () => false,
    isFinal: true,
    mayAsk: (_reader, actor) => mayEnterMoney(actor, enteringStaff),
    draw: drawSettlement,
    sample: sampleSettlement,
  }),
};
