import { done, type Result, refused } from '../../../lib/result.ts';
import type { ScoreCard } from '../queries.ts';

/** Whether anything stands on a draft: points, words, an amount. A card opened and left empty has none. */
export function isWrittenOn(card: ScoreCard): boolean {
  const { points, reasons, justification, privateNote, suggestedAmount } = card;
  return (
    points.length > 0 ||
    reasons.length > 0 ||
    [justification, privateNote, suggestedAmount].some((one) => one.trim() !== '')
  );
}

/**
 * Whether a paper card may be keyed in over this one: nothing is written on it, or it was keyed in, given back, and its juror has changed nothing since
 * (`reopenedRevision`: the revision the giving back made). Refuses 'card_sent', 'begun_on_screen'.
 */
export function mayKeyIn(card: ScoreCard, reopenedRevision: number | null): Result {
  if (card.state === 'sent') return refused('card_sent');
  const isUntouched = card.keyedBy !== null && card.isReopened && card.revision === reopenedRevision;
  return isUntouched || !isWrittenOn(card) ? done() : refused('begun_on_screen');
}
