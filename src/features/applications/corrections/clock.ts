import type { Instant } from '../../../lib/days.ts';
import { type ClockShown, clockTo, isWithinHours } from '../clock/clock.ts';
import { type Correction, correctionState } from './policy.ts';
import { correctionTexts } from './texts.ts';

/** Above every page of a correction: until when it may be sent, and in the last 24 hours the clock that counts, the server's. */
export function correctionClock(correction: Correction, now: Instant): { clock: ClockShown | null; deadline: string } {
  const { untilAt } = correction;
  if (correctionState(correction, now) !== 'open') return { clock: null, deadline: correctionTexts.ended(untilAt) };
  if (isWithinHours(untilAt, now))
    return { clock: clockTo(untilAt, now, correctionTexts.clock(untilAt)), deadline: '' };
  return { clock: null, deadline: correctionTexts.until(untilAt, now) };
}
