import type { Reader } from '../../db/connection.ts';
import { formatAmount } from '../../lib/money.ts';
import { amountMessages } from '../../lib/polish-messages.ts';
import type { Submitted } from '../applications/content.ts';
import { readMeritCriteria } from '../calls/criteria.ts';
import { type CardRules, lacksOf, type SuggestionFault, type WrittenCard } from './completeness.ts';
import { cardRulesFor } from './rules.ts';
import { justificationMessages, messages, suggestionMessages } from './texts.ts';

/** What a card lacks before it may be sent, as messages at its fields; empty when nothing. */
export function lacksAtFields(reader: Reader, submitted: Submitted, card: WrittenCard): Record<string, string> {
  const rules = cardRulesFor(reader, submitted);
  const lacks = lacksOf(rules, readMeritCriteria(reader, submitted.callId), card);
  if (lacks === null) return {};
  const { missing, reasonIds, suggestion } = lacks;
  const points = (missing?.criterionIds ?? []).map((id) => [`points.k${id}`, messages.points_missing]);
  const reasons = reasonIds.map((id) => [`reasons.k${id}`, messages.reason_missing]);
  return {
    ...Object.fromEntries([...points, ...reasons]),
    ...(missing?.justification ? { justification: justificationMessages[missing.justification] } : {}),
    ...(suggestion === null ? {} : { suggestedAmount: suggestionText(rules, suggestion) }),
  };
}

function suggestionText({ requested, min, max }: CardRules, { code, why }: SuggestionFault): string {
  if (code === 'unreadable') return amountMessages[why as keyof typeof amountMessages];
  const limit = { over_requested: requested, over_most: max, under_least: min }[code];
  return suggestionMessages[code](formatAmount(limit));
}
