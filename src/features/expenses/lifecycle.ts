import type { expenses } from '../../db/schema/expenses.ts';
import type { Lifecycle } from '../../lib/transitions.ts';

export type ExpenseState = typeof expenses.$inferSelect.state;

export type ExpenseAction = 'edit' | 'discard' | 'book' | 'control' | 'approve' | 'pay' | 'settle_payment';

/** Entering is no step of control. `pay` is one payment of several; the one that completes the sum settles the document. */
export const expenseLife = {
  edit: { from: ['draft'], to: 'draft' },
  discard: { from: ['draft'], to: 'discarded' },
  book: { from: ['draft'], to: 'booked' },
  control: { from: ['booked'], to: 'controlled' },
  approve: { from: ['controlled'], to: 'approved' },
  pay: { from: ['approved'], to: 'approved' },
  settle_payment: { from: ['approved'], to: 'paid' },
} as const satisfies Lifecycle<ExpenseState, ExpenseAction>;
