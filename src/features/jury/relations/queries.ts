import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { sameAs } from '../../accounts/access.ts';
import { judgingVisibleTo } from '../../applications/access.ts';
import { namesIn } from '../blind/heads.ts';
import { type ApplicationHead, headsOf } from '../queries.ts';
import { type ApplicantFacts, domainOf, type Guess, guessRelations, type JurorFacts } from './guesses.ts';

/** So many people with addresses of one domain make it nobody's own. */
const peopleOfSharedDomain = 5;

export interface RelationQuestion {
  readonly memberId: number;
  readonly juror: string;
  readonly head: ApplicationHead;
  readonly guesses: readonly Guess[];
}

/**
 * Pairs of juror and application that the data alone make look related, not declared on and not yet answered for. Without applications closed to the
 * reader, and without the reader: nobody is asked about herself here.
 */
export function openQuestions(reader: Reader, actor: Actor, callId: number): RelationQuestion[] {
  if (actor.kind !== 'person') return [];
  const shared = sharedDomains(reader);
  const heads = new Map(headsOf(reader, callId).map((head) => [head.applicationId, head]));
  const jurors = jurorsOf(reader, callId).filter(({ isReader }) => isReader === 0);
  const applicants = applicantsOf(reader, actor, callId);
  const settled = new Set(
    reader
      .all<{ memberId: number; applicationId: number }>(sql`
        select r.member_id as memberId, r.application_id as applicationId from recusals r
        union select member_id, application_id from relation_answers`)
      .map(({ memberId, applicationId }) => `${memberId}:${applicationId}`),
  );
  return applicants.flatMap(({ applicationId, ...facts }) =>
    jurors.flatMap(({ memberId, ...juror }) => {
      const head = heads.get(applicationId);
      if (head === undefined || settled.has(`${memberId}:${applicationId}`)) return [];
      const guesses = guessRelations(juror, facts, shared);
      return guesses.length === 0 ? [] : [{ memberId, juror: juror.name, head, guesses }];
    }),
  );

  function jurorsOf(db: Reader, id: number): (JurorFacts & { memberId: number; isReader: number })[] {
    const rows = db.all<Omit<JurorFacts, 'addresses'> & { memberId: number; personId: number; isReader: number }>(sql`
      select m.id as memberId, m.person_id as personId, p.name, coalesce(p.email, '') as email, p.phone, m.represents,
        m.person_id in ${sameAs(actor.kind === 'person' ? actor.personId : 0)} as isReader
      from jury_members m join people p on p.id = m.person_id where m.call_id = ${id} and m.removed_at is null order by m.id`);
    return rows.map(({ personId, ...juror }) => ({ ...juror, addresses: addressesOf(db, personId) }));
  }
}

/** From applications that the person led, to any call. */
function addressesOf(reader: Reader, personId: number): string[] {
  const rows = reader.all<{ street: string; city: string }>(sql`
    select b.street, b.city from applicants b join application_members m on m.application_id = b.application_id and m.role = 'leader'
    where m.person_id in ${sameAs(personId)} and b.street <> ''`);
  return rows.map(({ street, city }) => `${street}, ${city}`);
}

interface ApplicantRow {
  readonly applicationId: number;
  readonly organisation: string;
  readonly leader: string;
  readonly guardian: string;
  readonly groupMembers: string;
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly city: string;
}

function applicantsOf(
  reader: Reader,
  actor: Actor,
  callId: number,
): (ApplicantFacts & { readonly applicationId: number })[] {
  const rows = reader.all<ApplicantRow>(sql`
    select a.id as applicationId, b.name as organisation, b.leader_name as leader, b.guardian_name as guardian, b.group_members as groupMembers,
      b.email, b.phone, b.street, b.city
    from applications a join applicants b on b.application_id = a.id
    where a.call_id = ${callId} and a.state in ('submitted', 'accepted') and ${judgingVisibleTo(actor)} order by a.number`);
  const people = reader.all<{ applicationId: number; name: string; email: string; phone: string }>(sql`
    select m.application_id as applicationId, p.name, coalesce(p.email, '') as email, p.phone
    from application_members m join applications a on a.id = m.application_id join people p on p.id = m.person_id where a.call_id = ${callId}`);
  return rows.map(({ applicationId, organisation, leader, guardian, groupMembers, email, phone, street, city }) => {
    const own = people.filter((person) => person.applicationId === applicationId);
    return {
      ...{ applicationId, organisation },
      names: [leader, guardian, ...own.map(({ name }) => name), ...namesIn(groupMembers)].filter((name) => name !== ''),
      emails: [email, ...own.map((person) => person.email)].filter((one) => one !== ''),
      phones: [phone, ...own.map((person) => person.phone)],
      address: street === '' ? '' : `${street}, ${city}`,
    };
  });
}

function sharedDomains(reader: Reader): Set<string> {
  const counts = new Map<string, number>();
  const emails = reader.all<{ email: string }>(sql`select email from people where email is not null`);
  for (const { email } of emails) counts.set(domainOf(email), (counts.get(domainOf(email)) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= peopleOfSharedDomain).map(([domain]) => domain));
}
