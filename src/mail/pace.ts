import type { Clock } from '../lib/clock.ts';

/** How fast letters may leave, and how long they rest after the post as a whole failed. On machine time. */
export interface Pace {
  /** Nothing may leave: the post failed a moment ago. */
  isResting(): boolean;
  /** As many as a minute allows have left within the last one. */
  isFull(): boolean;
  /** A letter is being handed over. */
  take(): void;
  /** The post as a whole failed: rest, each time twice as long, five minutes at most. */
  rest(): void;
  /** The post works. */
  works(): void;
}

const minuteMs = 60_000;
const restsMs = [5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000] as const;

/** Without a number, as many as the server takes. */
export function openPace(clock: Clock, perMinute = Number.POSITIVE_INFINITY): Pace {
  let turns: number[] = [];
  let failures = 0;
  let restsUntil = 0;
  const now = () => Date.parse(clock.machine());
  return {
    isResting: () => now() < restsUntil,
    isFull() {
      const since = now() - minuteMs;
      turns = turns.filter((turn) => turn > since);
      return turns.length >= perMinute;
    },
    take() {
      if (perMinute !== Number.POSITIVE_INFINITY) turns.push(now());
    },
    rest() {
      restsUntil = now() + (restsMs[Math.min(failures, restsMs.length - 1)] ?? 0);
      failures += 1;
    },
    works() {
      failures = 0;
    },
  };
}
