import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { agreements } from '../../../db/schema/agreements.ts';

/** Empties the agreements of a call that was closed for good; numbers, days and fingerprints stay. */
export function eraseAgreementsOf(tx: Tx, callId: number): void {
  const rows = tx.all<{ id: number }>(sql`select g.id from agreements g join initiatives i on i.id = g.initiative_id
    where i.call_id = ${callId} and g.content is not null`);
  const ids = rows.map(({ id }) => id);
  tx.orm.update(agreements).set({ content: '{}' }).where(inArray(agreements.id, ids)).run();
}
