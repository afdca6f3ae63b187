import { sql } from 'drizzle-orm';
import type { Invariant } from '../../db/invariant.ts';

export const accountInvariants: readonly Invariant[] = [
  {
    name: 'an administrator is one of the whole organisation',
    broken: sql`select id from role_grants where role = 'administrator' and call_id is not null and revoked_at is null`,
  },
  {
    name: 'a closed or merged account opens nothing: no role, no session',
    broken: sql`
      select p.id from people p where (p.closed_at is not null or p.merged_into_id is not null) and (
        exists (select 1 from role_grants g where g.person_id = p.id and g.revoked_at is null)
        or exists (select 1 from sessions s where s.person_id = p.id and s.revoked_at is null))`,
  },
  {
    name: 'an account is merged into one that stands by itself',
    broken: sql`
      select p.id from people p join people q on q.id = p.merged_into_id
      where q.id = p.id or q.merged_into_id is not null or q.email is null`,
  },
];
