import { addTime, type Instant } from '../../../lib/days.ts';
import { timeLeft } from '../../../lib/polish-dates.ts';
import type { Call } from '../../calls/queries.ts';
import { submissionWindow } from '../../calls/stages.ts';
import { timeText } from '../../calls/texts.ts';
import { clockTexts } from './texts.ts';

const hoursBefore = 24;

export interface ClockShown {
  readonly now: Instant;
  /** The end that counts for whoever writes: of the call, or of a leave that reaches further. */
  readonly until: Instant;
  readonly time: string;
  readonly left: string;
  readonly detail: string;
}

/**
 * The server's clock on the pages of a draft: in the last 24 hours before its end, and all the time that is left under a late link. Null before, and
 * once nothing can be sent any more. `lateUntil`: an individual leave, which lengthens and never shortens.
 */
export function clockOf(
  { state, stages }: Pick<Call, 'state' | 'stages'>,
  lateUntil: Instant | null,
  now: Instant,
): ClockShown | null {
  const window = submissionWindow(stages);
  if (state !== 'announced' || window === undefined || now < window.opensAt) return null;
  const isLate = lateUntil !== null && lateUntil > window.closesAt;
  const until = isLate ? lateUntil : window.closesAt;
  const isNear = isWithinHours(until, now) || now >= window.closesAt;
  if (!isNear || now >= until) return null;
  return clockTo(until, now, isLate ? clockTexts.late(until) : clockTexts.call(until));
}

/** Whether less than a day is left, or nothing. */
export function isWithinHours(until: Instant, now: Instant): boolean {
  return now >= addTime(until, { hours: -hoursBefore });
}

/** The clock as it is shown: a page that stands open counts on from these moments. */
export function clockTo(until: Instant, now: Instant, detail: string): ClockShown {
  return { now, until, time: timeText(now), left: timeLeft(now, until), detail };
}
