import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import { judgingVisibleTo, ownedBy } from '../applications/access.ts';
import { readForJury } from '../applications/blind/reading.ts';
import { applicationCode, type Submitted } from '../applications/content.ts';
import { isMine, isOpenToMember, isScorer } from './access.ts';
import type { JuryFunction, RecusalGround, RecusalKind, Seat } from './policy.ts';

export interface Membership extends Seat {
  readonly memberId: number;
  readonly callId: number;
  readonly declared: boolean;
}

/** The person's seat on the call's jury; undefined for anybody else and after removal. */
export function membershipOf(reader: Reader, personId: number, callId: number): Membership | undefined {
  return seatsOf(reader, personId).find((seat) => seat.callId === callId);
}

/** Every jury the person sits on, the newest call first. */
export function seatsOf(reader: Reader, personId: number): Membership[] {
  const rows = reader.all<Omit<Membership, 'declared'> & { declared: number }>(sql`
    select m.id as memberId, m.call_id as callId, m.function, ${calledUp} as isCalledUp,
      exists (select 1 from jury_declarations d where d.member_id = m.id) as declared
    from jury_members m where ${isMine(personId)} order by m.call_id desc, m.id`);
  return rows.map((row) => ({ ...row, declared: row.declared === 1 }));
}

/**
 * An application that the person may read as a juror, with the seat it is done from and whether it is scored from there; undefined for everybody else. In a
 * call judged without names it comes without them, whatever the person may read in another role.
 */
export function openToJuror(
  reader: Reader,
  actor: Actor,
  applicationId: number,
): { submitted: Submitted; memberId: number; function: JuryFunction; isScorer: boolean } | undefined {
  if (actor.kind !== 'person') return undefined;
  const row = reader.get<{ memberId: number; function: JuryFunction; scoring: number }>(sql`
    select m.id as memberId, m.function, ${isScorer} as scoring from applications a join jury_members m on ${isOpenToMember}
    where a.id = ${applicationId} and ${isMine(actor.personId)}`);
  const submitted = row && readForJury(reader, applicationId);
  if (row === undefined || submitted === undefined) return undefined;
  const { scoring, ...seat } = row;
  return { submitted, ...seat, isScorer: scoring === 1 };
}

/** Over the alias `m`: in reserve, and called up for the whole jury. */
const calledUp = sql`exists (select 1 from jury_call_ups u where u.member_id = m.id and u.application_id is null)`;

/** Whether the person scores the application from a seat of hers; asked every few seconds at a meeting, so that nothing of it is read. */
export function isScorerOf(reader: Reader, actor: Actor, applicationId: number): boolean {
  if (actor.kind !== 'person') return false;
  const seat = sql`select 1 from applications a join jury_members m on ${isOpenToMember} and ${isScorer}
    where a.id = ${applicationId} and ${isMine(actor.personId)}`;
  return reader.get(seat) !== undefined;
}

export interface JuryMember extends Seat {
  readonly memberId: number;
  readonly personId: number;
  readonly name: string;
  readonly represents: string;
  readonly declaredAt: Instant | null;
  readonly exclusions: number;
  readonly disclosures: number;
}

/** Members in office: the chair, the secretary, members, those without a vote, those in reserve; each as they were appointed. */
export function membersOf(reader: Reader, callId: number): JuryMember[] {
  return reader.all<JuryMember>(sql`select ${memberColumns} ${memberRows}
    where m.call_id = ${callId} and m.removed_at is null order by ${inOrderOfSeats}`);
}

/** Over the alias `m` with its declaration `d` and person `p`. */
export const memberColumns = sql`m.id as memberId, m.person_id as personId, p.name, m.function, ${calledUp} as isCalledUp, m.represents,
  d.signed_at as declaredAt,
  (select count(*) from recusals r where r.member_id = m.id and r.kind = 'exclusion') as exclusions,
  (select count(*) from recusals r where r.member_id = m.id and r.kind = 'disclosure') as disclosures`;
export const memberRows = sql`from jury_members m join people p on p.id = m.person_id left join jury_declarations d on d.member_id = m.id`;

/** Over the alias `m`. */
export const inOrderOfSeats = sql`case m.function when 'chair' then 1 when 'secretary' then 2 when 'member' then 3 when 'non_voting' then 4 else 5 end, m.id`;

/** The jury has met and adopted its ranking: who sits in it is part of the minutes. */
export function hasMet(reader: Reader, callId: number): boolean {
  return reader.get(sql`select 1 from rankings where call_id = ${callId}`) !== undefined;
}

/** The jury sits together just now, with the system. */
export function isMeeting(reader: Reader, callId: number): boolean {
  return reader.get(sql`select 1 from meetings where call_id = ${callId} and closed_at is null`) !== undefined;
}

/** The chair was taken off, and nobody sits in her place yet. */
export function isChairMissing(reader: Reader, callId: number): boolean {
  const chairs = (
    inOffice: boolean,
  ) => sql`select 1 from jury_members m where m.call_id = ${callId} and m.function = 'chair'
    and (m.removed_at is null) = ${inOffice ? 1 : 0} and (m.removed_at is null or m.cards_count is not null)`;
  return reader.get(chairs(false)) !== undefined && reader.get(chairs(true)) === undefined;
}

/** Which member must not touch which application. */
export function exclusionsOf(reader: Reader, callId: number): { memberId: number; applicationId: number }[] {
  return reader.all(sql`
    select r.member_id as memberId, r.application_id as applicationId
    from recusals r join jury_members m on m.id = r.member_id
    where m.call_id = ${callId} and r.kind = 'exclusion' order by r.id`);
}

/** An application by what may be known before its contents open. */
export interface ApplicationHead {
  readonly applicationId: number;
  readonly code: string;
  readonly title: string;
  readonly applicant: string;
}

/** What a juror declares on: every application of the call that may yet be scored, in the order of filing. */
export function headsOf(reader: Reader, callId: number): ApplicationHead[] {
  const rows = reader.all<Omit<ApplicationHead, 'code'> & { callCode: string; year: number; number: number }>(sql`
    select a.id as applicationId, a.title, a.number, c.code as callCode, c.year, coalesce(nullif(w.name, ''), w.leader_name) as applicant
    from applications a join calls c on c.id = a.call_id join applicants w on w.application_id = a.id
    where a.call_id = ${callId} and a.state in ('submitted', 'accepted') order by a.number`);
  return rows.map(({ callCode, year, number, ...head }) => ({
    ...head,
    code: applicationCode(callCode, year, number),
  }));
}

/** Applications of the call that the person wrote: out of the question for scoring. */
export function ownApplications(reader: Reader, personId: number, callId: number): number[] {
  const rows = reader.all<{ id: number }>(
    sql`select a.id from applications a where a.call_id = ${callId} and a.state <> 'draft' and ${ownedBy(personId)}`,
  );
  return rows.map(({ id }) => id);
}

export interface DeclaredConflict {
  readonly applicationId: number;
  readonly personId: number;
  readonly memberName: string;
  readonly kind: RecusalKind;
  readonly ground: RecusalGround;
  readonly note: string;
  readonly declaredAt: Instant;
}

/**
 * Conflicts in the order of the applications, without those of an application closed to the reader, or the reader's own. Of a member appointed again what
 * was said from both seats stands once.
 */
export function conflictsOf(reader: Reader, actor: Actor, callId: number): DeclaredConflict[] {
  return reader.all<DeclaredConflict>(sql`
    select a.id as applicationId, m.person_id as personId, p.name as memberName, r.kind, r.ground, r.note, min(r.declared_at) as declaredAt
    from recusals r join jury_members m on m.id = r.member_id join people p on p.id = m.person_id
      join applications a on a.id = r.application_id
    where m.call_id = ${callId} and ${judgingVisibleTo(actor)}
    group by a.id, m.person_id, r.kind, r.ground order by a.number, min(r.id)`);
}

/** What one member declared, with its day. */
export function declarationOf(
  reader: Reader,
  memberId: number,
):
  | {
      signedAt: Instant;
      textVersion: string;
      conflicts: {
        applicationId: number;
        kind: RecusalKind;
        ground: RecusalGround;
        note: string;
        declaredAt: Instant;
      }[];
    }
  | undefined {
  const signed = reader.get<{ signedAt: Instant; textVersion: string }>(
    sql`select signed_at as signedAt, text_version as textVersion from jury_declarations where member_id = ${memberId}`,
  );
  if (signed === undefined) return undefined;
  return {
    ...signed,
    conflicts: reader.all(sql`
      select application_id as applicationId, kind, ground, note, declared_at as declaredAt from recusals where member_id = ${memberId} order by application_id`),
  };
}
