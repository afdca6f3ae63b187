import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { normalisePhone } from '../../../lib/identifiers.ts';
import { visibleTo } from '../access.ts';
import { standsForItself } from '../amendments/copies.ts';
import { applicationCode } from '../content.ts';

/** What is typed of somebody whose application is being keyed in. */
interface TypedPerson {
  readonly callId: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly city: string;
}

/** Somebody without e-mail whom staff wrote for before, by the newest application that looks the same. */
export interface KnownPerson {
  readonly personId: number;
  readonly applicationId: number;
  /** „PB/2024/03”; null for a draft. */
  readonly code: string | null;
  readonly title: string;
  readonly samePhone: boolean;
  readonly sameAddress: boolean;
}

interface Row extends Omit<TypedPerson, 'email'> {
  readonly personId: number;
  readonly applicationId: number;
  readonly title: string;
  readonly number: number | null;
  readonly callCode: string;
  readonly year: number;
}

/**
 * People without e-mail keyed in before under the same name and the same telephone or address, of applications that the actor, as a coordinator of their
 * calls, may read: nobody learns here of anybody else. Whoever has an e-mail is known by it. A rehearsal knows its own people alone.
 */
export function peopleLike(reader: Reader, actor: Actor, typed: TypedPerson): KnownPerson[] {
  if (typed.email !== '' || typed.name === '') return [];
  const rows = reader.all<Row>(sql`
    select p.id as personId, a.id as applicationId, a.title, a.number, a.call_id as callId, c.code as callCode, c.year,
      b.leader_name as name, b.phone, b.street, b.city
    from assisted_applications s join applications a on a.id = s.application_id join applicants b on b.application_id = a.id
      join calls c on c.id = a.call_id join application_members m on m.application_id = a.id and m.role = 'leader'
      join people own on own.id = m.person_id join people p on p.id = coalesce(own.merged_into_id, own.id)
    where p.email is null and p.pending_email is null and p.closed_at is null and b.email = '' and ${standsForItself} and ${visibleTo(actor)}
      and (a.call_id = ${typed.callId} or (a.call_id in (select id from real_calls) and ${typed.callId} in (select id from real_calls)))
    order by a.id desc`);
  const seen = new Set<number>();
  return rows.flatMap((row) => {
    const samePhone = typed.phone !== '' && normalisePhone(row.phone) === normalisePhone(typed.phone);
    const sameAddress = typed.street !== '' && alike(row.street, typed.street) && alike(row.city, typed.city);
    const isLike = alike(row.name, typed.name) && (samePhone || sameAddress);
    if (!isLike || seen.has(row.personId) || !hasRole(actor, 'coordinator', row.callId)) return [];
    seen.add(row.personId);
    const { personId, applicationId, title, number, callCode, year } = row;
    const code = number === null ? null : applicationCode(callCode, year, number);
    return [{ personId, applicationId, code, title, samePhone, sameAddress }];
  });
}

/** The same words, whatever their letters and spaces. */
function alike(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('pl');
  return plain(one) === plain(other);
}
