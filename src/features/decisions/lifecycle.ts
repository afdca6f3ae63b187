import type { decisionSets } from '../../db/schema/decisions.ts';
import type { Lifecycle } from '../../lib/transitions.ts';

export type SetState = typeof decisionSets.$inferSelect.state;

export type SetAction = 'edit' | 'propose' | 'approve' | 'return' | 'publish';

/** The coordinator prepares, the director approves or returns, and everything is published at once. */
export const setLife = {
  edit: { from: ['draft'], to: 'draft' },
  propose: { from: ['draft'], to: 'proposed' },
  approve: { from: ['proposed'], to: 'approved' },
  return: { from: ['proposed', 'approved'], to: 'draft' },
  publish: { from: ['approved'], to: 'published' },
} as const satisfies Lifecycle<SetState, SetAction>;
