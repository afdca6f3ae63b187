import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { judgingVisibleTo } from '../../applications/access.ts';
import { applicationCode, type SubmittedContent } from '../../applications/content.ts';
import { checkPaths } from '../paths.ts';
import { type Compared, type Ground, groundsBetween, prepare } from './likeness.ts';
import { groundText } from './texts.ts';

export interface Like {
  readonly code: string;
  readonly href: string;
  readonly grounds: string;
}

/** Above so many applications a list compares no texts: each with each would be felt by others. The card always does. */
const mostOnList = 300;

/** Other applications of the call that look like this one, of those that are neither closed to the actor nor the actor's own; never a reason by itself. */
export function likeOne(reader: Reader, actor: Actor, callId: number, applicationId: number): Like[] {
  const all = readCompared(reader, actor, callId).map(prepare);
  const own = all.find(({ one }) => one.applicationId === applicationId);
  if (own === undefined) return [];
  return all.filter((other) => other !== own).flatMap((other) => likeOf(other.one, groundsBetween(own, other)));
}

/** For each application of the call the others that look like it. */
export function likeEach(reader: Reader, actor: Actor, callId: number): ReadonlyMap<number, readonly Like[]> {
  const compared = readCompared(reader, actor, callId);
  const withText = compared.length <= mostOnList;
  const all = compared.map((one) => prepare(withText ? one : { ...one, text: '' }));
  const found = new Map<number, Like[]>(compared.map(({ applicationId }) => [applicationId, []]));
  all.forEach((a, index) => {
    for (const b of all.slice(index + 1)) {
      const grounds = groundsBetween(a, b);
      found.get(a.one.applicationId)?.push(...likeOf(b.one, grounds));
      found.get(b.one.applicationId)?.push(...likeOf(a.one, grounds));
    }
  });
  return found;
}

function likeOf({ applicationId, code }: Compared, grounds: readonly Ground[]): Like[] {
  return grounds.length === 0
    ? []
    : [{ code, href: checkPaths.cardOf(applicationId), grounds: grounds.map(groundText).join(', ') }];
}

function readCompared(reader: Reader, actor: Actor, callId: number): Compared[] {
  const rows = reader.all<{
    applicationId: number;
    number: number;
    callCode: string;
    year: number;
    leaderId: number;
    content: string;
  }>(sql`
    select a.id as applicationId, a.number, c.code as callCode, c.year, v.content,
      (select coalesce(p.merged_into_id, p.id) from application_members m join people p on p.id = m.person_id
        where m.application_id = a.id and m.role = 'leader') as leaderId
    from applications a join calls c on c.id = a.call_id join application_versions v on v.id = a.current_version_id
    where a.call_id = ${callId} and a.state in ('submitted', 'accepted', 'rejected') and v.content is not null and ${judgingVisibleTo(actor)}
    order by a.number`);
  return rows.map(({ applicationId, leaderId, callCode, year, number, content }) => {
    const { applicant, title, answers } = JSON.parse(content) as SubmittedContent;
    return {
      ...{ applicationId, leaderId, title, code: applicationCode(callCode, year, number) },
      ...{ phone: applicant.phone, registerNumber: applicant.registerNumber, name: applicant.name },
      text: answers.map(({ text }) => text).join('\n'),
    };
  });
}
