import { sql } from 'drizzle-orm';
import type { Invariant } from '../../db/invariant.ts';
import { fingerprint } from '../../lib/fingerprint.ts';

export const agreementInvariants: readonly Invariant[] = [
  {
    name: 'work goes on exactly under a signed agreement',
    broken: sql`select i.id from initiatives i
      where (i.state in ('realisation', 'settled')) <> (select count(*) from agreements g where g.initiative_id = i.id and g.state = 'signed')`,
  },
  {
    name: 'a signed agreement leaves nothing reserved',
    broken: sql`select g.id, e.line_id from agreements g join budget_entries e on e.initiative_id = g.initiative_id and e.kind = 'reservation'
      where g.state = 'signed' group by g.id, e.line_id having sum(e.amount_grosze) <> 0`,
  },
  {
    name: 'while the work goes on the commitment is the agreed plan, line by line',
    broken: sql`select i.id, line_id, sum(amount) as difference from initiatives i join (
        select p.initiative_id, l.budget_line_id as line_id, l.amount_grosze as amount from plan_lines l join plans p on p.id = l.plan_id where p.kind = 'agreed'
        union all select e.initiative_id, e.line_id, -e.amount_grosze from budget_entries e where e.kind = 'commitment'
      ) on initiative_id = i.id where i.state = 'realisation' and i.call_id in (select id from real_calls) group by i.id, line_id having sum(amount) <> 0`,
  },
  {
    name: 'nothing is committed before an agreement is signed',
    broken: sql`select e.id from budget_entries e join initiatives i on i.id = e.initiative_id
      where e.kind = 'commitment' and not exists (select 1 from agreements g where g.initiative_id = i.id and g.state = 'signed')`,
  },
  {
    name: 'an agreement is numbered after its initiative',
    broken: sql`select g.id from agreements g join initiatives i on i.id = g.initiative_id where g.number <> i.code || '/P'`,
  },
  {
    name: 'an issued agreement says what its fingerprint was taken of',
    broken: (reader) =>
      reader
        .all<{ id: number; content: string; fingerprint: string }>(
          sql`select id, content, fingerprint from agreements where content is not null
            and initiative_id not in (select id from initiatives where call_id in (select id from closed_rehearsals))`,
        )
        .filter((row) => fingerprint(JSON.parse(row.content)) !== row.fingerprint)
        .map(({ id }) => ({ id })),
  },
  {
    name: 'an agreement and its paper are of the same version of the text',
    broken: sql`select g.id from agreements g join documents d on d.id = g.document_id
      where json_extract(g.content, '$.wording') is not null and json_extract(g.content, '$.wording.textId') is not d.text_id`,
  },
];
