import { expect, it } from 'vitest';
import { mailFaults } from '../../scripts/faults/mail.ts';

it('25 letters, 5 times kill -9: nothing is lost, and only what was in flight may come twice', {
  timeout: 60_000,
}, async () => {
  const figures = await mailFaults({ letters: 25, kills: 5, seed: 'mail' });
  expect(figures).toEqual({ asked: 25, acknowledged: 25, lost: 0, doubled: expect.any(Number) });
  expect(figures.doubled).toBeLessThanOrEqual(5);
});
