import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { type Happening, record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';

/** Writes a document's step into the history, under the call whose initiatives it is for when there is exactly one. */
export function note(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  expenseId: number,
  happening: Omit<Happening, 'subject' | 'callId'>,
): void {
  const calls = tx.all<{ callId: number }>(sql`
    select distinct i.call_id as callId from expense_parts p join initiatives i on i.id = p.initiative_id where p.expense_id = ${expenseId}`);
  const [only] = calls;
  record(tx, deps, actor, {
    ...happening,
    subject: { kind: 'expense', id: expenseId },
    ...(calls.length === 1 && only ? { callId: only.callId } : {}),
  });
}
