import { type SQL, sql } from 'drizzle-orm';
import type { FileAccess } from '../../files/records.ts';
import type { Subject } from '../../history/record.ts';
import { type Actor, hasAnyRole, hasRole, type Role } from '../../lib/actor.ts';
import { rehearsedBy } from './rehearsal/access.ts';

/** Who reads a call's settings; the coordinator alone changes them. */
export const settingsReaders: readonly Role[] = ['coordinator', 'director', 'accountant', 'inspector'];

/** Calls the actor may see, alias `c`: announced ones are everyone's, drafts are the staff's, rehearsals those people's who play them. */
export function visibleTo(actor: Actor): SQL {
  return sql`((c.rehearsal_of is null and ${realVisibleTo(actor)}) or ${rehearsedBy(actor)})`;
}

function realVisibleTo(actor: Actor): SQL {
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

/** Who asks for the director's draft orders and opens them. */
export const orderWriters: readonly Role[] = ['coordinator', 'director'];

/** The records that a call's documents belong to: its rules are everyone's once announced, orders are not signed yet. */
export const rulesSubject = (callId: number): Subject => ({ kind: 'call', id: callId });
export const orderSubject = (callId: number): Subject => ({ kind: 'call_order', id: callId });

/** The printed summary of a consultation: everyone's once published, also while the call is a draft. */
export const consultationSubject = (callId: number): Subject => ({ kind: 'consultation', id: callId });

export const callFiles: FileAccess = {
  consultation: (reader, actor, callId) =>
    hasAnyRole(actor, settingsReaders, callId) ||
    reader.get(sql`select 1 from consultations k where k.call_id = ${callId} and k.published_at is not null`) !==
      undefined,
  call: (reader, actor, callId) =>
    reader.get(sql`select 1 from calls c where c.id = ${callId} and ${visibleTo(actor)}`) !== undefined,
  call_order: (_reader, actor, callId) => hasAnyRole(actor, orderWriters, callId),
};
