import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { scoreCards } from '../../../db/schema/reviews.ts';
import { scoreChanges } from '../../../db/schema/reviews-changes.ts';

/** Empties the justifications of the score cards and the reasons of changed points in a call that was closed for good; points stay. */
export function eraseReviewsOf(tx: Tx, callId: number): void {
  const cards = tx.all<{ id: number }>(
    sql`select k.id from score_cards k join applications a on a.id = k.application_id where a.call_id = ${callId}`,
  );
  const ids = cards.map(({ id }) => id);
  tx.orm.update(scoreCards).set({ justification: '' }).where(inArray(scoreCards.id, ids)).run();
  tx.orm.update(scoreChanges).set({ reason: '' }).where(inArray(scoreChanges.cardId, ids)).run();
}
