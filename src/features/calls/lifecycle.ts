import type { calls } from '../../db/schema/calls.ts';
import type { Lifecycle } from '../../lib/transitions.ts';

export type CallState = typeof calls.$inferSelect.state;
export type CallAction = 'announce' | 'return_to_draft';

export const callLifecycle = {
  announce: { from: ['draft'], to: 'announced' },
  return_to_draft: { from: ['announced'], to: 'draft' },
} as const satisfies Lifecycle<CallState, CallAction>;
