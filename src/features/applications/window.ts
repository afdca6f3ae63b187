import type { Instant } from '../../lib/days.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import type { Call } from '../calls/queries.ts';
import { submissionWindow } from '../calls/stages.ts';

/**
 * Whether the call takes applications at this moment of competition time. The moment of the deadline itself is late.
 * `lateUntil`: an individual leave to submit after the deadline, which counts until that moment and never shortens anything.
 * Refuses 'call_not_announced', 'submission_not_open' and 'deadline_passed' with the facts opensAt and closesAt (instants).
 */
export function checkWindow(call: Pick<Call, 'state' | 'stages'>, now: Instant, lateUntil?: Instant): Result {
  const window = submissionWindow(call.stages);
  if (call.state === 'draft' || window === undefined) return refused('call_not_announced');
  const facts = { opensAt: window.opensAt, closesAt: window.closesAt };
  if (now < window.opensAt) return refused('submission_not_open', { facts });
  const isLeft = call.state === 'announced' && lateUntil !== undefined && now < lateUntil;
  if (isLeft) return done();
  if (now >= window.closesAt || call.state !== 'announced') return refused('deadline_passed', { facts });
  return done();
}

/** Until when what is sent now may still be changed: the deadline, or a later leave; undefined where that is over. */
export function changeableUntil(
  call: Pick<Call, 'state' | 'stages'>,
  now: Instant,
  lateUntil?: Instant,
): Instant | undefined {
  if (!checkWindow(call, now, lateUntil).ok) return undefined;
  const ends = [submissionWindow(call.stages)?.closesAt, lateUntil].filter((at) => at !== undefined);
  return ends.sort().at(-1);
}
