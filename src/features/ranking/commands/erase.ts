import { eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { rankingScenarios, rankings } from '../../../db/schema/ranking.ts';
import { meetingItems, meetings } from '../../../db/schema/ranking-meeting.ts';

/** Empties where the jury of a call that was closed for good met and what was said there, and takes its trials away; order, amounts and attendance stay. */
export function eraseRankingOf(tx: Tx, callId: number): void {
  tx.orm.update(rankings).set({ metAtPlace: '' }).where(sql`call_id = ${callId}`).run();
  tx.orm.delete(rankingScenarios).where(eq(rankingScenarios.callId, callId)).run();
  tx.orm.update(meetings).set({ place: '' }).where(sql`call_id = ${callId}`).run();
  const held = tx.all<{ id: number }>(sql`select id from meetings where call_id = ${callId}`).map(({ id }) => id);
  tx.orm
    .update(meetingItems)
    .set({ note: '', forGroup: '', presenter: '' })
    .where(inArray(meetingItems.meetingId, held))
    .run();
}
