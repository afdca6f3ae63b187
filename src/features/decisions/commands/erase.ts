import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { decisionSets, decisions, publications } from '../../../db/schema/decisions.ts';

/** Empties the reasons and what was published in a call that was closed for good; kinds, places and amounts stay. */
export function eraseDecisionsOf(tx: Tx, callId: number): void {
  const sets = tx.all<{ id: number }>(sql`select id from decision_sets where call_id = ${callId}`);
  const ids = sets.map(({ id }) => id);
  tx.orm.update(decisions).set({ reason: '' }).where(inArray(decisions.setId, ids)).run();
  tx.orm.update(decisionSets).set({ returnedReason: '' }).where(inArray(decisionSets.id, ids)).run();
  tx.orm.update(publications).set({ content: '{}' }).where(inArray(publications.setId, ids)).run();
}
