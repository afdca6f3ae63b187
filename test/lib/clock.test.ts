import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/lib/clock.ts';
import { instant } from '../../src/lib/days.ts';
import { testClock } from '../support/clock.ts';

describe('the clock', () => {
  it('reads system time on both faces, in the shape of an instant', () => {
    const before = Date.now();
    const faces = [systemClock.now(), systemClock.machine()];
    const after = Date.now();
    for (const face of faces) {
      expect(face).toBe(instant(face));
      expect(Date.parse(face)).toBeGreaterThanOrEqual(before);
      expect(Date.parse(face)).toBeLessThanOrEqual(after);
    }
  });
});

describe('the clock of tests', () => {
  it('stands still, and moves both faces', () => {
    const clock = testClock('2024-03-15T13:59:59Z');
    expect([clock.now(), clock.machine()]).toEqual(['2024-03-15T13:59:59.000Z', '2024-03-15T13:59:59.000Z']);
    clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4 });
    expect([clock.now(), clock.machine()]).toEqual(['2024-03-16T16:03:03.000Z', '2024-03-16T16:03:03.000Z']);
    clock.set(instant('2024-04-22T08:00:00Z'));
    expect([clock.now(), clock.machine()]).toEqual(['2024-04-22T08:00:00.000Z', '2024-04-22T08:00:00.000Z']);
  });

  it('moves competition time alone, and keeps the difference afterwards', () => {
    const clock = testClock('2026-11-23T09:00:00Z');
    clock.setNow('2024-03-15T14:00:00Z');
    clock.advance({ minutes: 15 });
    expect(clock.now()).toBe('2024-03-15T14:15:00.000Z');
    expect(clock.machine()).toBe('2026-11-23T09:15:00.000Z');
  });
});
