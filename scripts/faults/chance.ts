import { createHash } from 'node:crypto';

/** Numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: string): () => number {
  let turn = 0;
  return () => {
    turn += 1;
    return createHash('sha256').update(`${seed} ${turn}`).digest().readUInt32BE() / 2 ** 32;
  };
}
