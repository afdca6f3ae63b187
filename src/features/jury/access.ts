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

/** The member `m` sits on the jury, as `sits` of the policy says it: in reserve nobody does until called up for the whole of it. */
export const isSitting: SQL = sql`(m.function <> 'reserve'
  or exists (select 1 from jury_call_ups up where up.member_id = m.id and up.application_id is null))`;

/** The member `m` counts to the quorum of the meeting, as `scores` of the policy says it. */
export const isVoting: SQL = sql`(m.function <> 'non_voting' and ${isSitting})`;

const isCalledTo: SQL = sql`(m.function <> 'reserve' or exists (select 1 from jury_call_ups up
  where up.member_id = m.id and (up.application_id is null or up.application_id = a.id)))`;

/** The application `a` is open to the member `m` for reading: after the declaration, past the formal check, no exclusion, not waiting in reserve. */
export const isOpenToMember: SQL = sql`(a.call_id = m.call_id and a.state = 'accepted' and m.removed_at is null
  and exists (select 1 from jury_declarations d where d.member_id = m.id) and ${isCalledTo} and not ${isExcluded})`;

/** Whoever was taken off with the cards counting and is appointed again has scored the application `a` already. */
const hasScoredBefore: SQL = sql`exists (select 1 from jury_members was
  join score_cards earlier on earlier.member_id = was.id and earlier.application_id = a.id and earlier.state = 'sent'
  where was.call_id = m.call_id and was.person_id = m.person_id and was.cards_count = 1)`;

/** In a call that draws who scores what, the place is the member's; before the draw nobody has any. */
const isAssigned: SQL = sql`((select c.cards_per_application from calls c where c.id = m.call_id) is null
  or exists (select 1 from score_assignments s where s.application_id = a.id and s.member_id = m.id and s.ended_at is null))`;

/** The member `m`, being in office, is one of those who give the application `a` points, or will once the declaration is signed. */
export const isScorer: SQL = sql`(m.removed_at is null and m.function <> 'non_voting' and ${isCalledTo} and not ${isExcluded}
  and not ${hasScoredBefore} and ${isAssigned})`;

/** Cards of the member `m` count: not those of somebody taken off whose cards were put aside. */
export const hasCountingCards: SQL = sql`(m.cards_count is not 0)`;

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
