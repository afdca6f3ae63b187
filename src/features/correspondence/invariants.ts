import { sql } from 'drizzle-orm';
import type { Invariant } from '../../db/invariant.ts';

export const letterTextInvariants: Invariant[] = [
  {
    name: 'a letter names a version of the text of its own kind, in force when it was written',
    broken: sql`
      select l.id from letters l join letter_texts t on t.id = l.text_id
      where t.kind <> l.kind or t.in_force_from > l.created_at`,
  },
  {
    name: 'the versions of a text are numbered from one, without gaps',
    broken: sql`select min(id) from letter_texts group by kind having min(number) <> 1 or max(number) <> count(*)`,
  },
];
