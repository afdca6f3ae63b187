import { type DocumentKinds, documentKind } from '../../pdf/kinds.ts';
import { drawRulesOrder, loadRulesOrder, type RulesOrder } from './documents/order.ts';
import { type CallRules, drawRules, loadRules } from './documents/rules.ts';
import { sampleRules, sampleRulesOrder } from './sample.ts';

export const documentTitles = {
  call_rules: (callTitle: string) => `Regulamin konkursu – ${callTitle}`,
  order_rules: (callTitle: string) => `Projekt zarządzenia w sprawie regulaminu – ${callTitle}`,
} as const;

export const callDocuments: DocumentKinds = {
  call_rules: documentKind<CallRules>({
    kind: 'call_rules',
    load: loadRules,
    title: ({ call }) => documentTitles.call_rules(call.title),
    fileName: () => 'regulamin-konkursu',
    standsAt: ({ askedAt }) => askedAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => false,
    draw: drawRules,
    sample: sampleRules,
  }),
  order_rules: documentKind<RulesOrder>({
    kind: 'order_rules',
    load: loadRulesOrder,
    title: ({ callTitle }) => documentTitles.order_rules(callTitle),
    fileName: () => 'zarzadzenie-regulamin-projekt',
    standsAt: ({ askedAt }) => askedAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => true,
    draw: drawRulesOrder,
    sample: sampleRulesOrder,
  }),
};
