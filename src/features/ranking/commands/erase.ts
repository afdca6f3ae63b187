import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { rankingScenarios, rankings } from '../../../db/schema/ranking.ts';

/** Empties where the jury of a call that was closed for good met, and takes its trials away; the order stays. */
export function eraseRankingOf(tx: Tx, callId: number): void {
  tx.orm.update(rankings).set({ metAtPlace: '' }).where(sql`call_id = ${callId}`).run();
  tx.orm.delete(rankingScenarios).where(eq(rankingScenarios.callId, callId)).run();
}
