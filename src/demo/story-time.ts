import { createHash } from 'node:crypto';
import type { Clock } from '../lib/clock.ts';
import type { Instant } from '../lib/days.ts';
import type { Random } from '../lib/random.ts';

/** While a story is told, both faces of time stand where its teller puts them. */
export interface StoryClock extends Clock {
  set(moment: Instant): void;
}

export function storyClock(start: Instant): StoryClock {
  let moment = start;
  return {
    now: () => moment,
    machine: () => moment,
    set(to) {
      moment = to;
    },
  };
}

/** The same values in the same order for the same seed: SHA-256 over the seed and a counter. */
export function storyRandom(seed: string): Random {
  let drawn = 0;
  const block = () => createHash('sha256').update(`${seed} ${drawn++}`).digest();
  const bytes = (n: number) => {
    const blocks: Buffer[] = [];
    for (let length = 0; length < n; length += 32) blocks.push(block());
    return Buffer.concat(blocks).subarray(0, n);
  };
  return {
    bytes,
    code: (digits) => String(bytes(6).readUIntBE(0, 6) % 10 ** digits).padStart(digits, '0'),
  };
}
