import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { FileAccess } from '../../files/records.ts';
import { type Actor, hasAnyRole } from '../../lib/actor.ts';
import { judgingVisibleTo } from '../applications/access.ts';

/** Roles that read formal checks; the coordinator alone writes them. */
export const checkReaders = ['coordinator', 'director', 'inspector'] as const;

/** Who has a card printed; the inspector opens what there is and asks for nothing. */
export const checkPrinters = ['coordinator', 'director'] as const;

/** A card holds internal notes: staff read it, never of an application closed to them or their own. */
export const checkFiles: FileAccess = {
  formal_card: (reader, actor, cardId) => readsCard(reader, actor, sql`k.id = ${cardId}`),
};

/** Whether the actor reads the formal card `k` that the condition names. */
export function readsCard(reader: Reader, actor: Actor, which: SQL): boolean {
  const row = reader.get<{ callId: number }>(sql`
    select a.call_id as callId from formal_cards k join applications a on a.id = k.application_id where ${which} and ${judgingVisibleTo(actor)}`);
  return row !== undefined && hasAnyRole(actor, checkReaders, row.callId);
}
