import { hasAnyRole, hasRole } from '../../lib/actor.ts';
import { type DocumentKind, documentKind, type WordedKind, wordedKind } from '../../pdf/kinds.ts';
import { orderWriters } from './access.ts';
import { inWritingDocument } from './documents/in-writing.ts';
import { noticeDocument } from './documents/notice.ts';
import {
  loadRulesOrder,
  type RulesOrder,
  rulesOrderFields,
  rulesOrderText,
  rulesOrderValues,
} from './documents/order.ts';
import { type CallPoster, drawPoster, loadPoster } from './documents/poster.ts';
import { type CallRules, loadRules } from './documents/rules.ts';
import { rulesWording } from './documents/rules-wording.ts';
import { type ConsultationSummary, drawSummary, loadSummary } from './documents/summary.ts';
import { blankFormDocument } from './form-paper/blank.ts';
import { orderParts } from './order-texts.ts';
import { samplePoster, sampleRulesOrder, sampleSummary } from './sample.ts';

export const documentTitles = {
  call_rules: (callTitle: string) => `Regulamin konkursu – ${callTitle}`,
  order_rules: (callTitle: string) => `Projekt zarządzenia w sprawie regulaminu – ${callTitle}`,
  consultation_summary: (callTitle: string) => `Podsumowanie konsultacji regulaminu – ${callTitle}`,
  call_poster: (callTitle: string) => `Plakat – ${callTitle}`,
} as const;

export const callDocuments: {
  readonly call_rules: WordedKind;
  readonly order_rules: WordedKind;
  readonly call_poster: DocumentKind;
  readonly blank_form: DocumentKind;
  readonly consultation_summary: DocumentKind;
  readonly call_notice: DocumentKind;
  readonly rules_in_writing: DocumentKind;
} = {
  call_rules: wordedKind<CallRules>({
    kind: 'call_rules',
    load: loadRules,
    title: ({ call }) => documentTitles.call_rules(call.title),
    fileName: () => 'regulamin-konkursu',
    standsAt: ({ askedAt }) => askedAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => false,
    isFinal: false,
    mayAsk: (_reader, actor, callId) => hasRole(actor, 'coordinator', callId),
    wording: rulesWording,
  }),
  order_rules: wordedKind<RulesOrder>({
    kind: 'order_rules',
    load: loadRulesOrder,
    title: ({ callTitle }) => documentTitles.order_rules(callTitle),
    fileName: () => 'zarzadzenie-regulamin-projekt',
    standsAt: ({ askedAt }) => askedAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => true,
    isFinal: false,
    mayAsk: (_reader, actor, callId) => hasAnyRole(actor, orderWriters, callId),
    wording: {
      name: 'Zarządzenie w sprawie regulaminu',
      when: 'gdy dyrektor ma ogłosić konkurs',
      fields: rulesOrderFields,
      parts: orderParts,
      variants: { order: { name: 'zarządzenie', text: rulesOrderText, sample: sampleRulesOrder } },
      variantOf: () => 'order',
      values: rulesOrderValues,
    },
  }),
  call_poster: documentKind<CallPoster>({
    kind: 'call_poster',
    load: loadPoster,
    title: ({ call }) => documentTitles.call_poster(call.title),
    fileName: () => 'plakat',
    standsAt: ({ askedAt }) => askedAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => false,
    isFinal: false,
    mayAsk: (_reader, actor, callId) => hasRole(actor, 'coordinator', callId),
    draw: drawPoster,
    sample: samplePoster,
  }),
  blank_form: blankFormDocument,
  call_notice: noticeDocument,
  rules_in_writing: inWritingDocument,
  consultation_summary: documentKind<ConsultationSummary>({
    kind: 'consultation_summary',
    load: loadSummary,
    title: ({ callTitle }) => documentTitles.consultation_summary(callTitle),
    fileName: () => 'podsumowanie-konsultacji',
    standsAt: ({ publishedAt }) => publishedAt,
    letterhead: ({ letterhead }) => letterhead,
    isDraft: () => false,
    isFinal: true,
    mayAsk: (_reader, actor, callId) => hasRole(actor, 'coordinator', callId),
    draw: drawSummary,
    sample: sampleSummary,
  }),
};
