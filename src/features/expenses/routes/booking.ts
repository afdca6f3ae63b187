import type { Deps } from '../../../deps.ts';
import { type Answer, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { answerTo } from '../../checks/outcomes.ts';
import { bookExpense } from '../commands/book.ts';
import { recordPayment } from '../commands/pay.ts';
import { lightsSummary } from '../eligibility-texts.ts';
import { readFindings } from '../facts.ts';
import { expenseRefusals } from '../form-texts.ts';
import { paymentForm, revisionForm } from '../forms.ts';
import { expensePaths } from '../paths.ts';
import { partsShown, pathsOf, showPage } from '../show-page.ts';
import { capital, documentLabel, flashes, titles } from '../texts.ts';
import { asked } from './doors.ts';

const accountant = ['accountant'] as const;

/** What makes budgets count a document: booking, and each payment. */
export function bookingRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const bookingView = (visit: Visit): Answer => {
    const expense = asked(deps, visit, accountant);
    return view('expenses/book', titles.booking, {
      label: capital(documentLabel(expense)),
      total: expense.totalGrosze,
      parts: partsShown(expense),
      lights: lightsSummary(readFindings(db, visit.actor, expense)),
      revision: expense.revision,
      paths: pathsOf(expense.id),
    });
  };

  web.page(expensePaths.booking, accountant, bookingView);

  web.submit(expensePaths.booking, accountant, {
    form: revisionForm,
    refusals: expenseRefusals,
    again: bookingView,
    run(visit, { revision }) {
      const { id } = asked(deps, visit, accountant);
      const booked = bookExpense(deps, visit.actor, { expenseId: id, revision });
      return answerTo(booked, () => redirect(expensePaths.showOf(id), flashes.booked));
    },
  });

  web.submit(expensePaths.payment, accountant, {
    form: paymentForm,
    refusals: expenseRefusals,
    again(visit, _errors, raw) {
      const expense = asked(deps, visit, accountant);
      return view('expenses/show', titles.show(expense), showPage(db, visit.actor, expense, typedPayment(raw)));
    },
    run(visit, payment) {
      const { id } = asked(deps, visit, accountant);
      const paid = recordPayment(deps, visit.actor, { ...payment, expenseId: id });
      return answerTo(paid, (complete) => redirect(expensePaths.showOf(id), complete ? flashes.paid : flashes.payment));
    },
  });
}

function typedPayment(raw: RawBody) {
  const at = (name: string) => rawText(raw, name);
  return {
    kind: at('kind'),
    payee: at('payee'),
    amount: at('amount'),
    paidOn: at('paidOn'),
    statement: at('statement'),
  };
}
