import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { visibleTo } from '../../applications/access.ts';
import type { Call } from '../../calls/queries.ts';
import { juryPaths } from '../../jury/paths.ts';
import { exclusionsOf } from '../../jury/queries.ts';
import { rosterOf } from '../../jury/roster.ts';
import { progressOf } from '../queries.ts';

/** Counts of sent cards for staff: no points before the ranking is adopted, nothing of an application closed to the reader, in the sums neither. */
export function progressPage(reader: Reader, actor: Actor, call: Call) {
  const visible = new Set(
    reader
      .all<{ id: number }>(sql`select a.id from applications a where a.call_id = ${call.id} and ${visibleTo(actor)}`)
      .map(({ id }) => id),
  );
  const { applications, members } = progressOf(reader, call.id, (applicationId) => visible.has(applicationId));
  const exclusions = exclusionsOf(reader, call.id);
  const isClosedTo = (memberId: number, applicationId: number) =>
    exclusions.some((one) => one.memberId === memberId && one.applicationId === applicationId);
  return {
    call: { id: call.id, title: call.title, quorum: call.quorum },
    jury: juryPaths.juryOf(call.id),
    members: members.map((member) => ({ ...member, isDone: member.declared && member.sent === member.toScore })),
    applications: applications.map((application) => ({ ...application, isShort: application.sent < call.quorum })),
    takenOff: rosterOf(reader, call.id)
      .filter(({ removedAt }) => removedAt !== null)
      .map(({ memberId, name, removedAt, cardsCount }) => {
        const short = applications
          .filter(({ possible }) => possible < call.quorum)
          .filter(({ applicationId }) => !isClosedTo(memberId, applicationId))
          .map(({ code }) => code);
        return { name, removedAt, counts: cardsCount === 1, short: short.length, codes: short.join(', ') };
      }),
    sent: members.reduce((sum, member) => sum + member.sent, 0),
    toScore: members.reduce((sum, member) => sum + member.toScore, 0),
  };
}
