import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { callStages, calls } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { type Instant, warsawDay } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { moveProjectPeriod } from '../../project/commands.ts';
import { noteChange, publicChanges } from '../dates/changes.ts';
import { weeksToBring } from '../policy.ts';
import { type Call, countSubmitted, readCall } from '../queries.ts';
import { moveStages, type Stage, stageOf } from '../stages.ts';
import { faultFields, stageField } from '../timetable-fields.ts';
import { askForRules } from './papers.ts';

/** `today`: submission open now, half of it ahead; `original`: the dates the call was created with. */
export type MoveTarget = 'today' | 'original';

/** By how many weeks a move would shift the timetable. */
export function weeksOfMove(call: Call, to: MoveTarget, now: Instant): number {
  return to === 'original' ? 0 - call.movedByWeeks : weeksToBring(call.stages, warsawDay(now));
}

/**
 * Moves the whole timetable by whole weeks; weekdays and hours stay. The project's cost and payment periods move with its only call: of several none
 * carries the others' along.
 * Refuses `has_applications` once somebody has submitted, and `reason_missing` when the dates are announced.
 */
export function moveTimetable(
  deps: Deps,
  actor: Actor,
  callId: number,
  { to, reason = '' }: { to: MoveTarget; reason?: string },
): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined) return refused('call_absent');
    const count = countSubmitted(tx, callId);
    if (count > 0) return refused('has_applications', { facts: { count } });
    const weeks = weeksOfMove(call, to, deps.clock.now());
    const dates = publicChanges(call.stages, moveStages(call.stages, weeks));
    const isNews = call.state !== 'draft' && dates.length > 0;
    if (isNews && (reason === '' || actor.kind !== 'person')) return refused('reason_missing', { field: 'reason' });
    shiftTimetable(tx, deps, actor, call, weeks);
    if (isNews && actor.kind === 'person') noteChange(tx, deps, actor, { callId, reason, weeks, dates });
    return done();
  });
}

/** As `moveTimetable`, inside a transaction and by a given number of weeks. */
export function shiftTimetable(tx: Tx, deps: Deps, actor: Actor, call: Call, weeks: number): void {
  if (weeks === 0) return;
  for (const stage of moveStages(call.stages, weeks)) writeDates(tx, stage);
  const movedByWeeks = call.movedByWeeks + weeks;
  tx.orm
    .update(calls)
    .set({ movedByWeeks, version: call.version + 1 })
    .where(eq(calls.id, call.id))
    .run();
  record(tx, deps, actor, {
    what: 'call.timetable_moved',
    subject: { kind: 'call', id: call.id },
    callId: call.id,
    facts: { weeks, fromOriginal: movedByWeeks },
  });
  askForRules(tx, deps, actor, call);
  if (isAlone(tx, call)) moveProjectPeriod(tx, deps, actor, { projectId: call.projectId, weeks });
}

/** Is it the only call of its project? */
export function isAlone(reader: Reader, call: Pick<Call, 'id' | 'projectId'>): boolean {
  return (
    reader.get(sql`select 1 from real_calls where project_id = ${call.projectId} and id <> ${call.id}`) === undefined
  );
}

export function writeDates(tx: Tx, stage: Pick<Stage, 'id' | 'startsAt' | 'endsAt' | 'place' | 'source'>): void {
  const { startsAt, endsAt, place, source } = stage;
  tx.orm.update(callStages).set({ startsAt, endsAt, place, source }).where(eq(callStages.id, stage.id)).run();
}

export interface NewDates {
  readonly callId: number;
  readonly version: number;
  readonly stages: readonly Pick<Stage, 'id' | 'startsAt' | 'endsAt' | 'place' | 'source'>[];
  /** Why announced dates change, for everybody to read; a draft's change needs none. */
  readonly reason?: string;
}

/**
 * Changes single dates. Refuses `edited_meanwhile`; `timetable_faults` at the fields when the stages do not follow one
 * another; `deadline_brought_forward` when somebody has submitted and the new deadline is earlier; `reason_missing` when announced dates change.
 * Gives the id of the change that everybody is told of, null when it is nobody's news.
 */
export function changeTimetable(deps: Deps, actor: Actor, input: NewDates): Result<{ changeId: number | null }> {
  return deps.db.write((tx) => {
    const call = readCall(tx, input.callId);
    if (call === undefined) return refused('call_absent');
    if (call.version !== input.version) return refused('edited_meanwhile');
    const changed = call.stages.map((stage) => ({ ...stage, ...input.stages.find((given) => given.id === stage.id) }));
    const fields = faultFields(changed);
    if (Object.keys(fields).length > 0) return refused('timetable_faults', { fields });
    if (isDeadlineEarlier(call.stages, changed) && countSubmitted(tx, call.id) > 0) {
      const submission = stageOf(changed, 'submission');
      return refused('deadline_brought_forward', { field: stageField(submission?.id ?? 0, 'endDay') });
    }
    const dates = call.state === 'draft' ? [] : publicChanges(call.stages, changed);
    const reason = input.reason ?? '';
    if (dates.length > 0 && (reason === '' || actor.kind !== 'person'))
      return refused('reason_missing', { field: 'reason' });
    write(tx, deps, actor, call, changed);
    if (dates.length === 0 || actor.kind !== 'person') return done({ changeId: null });
    return done({ changeId: noteChange(tx, deps, actor, { callId: call.id, reason, weeks: null, dates }) });
  });
}

function isDeadlineEarlier(before: readonly Stage[], after: readonly Stage[]): boolean {
  const [old, now] = [stageOf(before, 'submission')?.endsAt, stageOf(after, 'submission')?.endsAt];
  return old != null && now != null && now < old;
}

function write(tx: Tx, deps: Deps, actor: Actor, call: Call, changed: readonly Stage[]): void {
  const facts: Record<string, string> = {};
  for (const stage of changed) {
    const before = call.stages.find((one) => one.id === stage.id);
    if (before === undefined || sameDates(before, stage)) continue;
    writeDates(tx, stage);
    facts[`${stage.kind}:${stage.id}`] = `${datesOf(before)} -> ${datesOf(stage)}`;
  }
  if (Object.keys(facts).length === 0) return;
  tx.orm
    .update(calls)
    .set({ version: call.version + 1 })
    .where(eq(calls.id, call.id))
    .run();
  record(tx, deps, actor, {
    what: 'call.timetable_changed',
    subject: { kind: 'call', id: call.id },
    callId: call.id,
    facts,
  });
  askForRules(tx, deps, actor, call);
}

function sameDates(a: Stage, b: Stage): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt && a.place === b.place && a.source === b.source;
}

function datesOf(stage: Stage): string {
  return `${stage.startsAt ?? ''}/${stage.endsAt ?? ''}`;
}
