import type { Clock } from '../../src/lib/clock.ts';
import { addTime, type Instant, instant, type TimeSpan } from '../../src/lib/days.ts';

/** A clock that stands still until told: `set` and `advance` move both faces, `setNow` only competition time. */
export interface TestClock extends Clock {
  set(to: Instant | string): void;
  setNow(to: Instant | string): void;
  advance(span: TimeSpan): void;
}

export function testClock(start: Instant | string): TestClock {
  let now = instant(start);
  let machine = now;
  return {
    now: () => now,
    machine: () => machine,
    set(to) {
      now = instant(to);
      machine = now;
    },
    setNow(to) {
      now = instant(to);
    },
    advance(span) {
      now = addTime(now, span);
      machine = addTime(machine, span);
    },
  };
}
