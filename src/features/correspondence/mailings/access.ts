import { type SQL, sql } from 'drizzle-orm';
import { type Actor, hasAnyRole, hasRole, type Role } from '../../../lib/actor.ts';

export const mailingReaders = ['coordinator', 'inspector'] as const satisfies readonly Role[];
export const mailingWriters = ['coordinator'] as const satisfies readonly Role[];

/** Whether the actor may see a record, as a condition over its kind and id: the rooms downstream know. */
export type OpenRecords = (actor: Actor) => (kind: SQL, id: SQL) => SQL;

/** Condition over the alias `m` of mailings: those of calls for which the actor holds a reading role. */
export function mailingVisibleTo(actor: Actor): SQL {
  if (actor.kind === 'system' || hasAnyRole(actor, mailingReaders, null)) return sql`true`;
  const grants = actor.kind === 'person' && actor.confirmed ? actor.grants : [];
  const ids = grants.flatMap(({ role, callId }) =>
    callId !== null && mailingReaders.some((one) => one === role) ? [sql`${callId}`] : [],
  );
  return ids.length === 0 ? sql`false` : sql`m.call_id in (${sql.join(ids, sql`, `)})`;
}

/** Condition over the alias `r` of mailing_recipients: no record in the letter is closed to the actor. */
export function recipientVisibleTo(actor: Actor, openRecords: OpenRecords): SQL {
  return sql`not exists (select 1 from mailing_sources s where s.recipient_id = r.id
    and not (${openRecords(actor)(sql`s.subject_kind`, sql`s.subject_id`)}))`;
}

export function mayWrite(actor: Actor, callId: number): boolean {
  return hasRole(actor, 'coordinator', callId);
}
