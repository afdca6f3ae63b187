import type { callStages } from '../../db/schema/calls.ts';
import { addDays, type Day, type Instant, instant, warsawDay, warsawTime, warsawToInstant } from '../../lib/days.ts';

export type StageKind = typeof callStages.$inferSelect.kind;

/** A window of the timetable: open from `startsAt` on, over at `endsAt`. An open side is null. */
export interface Stage {
  readonly id: number;
  readonly kind: StageKind;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly place: string;
  /** Where the date comes from, e.g. a paragraph; '' when nobody said. */
  readonly source: string;
}

export type StageWindow = Pick<Stage, 'startsAt' | 'endsAt'>;

/** The order in which a call flows; side dates (meetings, last bills) stand between their neighbours. */
export const stageOrder: readonly StageKind[] = [
  ...(['rules_consultation', 'announcement', 'information_meeting', 'advice', 'submission', 'formal_check'] as const),
  ...(['corrections', 'recheck', 'declarations', 'scoring', 'jury_meeting', 'results', 'negotiation'] as const),
  ...(['realisation', 'last_purchase', 'group_report', 'last_contract_bill', 'payments', 'funder_report'] as const),
];

const sideDates: readonly StageKind[] = ['information_meeting', 'advice', 'last_purchase', 'last_contract_bill'];

/** Dates that may stand in a timetable as often as needed. */
export const meetingKinds = ['information_meeting', 'advice'] as const satisfies readonly StageKind[];
export type MeetingKind = (typeof meetingKinds)[number];

export function isMeeting(stage: Stage): boolean {
  return meetingKinds.some((kind) => kind === stage.kind);
}

/** Is the moment inside? The start is, the end is not: whoever comes at the very deadline is late. */
export function isWithin(window: StageWindow, now: Instant): boolean {
  return (window.startsAt === null || window.startsAt <= now) && (window.endsAt === null || now < window.endsAt);
}

export function stageOf(stages: readonly Stage[], kind: StageKind): Stage | undefined {
  return stages.find((stage) => stage.kind === kind);
}

/** When applications are taken; undefined while the timetable does not give both ends. */
export function submissionWindow(stages: readonly Stage[]): { opensAt: Instant; closesAt: Instant } | undefined {
  const stage = stageOf(stages, 'submission');
  if (!stage?.startsAt || !stage.endsAt) return undefined;
  return { opensAt: stage.startsAt, closesAt: stage.endsAt };
}

export function isOpenForSubmission(stages: readonly Stage[], now: Instant): boolean {
  const window = submissionWindow(stages);
  return window !== undefined && isWithin({ startsAt: window.opensAt, endsAt: window.closesAt }, now);
}

/** Where the call stands: the furthest stage of the river going on now. Between two stages, undefined. */
export function currentStage(stages: readonly Stage[], now: Instant): Stage | undefined {
  return inOrder(stages)
    .filter((stage) => !sideDates.includes(stage.kind) && stage.startsAt !== null && isWithin(stage, now))
    .at(-1);
}

/** The next thing that begins or ends after now. */
export function nextDate(
  stages: readonly Stage[],
  now: Instant,
): { stage: Stage; at: Instant; isEnd: boolean } | undefined {
  const dates = inOrder(stages).flatMap((stage) => [
    ...(stage.startsAt === null ? [] : [{ stage, at: stage.startsAt, isEnd: false }]),
    ...(stage.endsAt === null ? [] : [{ stage, at: stage.endsAt, isEnd: true }]),
  ]);
  return dates.filter((date) => date.at > now).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))[0];
}

export function inOrder<S extends Pick<Stage, 'kind' | 'startsAt' | 'endsAt'>>(stages: readonly S[]): S[] {
  const firstDate = (stage: S) => stage.startsAt ?? stage.endsAt ?? '';
  return [...stages].sort(
    (a, b) => stageOrder.indexOf(a.kind) - stageOrder.indexOf(b.kind) || (firstDate(a) < firstDate(b) ? -1 : 1),
  );
}

/** The same weekday and the same time on Warsaw's clocks, whole weeks later (earlier with a negative number). */
export function moveByWeeks(moment: Instant, weeks: number): Instant {
  return weeks === 0 ? moment : onDay(moment, addDays(warsawDay(moment), weeks * 7));
}

/** The same time on Warsaw's clocks on another day. */
export function onDay(moment: Instant, day: Day): Instant {
  const { hour, minute } = warsawTime(moment);
  const minutes = String(minute).padStart(2, '0');
  const at = (hours: number) => warsawToInstant(day, `${String(hours).padStart(2, '0')}:${minutes}`);
  const there = at(hour);
  // In the hour skipped in March the clocks show the next one.
  const landed = there.ok ? there : at(hour + 1);
  if (!landed.ok) throw new RangeError(`no such time in Warsaw: ${day} ${hour}:${minutes}`);
  return instant(`${landed.value.slice(0, 17)}${moment.slice(17)}`);
}

export function moveStages<S extends StageWindow>(stages: readonly S[], weeks: number): S[] {
  const move = (at: Instant | null) => (at === null ? null : moveByWeeks(at, weeks));
  return stages.map((stage) => ({ ...stage, startsAt: move(stage.startsAt), endsAt: move(stage.endsAt) }));
}
