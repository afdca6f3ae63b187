import { sql } from 'drizzle-orm';
import type { Reader } from '../db/connection.ts';
import type { Actor, Role } from '../lib/actor.ts';
import { demoPaths } from './paths.ts';
import { type CastMember, cast } from './story/cast.ts';
import { applicantName, peopleGroups, roleNames } from './texts.ts';

interface Standing {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Everybody of the story in three groups, each with the button that makes the visitor that person. */
export function peoplePage(reader: Reader, actor: Actor) {
  const about = new Map<string, CastMember>(Object.values(cast).map((member) => [member.email, member]));
  const people = standingOf(reader).flatMap((person) => {
    const member = about.get(person.email);
    return member === undefined ? [] : [{ ...person, about: member.about }];
  });
  const isStaff = ({ roles }: Standing) => roles.some((role) => role !== 'juror');
  const isJury = (person: Standing) => !isStaff(person) && person.roles.includes('juror');
  const shown = (some: typeof people) =>
    some.map(({ id, name, about: what, email, roles }) => ({
      name,
      about: what,
      role: roles.length === 0 ? applicantName : roles.map((role) => roleNames[role]).join(', '),
      action: demoPaths.personOf(id),
      mail: demoPaths.mailOf(email),
      current: actor.kind === 'person' && actor.personId === id,
    }));
  return [
    { name: peopleGroups.staff, people: shown(people.filter(isStaff)) },
    { name: peopleGroups.jury, people: shown(people.filter(isJury)) },
    { name: peopleGroups.groups, people: shown(people.filter((one) => one.roles.length === 0)) },
  ].filter((group) => group.people.length > 0);
}

function standingOf(reader: Reader): Standing[] {
  const rows = reader.all<{ id: number; name: string; email: string; roles: string }>(sql`
    select p.id, p.name, p.email, coalesce((select group_concat(g.role, ' ') from (select distinct g.role from role_grants g
      where g.person_id = p.id and g.revoked_at is null order by g.role) g), '') as roles
    from people p where p.email is not null and p.closed_at is null order by p.id`);
  return rows.map((row) => ({ ...row, roles: row.roles === '' ? [] : (row.roles.split(' ') as Role[]) }));
}

/** Only people of the story may be entered as; a visitor's own account keeps its own door. */
export function findCastMember(reader: Reader, personId: number): { id: number; name: string } | undefined {
  const addresses = Object.values(cast).map(({ email }) => sql`${email}`);
  return reader.get(
    sql`select id, name from people where id = ${personId} and closed_at is null and email in (${sql.join(addresses, sql`, `)})`,
  );
}
