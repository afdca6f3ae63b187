import type { Deps } from '../../../deps.ts';
import { redirect, view } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import { answerTo } from '../../checks/outcomes.ts';
import { enteringStaff, readingStaff } from '../access.ts';
import { admitted } from '../admission.ts';
import { askForDescription } from '../commands/pay.ts';
import { expenseRefusals } from '../form-texts.ts';
import { nothingAsked } from '../forms.ts';
import { listPage } from '../list-page.ts';
import { expensePaths } from '../paths.ts';
import { settlementOf } from '../settlement-links.ts';
import { showPage } from '../show-page.ts';
import { flashes, titles } from '../texts.ts';
import { asked } from './doors.ts';

export function readingRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  web.page(expensePaths.list, readingStaff, (visit) => {
    const { actor } = admitted(visit, readingStaff);
    const page = listPage(db, actor, visit.query);
    const settlement = settlementOf(db, actor, Number(page.asked.initiative) || 0) ?? null;
    return view('expenses/list', titles.list, { ...page, settlement });
  });

  web.page(expensePaths.show, readingStaff, (visit) => {
    const expense = asked(deps, visit, readingStaff);
    return view('expenses/show', titles.show(expense), showPage(db, visit.actor, expense));
  });

  web.submit(expensePaths.description, enteringStaff, {
    form: nothingAsked,
    refusals: expenseRefusals,
    again: (visit) => {
      const expense = asked(deps, visit, enteringStaff);
      return view('expenses/show', titles.show(expense), showPage(db, visit.actor, expense));
    },
    run(visit) {
      const { id } = asked(deps, visit, enteringStaff);
      return answerTo(askForDescription(deps, visit.actor, id), () =>
        redirect(expensePaths.showOf(id), flashes.description),
      );
    },
  });
}
