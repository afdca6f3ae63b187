import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Invariant } from '../../db/invariant.ts';
import { fingerprint } from '../../lib/fingerprint.ts';
import { readFormText } from '../calls/call-texts.ts';
import { sectionOf } from './sections.ts';

export const applicationInvariants: readonly Invariant[] = [
  {
    name: 'the numbers of a call run from one without a gap, and drafts have none',
    broken: sql`
      select call_id, count(*) as applications, min(number) as first, max(number) as last from applications where number is not null
      group by call_id having min(number) <> 1 or max(number) <> count(*) or sum(state = 'draft') > 0`,
  },
  {
    name: 'what was submitted has its frozen version and its event',
    broken: sql`
      select a.id from applications a left join application_versions v on v.id = a.current_version_id and v.application_id = a.id
      where a.state <> 'draft' and (v.id is null or a.submitted_at <> (select n.submitted_at from application_versions n where n.application_id = a.id
          and n.id not in (select k.sent_version_id from amendments k where k.correction_id is not null and k.sent_version_id is not null) order by n.number desc limit 1) or not exists (select 1 from events e
        where e.what = 'application.submitted' and e.subject_kind = 'application' and e.subject_id = a.id))`,
  },
  {
    name: 'the versions of an application run from one without a gap, and the last is the one in force',
    broken: sql`
      select a.id, a.current_version_id, count(*) as versions, max(v.number) as last from applications a join application_versions v on v.application_id = a.id
      group by a.id having min(v.number) <> 1 or max(v.number) <> count(*) or a.current_version_id is not max(v.id)`,
  },
  {
    name: 'a change of an application is a draft in its call, led by its leader, and was sent as one of its versions',
    broken: sql`
      select m.application_id from amendments m join applications c on c.id = m.application_id join applications a on a.id = m.amends_id
      where c.state <> 'draft' or c.call_id <> a.call_id or a.state = 'draft'
        or not exists (select 1 from application_members k join application_members l on l.person_id = k.person_id
          where k.application_id = c.id and k.role = 'leader' and l.application_id = a.id and l.role = 'leader')
        or (m.sent_version_id is not null and not exists (
          select 1 from application_versions v where v.id = m.sent_version_id and v.application_id = a.id and v.number > 1))`,
  },
  {
    name: 'what was submitted has no answer in two versions that nobody chose between',
    broken: (reader) => unsettled(reader).filter(({ form, field }) => sectionOf(readFormText(reader, form), field)),
  },
  {
    name: 'a frozen version is what its fingerprint says, or erased',
    broken: (reader) =>
      frozen(reader)
        .filter((version) => fingerprint(JSON.parse(version.content)) !== version.fingerprint)
        .map(({ id }) => ({ id })),
  },
  {
    name: 'an application asks for the sum of the costs of its version',
    broken: sql`
      select a.id, a.requested_grosze, v.requested_grosze as frozen, (select sum(c.value ->> 'value') from json_each(v.content, '$.costs') c) as costs
      from applications a join application_versions v on v.id = a.current_version_id
      where a.requested_grosze <> v.requested_grosze or (v.content is not null and v.requested_grosze is not costs)`,
  },
  {
    name: 'the value of a cost is its quantity times its price, half a grosz up',
    broken: sql`
      select id, quantity_thousandths, price_grosze, value_grosze from cost_lines
      where value_grosze is not null and value_grosze is not (quantity_thousandths * price_grosze + 500) / 1000`,
  },
  {
    name: 'an application has one leader and one applicant',
    broken: sql`
      select a.id from applications a where 1 <> (select count(*) from application_members m where m.application_id = a.id and m.role = 'leader')
        or not exists (select 1 from applicants b where b.application_id = a.id)`,
  },
  {
    name: 'the file of an attachment belongs to that attachment',
    broken: sql`
      select t.id, f.subject_kind, f.subject_id from attachments t join files f on f.id = t.file_id
      where f.subject_kind <> 'attachment' or f.subject_id <> t.id`,
  },
];

/** Of applications sent; answers to questions that their form no longer asks go nowhere. */
function unsettled(reader: Reader): { id: number; form: number; field: string }[] {
  return reader.all(sql`
    select v.id, a.form_text_id as form, v.field from answer_versions v join applications a on a.id = v.application_id
    where v.settled_at is null and a.state <> 'draft'`);
}

function frozen(reader: Reader): { id: number; content: string; fingerprint: string }[] {
  return reader.all(sql`select id, content, fingerprint from application_versions where content is not null`);
}
