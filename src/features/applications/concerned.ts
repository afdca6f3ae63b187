import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import { standsForItself } from './amendments/copies.ts';

export interface Concerned {
  readonly applicationId: number;
  readonly isDraft: boolean;
  readonly personId: number;
  readonly name: string;
  readonly address: string;
}

/**
 * Leaders of drafts and of submitted applications of the call, each once, by their latest application. A draft whose leader has not confirmed an address
 * is left out: what a stranger typed is nobody's address yet. With `begunBefore` those who began after it are left out too.
 */
export function concernedBy(reader: Reader, callId: number, begunBefore?: Instant): Concerned[] {
  const rows = reader.all<Omit<Concerned, 'isDraft'> & { isDraft: number }>(sql`
    select a.id as applicationId, a.state = 'draft' as isDraft, p.id as personId, coalesce(nullif(p.name, ''), b.leader_name) as name,
      coalesce(p.email, iif(a.state = 'draft', '', b.email)) as address
    from applications a join applicants b on b.application_id = a.id
      join application_members m on m.application_id = a.id and m.role = 'leader'
      join people own on own.id = m.person_id join people p on p.id = coalesce(own.merged_into_id, own.id)
    where a.call_id = ${callId} and a.state not in ('withdrawn', 'rejected') and ${standsForItself} and p.closed_at is null and (a.state <> 'draft' or p.email is not null)
      and ${begunBefore === undefined ? sql`1 = 1` : sql`a.created_at < ${begunBefore}`}
    order by a.id desc`);
  const byPerson = new Map(rows.reverse().map((row) => [row.personId, { ...row, isDraft: row.isDraft === 1 }]));
  return [...byPerson.values()];
}
