import { type Day, daysBetween, type Instant, warsawDay } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import type { CallState } from './lifecycle.ts';
import { isOpenForSubmission, type Stage, type StageKind, submissionWindow } from './stages.ts';

/** What a visitor finds: a call in preparation, one whose time has not come, one that takes applications, one that closed. */
export type CallPhase = 'preparation' | 'before' | 'open' | 'closed';

export function phaseOf(
  call: { readonly state: CallState; readonly stages: readonly Stage[] },
  now: Instant,
): CallPhase {
  if (call.state === 'draft') return 'preparation';
  const window = submissionWindow(call.stages);
  if (call.state === 'announced' && window !== undefined && now < window.opensAt) return 'before';
  return takesApplications(call, now) ? 'open' : 'closed';
}

/** Announced and within the submission window. */
export function takesApplications(
  call: { readonly state: CallState; readonly stages: readonly Stage[] },
  now: Instant,
): boolean {
  return call.state === 'announced' && isOpenForSubmission(call.stages, now);
}

/** A call may be announced with both dates of submission and a deadline still ahead. */
export function mayAnnounce(stages: readonly Stage[], now: Instant): Result {
  const window = submissionWindow(stages);
  if (window === undefined) return refused('submission_dates_missing');
  if (window.closesAt <= now) return refused('submission_over');
  return done();
}

/** Whole weeks by which the timetable moves so that the given day stands nearest to the middle of the submission window. */
export function weeksToBring(stages: readonly Stage[], today: Day): number {
  const window = submissionWindow(stages);
  if (window === undefined) return 0;
  const opens = warsawDay(window.opensAt);
  const half = Math.floor(daysBetween(opens, warsawDay(window.closesAt)) / 2);
  // Adding nought turns a negative nought, which no number of weeks is, into a plain one.
  return Math.round((daysBetween(opens, today) - half) / 7) + 0;
}

export type TimetableFault = {
  readonly kind: StageKind;
  readonly code: 'ends_before_start' | 'not_before';
  readonly before?: StageKind;
};

/** The river: each of these ends no earlier than the one before it. */
const endsInOrder: readonly StageKind[] = [
  ...(['submission', 'formal_check', 'corrections', 'recheck', 'scoring', 'jury_meeting', 'results'] as const),
  ...(['negotiation', 'realisation', 'payments'] as const),
];

/** What does not hold together in a timetable; empty when it does. */
export function timetableFaults(stages: readonly Pick<Stage, 'kind' | 'startsAt' | 'endsAt'>[]): TimetableFault[] {
  const reversed = stages
    .filter((stage) => stage.startsAt !== null && stage.endsAt !== null && stage.endsAt <= stage.startsAt)
    .map((stage) => ({ kind: stage.kind, code: 'ends_before_start' as const }));
  const river = endsInOrder.flatMap(
    (kind) => stages.find((stage) => stage.kind === kind && stage.endsAt !== null) ?? [],
  );
  const disordered = river.flatMap((stage, index) => {
    const before = river[index - 1];
    if (before === undefined || (before.endsAt ?? '') <= (stage.endsAt ?? '')) return [];
    return [{ kind: stage.kind, code: 'not_before' as const, before: before.kind }];
  });
  return [...reversed, ...disordered];
}

export interface Amounts {
  readonly pool: Grosze;
  readonly min: Grosze;
  readonly max: Grosze;
  readonly minInitiatives: number;
}

/** Limits must leave room for what the call promises; `planned` is the grant planned for the call's task, grosze. */
export function checkAmounts(amounts: Amounts, planned: Grosze): Result {
  if (amounts.max < amounts.min) return refused('max_below_min', { field: 'max' });
  if (amounts.max > amounts.pool) return refused('max_over_pool', { field: 'max' });
  if (amounts.min * amounts.minInitiatives > amounts.pool)
    return refused('pool_too_small', { field: 'minInitiatives' });
  if (amounts.pool > planned) return refused('pool_over_plan', { field: 'pool', facts: { planned } });
  return done();
}
