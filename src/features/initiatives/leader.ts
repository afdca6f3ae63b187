import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { readSubmitted } from '../applications/content.ts';

export interface Addressee {
  readonly personId: number;
  readonly name: string;
  readonly address: string;
}

/** To whom letters about an application and what became of it go: its leader, at the confirmed address. */
export function leaderOf(reader: Reader, applicationId: number): Addressee {
  const applicant = readSubmitted(reader, applicationId)?.content.applicant;
  const leader = reader.get<{ personId: number; name: string; email: string | null }>(sql`
    select p.id as personId, p.name, p.email from application_members m join people own on own.id = m.person_id
    join people p on p.id = coalesce(own.merged_into_id, own.id)
    where m.application_id = ${applicationId} and m.role = 'leader' order by p.id limit 1`);
  if (leader === undefined) throw new Error(`The application ${applicationId} has no leader`);
  return {
    personId: leader.personId,
    name: leader.name || (applicant?.leaderName ?? ''),
    address: leader.email ?? applicant?.email ?? '',
  };
}

/** Leaders of initiatives whose account is open with a confirmed address; `which` is a condition over the alias `i`. */
export function addressableLeaders(
  reader: Reader,
  which: SQL,
): { initiativeId: number; title: string; personId: number; name: string; address: string }[] {
  return reader.all(sql`
    select i.id as initiativeId, i.title, p.id as personId, coalesce(nullif(p.name, ''), b.leader_name) as name, p.email as address
    from initiatives i join applicants b on b.application_id = i.application_id
      join application_members m on m.application_id = i.application_id and m.role = 'leader'
      join people own on own.id = m.person_id join people p on p.id = coalesce(own.merged_into_id, own.id)
    where p.closed_at is null and p.email is not null and (${which}) order by i.id`);
}
