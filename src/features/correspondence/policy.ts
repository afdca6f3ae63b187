import { type Day, type Instant, warsawDay } from '../../lib/days.ts';
import { done, type Result, refused } from '../../lib/result.ts';

export type Way = 'post' | 'hand' | 'phone' | 'e_delivery';

export const ways = ['post', 'hand', 'phone', 'e_delivery'] as const satisfies readonly Way[];

/** Days of Warsaw; `doneAt` is the moment of a call. */
export interface DispatchDays {
  readonly doneOn: Day;
  readonly doneAt: Instant | null;
  readonly deliveredOn: Day | null;
}

/** Refuses `done_in_future`, `done_before_letter` (compared by day), `delivered_in_future`, `delivered_before_sent`. */
export function checkDays(
  { doneOn, doneAt, deliveredOn }: DispatchDays,
  { writtenAt, now }: { readonly writtenAt: Instant | null; readonly now: Instant },
): Result {
  const today = warsawDay(now);
  if (doneOn > today || (doneAt !== null && doneAt > now)) return refused('done_in_future', { field: 'doneOn' });
  if (writtenAt !== null && doneOn < warsawDay(writtenAt)) return refused('done_before_letter', { field: 'doneOn' });
  if (deliveredOn === null) return done();
  if (deliveredOn > today) return refused('delivered_in_future', { field: 'deliveredOn' });
  return deliveredOn < doneOn ? refused('delivered_before_sent', { field: 'deliveredOn' }) : done();
}
