import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
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

/** A notice on paper belongs to its publication, a scan to the order or to the place where something was published. */
export const noticeSubject = (publicationId: number): Subject => ({ kind: 'call_publication', id: publicationId });
export const signedOrderSubject = (orderId: number): Subject => ({ kind: 'director_order', id: orderId });
export const placeSubject = (placeId: number): Subject => ({ kind: 'publication_place', id: placeId });

export const callFiles: FileAccess = {
  call_publication: (reader, actor, publicationId) =>
    reader.get(
      sql`select 1 from call_publications k join calls c on c.id = k.call_id where k.id = ${publicationId} and ${visibleTo(actor)}`,
    ) !== undefined,
  publication_place: (reader, actor, placeId) => {
    const row = reader.get<{ callId: number }>(
      sql`select call_id as callId from publication_places where id = ${placeId}`,
    );
    return row !== undefined && hasAnyRole(actor, settingsReaders, row.callId);
  },
  director_order: mayOpenOrder,
  consultation: (reader, actor, callId) =>
    hasAnyRole(actor, settingsReaders, callId) ||
    reader.get(sql`select 1 from consultations k where k.call_id = ${callId} and k.published_at is not null`) !==
      undefined,
  call: (reader, actor, callId) =>
    reader.get(sql`select 1 from calls c where c.id = ${callId} and ${visibleTo(actor)}`) !== undefined,
  call_order: (_reader, actor, callId) => hasAnyRole(actor, orderWriters, callId),
};

/** Staff of the call; everybody, where the newest word about the order says so, the call is announced and no other scan took the place of this one. */
function mayOpenOrder(reader: Reader, actor: Actor, orderId: number): boolean {
  const row = reader.get<{ callId: number; isPublic: number; isAnnounced: number; isReplaced: number }>(sql`
    with recursive chain (id, call_id, is_public) as (
      select id, call_id, is_public and not is_withdrawn from director_orders where id = ${orderId}
      union all select o.id, o.call_id, o.is_public and not o.is_withdrawn from director_orders o join chain on o.corrects_id = chain.id)
    select chain.call_id as callId, chain.is_public as isPublic, c.state <> 'draft' as isAnnounced,
      exists (select 1 from files f where f.subject_kind = 'director_order' and f.subject_id <> ${orderId} and f.subject_id in (select id from chain)) as isReplaced
    from chain join calls c on c.id = chain.call_id order by chain.id desc limit 1`);
  if (row === undefined) return false;
  const isEveryones = row.isPublic === 1 && row.isAnnounced === 1 && row.isReplaced === 0;
  return isEveryones || hasAnyRole(actor, settingsReaders, row.callId);
}
