import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { judgingVisibleTo } from '../../applications/access.ts';

/** Ids of the call's scored applications that the actor may know of, in the order of filing. */
export function openIds(reader: Reader, actor: Actor, callId: number): number[] {
  return reader
    .all<{ id: number }>(
      sql`select a.id from applications a where a.call_id = ${callId} and a.state = 'accepted' and ${judgingVisibleTo(actor)} order by a.number`,
    )
    .map(({ id }) => id);
}

/** Whether who scores this application is the actor's to see. */
export function isOpenPlace(reader: Reader, actor: Actor, callId: number, applicationId: number): boolean {
  return openIds(reader, actor, callId).includes(applicationId);
}
