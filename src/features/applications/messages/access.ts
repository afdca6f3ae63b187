import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasAnyRole, type Role } from '../../../lib/actor.ts';
import { standingOf, threadVisibleTo } from '../access.ts';
import { standsForItself } from '../amendments/copies.ts';

export type Side = 'group' | 'library';

/** Who reads what a group and the library write to each other; the coordinator alone answers. Jurors never do. */
export const threadReaders = ['coordinator', 'director', 'inspector'] as const satisfies readonly Role[];

export interface Thread {
  readonly applicationId: number;
  readonly callId: number;
  /** On which side the actor stands. */
  readonly side: Side;
  readonly mayWrite: boolean;
}

/** The thread of an application for one who belongs to it or reads it for the library; undefined for everybody else. */
export function threadFor(reader: Reader, actor: Actor, applicationId: number): Thread | undefined {
  const row = reader.get<{ callId: number; isOwn: number }>(sql`
    select a.call_id as callId, ${isOwnThread(actor)} as isOwn from applications a
    where a.id = ${applicationId} and ${standsForItself} and ${threadVisibleTo(actor, threadReaders)}`);
  if (row === undefined) return undefined;
  const side = row.isOwn === 1 ? 'group' : 'library';
  const right = standingOf(reader, actor, applicationId)?.right;
  const mayWrite = side === 'group' ? right !== 'read' : hasAnyRole(actor, ['coordinator'], row.callId);
  return { applicationId, callId: row.callId, side, mayWrite };
}

function isOwnThread(actor: Actor): SQL {
  return actor.kind === 'person'
    ? sql`exists (select 1 from application_members own join people p on p.id = own.person_id
        where own.application_id = a.id and coalesce(p.merged_into_id, p.id) = ${actor.personId})`
    : sql`false`;
}
