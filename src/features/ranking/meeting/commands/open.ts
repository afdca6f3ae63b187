import { eq } from 'drizzle-orm';
import { meetingAttendance, meetingItems, meetings } from '../../../../db/schema/ranking-meeting.ts';
import type { Deps } from '../../../../deps.ts';
import { record } from '../../../../history/record.ts';
import type { Actor } from '../../../../lib/actor.ts';
import { done, type Result, refused } from '../../../../lib/result.ts';
import { readCall } from '../../../calls/queries.ts';
import { sits } from '../../../jury/policy.ts';
import { isChairMissing, membersOf } from '../../../jury/queries.ts';
import { mayAdopt, sightOf } from '../../access.ts';
import { adoptedRanking, computeRanking } from '../../queries.ts';
import type { Agenda } from '../policy.ts';
import { isUnderWay, meetingOf, openMeetingOf } from '../queries.ts';

export interface Opening {
  readonly callId: number;
  readonly place: string;
  readonly agenda: Agenda;
  readonly isOnScreen: boolean;
  /** Ids of the members in the room. A quorum may yet come: the adoption needs it, the opening does not. */
  readonly attendance: readonly number[];
}

/**
 * Opens the call's one meeting, its applications in the order chosen. Returns its id. Refuses `absent`, `already_adopted`, `meeting_opened`,
 * `scoring_goes_on`, `nothing_to_rank`, `chair_missing`, `not_declared` where somebody in the room has signed no declaration.
 */
export function openMeeting(deps: Deps, actor: Actor, opening: Opening): Result<number> {
  return deps.db.write((tx) => {
    const openedAt = deps.clock.now();
    const { callId, place, agenda } = opening;
    const call = readCall(tx, callId);
    if (actor.kind !== 'person' || call === undefined || !mayAdopt(tx, actor, callId)) return refused('absent');
    if (adoptedRanking(tx, callId) !== undefined) return refused('already_adopted');
    if (meetingOf(tx, callId) !== undefined) return refused('meeting_opened');
    if (sightOf(tx, actor, call, openedAt) !== 'rows') return refused('scoring_goes_on');
    const rows = computeRanking(tx, callId);
    if (rows.length === 0) return refused('nothing_to_rank');
    if (isChairMissing(tx, callId)) return refused('chair_missing');
    const attendance = [...new Set(opening.attendance)];
    const declared = membersOf(tx, callId).filter((member) => member.declaredAt !== null && sits(member));
    if (!attendance.every((id) => declared.some(({ memberId }) => memberId === id)))
      return refused('not_declared', { field: 'attendance' });

    const row = { callId, place, agenda, onScreen: opening.isOnScreen ? 1 : 0, openedAt, openedBy: actor.personId };
    const { id } = tx.orm.insert(meetings).values(row).returning({ id: meetings.id }).get();
    for (const memberId of attendance)
      tx.orm.insert(meetingAttendance).values({ meetingId: id, memberId, cameAt: openedAt }).run();
    const ordered = agenda === 'ranking' ? rows : [...rows].sort((a, b) => a.number - b.number);
    for (const [index, { applicationId }] of ordered.entries())
      tx.orm
        .insert(meetingItems)
        .values({ meetingId: id, applicationId, position: index + 1 })
        .run();
    record(tx, deps, actor, {
      what: 'meeting.opened',
      subject: { kind: 'call', id: callId },
      callId,
      facts: { present: attendance.length, applications: rows.length, agenda },
    });
    return done(id);
  });
}

/**
 * Takes back a meeting opened by mistake or too early, as long as nothing was written down of any application. Refuses `absent`, `meeting_not_open`,
 * `meeting_under_way`.
 */
export function withdrawMeeting(deps: Deps, actor: Actor, callId: number): Result {
  return deps.db.write((tx) => {
    if (!mayAdopt(tx, actor, callId)) return refused('absent');
    const meeting = openMeetingOf(tx, callId);
    if (meeting === undefined) return refused('meeting_not_open');
    if (isUnderWay(tx, meeting)) return refused('meeting_under_way');
    tx.orm.delete(meetingItems).where(eq(meetingItems.meetingId, meeting.id)).run();
    tx.orm.delete(meetingAttendance).where(eq(meetingAttendance.meetingId, meeting.id)).run();
    tx.orm.delete(meetings).where(eq(meetings.id, meeting.id)).run();
    record(tx, deps, actor, { what: 'meeting.withdrawn', subject: { kind: 'call', id: callId }, callId });
    return done();
  });
}
