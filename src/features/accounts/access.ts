import { type SQL, sql } from 'drizzle-orm';

/** The ids under which rows of one person stand: her own and those merged into it. Use as `person_id in ${sameAs(id)}`. */
export function sameAs(personId: number): SQL {
  return sql`(select id from people where id = ${personId} or merged_into_id = ${personId})`;
}
