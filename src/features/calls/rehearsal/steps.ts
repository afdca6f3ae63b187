import { addTime, type Instant } from '../../../lib/days.ts';
import type { Stage, StageKind } from '../stages.ts';

/** What is played one after another; what the timetable says besides (meetings, consultation, advice) takes nobody's part and is left out. */
export const rehearsalSteps = ['applying', 'checking', 'scoring', 'deciding', 'negotiating', 'carrying_out'] as const;
export type RehearsalStep = (typeof rehearsalSteps)[number];

const kindsOf: Readonly<Record<RehearsalStep, readonly StageKind[]>> = {
  applying: ['submission'],
  checking: ['formal_check', 'corrections', 'recheck'],
  scoring: ['declarations', 'scoring'],
  deciding: ['jury_meeting', 'results'],
  negotiating: ['negotiation'],
  carrying_out: ['realisation', 'last_purchase', 'last_contract_bill'],
};

const settling: readonly StageKind[] = ['group_report', 'payments', 'funder_report'];

/** So long a step stays open by itself: whoever goes through in an afternoon moves on by the button, whoever needs a week has it. */
const stepDays = 7;
/** Groups plan their work within the realisation, so it is as long as a short real one. */
const realisationDays = 90;

type Dated = Omit<Stage, 'id'>;

/** The stages of a rehearsal whose first step begins now. */
export function firstDates(stages: readonly Dated[], now: Instant): Dated[] {
  return stages
    .filter(({ kind }) => stepOf(kind) !== undefined || settling.includes(kind))
    .map((stage) => ({ ...stage, ...windowFrom(stage.kind, 0, now) }));
}

/** The stages once `step` begins now: what went before ends now at the latest and keeps its beginning, the rest follows. */
export function datesFrom<S extends Dated>(stages: readonly S[], step: RehearsalStep, now: Instant): S[] {
  const from = rehearsalSteps.indexOf(step);
  return stages.map((stage) => {
    const own = stepOf(stage.kind);
    const isBefore = own !== undefined && rehearsalSteps.indexOf(own) < from;
    if (!isBefore) return { ...stage, ...windowFrom(stage.kind, from, now) };
    const cut = (at: Instant | null) => (at !== null && at > now ? now : at);
    return { ...stage, startsAt: cut(stage.startsAt), endsAt: cut(stage.endsAt) };
  });
}

/** Where a rehearsal stands: the last step that has begun. */
export function currentStep(stages: readonly Dated[], now: Instant): RehearsalStep {
  const begun = rehearsalSteps.filter((step) =>
    stages.some(({ kind, startsAt }) => stepOf(kind) === step && startsAt !== null && startsAt <= now),
  );
  return begun.at(-1) ?? 'applying';
}

/** Undefined at the last. */
export function nextStep(step: RehearsalStep): RehearsalStep | undefined {
  return rehearsalSteps[rehearsalSteps.indexOf(step) + 1];
}

function stepOf(kind: StageKind): RehearsalStep | undefined {
  return rehearsalSteps.find((step) => kindsOf[step].includes(kind));
}

function windowFrom(kind: StageKind, from: number, now: Instant): { startsAt: Instant; endsAt: Instant } {
  const last = rehearsalSteps.length - 1;
  const step = stepOf(kind);
  const index = step === undefined ? last : rehearsalSteps.indexOf(step);
  const startsAt = addTime(now, { days: stepDays * (index - from) });
  if (index < last) return { startsAt, endsAt: addTime(startsAt, { days: stepDays }) };
  const endOfWork = addTime(startsAt, { days: realisationDays });
  if (step !== undefined) return { startsAt, endsAt: endOfWork };
  return { startsAt: endOfWork, endsAt: addTime(endOfWork, { days: stepDays }) };
}
