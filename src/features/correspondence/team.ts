import { sql } from 'drizzle-orm';
import type { Role } from '../../lib/actor.ts';
import { roleNames } from '../accounts/texts.ts';
import type { Member, RecipientSet } from './recipient-sets.ts';
import { teamFields, teamTexts } from './texts.ts';

/** Staff of the call: whoever holds a role in it or in the whole organisation, but for jurors, who have sets of their own. */
export const teamRecipients: readonly RecipientSet[] = [
  {
    code: 'team',
    ...teamTexts,
    fields: teamFields,
    members({ reader, callId }): Member[] {
      const rows = reader.all<{ personId: number; name: string; address: string | null; roles: string }>(sql`
        select p.id as personId, p.name, p.email as address, json_group_array(distinct g.role) as roles
        from role_grants g join people p on p.id = g.person_id
        where g.revoked_at is null and p.closed_at is null and g.role in ('coordinator', 'director', 'accountant')
          and (g.call_id is null or g.call_id = ${callId}) group by p.id order by p.id`);
      return rows.map(({ personId, name, address, roles }) => ({
        ...{ personId, name, address },
        about: { kind: 'person', id: personId },
        values: { roles: (JSON.parse(roles) as Role[]).map((role) => roleNames[role]).join(', ') },
      }));
    },
  },
];
