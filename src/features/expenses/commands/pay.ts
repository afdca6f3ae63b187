import { eq } from 'drizzle-orm';
import { expenses, payments } from '../../../db/schema/expenses.ts';
import type { Deps } from '../../../deps.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { type Day, warsawDay } from '../../../lib/days.ts';
import type { Grosze } from '../../../lib/money.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { askForDocument } from '../../../pdf/register.ts';
import { descriptionTitle } from '../description-texts.ts';
import { expenseLife } from '../lifecycle.ts';
import { checkPayment } from '../policy.ts';
import { type Payment, visibleExpense } from '../queries.ts';
import { note } from './note.ts';

export interface NewPayment {
  readonly expenseId: number;
  readonly kind: Payment['kind'];
  readonly payee: string;
  readonly amount: Grosze;
  readonly paidOn: Day;
  readonly statement: string;
}

/**
 * One payment of an approved document; the one that completes the sum makes it paid, and its parts spent. Returns whether
 * it is paid now. Refuses `paid_in_future`, `overpaid` (facts left, over), `not_in_this_state`, `absent`.
 */
export function recordPayment(deps: Deps, actor: Actor, payment: NewPayment): Result<boolean> {
  return deps.db.write((tx) => {
    const expense = visibleExpense(tx, actor, payment.expenseId);
    if (expense === undefined) return refused('absent');
    const allowed = step(expenseLife, 'pay', expense.state);
    if (!allowed.ok) return allowed;
    if (payment.paidOn > warsawDay(deps.clock.now())) return refused('paid_in_future', { field: 'paidOn' });
    const complete = checkPayment({ total: expense.totalGrosze, paid: expense.paid }, payment.amount);
    if (!complete.ok) return { ...complete, field: 'amount' };
    const { amount, ...written } = payment;
    const recordedBy = personIdOf(actor);
    if (recordedBy === null) throw new Error('A payment is recorded by a person');
    tx.orm
      .insert(payments)
      .values({ ...written, amountGrosze: amount, recordedAt: deps.clock.now(), recordedBy })
      .run();
    const facts = { amount, kind: payment.kind, paidOn: payment.paidOn };
    note(tx, deps, actor, expense.id, { what: 'expense.payment_recorded', facts, text: payment.payee });
    if (complete.value) {
      const next = expenseLife.settle_payment.to;
      tx.orm
        .update(expenses)
        .set({ state: next, revision: expense.revision + 1 })
        .where(eq(expenses.id, expense.id))
        .run();
      note(tx, deps, actor, expense.id, {
        what: 'expense.paid',
        from: expense.state,
        to: next,
        facts: { total: expense.totalGrosze },
      });
    }
    return complete;
  });
}

/** Asks for the description to be printed, signed and kept with the document. Refuses `not_in_this_state` for a draft, `absent`. */
export function askForDescription(deps: Deps, actor: Actor, expenseId: number): Result {
  return deps.db.write((tx) => {
    const expense = visibleExpense(tx, actor, expenseId);
    if (expense === undefined) return refused('absent');
    if (expense.state === 'draft' || expense.state === 'discarded') return refused('not_in_this_state');
    const document = askForDocument(
      tx,
      deps.clock,
      actor,
      'expense_description',
      { kind: 'expense', id: expenseId },
      descriptionTitle(expense),
    );
    note(tx, deps, actor, expenseId, { what: 'expense.description_asked', facts: { document } });
    return done();
  });
}
