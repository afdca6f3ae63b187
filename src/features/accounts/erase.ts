import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/connection.ts';
import { people, signInLinks } from '../../db/schema/accounts.ts';
import type { Deps } from '../../deps.ts';

/**
 * Of a rehearsal that was closed: its one-time links end and forget their address, and people whom staff made up for it – nobody's account, no application
 * but its own – lose name, telephone and address.
 */
export function erasePeopleOf(tx: Tx, deps: Deps, callId: number): void {
  tx.orm
    .update(signInLinks)
    .set({ email: '', usedAt: sql`coalesce(used_at, ${deps.clock.machine()})` })
    .where(sql`id in (select link_id from letters where caught_for = ${callId} and link_id is not null)`)
    .run();
  const invented = tx.all<{ id: number }>(
    sql`select distinct id from rehearsed_records where kind = 'person' and call_id = ${callId}`,
  );
  for (const { id } of invented)
    tx.orm
      .update(people)
      .set({ name: '', phone: '', pendingEmail: null, closedAt: deps.clock.now() })
      .where(eq(people.id, id))
      .run();
}
