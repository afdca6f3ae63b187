import { eq } from 'drizzle-orm';
import { scoreCards } from '../../../db/schema/reviews.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { fingerprint } from '../../../lib/fingerprint.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { readMeritCriteria } from '../../calls/criteria.ts';
import { lacksOf, suggestedGrosze } from '../completeness.ts';
import type { ScoreCard } from '../queries.ts';
import { cardRulesFor } from '../rules.ts';
import { endReopening } from './end-reopening.ts';
import { openForScoring } from './save.ts';

export interface Sending {
  readonly applicationId: number;
  /** Of the card that its juror saw. */
  readonly revision: number;
}

/**
 * Sends the saved card for good. History keeps its fingerprint and no points: they are nobody's to see yet.
 * Refuses as `saveScoreCard`, and `card_incomplete`.
 */
export function sendScoreCard(deps: Deps, actor: Actor, { applicationId, revision }: Sending): Result {
  return deps.db.write((tx) => {
    const sentAt = deps.clock.now();
    const open = openForScoring(tx, actor, applicationId, sentAt);
    if (!open.ok) return open;
    const { card, memberId, submitted } = open.value;
    if (card.revision !== revision) return refused('edited_meanwhile');
    const rules = cardRulesFor(tx, submitted);
    if (card.id === null || lacksOf(rules, readMeritCriteria(tx, submitted.callId), card))
      return refused('card_incomplete');

    const suggested = suggestedGrosze(card.suggestedAmount);
    tx.orm
      .update(scoreCards)
      .set({ state: 'sent', sentAt, suggestedGrosze: suggested })
      .where(eq(scoreCards.id, card.id))
      .run();
    if (card.isReopened) endReopening(tx, card.id, { endedAt: sentAt, endedAs: 'sent' });
    record(tx, deps, actor, {
      what: 'score_card.sent',
      subject: { kind: 'score_card', id: card.id },
      callId: submitted.callId,
      from: 'draft',
      to: 'sent',
      facts: {
        application: applicationId,
        member: memberId,
        fingerprint: cardFingerprint(card),
      },
    });
    return done();
  });
}

/** Of what others will read of a card: never of the private note. */
export function cardFingerprint({
  points,
  reasons,
  justification,
  suggestedAmount,
}: Pick<ScoreCard, 'points' | 'reasons' | 'justification' | 'suggestedAmount'>): string {
  return fingerprint({ points, reasons, justification, suggested: suggestedGrosze(suggestedAmount) });
}
