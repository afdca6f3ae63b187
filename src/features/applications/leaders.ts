import { type SQL, sql } from 'drizzle-orm';
import type { Asked, Member } from '../correspondence/recipient-sets.ts';
import { visibleTo } from './access.ts';
import { applicationCode } from './content.ts';
import { applicationPaths } from './paths.ts';

interface Row {
  readonly id: number;
  readonly title: string;
  readonly number: number;
  readonly callCode: string;
  readonly year: number;
  readonly personId: number;
  readonly name: string;
  readonly address: string | null;
}

/** Leaders of the call's submitted applications that the actor may see; `which` is a further condition over the alias `a`. Closed accounts are left out. */
export function leadersOf({ reader, actor, callId, publicUrl }: Asked, which: SQL): Member[] {
  const rows = reader.all<Row>(sql`
    select a.id, a.title, a.number, c.code as callCode, c.year, p.id as personId, coalesce(nullif(p.name, ''), b.leader_name) as name,
      coalesce(p.email, nullif(b.email, '')) as address
    from applications a join calls c on c.id = a.call_id join applicants b on b.application_id = a.id
      join application_members m on m.application_id = a.id and m.role = 'leader'
      join people own on own.id = m.person_id join people p on p.id = coalesce(own.merged_into_id, own.id)
    where a.call_id = ${callId} and a.state <> 'draft' and p.closed_at is null and (${which}) and ${visibleTo(actor)} order by a.number`);
  return rows.map(({ id, title, number, callCode, year, personId, name, address }) => ({
    ...{ personId, name, address },
    about: { kind: 'application', id },
    values: {
      title,
      number: applicationCode(callCode, year, number),
      address: publicUrl + applicationPaths.showOf(id),
    },
  }));
}
