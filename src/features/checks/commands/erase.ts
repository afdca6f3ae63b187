import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { formalAnswers, formalCards, recheckRequests } from '../../../db/schema/checks.ts';
import { erasedWords } from '../../calls/rehearsal/erased.ts';

/** Empties the reasons and notes of the formal check in a call that was closed for good; verdicts and moments stay. */
export function eraseChecksOf(tx: Tx, callId: number): void {
  const cards = tx.all<{ id: number }>(
    sql`select k.id from formal_cards k join applications a on a.id = k.application_id where a.call_id = ${callId}`,
  );
  const ids = cards.map(({ id }) => id);
  tx.orm
    .update(formalCards)
    .set({ reason: sql`case reason when '' then '' else ${erasedWords} end`, returnedNote: '' })
    .where(inArray(formalCards.id, ids))
    .run();
  const unsaid = { body: '', answer: sql`case answer when '' then '' else ${erasedWords} end` };
  tx.orm.update(recheckRequests).set(unsaid).where(inArray(recheckRequests.cardId, ids)).run();
  tx.orm.update(formalAnswers).set({ note: '' }).where(inArray(formalAnswers.cardId, ids)).run();
}
