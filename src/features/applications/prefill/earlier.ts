import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { sameAs } from '../../accounts/access.ts';
import type { ApplicantKind } from '../../calls/queries.ts';
import { standsForItself } from '../amendments/copies.ts';
import { applicationCode } from '../content.ts';
import type { TypedApplicant } from '../typed.ts';

export interface Earlier {
  readonly id: number;
  /** „PB/2024/03”; null for a draft. */
  readonly code: string | null;
  readonly title: string;
}

/** The newest application this person leads in which a telephone or an address was written; undefined when there is none. */
export function readEarlier(reader: Reader, personId: number): Earlier | undefined {
  const row = reader.get<{ id: number; title: string; number: number | null; callCode: string; year: number }>(sql`
    select a.id, a.title, a.number, c.code as callCode, c.year
    from applications a join applicants b on b.application_id = a.id join real_calls c on c.id = a.call_id
    where a.id in ${ledBy(personId)} and ${standsForItself} and (b.phone <> '' and b.street <> '') order by a.id desc limit 1`);
  if (row === undefined) return undefined;
  const { id, title, number, callCode, year } = row;
  return { id, title, code: number === null ? null : applicationCode(callCode, year, number) };
}

/** What of an earlier applicant is written into a new draft. */
export type Prefilled = Partial<
  Pick<TypedApplicant, 'phone' | 'street' | 'postalCode' | 'city' | 'name' | 'registerKind' | 'registerNumber'>
>;

/**
 * Telephone and address as the person wrote them in an application of her own; name and register too where the same kind applies again. Nobody
 * else's data: the members of a group and a guardian are asked anew. Nothing where the application is not led by this person.
 */
export function readPrefilled(reader: Reader, personId: number, applicationId: number, kind: ApplicantKind): Prefilled {
  const row = reader.get<Required<Prefilled> & { kind: ApplicantKind | '' }>(sql`
    select b.kind, b.phone, b.street, b.postal_code as postalCode, b.city, b.name, b.register_kind as registerKind, b.register_number as registerNumber
    from applicants b where b.application_id = ${applicationId} and b.application_id in ${ledBy(personId)}`);
  if (row === undefined) return {};
  const { kind: before, name, registerKind, registerNumber, ...reached } = row;
  return before === kind ? { ...reached, name, registerKind, registerNumber } : reached;
}

const ledBy = (personId: number) =>
  sql`(select m.application_id from application_members m where m.role = 'leader' and m.person_id in ${sameAs(personId)})`;
