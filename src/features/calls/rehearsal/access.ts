import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { normaliseEmail } from '../../../lib/identifiers.ts';
import { sameAs } from '../../accounts/access.ts';

/**
 * Condition over the alias `c` of rehearsals: open, and played by this person – who opened its address while signed in, or coordinates the real call.
 * Anybody else, and everybody once it is closed, finds nothing there.
 */
export function rehearsedBy(actor: Actor): SQL {
  if (actor.kind !== 'person' || !actor.confirmed) return sql`false`;
  const coordinated = actor.grants.filter(({ role }) => role === 'coordinator').map(({ callId }) => callId);
  const real = coordinated.includes(null)
    ? sql`true`
    : sql`c.rehearsal_of in (${sql.join([sql`0`, ...coordinated.map((id) => sql`${id}`)], sql`, `)})`;
  return sql`(c.rehearsal_of is not null and c.rehearsal_closed_at is null and (${real} or exists (
    select 1 from rehearsal_people y where y.call_id = c.id and y.person_id in ${sameAs(actor.personId)})))`;
}

export function mayRehearse(reader: Reader, actor: Actor, callId: number): boolean {
  return reader.get(sql`select 1 from calls c where c.id = ${callId} and ${rehearsedBy(actor)}`) !== undefined;
}

/** As `takesPart`, by the address of an account. */
export function takesPartAt(reader: Reader, email: string, callId: number): boolean {
  const person = reader.get<{ id: number }>(sql`select id from people where email = ${normaliseEmail(email)}`);
  return person !== undefined && takesPart(reader, person.id, callId);
}

/** Whether the person plays: opened its address or started it. People from outside it are given no part in it. */
export function takesPart(reader: Reader, personId: number, callId: number): boolean {
  const seat = sql`select 1 from rehearsal_people where call_id = ${callId} and person_id in ${sameAs(personId)}`;
  return reader.get(seat) !== undefined;
}
