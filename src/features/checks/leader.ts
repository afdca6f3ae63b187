import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';

/** Whom letters about a formal check go to: the leader under the account in force; '' as address for somebody without e-mail. */
export function leaderOf(
  reader: Reader,
  applicationId: number,
): { personId: number; name: string; address: string } | undefined {
  return reader.get(sql`
    select p.id as personId, p.name, coalesce(p.email, '') as address from application_members m join people given on given.id = m.person_id
      join people p on p.id = coalesce(given.merged_into_id, given.id)
    where m.application_id = ${applicationId} and m.role = 'leader'`);
}
