import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { sameAs } from '../../accounts/access.ts';

/** Leave for one person to submit in a call after its deadline, until a moment (that moment itself is late). */
export interface LateLink {
  readonly id: number;
  readonly callId: number;
  readonly personId: number;
  readonly name: string;
  readonly email: string | null;
  readonly untilAt: Instant;
  readonly reason: string;
  readonly givenAt: Instant;
  readonly givenBy: string;
  readonly withdrawnAt: Instant | null;
  /** Codes of the applications that came in under it. */
  readonly applicationIds: readonly number[];
}

/** The actor's own leave in the call that reaches furthest; undefined for a visitor, and once it was withdrawn. */
export function ownLateLink(
  reader: Reader,
  actor: Actor,
  callId: number,
): { id: number; untilAt: Instant } | undefined {
  if (actor.kind !== 'person') return undefined;
  return furthest(reader, sql`t.call_id = ${callId} and t.person_id in ${sameAs(actor.personId)}`);
}

/** The leave of whoever leads this application, whoever presses the button; a co-author's opens nothing, or it could be lent by an invitation. */
export function lateLinkOf(reader: Reader, applicationId: number): { id: number; untilAt: Instant } | undefined {
  return furthest(
    reader,
    sql`exists (select 1 from applications a join application_members m on m.application_id = a.id and m.role = 'leader'
      join people own on own.id = m.person_id join people given on given.id = t.person_id
      where a.id = ${applicationId} and a.call_id = t.call_id
        and coalesce(own.merged_into_id, own.id) = coalesce(given.merged_into_id, given.id))`,
  );
}

function furthest(reader: Reader, which: SQL): { id: number; untilAt: Instant } | undefined {
  return reader.get(sql`select t.id, t.until_at as untilAt from late_links t
    where t.withdrawn_at is null and ${which} order by t.until_at desc, t.id desc limit 1`);
}

export function isLateLinkOf(reader: Reader, personId: number, linkId: number): boolean {
  return (
    reader.get(sql`select 1 from late_links t where t.id = ${linkId} and t.person_id in ${sameAs(personId)}`) !==
    undefined
  );
}

/** Every leave ever given in a call, the newest first: for its staff. */
export function readLateLinks(reader: Reader, callId: number): LateLink[] {
  return list(reader, sql`t.call_id = ${callId}`);
}

export function readLateLink(reader: Reader, linkId: number): LateLink | undefined {
  return list(reader, sql`t.id = ${linkId}`)[0];
}

function list(reader: Reader, which: SQL): LateLink[] {
  const rows = reader.all<Omit<LateLink, 'applicationIds'> & { ids: string }>(sql`
    select t.id, t.call_id as callId, t.person_id as personId, p.name, p.email, t.until_at as untilAt, t.reason, t.given_at as givenAt,
      g.name as givenBy, t.withdrawn_at as withdrawnAt,
      coalesce((select json_group_array(s.application_id) from late_submissions s where s.late_link_id = t.id), '[]') as ids
    from late_links t join people p on p.id = t.person_id join people g on g.id = t.given_by where ${which} order by t.id desc`);
  return rows.map(({ ids, ...row }) => ({ ...row, applicationIds: JSON.parse(ids) as number[] }));
}

/** Why an application could come in after the deadline; undefined for one that came in time. */
export function lateReasonOf(reader: Reader, applicationId: number): { untilAt: Instant; reason: string } | undefined {
  return reader.get(sql`select t.until_at as untilAt, t.reason from late_submissions s join late_links t on t.id = s.late_link_id
    where s.application_id = ${applicationId}`);
}
