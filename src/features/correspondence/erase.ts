import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/connection.ts';
import { dispatches } from '../../db/schema/correspondence.ts';

/** Empties what was written down of conversations in a rehearsal that was closed; that there was one stays. */
export function eraseDispatchesOf(tx: Tx, callId: number): void {
  tx.orm
    .update(dispatches)
    .set({ doneBy: '', withWhom: '', toAddress: '', note: '' })
    .where(sql`letter_id in (select id from letters where caught_for = ${callId})`)
    .run();
}
