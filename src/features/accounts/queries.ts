import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor, RoleGrant } from '../../lib/actor.ts';

/** The person behind a session, with the roles held now; a merged person is the one merged into. Undefined for a closed account. */
export function readActor(reader: Reader, personId: number): Actor | undefined {
  const person = reader.get<{ id: number; name: string; email: string | null; pendingEmail: string | null }>(sql`
    select p.id, p.name, p.email, p.pending_email as pendingEmail from people asked
    join people p on p.id = coalesce(asked.merged_into_id, asked.id) where asked.id = ${personId} and p.closed_at is null`);
  if (person === undefined) return undefined;
  return {
    kind: 'person',
    personId: person.id,
    name: person.name || person.email || person.pendingEmail || '',
    confirmed: person.email !== null,
    grants: person.email === null ? [] : grantsOf(reader, person.id),
  };
}

/** What was held in a rehearsal lapses when it is closed; the rows stay. */
function grantsOf(reader: Reader, personId: number): RoleGrant[] {
  return reader.all<RoleGrant>(
    sql`select role, call_id as callId from role_grants where person_id = ${personId} and revoked_at is null
      and (call_id is null or call_id not in (select id from calls where rehearsal_closed_at is not null)) order by id`,
  );
}

/** Whose doors these are: for the foot of a letter and for whoever cannot get in alone. */
export function readHost(reader: Reader): { organisationName: string; organisationPhone: string } {
  const row = reader.get<{ name: string; phone: string }>(sql`select name, phone from organisations`);
  return { organisationName: row?.name ?? '', organisationPhone: row?.phone ?? '' };
}

/** The open account with this address; failing that, whoever began an application with it last and has yet to confirm it. */
export function ownerOf(
  reader: Reader,
  email: string,
): { personId: number; purpose: 'sign_in' | 'confirm_address' } | undefined {
  const known = reader.get<{ id: number; closedAt: string | null }>(
    sql`select id, closed_at as closedAt from people where email = ${email}`,
  );
  if (known !== undefined) return known.closedAt === null ? { personId: known.id, purpose: 'sign_in' } : undefined;
  const beginner = reader.get<{
    id: number;
  }>(sql`select id from people where pending_email = ${email} and email is null and merged_into_id is null
    and closed_at is null order by id desc limit 1`);
  return beginner === undefined ? undefined : { personId: beginner.id, purpose: 'confirm_address' };
}
