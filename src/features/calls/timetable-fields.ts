import { freeDayName, warsawDay } from '../../lib/days.ts';
import { type TimetableFault, timetableFaults } from './policy.ts';
import { electionDays } from './setup/election-days.ts';
import type { Stage } from './stages.ts';
import { electionNames, fieldMessages, isDayStart, isWholeDayEnd, stageNames, timeText } from './texts.ts';

export const stageFieldNames = ['startDay', 'startHour', 'endDay', 'endHour', 'place', 'source'] as const;
export type StageFieldName = (typeof stageFieldNames)[number];

/** Where a stage's field stands in the form. The letter keeps the numbers from being read as places in a list. */
export function stageField(stageId: number, field: StageFieldName): string {
  return `stages.s${stageId}.${field}`;
}

/** A stage as it is typed: days as stored, hours `15.00`, empty for a whole day. */
export type StageFields = Readonly<Record<StageFieldName, string>>;

export function typedStage({ startsAt, endsAt, place, source }: Stage): StageFields {
  return {
    startDay: startsAt === null ? '' : warsawDay(startsAt),
    startHour: startsAt === null || isDayStart(startsAt) ? '' : timeText(startsAt),
    endDay: endsAt === null ? '' : warsawDay(endsAt),
    endHour: endsAt === null || isWholeDayEnd(endsAt) ? '' : timeText(endsAt),
    place,
    source,
  };
}

/** What does not hold together, as messages at the fields to change. */
export function faultFields(stages: readonly Stage[]): Record<string, string> {
  const incomplete = stages
    .filter((stage) => stage.kind === 'submission' && (stage.startsAt === null || stage.endsAt === null))
    .map(
      (stage) =>
        [
          stageField(stage.id, stage.startsAt === null ? 'startDay' : 'endDay'),
          fieldMessages.submission_dates,
        ] as const,
    );
  const faults = timetableFaults(stages).map((fault) => {
    const stage = stages.find((one) => one.kind === fault.kind && isFaulty(one, fault));
    return [stageField(stage?.id ?? 0, 'endDay'), messageOf(fault)] as const;
  });
  return Object.fromEntries([...faults, ...incomplete]);
}

function isFaulty(stage: Stage, fault: TimetableFault): boolean {
  if (fault.code === 'not_before') return true;
  return stage.startsAt !== null && stage.endsAt !== null && stage.endsAt <= stage.startsAt;
}

function messageOf(fault: TimetableFault): string {
  return fault.code === 'not_before' && fault.before !== undefined
    ? fieldMessages.not_before(stageNames[fault.before])
    : fieldMessages.ends_before_start;
}

/** First and last days that fall on a weekend, a holiday or an election, with the reason: „niedziela”, „Boże Ciało”, „wybory samorządowe”. */
export function freeDays(stage: Pick<Stage, 'startsAt' | 'endsAt'>): string[] {
  const days = [stage.startsAt, stage.endsAt].flatMap((at) => (at === null ? [] : [warsawDay(at)]));
  return [...new Set(days)].flatMap((day) => {
    const election = electionDays[day];
    const name = election === undefined ? freeDayName(day) : electionNames[election];
    return name === null ? [] : [`${Number(day.slice(8))}.${day.slice(5, 7)}: ${name}`];
  });
}
