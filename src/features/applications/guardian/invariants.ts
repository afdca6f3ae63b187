import { sql } from 'drizzle-orm';
import type { Invariant } from '../../../db/invariant.ts';
import { fingerprint } from '../../../lib/fingerprint.ts';

export const guardianInvariants: readonly Invariant[] = [
  {
    name: 'the scan of a guardian’s consent belongs to that consent',
    broken: sql`
      select g.id, f.subject_kind, f.subject_id from guardian_consents g join files f on f.id = g.file_id
      where f.subject_kind <> 'guardian_consent' or f.subject_id <> g.id`,
  },
  {
    name: 'a guardian speaks by a link that asked about the same application, in the same names, and works no more',
    broken: sql`
      select g.id, g.link_id as link from guardian_consents g left join guardian_requests r on r.link_id = g.link_id
        left join sign_in_links l on l.id = g.link_id
      where g.way = 'link' and (r.application_id is not g.application_id or l.used_at is null
        or (g.guardian_name <> '' and r.guardian_name <> g.guardian_name) or (g.child_name <> '' and r.child_name <> g.child_name))`,
  },
  {
    name: 'a text that a guardian read on a screen is the one its fingerprint says, or erased',
    broken: (reader) =>
      reader
        .all<{ id: number; content: string; fingerprint: string }>(
          sql`select id, content, fingerprint from guardian_consents where content is not null`,
        )
        .filter((one) => fingerprint(JSON.parse(one.content)) !== one.fingerprint)
        .map(({ id }) => ({ id })),
  },
];
