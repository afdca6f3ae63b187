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

function readSystemTime(): Instant {
  return new Date().toISOString() as Instant;
}
