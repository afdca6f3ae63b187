import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { scoreCards, scoreReasons, scoreReopenings } from '../../../db/schema/reviews.ts';
import { scoreChanges } from '../../../db/schema/reviews-changes.ts';

/** Empties what was written on the score cards of a call that was closed for good, sent, given back and changed alike; points stay. */
export function eraseReviewsOf(tx: Tx, callId: number): void {
  const cards = tx.all<{ id: number }>(
    sql`select k.id from score_cards k join applications a on a.id = k.application_id where a.call_id = ${callId}`,
  );
  const ids = cards.map(({ id }) => id);
  const words = { justification: '', privateNote: '', suggestedAmount: '' };
  tx.orm.update(scoreCards).set(words).where(inArray(scoreCards.id, ids)).run();
  tx.orm.update(scoreReasons).set({ reason: '' }).where(inArray(scoreReasons.cardId, ids)).run();
  const before = { justification: '', suggestedAmount: '', reasons: '[]', reason: '', setAside: '' };
  tx.orm.update(scoreReopenings).set(before).where(inArray(scoreReopenings.cardId, ids)).run();
  tx.orm.update(scoreChanges).set({ reason: '' }).where(inArray(scoreChanges.cardId, ids)).run();
}
