import type { Instant } from './days.ts';

/**
 * Two faces of time. `now` is competition time: deadlines, stages, history; the demo and tests may move it.
 * `machine` is real time: sessions, links, leases, back-off.
 */
export interface Clock {
  now(): Instant;
  machine(): Instant;
}

export const systemClock: Clock = { now: readSystemTime, machine: readSystemTime };

/** Competition time runs on from this moment; sessions, links and leases live on the machine's own. */
export function clockFrom(moment: Instant): Clock {
  const ahead = Date.parse(moment) - Date.now();
  return { machine: readSystemTime, now: () => new Date(Date.now() + ahead).toISOString() as Instant };
}

function readSystemTime(): Instant {
  return new Date().toISOString() as Instant;
}
