import type { mailings } from '../../db/schema/correspondence.ts';
import type { Lifecycle } from '../../lib/transitions.ts';

export type MailingState = typeof mailings.$inferSelect.state;

export type MailingAction = 'hold' | 'schedule' | 'send' | 'reopen' | 'cancel';

/** What was seen and approved waits or goes as it is; to change it, it becomes a draft again. After sending only what has not left can be called back. */
export const mailingLife = {
  hold: { from: ['draft', 'scheduled'], to: 'held' },
  schedule: { from: ['draft', 'held'], to: 'scheduled' },
  send: { from: ['draft', 'held', 'scheduled'], to: 'sent' },
  reopen: { from: ['held', 'scheduled'], to: 'draft' },
  cancel: { from: ['draft', 'held', 'scheduled', 'sent'], to: 'cancelled' },
} as const satisfies Lifecycle<MailingState, MailingAction>;
