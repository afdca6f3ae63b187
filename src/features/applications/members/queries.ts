import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import type { Right } from '../access.ts';

export interface Member {
  /** Under which the row stands, merged or not. */
  readonly personId: number;
  readonly name: string;
  readonly email: string;
  readonly role: 'leader' | 'co_author';
  readonly may: Right;
}

/** Everybody who belongs to the application, the leader first. */
export function listMembers(reader: Reader, applicationId: number): Member[] {
  return reader.all<Member>(sql`
    select m.person_id as personId, coalesce(nullif(p.name, ''), p.email, p.pending_email, b.leader_name, '') as name,
      coalesce(p.email, p.pending_email, '') as email, m.role, m.may
    from application_members m join people own on own.id = m.person_id join people p on p.id = coalesce(own.merged_into_id, own.id)
      left join applicants b on b.application_id = m.application_id and m.role = 'leader'
    where m.application_id = ${applicationId} order by m.role desc, m.person_id`);
}

export interface Invitation {
  readonly id: number;
  readonly applicationId: number;
  readonly email: string;
  readonly may: Right;
  readonly invitedAt: Instant;
}

/** Those nobody has accepted yet and the leader has not taken back. */
export function listInvitations(reader: Reader, applicationId: number): Invitation[] {
  return reader.all<Invitation>(sql`
    select id, application_id as applicationId, email, may, invited_at as invitedAt from member_invitations
    where application_id = ${applicationId} and accepted_at is null and cancelled_at is null order by id`);
}

/** What a door's link invites to; undefined when it was accepted or taken back. */
export function invitationOf(
  reader: Reader,
  linkId: number,
): (Invitation & { readonly title: string; readonly leader: string; readonly callTitle: string }) | undefined {
  return reader.get(sql`
    select i.id, i.application_id as applicationId, i.email, i.may, i.invited_at as invitedAt, a.title, c.title as callTitle,
      coalesce(nullif(b.leader_name, ''), p.name) as leader
    from member_invitations i join applications a on a.id = i.application_id join calls c on c.id = a.call_id
      join applicants b on b.application_id = a.id join people p on p.id = i.invited_by
    where i.link_id = ${linkId} and i.accepted_at is null and i.cancelled_at is null`);
}
