import type { Role } from '../../lib/actor.ts';

/** Who writes down what the project is and who pays for it, for the whole organisation. */
export const projectWriters: readonly Role[] = ['administrator', 'coordinator'];
