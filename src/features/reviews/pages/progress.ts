import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { visibleTo } from '../../applications/access.ts';
import type { Call } from '../../calls/queries.ts';
import { juryPaths } from '../../jury/paths.ts';
import { progressOf } from '../queries.ts';

/** Counts of sent cards for staff: no points before the ranking is adopted, nothing of an application closed to the reader. */
export function progressPage(reader: Reader, actor: Actor, call: Call) {
  const { applications, members } = progressOf(reader, call.id);
  const visible = new Set(
    reader
      .all<{ id: number }>(sql`select a.id from applications a where a.call_id = ${call.id} and ${visibleTo(actor)}`)
      .map(({ id }) => id),
  );
  return {
    call: { id: call.id, title: call.title, quorum: call.quorum },
    jury: juryPaths.juryOf(call.id),
    members: members.map((member) => ({ ...member, isDone: member.declared && member.sent === member.toScore })),
    applications: applications
      .filter(({ applicationId }) => visible.has(applicationId))
      .map((application) => ({ ...application, isShort: application.sent < call.quorum })),
    sent: members.reduce((sum, member) => sum + member.sent, 0),
    toScore: members.reduce((sum, member) => sum + member.toScore, 0),
  };
}
