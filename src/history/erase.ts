import { eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../db/connection.ts';
import { eventTexts } from '../db/schema/history.ts';

/** Erases the words of events, a condition over the alias `e`; the events and the hashes of their words stay, so the chain holds. */
export function eraseEventTexts(tx: Tx, which: SQL): void {
  const found = tx.all<{ id: number }>(
    sql`select e.id from events e join event_texts t on t.event_id = e.id where t.content is not null and ${which}`,
  );
  for (const { id } of found) tx.orm.update(eventTexts).set({ content: null }).where(eq(eventTexts.eventId, id)).run();
}
