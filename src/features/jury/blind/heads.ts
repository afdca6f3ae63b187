import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { sameAs } from '../../accounts/access.ts';
import { isBlind, readingStaff } from '../../applications/access.ts';

/** An applicant as a juror of a call judged without names declares on: who they are, and nothing of what they want to do. */
export interface NamedHead {
  readonly applicationId: number;
  readonly applicant: string;
  /** Everybody named in the application, its leader first. */
  readonly people: readonly string[];
}

/** Whether the jury of the call may not know yet who applies. */
export function judgesBlind(reader: Reader, callId: number): boolean {
  const call = sql`select 1 from (select ${callId} as call_id) a where ${isBlind}`;
  return reader.get(call) !== undefined;
}

/** Whether the person reads the call's applications with their names in a role beside the jury's. */
export function seesNames(reader: Reader, personId: number, callId: number): boolean {
  const roles = sql.join(
    readingStaff.map((role) => sql`${role}`),
    sql`, `,
  );
  return (
    reader.get(sql`select 1 from role_grants held where held.person_id in ${sameAs(personId)} and held.revoked_at is null
      and held.role in (${roles}) and (held.call_id is null or held.call_id = ${callId})`) !== undefined
  );
}

/** Applicants of the call that may yet be scored, in the order of the alphabet, which says nothing of their numbers. */
export function namedHeadsOf(reader: Reader, callId: number): NamedHead[] {
  const rows = reader.all<{
    id: number;
    applicant: string;
    leader: string;
    guardian: string;
    groupMembers: string;
    writers: string;
  }>(sql`
    select a.id, coalesce(nullif(w.name, ''), w.leader_name) as applicant, w.leader_name as leader, w.guardian_name as guardian,
      w.group_members as groupMembers,
      (select json_group_array(p.name) from application_members m join people p on p.id = m.person_id where m.application_id = a.id) as writers
    from applications a join applicants w on w.application_id = a.id
    where a.call_id = ${callId} and a.state in ('submitted', 'accepted')`);
  return rows
    .map(({ id, applicant, leader, guardian, groupMembers, writers }) => {
      const named = [leader, ...namesIn(groupMembers), guardian, ...(JSON.parse(writers) as string[])];
      const people = [...new Set(named.map((name) => name.trim()))].filter((name) => name !== '' && name !== applicant);
      return { applicationId: id, applicant, people };
    })
    .sort(
      (a, b) => a.applicant.localeCompare(b.applicant, 'pl') || a.people.join().localeCompare(b.people.join(), 'pl'),
    );
}

/** One member a line, perhaps with a word on each after a comma or in brackets. */
export function namesIn(groupMembers: string): string[] {
  return groupMembers.split('\n').map((line) => line.split(/[,;(–]/)[0]?.trim() ?? '');
}

/**
 * What stands for an application in a juror's declaration: its id would tell, beside the address of its card, whose it is. Made from the folder's secret
 * and the juror's seat, so that two jurors cannot lay their pages side by side.
 */
export function declarationKey(secret: Buffer, memberId: number, applicationId: number): string {
  const value = `declaration\n${memberId}\n${applicationId}`;
  return `n${createHmac('sha256', secret).update(value).digest('hex').slice(0, 20)}`;
}
