import { eq } from 'drizzle-orm';
import { callStages, calls } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { rulesSubject, settingsRights } from '../access.ts';
import { askForRules } from '../commands/papers.ts';
import { type Call, readCall, readStages } from '../queries.ts';
import { isMeeting, type MeetingKind } from '../stages.ts';
import { noteChange, publicChanges } from './changes.ts';
import { meetingTexts } from './texts.ts';

export interface NewMeeting {
  readonly callId: number;
  readonly kind: MeetingKind;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: string;
}

/** One more meeting or hours of advice; of an announced call everybody reads that it was added. Refuses 'absent', 'ends_before_start', 'meeting_over'. */
export function addMeeting(deps: Deps, actor: Actor, meeting: NewMeeting): Result {
  return deps.db.write((tx) => {
    const call = changeable(readCall(tx, meeting.callId), actor);
    if (call === undefined || actor.kind !== 'person') return refused('absent');
    if (meeting.endsAt <= meeting.startsAt) return refused('ends_before_start', { field: 'until' });
    if (meeting.endsAt <= deps.clock.now()) return refused('meeting_over', { field: 'day' });
    const { id } = tx.orm.insert(callStages).values(meeting).returning({ id: callStages.id }).get();
    tx.orm
      .update(calls)
      .set({ version: call.version + 1 })
      .where(eq(calls.id, call.id))
      .run();
    record(tx, deps, actor, {
      what: 'call.meeting_added',
      subject: rulesSubject(call.id),
      callId: call.id,
      facts: { stage: id, kind: meeting.kind, startsAt: meeting.startsAt },
    });
    if (call.state !== 'draft') {
      const dates = publicChanges(call.stages, readStages(tx, call.id));
      noteChange(tx, deps, actor, { callId: call.id, reason: meetingTexts.added, weeks: null, dates });
      askForRules(tx, deps, actor, call);
    }
    return done();
  });
}

/** Calls a meeting off. Refuses 'absent', 'meeting_over', and 'reason_missing' when it was announced. */
export function callOffMeeting(
  deps: Deps,
  actor: Actor,
  { callId, stageId, reason }: { callId: number; stageId: number; reason: string },
): Result {
  return deps.db.write((tx) => {
    const call = changeable(readCall(tx, callId), actor);
    const stage = call?.stages.find((one) => one.id === stageId && isMeeting(one));
    if (call === undefined || stage === undefined || actor.kind !== 'person') return refused('absent');
    if (stage.endsAt !== null && stage.endsAt <= deps.clock.now()) return refused('meeting_over');
    if (call.state !== 'draft' && reason === '') return refused('reason_missing', { field: `reason${stageId}` });
    tx.orm.delete(callStages).where(eq(callStages.id, stageId)).run();
    tx.orm
      .update(calls)
      .set({ version: call.version + 1 })
      .where(eq(calls.id, call.id))
      .run();
    record(tx, deps, actor, {
      what: 'call.meeting_called_off',
      subject: rulesSubject(callId),
      callId,
      facts: { stage: stageId, kind: stage.kind, startsAt: stage.startsAt },
    });
    if (call.state !== 'draft') {
      const dates = publicChanges([stage], []);
      noteChange(tx, deps, actor, { callId, reason, weeks: null, dates });
      askForRules(tx, deps, actor, call);
    }
    return done();
  });
}

function changeable(call: Call | undefined, actor: Actor): Call | undefined {
  return call !== undefined && settingsRights(actor, call.id).mayChange ? call : undefined;
}
