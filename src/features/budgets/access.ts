import type { Role } from '../../lib/actor.ts';

/** The budget is the organisation's: whoever reads it reads it whole. */
export const budgetReaders: readonly Role[] = ['coordinator', 'accountant', 'director', 'inspector'];

/** Who prepares a version and puts it in force. */
export const budgetWriters: readonly Role[] = ['coordinator', 'accountant'];
