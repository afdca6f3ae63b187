import { type Instant, warsawDay } from '../../lib/days.ts';
import type { LetterEvent } from '../../mail/events.ts';
import type { Stage, StageWindow } from './stages.ts';
import { isDayStart, isWholeDayEnd } from './texts.ts';

/** When a stage takes place, for a calendar: its hours where it has them on one day, else its days. Undefined without an end, and once it is over. */
export function whenOf(stage: Stage | undefined, now: Instant): LetterEvent['when'] | undefined {
  return stage === undefined || stage.endsAt === null || stage.endsAt <= now ? undefined : datesOf(stage);
}

/** As `whenOf`, past dates too; one with a single end is that day. Undefined without any. */
export function datesOf(stage: StageWindow): LetterEvent['when'] | undefined {
  const startsAt = stage.startsAt ?? stage.endsAt;
  const endsAt = stage.endsAt ?? stage.startsAt;
  if (startsAt === null || endsAt === null) return undefined;
  const [firstDay, lastDay] = [warsawDay(startsAt), warsawDay(endsAt)];
  const isWhole = isDayStart(startsAt) && isWholeDayEnd(endsAt);
  return isWhole || firstDay !== lastDay || startsAt === endsAt ? { firstDay, lastDay } : { startsAt, endsAt };
}

/** The last day of a stage, for whoever must do something until then. */
export function deadlineOf(stage: Stage | undefined, now: Instant): LetterEvent['when'] | undefined {
  if (stage === undefined || stage.endsAt === null || stage.endsAt <= now) return undefined;
  const lastDay = warsawDay(stage.endsAt);
  return { firstDay: lastDay, lastDay };
}
