import { hasAnyRole } from '../../lib/actor.ts';
import { type WordedKind, wordedKind } from '../../pdf/kinds.ts';
import { orderWriters } from '../calls/access.ts';
import { mayAskForDeclaration } from './access.ts';
import {
  type DeclarationPaper,
  declarationFields,
  declarationParts,
  declarationText,
  declarationValues,
  loadDeclaration,
} from './documents/declaration.ts';
import {
  type JuryOrder,
  juryOrderFields,
  juryOrderParts,
  juryOrderText,
  juryOrderValues,
  loadJuryOrder,
} from './documents/order.ts';
import { hasMet } from './queries.ts';
import { sampleDeclaration, sampleJuryOrder } from './sample.ts';

export const documentTitles = {
  jury_declaration: (name: string) => `Oświadczenie o bezstronności i poufności – ${name}`,
  order_jury: (callTitle: string) => `Projekt zarządzenia w sprawie komisji – ${callTitle}`,
} as const;

export const juryDocuments: { readonly jury_declaration: WordedKind; readonly order_jury: WordedKind } = {
  jury_declaration: wordedKind<DeclarationPaper>({
    kind: 'jury_declaration',
    load: loadDeclaration,
    title: ({ name }) => documentTitles.jury_declaration(name),
    fileName: ({ name }) => `oswiadczenie-${name}`,
    standsAt: ({ signedAt }) => signedAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => false,
    isFinal: true,
    mayAsk: mayAskForDeclaration,
    wording: {
      name: 'Oświadczenie osoby z komisji',
      when: 'gdy osoba z komisji je składa; punkty czyta też na ekranie',
      fields: declarationFields,
      parts: declarationParts,
      variants: { declaration: { name: 'oświadczenie', text: declarationText, sample: sampleDeclaration } },
      variantOf: () => 'declaration',
      values: declarationValues,
    },
  }),
  order_jury: wordedKind<JuryOrder>({
    kind: 'order_jury',
    load: loadJuryOrder,
    title: ({ callTitle }) => documentTitles.order_jury(callTitle),
    fileName: () => 'zarzadzenie-komisja-projekt',
    standsAt: ({ askedAt }) => askedAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => true,
    isFinal: false,
    mayAsk: (reader, actor, callId) => hasAnyRole(actor, orderWriters, callId) && !hasMet(reader, callId),
    wording: {
      name: 'Zarządzenie w sprawie komisji',
      when: 'gdy dyrektor ma powołać komisję',
      fields: juryOrderFields,
      parts: juryOrderParts,
      variants: { order: { name: 'zarządzenie', text: juryOrderText, sample: sampleJuryOrder } },
      variantOf: () => 'order',
      values: juryOrderValues,
    },
  }),
};
