import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { FileAccess } from '../../files/records.ts';
import { type Actor, hasAnyRole } from '../../lib/actor.ts';
import { sameAs } from '../accounts/access.ts';
import { judgingVisibleTo } from '../applications/access.ts';

/** Roles that read about the jury; the coordinator alone seats it. */
export const juryReaders = ['coordinator', 'director', 'inspector'] as const;

/** Seats of the person's own juries whose role still holds for that call; a condition over the alias `m` of jury_members. */
export function isMine(personId: number): SQL {
  return sql`(m.person_id in ${sameAs(personId)} and m.removed_at is null and exists (select 1 from role_grants held
    where held.person_id = ${personId} and held.role = 'juror' and held.revoked_at is null
      and (held.call_id is null or held.call_id = m.call_id)))`;
}

/** The member `m` must not see or score the application `a`, by a conflict declared beforehand or later. */
export const isExcluded: SQL = sql`exists (select 1 from recusals r
  where r.member_id = m.id and r.application_id = a.id and r.kind = 'exclusion')`;

/** The application `a` is open to the member `m` for reading and scoring: after the declaration, past the formal check, no exclusion. */
export const isOpenToMember: SQL = sql`(a.call_id = m.call_id and a.state = 'accepted' and m.removed_at is null
  and exists (select 1 from jury_declarations d where d.member_id = m.id) and not ${isExcluded})`;

/**
 * Declarations of a call tell of its applications and their groups, so staff read them only while none of its applications is closed to
 * them or their own.
 */
export function readsDeclarations(reader: Reader, actor: Actor, callId: number): boolean {
  const closed = sql`select 1 from applications a where a.call_id = ${callId} and a.state <> 'draft' and not ${judgingVisibleTo(actor)}`;
  return hasAnyRole(actor, juryReaders, callId) && reader.get(closed) === undefined;
}

/** Its member, and who leads the call. */
export function mayAskForDeclaration(reader: Reader, actor: Actor, memberId: number): boolean {
  const mine = actor.kind === 'person' ? isMine(actor.personId) : sql`false`;
  const member = reader.get<{ callId: number; mine: number }>(
    sql`select m.call_id as callId, ${mine} as mine from jury_members m where m.id = ${memberId}`,
  );
  return member !== undefined && (member.mine === 1 || hasAnyRole(actor, ['coordinator', 'director'], member.callId));
}

/** A signed declaration: its member, and staff who may read about every application of the call. */
export const juryFiles: FileAccess = {
  jury_member: (reader, actor, memberId) => {
    const member = reader.get<{ callId: number; mine: number }>(sql`
      select m.call_id as callId, ${actor.kind === 'person' ? isMine(actor.personId) : sql`false`} as mine
      from jury_members m where m.id = ${memberId}`);
    return member !== undefined && (member.mine === 1 || readsDeclarations(reader, actor, member.callId));
  },
};
