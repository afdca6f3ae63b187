import { type SQL, sql } from 'drizzle-orm';
import { sameAs } from '../accounts/access.ts';

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
