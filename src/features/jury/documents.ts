import { type DocumentKinds, documentKind } from '../../pdf/kinds.ts';
import { type DeclarationPaper, drawDeclaration, loadDeclaration } from './documents/declaration.ts';
import { drawJuryOrder, type JuryOrder, loadJuryOrder } from './documents/order.ts';
import { sampleDeclaration, sampleJuryOrder } from './sample.ts';

export const documentTitles = {
  jury_declaration: (name: string) => `Oświadczenie o bezstronności i poufności – ${name}`,
  order_jury: (callTitle: string) => `Projekt zarządzenia w sprawie komisji – ${callTitle}`,
} as const;

export const juryDocuments: DocumentKinds = {
  jury_declaration: documentKind<DeclarationPaper>({
    kind: 'jury_declaration',
    load: loadDeclaration,
    title: ({ name }) => documentTitles.jury_declaration(name),
    fileName: ({ name }) => `oswiadczenie-${name}`,
    standsAt: ({ signedAt }) => signedAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => false,
    draw: drawDeclaration,
    sample: sampleDeclaration,
  }),
  order_jury: documentKind<JuryOrder>({
    kind: 'order_jury',
    load: loadJuryOrder,
    title: ({ callTitle }) => documentTitles.order_jury(callTitle),
    fileName: () => 'zarzadzenie-komisja-projekt',
    standsAt: ({ askedAt }) => askedAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => true,
    draw: drawJuryOrder,
    sample: sampleJuryOrder,
  }),
};
