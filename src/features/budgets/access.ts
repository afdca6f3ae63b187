import { type Actor, hasAnyRole, type Role } from '../../lib/actor.ts';

/** The budget is the organisation's: whoever reads it reads it whole. */
export const budgetReaders: readonly Role[] = ['coordinator', 'accountant', 'director', 'inspector'];

/** Who prepares a version and puts it in force; see `mayWrite`. */
export const budgetWriters: readonly Role[] = ['coordinator', 'accountant'];

/** The budget is every call's: a role held for one of them does not change it. */
export function mayWrite(actor: Actor): boolean {
  return hasAnyRole(actor, budgetWriters, null);
}
