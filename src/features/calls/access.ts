import { type SQL, sql } from 'drizzle-orm';
import { type Actor, hasAnyRole, hasRole, type Role } from '../../lib/actor.ts';

/** Who reads a call's settings; the coordinator alone changes them. */
export const settingsReaders: readonly Role[] = ['coordinator', 'director', 'accountant', 'inspector'];

/** Calls the actor may see, alias `c`: announced ones are everyone's, drafts are the staff's. */
export function visibleTo(actor: Actor): SQL {
  if (hasAnyRole(actor, settingsReaders, null)) return sql`1 = 1`;
  const grants = actor.kind === 'person' && actor.confirmed ? actor.grants : [];
  const own = grants
    .filter((grant) => settingsReaders.includes(grant.role))
    .map((grant) => sql`c.id = ${grant.callId}`);
  return sql`(${sql.join([sql`c.state <> 'draft'`, ...own], sql` or `)})`;
}

/** May this actor read the settings of this call, and change them? A role held for another call does not count. */
export function settingsRights(actor: Actor, callId: number): { mayRead: boolean; mayChange: boolean } {
  return { mayRead: hasAnyRole(actor, settingsReaders, callId), mayChange: hasRole(actor, 'coordinator', callId) };
}
