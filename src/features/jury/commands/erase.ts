import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { juryCallUps, juryMembers, recusals, relationAnswers } from '../../../db/schema/jury.ts';
import { scoreAssignments } from '../../../db/schema/jury-assignments.ts';

/** Empties what jurors said of their conflicts, and whom they spoke for, in a call that was closed for good. */
export function eraseJuryOf(tx: Tx, callId: number): void {
  const members = tx.all<{ id: number }>(sql`select id from jury_members where call_id = ${callId}`);
  const ids = members.map(({ id }) => id);
  tx.orm
    .update(juryMembers)
    .set({ represents: '', removalReason: '', removalOrder: '' })
    .where(inArray(juryMembers.id, ids))
    .run();
  tx.orm.update(scoreAssignments).set({ reason: '' }).where(inArray(scoreAssignments.memberId, ids)).run();
  tx.orm.update(juryCallUps).set({ reason: '' }).where(inArray(juryCallUps.memberId, ids)).run();
  tx.orm.update(relationAnswers).set({ note: '' }).where(inArray(relationAnswers.memberId, ids)).run();
  tx.orm.update(recusals).set({ note: '' }).where(inArray(recusals.memberId, ids)).run();
}
