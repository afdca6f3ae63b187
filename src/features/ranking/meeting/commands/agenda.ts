import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../../db/connection.ts';
import { meetingAttendance, meetingItems, meetings } from '../../../../db/schema/ranking-meeting.ts';
import type { Deps } from '../../../../deps.ts';
import { record } from '../../../../history/record.ts';
import type { Actor } from '../../../../lib/actor.ts';
import { done, type Result, refused } from '../../../../lib/result.ts';
import { sits } from '../../../jury/policy.ts';
import { exclusionsOf, membersOf } from '../../../jury/queries.ts';
import { mayAdopt } from '../../access.ts';
import { insideThoughExcluded } from '../policy.ts';
import { agendaItem, type Meeting, openMeetingOf, presentIds } from '../queries.ts';

/** The meeting that the actor leads. Refuses `absent`, `meeting_not_open`. */
export function ledMeeting(reader: Reader, actor: Actor, callId: number): Result<Meeting> {
  if (!mayAdopt(reader, actor, callId)) return refused('absent');
  const meeting = openMeetingOf(reader, callId);
  return meeting === undefined ? refused('meeting_not_open') : done(meeting);
}

export interface Coming {
  readonly callId: number;
  readonly memberId: number;
  readonly isIn: boolean;
}

/** Somebody came later, went out or came back; said twice it is one thing. Refuses `absent`, `meeting_not_open`, `not_declared`. */
export function noteAttendance(deps: Deps, actor: Actor, { callId, memberId, isIn }: Coming): Result {
  return deps.db.write((tx) => {
    const led = ledMeeting(tx, actor, callId);
    if (!led.ok) return led;
    const member = membersOf(tx, callId).find((one) => one.memberId === memberId);
    if (member === undefined || member.declaredAt === null || !sits(member)) return refused('not_declared');
    const at = deps.clock.now();
    const { id: meetingId } = led.value;
    const inside = sql`select 1 from meeting_attendance where meeting_id = ${meetingId} and member_id = ${memberId} and left_at is null`;
    if ((tx.get(inside) !== undefined) === isIn) return done();
    if (isIn) tx.orm.insert(meetingAttendance).values({ meetingId, memberId, cameAt: at }).run();
    else
      tx.orm
        .update(meetingAttendance)
        .set({ leftAt: at })
        .where(
          and(
            eq(meetingAttendance.meetingId, meetingId),
            eq(meetingAttendance.memberId, memberId),
            isNull(meetingAttendance.leftAt),
          ),
        )
        .run();
    record(tx, deps, actor, {
      what: isIn ? 'meeting.member_came' : 'meeting.member_left',
      subject: { kind: 'jury_member', id: memberId },
      callId,
    });
    return done();
  });
}

export interface Move {
  readonly callId: number;
  /** What is talked about next; null: nothing just now. */
  readonly applicationId: number | null;
  /** Of the meeting as the page showed it. */
  readonly revision: number;
  /** The excluded left the room for the talk. */
  readonly areOut?: boolean;
}

/**
 * Puts an application before the jury, on every juror's page and on the screen. Where it is there already, nothing happens. Refuses `absent` (an
 * application closed to whoever leads too), `meeting_not_open`, `edited_meanwhile` where somebody else moved on, `recused_in_room` (facts names).
 */
export function moveAgenda(deps: Deps, actor: Actor, { callId, applicationId, revision, areOut }: Move): Result {
  return deps.db.write((tx) => {
    const led = ledMeeting(tx, actor, callId);
    if (!led.ok) return led;
    const meeting = led.value;
    if (meeting.currentId === applicationId) return done();
    if (applicationId !== null && agendaItem(tx, actor, meeting, applicationId)?.isOpen !== true)
      return refused('absent');
    if (meeting.revision !== revision) return refused('edited_meanwhile');
    if (applicationId !== null) {
      const excluded = insideThoughExcluded(presentIds(tx, meeting.id), exclusionsOf(tx, callId), applicationId);
      if (excluded.length > 0 && areOut !== true)
        return refused('recused_in_room', {
          field: 'areOut',
          facts: { names: namesOf(tx, callId, excluded).join(', ') },
        });
      begin(tx, deps, meeting.id, applicationId, excluded);
    }
    tx.orm
      .update(meetings)
      .set({ currentApplicationId: applicationId, revision: revision + 1 })
      .where(eq(meetings.id, meeting.id))
      .run();
    return done();
  });
}

/** Names of members of the call's jury, in its order. */
export function namesOf(reader: Reader, callId: number, memberIds: readonly number[]): string[] {
  return membersOf(reader, callId)
    .filter(({ memberId }) => memberIds.includes(memberId))
    .map(({ name }) => name);
}

function begin(tx: Tx, deps: Deps, meetingId: number, applicationId: number, out: readonly number[]): void {
  ensureItem(tx, meetingId, applicationId);
  const known = tx.get<{ at: string | null; steppedOut: string }>(sql`
    select discussed_at as at, stepped_out as steppedOut from meeting_items where meeting_id = ${meetingId} and application_id = ${applicationId}`);
  const before = JSON.parse(known?.steppedOut ?? '[]') as number[];
  tx.orm
    .update(meetingItems)
    .set({
      ...(known?.at == null ? { discussedAt: deps.clock.now() } : {}),
      steppedOut: JSON.stringify([...new Set([...before, ...out])].sort((a, b) => a - b)),
    })
    .where(and(eq(meetingItems.meetingId, meetingId), eq(meetingItems.applicationId, applicationId)))
    .run();
}

/** An application accepted after the opening comes last on the agenda. */
export function ensureItem(tx: Tx, meetingId: number, applicationId: number): void {
  const last = tx.get<{ position: number }>(
    sql`select coalesce(max(position), 0) as position from meeting_items where meeting_id = ${meetingId}`,
  );
  tx.orm
    .insert(meetingItems)
    .values({ meetingId, applicationId, position: (last?.position ?? 0) + 1 })
    .onConflictDoNothing()
    .run();
}
