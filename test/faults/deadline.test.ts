import { expect, it } from 'vitest';
import { deadlineFaults } from '../../scripts/faults/deadline.ts';

it('50 groups in the last minute, kill -9 among them: what was acknowledged is there once, under its number, with its file', {
  timeout: 120_000,
}, async () => {
  const figures = await deadlineFaults({ groups: 50, atOnce: 16, seconds: 60, seed: 'deadline' });
  const time = { p50: expect.any(Number), p99: expect.any(Number), perSecond: expect.any(Number) };
  expect(figures).toEqual({
    ...{ asked: 50, acknowledged: 50, late: 0 },
    ...{ lost: 0, doubled: 0, gaps: 0, spoiltFiles: 0, lateAccepted: 0, brokenInvariants: 0 },
    ...{ downMs: expect.any(Number), product: time, commit: time },
  });
});
