import { sql } from 'drizzle-orm';
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
