import type { Deps } from '../../../deps.ts';
import type { Role } from '../../../lib/actor.ts';
import { mayStep } from '../../../lib/transitions.ts';
import { type Answer, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { answerTo } from '../../checks/outcomes.ts';
import { enteringStaff } from '../access.ts';
import { approveExpense, controlExpense, recordPaper } from '../commands/approvals.ts';
import { expenseRefusals } from '../form-texts.ts';
import { nothingAsked, paperForm } from '../forms.ts';
import { expenseLife } from '../lifecycle.ts';
import { expensePaths } from '../paths.ts';
import { approvalOf, signers } from '../queries.ts';
import { showPage } from '../show-page.ts';
import { capital, documentLabel, flashes, titles } from '../texts.ts';
import { asked } from './doors.ts';
import { scanIn } from './draft.ts';

const scanLimitBytes = 10 * 1024 * 1024;

/** Two pairs of eyes, each with a click or on paper. */
export function signingRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const shown = (visit: Visit, roles: readonly Role[]): Answer => {
    const expense = asked(deps, visit, roles);
    return view('expenses/show', titles.show(expense), showPage(db, visit.actor, expense));
  };

  web.submit(expensePaths.control, ['accountant'], {
    form: nothingAsked,
    refusals: expenseRefusals,
    again: (visit) => shown(visit, ['accountant']),
    run(visit) {
      const { id } = asked(deps, visit, ['accountant']);
      return answerTo(controlExpense(deps, visit.actor, id), () =>
        redirect(expensePaths.showOf(id), flashes.controlled),
      );
    },
  });

  web.submit(expensePaths.approval, ['director'], {
    form: nothingAsked,
    refusals: expenseRefusals,
    again: (visit) => shown(visit, ['director']),
    run(visit) {
      const { id } = asked(deps, visit, ['director']);
      return answerTo(approveExpense(deps, visit.actor, id), () => redirect(expensePaths.showOf(id), flashes.approved));
    },
  });

  const paperView = (visit: Visit, raw: RawBody): Answer => {
    const expense = asked(deps, visit, enteringStaff);
    const options = (step: 'control' | 'approval') =>
      signers(db, step).map(({ id, name }) => ({ value: String(id), label: name }));
    const at = (name: string) => rawText(raw, name);
    return view('expenses/paper', titles.paper, {
      label: capital(documentLabel(expense)),
      total: expense.totalGrosze,
      asksControl: mayStep(expenseLife, 'control', expense.state),
      isOpen: mayStep(expenseLife, 'control', expense.state) || mayStep(expenseLife, 'approve', expense.state),
      controller: approvalOf(expense, 'control')?.name ?? '',
      controllers: options('control'),
      approvers: options('approval'),
      typed: {
        controlBy: at('controlBy'),
        controlOn: at('controlOn'),
        approvalBy: at('approvalBy'),
        approvalOn: at('approvalOn'),
      },
      paths: {
        list: expensePaths.list,
        show: expensePaths.showOf(expense.id),
        paper: expensePaths.paperOf(expense.id),
      },
    });
  };

  web.page(expensePaths.paper, enteringStaff, (visit) => paperView(visit, {}));

  web.submit(expensePaths.paper, enteringStaff, {
    form: paperForm,
    refusals: expenseRefusals,
    fileLimitBytes: scanLimitBytes,
    again: (visit, _errors, raw) => paperView(visit, raw),
    run(visit, signatures) {
      const { id } = asked(deps, visit, enteringStaff);
      const recorded = recordPaper(deps, visit.actor, { expenseId: id, signatures, scan: scanIn(visit) });
      return answerTo(recorded, () => redirect(expensePaths.showOf(id), flashes.papers));
    },
  });
}
