import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { FileAccess } from '../../files/records.ts';
import { type Actor, hasAnyRole, type Role } from '../../lib/actor.ts';
import { judgingVisibleTo } from '../applications/access.ts';

/** Roles that read formal checks; the coordinator alone writes them. */
export const checkReaders = ['coordinator', 'director', 'inspector'] as const;

/** Who has a card printed; the inspector opens what there is and asks for nothing. */
export const checkPrinters = ['coordinator', 'director'] as const;

/** A card holds internal notes: staff read it, never of an application closed to them or their own. */
export const checkFiles: FileAccess = {
  formal_card: (reader, actor, cardId) => readsCard(reader, actor, sql`k.id = ${cardId}`),
};

/** Whether the actor reads the formal card `k` that the condition names, in one of the roles. */
export function readsCard(reader: Reader, actor: Actor, which: SQL, roles: readonly Role[] = checkReaders): boolean {
  const row = reader.get<{ callId: number }>(sql`
    select a.call_id as callId from formal_cards k join applications a on a.id = k.application_id where ${which} and ${judgingVisibleTo(actor)}`);
  return row !== undefined && hasAnyRole(actor, roles, row.callId);
}

export function mayAskForCard(reader: Reader, actor: Actor, cardId: number): boolean {
  return readsCard(reader, actor, sql`k.id = ${cardId} and k.decided_at is not null`, checkPrinters);
}
