import type { Lifecycle } from '../../lib/transitions.ts';

export const applicationStates = ['draft', 'submitted', 'accepted', 'rejected', 'withdrawn'] as const;

export type ApplicationState = (typeof applicationStates)[number];

export type ApplicationAction = 'write' | 'submit' | 'amend' | 'accept' | 'reject' | 'reopen' | 'withdraw';

/** Accepted and rejected speak of the formal check; the award is a decision's, the work an initiative's. */
export const applicationLife = {
  write: { from: ['draft'], to: 'draft' },
  submit: { from: ['draft'], to: 'submitted' },
  /** By a changed copy, until the deadline. */
  amend: { from: ['submitted'], to: 'submitted' },
  accept: { from: ['submitted'], to: 'accepted' },
  reject: { from: ['submitted'], to: 'rejected' },
  /** After a re-check. */
  reopen: { from: ['rejected'], to: 'submitted' },
  withdraw: { from: ['submitted', 'accepted'], to: 'withdrawn' },
} as const satisfies Lifecycle<ApplicationState, ApplicationAction>;
