import {
  addDays,
  addYears,
  type Day,
  daysBetween,
  endOfDay,
  type Instant,
  startOfDay,
  warsawDay,
  workingDayFrom,
} from '../../../lib/days.ts';
import { onDay, type StageKind, stageOrder } from '../stages.ts';
import type { ModelStage } from './model.ts';

/** What the timetable of a new call hangs on. */
export interface Anchors {
  readonly deadline: Instant;
  readonly realisationFrom: Day;
  readonly realisationTo: Day;
}

/** The anchors of a timetable; undefined while it lacks the deadline or the realisation. */
export function anchorsOf(stages: readonly ModelStage[]): Anchors | undefined {
  const deadline = stages.find(({ kind }) => kind === 'submission')?.endsAt;
  const realisation = stages.find(({ kind }) => kind === 'realisation');
  if (!deadline || !realisation?.startsAt || !realisation.endsAt) return undefined;
  return { deadline, realisationFrom: warsawDay(realisation.startsAt), realisationTo: warsawDay(realisation.endsAt) };
}

/** The same dates in a later year, each on a working day; at least one year on, and as many as it takes for the deadline to lie after `after`. */
export function inLaterYear(stages: readonly ModelStage[], after: Instant, least: 0 | 1): ModelStage[] {
  const deadline = anchorsOf(stages)?.deadline;
  if (deadline === undefined) return [...stages];
  let years: number = least;
  while (moved(deadline, (on) => addYears(on, years)) <= after) years += 1;
  return stages.map((stage) => movedStage(stage, (on) => (years === 0 ? on : workingDayFrom(addYears(on, years)))));
}

/**
 * The timetable hung on other anchors: what comes before the realisation keeps its distance to the deadline, what comes after it to the last day of
 * realisation, moved on to a working day. Where less time is left between the deadline and the realisation, what lies between draws together in
 * proportion. A stage that would end before it begins loses its beginning.
 */
export function hungOn(
  stages: readonly ModelStage[],
  { deadline, realisationFrom, realisationTo }: Anchors,
): ModelStage[] {
  const before = anchorsOf(stages) ?? { deadline, realisationFrom, realisationTo };
  const [closed, closes] = [warsawDay(before.deadline), warsawDay(deadline)];
  const toDeadline = daysBetween(closed, closes);
  const toEnd = daysBetween(before.realisationTo, realisationTo);
  const gap = { was: daysBetween(closed, before.realisationFrom), is: daysBetween(closes, realisationFrom) };
  const after = (on: Day) => {
    const days = daysBetween(closed, on);
    return addDays(closes, gap.is < gap.was && days > 0 ? Math.floor((days * gap.is) / gap.was) : days);
  };
  const hung = stages.map((stage): ModelStage => {
    if (stage.kind === 'realisation')
      return { ...stage, startsAt: startOfDay(realisationFrom), endsAt: endOfDay(realisationTo) };
    if (stage.kind === 'last_purchase') return { ...stage, endsAt: endOfDay(realisationTo) };
    if (isAfterRealisation(stage.kind)) return movedStage(stage, (on) => moveOn(on, addDays(on, toEnd)));
    const isBetween = stageOrder.indexOf(stage.kind) > stageOrder.indexOf('submission');
    return movedStage(stage, (on) => moveOn(on, isBetween ? after(on) : addDays(on, toDeadline)));
  });
  const submission = hung.find(({ kind }) => kind === 'submission');
  return hung.map((stage) => {
    if (stage.kind === 'submission') return inTurn({ ...stage, endsAt: deadline });
    // What begins at the deadline begins at its new hour too.
    const beginsThen = stage.startsAt !== null && stage.startsAt === submission?.endsAt;
    return inTurn(beginsThen ? { ...stage, startsAt: deadline } : stage);
  });
}

/** A day that stays is left as it was, free or not; one that moves lands on a working day. */
function moveOn(from: Day, to: Day): Day {
  return from === to ? to : workingDayFrom(to);
}

function isAfterRealisation(kind: StageKind): boolean {
  return stageOrder.indexOf(kind) > stageOrder.indexOf('realisation');
}

function movedStage(stage: ModelStage, to: (on: Day) => Day): ModelStage {
  return inTurn({
    ...stage,
    startsAt: stage.startsAt === null ? null : moved(stage.startsAt, to),
    endsAt: stage.endsAt === null ? null : moved(stage.endsAt, to),
  });
}

function moved(moment: Instant, to: (on: Day) => Day): Instant {
  return onDay(moment, to(warsawDay(moment)));
}

function inTurn(stage: ModelStage): ModelStage {
  const isReversed = stage.startsAt !== null && stage.endsAt !== null && stage.startsAt >= stage.endsAt;
  return isReversed ? { ...stage, startsAt: null } : stage;
}
