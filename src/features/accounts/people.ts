import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Role } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import { foldText } from '../../lib/polish.ts';

export interface HeldGrant {
  readonly id: number;
  readonly role: Role;
  readonly callId: number | null;
  readonly callTitle: string | null;
  readonly grantedAt: Instant;
}

/** Roles a person holds now, in the order they were given. */
export function grantsHeldBy(reader: Reader, personId: number): HeldGrant[] {
  return reader.all<HeldGrant>(sql`select g.id, g.role, g.call_id as callId, c.title as callTitle, g.granted_at as grantedAt
    from role_grants g left join real_calls c on c.id = g.call_id
    where g.person_id = ${personId} and g.revoked_at is null and (g.call_id is null or c.id is not null) order by g.id`);
}

export interface PersonRecord {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly pendingEmail: string | null;
  readonly phone: string;
  readonly closedAt: Instant | null;
  readonly createdAt: Instant;
}

const columns = sql`id, name, email, pending_email as pendingEmail, phone, closed_at as closedAt, created_at as createdAt`;

/** A person an administrator may look at; one merged into another is found only there. */
export function readPerson(reader: Reader, id: number): PersonRecord | undefined {
  return reader.get<PersonRecord>(sql`select ${columns} from people where id = ${id} and merged_into_id is null`);
}

export interface ListedPerson extends PersonRecord {
  readonly grants: readonly HeldGrant[];
}

export const peopleOnPage = 50;

/** People with roles first, then by order of arrival; `query` is looked for in names and addresses without regard to diacritics. */
export function listPeople(reader: Reader, query: string, page: number): { people: ListedPerson[]; count: number } {
  const sought = foldText(query.trim());
  const all = reader.all<PersonRecord>(sql`select ${columns} from people p where merged_into_id is null
      and id not in (select id from rehearsed_records where kind = 'person')
    order by closed_at is not null, not exists (select 1 from role_grants g where g.person_id = p.id and g.revoked_at is null
      and (g.call_id is null or g.call_id in (select id from real_calls))), id`);
  const found =
    sought === ''
      ? all
      : all.filter((person) =>
          foldText(`${person.name} ${person.email ?? person.pendingEmail ?? ''}`).includes(sought),
        );
  const shown = found.slice((page - 1) * peopleOnPage, page * peopleOnPage);
  return {
    people: shown.map((person) => ({ ...person, grants: grantsHeldBy(reader, person.id) })),
    count: found.length,
  };
}

/** Calls a role may be limited to, newest first. */
export function readScopes(reader: Reader): { id: number; title: string; year: number }[] {
  return reader.all(sql`select id, title, year from real_calls order by id desc`);
}
