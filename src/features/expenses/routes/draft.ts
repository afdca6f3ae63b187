import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { mayStep } from '../../../lib/transitions.ts';
import { type Answer, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { answerTo } from '../../checks/outcomes.ts';
import { readProject } from '../../project/queries.ts';
import { enteringStaff } from '../access.ts';
import { admitted } from '../admission.ts';
import { addScan, discardExpense, enterExpense, type Scan, saveExpense } from '../commands/draft.ts';
import {
  changedTyped,
  editPage,
  initiativeOptions,
  kindOptions,
  sameShown,
  sentTyped,
  storedTyped,
} from '../edit-page.ts';
import { expenseRefusals } from '../form-texts.ts';
import { newForm, nothingAsked, revisionForm } from '../forms.ts';
import { expenseLife } from '../lifecycle.ts';
import { expensePaths } from '../paths.ts';
import type { Expense } from '../queries.ts';
import { showPage } from '../show-page.ts';
import { actionOf, sentDraft, understand } from '../split-form.ts';
import { capital, documentLabel, flashes, titles } from '../texts.ts';
import { asked } from './doors.ts';

const scanLimitBytes = 10 * 1024 * 1024;
const anything = z.looseObject({});

/** From the photograph of a document to a split that can be booked. */
export function draftRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const newPage = (visit: Visit, raw: RawBody): Answer => {
    const typed = sentDraft(raw);
    return view('expenses/new', titles.create, {
      typed,
      initiative: rawText(raw, 'initiative'),
      kinds: kindOptions(),
      initiatives: initiativeOptions(db, visit.actor),
      same: sameShown(db, visit.actor, readProject(db).id, null, typed),
      paths: { list: expensePaths.list, create: expensePaths.create },
    });
  };

  web.page(expensePaths.create, enteringStaff, (visit) =>
    newPage(admitted(visit, enteringStaff), { initiative: visit.query['inicjatywa'] ?? '' }),
  );

  web.submit(expensePaths.create, enteringStaff, {
    form: newForm,
    refusals: expenseRefusals,
    fileLimitBytes: scanLimitBytes,
    again: (visit, _errors, raw) => newPage(admitted(visit, enteringStaff), raw),
    run(visit, { initiative, ...document }) {
      const entered = enterExpense(deps, admitted(visit, enteringStaff).actor, {
        document,
        initiativeId: initiative,
        scan: scanIn(visit),
      });
      return answerTo(entered, (id) => redirect(expensePaths.editOf(id), flashes.entered));
    },
  });

  const editView = (visit: Visit, typed: (expense: Expense) => Parameters<typeof editPage>[3]): Answer => {
    const expense = asked(deps, visit, enteringStaff);
    return view('expenses/edit', titles.edit, editPage(db, visit.actor, expense, typed(expense)), {
      fragment: 'expenses/sums',
    });
  };

  web.page(expensePaths.edit, enteringStaff, (visit) => {
    onlyDraft(asked(deps, visit, enteringStaff));
    return editView(visit, storedTyped);
  });

  web.submit(expensePaths.edit, enteringStaff, {
    form: anything,
    refusals: expenseRefusals,
    again: (visit, _errors, raw) => editView(visit, () => sentTyped(raw)),
    run(visit, _input, raw) {
      const { id } = asked(deps, visit, enteringStaff);
      if (actionOf(raw).kind !== 'save') return editView(visit, () => changedTyped(raw));
      const draft = understand(raw);
      if (!draft.ok) return { ok: false, code: 'fields_wrong', fields: draft.fields };
      const { document, outside, parts } = draft;
      const saved = saveExpense(deps, visit.actor, { id, revision: sentTyped(raw).revision, document, outside, parts });
      return answerTo(saved, () => redirect(expensePaths.showOf(id), flashes.saved));
    },
  });

  web.submit(expensePaths.sums, enteringStaff, {
    form: anything,
    once: false,
    again: (visit, _errors, raw) => editView(visit, () => sentTyped(raw)),
    run: (visit, _input, raw) => editView(visit, () => sentTyped(raw)),
  });

  const shown = (visit: Visit): Answer => {
    const expense = asked(deps, visit, enteringStaff);
    return view('expenses/show', titles.show(expense), showPage(db, visit.actor, expense));
  };

  web.submit(expensePaths.scan, enteringStaff, {
    form: nothingAsked,
    refusals: expenseRefusals,
    fileLimitBytes: scanLimitBytes,
    again: shown,
    run(visit) {
      const { id } = asked(deps, visit, enteringStaff);
      const scan = scanIn(visit);
      if (scan === undefined) return { ok: false, code: 'file_missing', field: 'scan' };
      return answerTo(addScan(deps, visit.actor, id, scan), () => redirect(expensePaths.showOf(id), flashes.scanAdded));
    },
  });

  const discardView = (visit: Visit): Answer => {
    const expense = asked(deps, visit, enteringStaff);
    onlyDraft(expense);
    const { id, revision } = expense;
    return view('expenses/discard', titles.discard, {
      label: capital(documentLabel(expense)),
      total: expense.totalGrosze,
      revision,
      action: expensePaths.discardOf(id),
      back: expensePaths.showOf(id),
    });
  };

  web.page(expensePaths.discard, enteringStaff, discardView);

  web.submit(expensePaths.discard, enteringStaff, {
    form: revisionForm,
    refusals: expenseRefusals,
    again: discardView,
    run(visit, { revision }) {
      const { id } = asked(deps, visit, enteringStaff);
      return answerTo(discardExpense(deps, visit.actor, { expenseId: id, revision }), () =>
        redirect(expensePaths.list, flashes.discarded),
      );
    },
  });
}

/** A document past its draft is read on its own page. */
function onlyDraft({ id, state }: Expense): void {
  if (!mayStep(expenseLife, 'edit', state))
    throw new Stop(redirect(expensePaths.showOf(id), { kind: 'warn', text: flashes.notDraft }));
}

export function scanIn(visit: Visit): Scan | undefined {
  return visit.files.find((file) => file.field === 'scan');
}
