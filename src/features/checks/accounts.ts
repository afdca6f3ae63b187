import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import { sameAs } from '../accounts/access.ts';

/** The ids under which the actor may have signed: her own and those merged into it. */
export function accountsOf(reader: Reader, actor: Actor): number[] {
  if (actor.kind !== 'person') return [];
  return reader
    .all<{ id: number }>(sql`select id from people where id in ${sameAs(actor.personId)}`)
    .map(({ id }) => id);
}
