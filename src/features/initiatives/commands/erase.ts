import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { initiatives, planLines } from '../../../db/schema/initiatives.ts';

/** Empties titles, groups and the rows of the plans in a call that was closed for good; amounts stay. */
export function eraseInitiativesOf(tx: Tx, callId: number): void {
  tx.orm.update(initiatives).set({ title: '', groupName: '' }).where(sql`call_id = ${callId}`).run();
  const lines = tx.all<{ id: number }>(sql`select l.id from plan_lines l join plans p on p.id = l.plan_id
    join initiatives i on i.id = p.initiative_id where i.call_id = ${callId}`);
  const ids = lines.map(({ id }) => id);
  tx.orm.update(planLines).set({ name: '', unit: '' }).where(inArray(planLines.id, ids)).run();
}
