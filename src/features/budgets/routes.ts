import type { Deps } from '../../deps.ts';
import { refused } from '../../lib/result.ts';
import { type Answer, absent, redirect, view } from '../../web/answer.ts';
import type { RawBody } from '../../web/form.ts';
import type { Web } from '../../web/routes.ts';
import { Stop, type Visit } from '../../web/visit.ts';
import { readProject } from '../project/queries.ts';
import { budgetReaders, budgetWriters, mayWrite } from './access.ts';
import { addLine, copyToDraft, saveAndPutInForce, saveDraft } from './commands/drafts.ts';
import { draftPage } from './draft-page.ts';
import { draftForm, lineForm, noFields, sumsForm } from './forms.ts';
import { readJournal } from './journal.ts';
import { budgetPage } from './overview.ts';
import { budgetPaths } from './paths.ts';
import { readTasks } from './queries.ts';
import { taskRoutes } from './tasks/routes.ts';
import { budgetRefusals, flashes, pageTitles } from './texts.ts';
import { draftVersion, type Version } from './versions.ts';

export function budgetRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  web.page(budgetPaths.show, budgetReaders, (visit) => {
    const year = /^20\d{2}$/.test(visit.query['rok'] ?? '') ? Number(visit.query['rok']) : undefined;
    const mayChange = mayWrite(visit.actor);
    return view('budgets/show', pageTitles.budget, budgetPage(db, year, { mayChange }, visit.now));
  });

  web.page(budgetPaths.journal, budgetReaders, () =>
    view('budgets/journal', pageTitles.journal, {
      entries: readJournal(db, readProject(db).id),
      back: budgetPaths.show,
    }),
  );

  web.submit(budgetPaths.newDraft, budgetWriters, {
    form: noFields,
    refusals: budgetRefusals,
    again: (visit) =>
      view(
        'budgets/show',
        pageTitles.budget,
        budgetPage(db, undefined, { mayChange: mayWrite(visit.actor) }, visit.now),
      ),
    run(visit) {
      if (!mayWrite(visit.actor)) return absent;
      const result = copyToDraft(deps, visit.actor, readProject(db).id);
      return result.ok ? redirect(budgetPaths.draft, flashes.drafted) : result;
    },
  });

  const draft = (visit: Visit, raw?: RawBody, fragment?: string): Answer => {
    const page = mayWrite(visit.actor) ? draftPage(db, raw) : undefined;
    return page === undefined
      ? absent
      : view('budgets/draft', pageTitles.draft, page, fragment === undefined ? {} : { fragment });
  };
  const openDraft = (visit: Visit): Version => {
    const version = mayWrite(visit.actor) ? draftVersion(db, readProject(db).id) : undefined;
    if (version === undefined) throw new Stop(absent);
    return version;
  };

  web.page(budgetPaths.draft, budgetWriters, (visit) => draft(visit));

  web.submit(budgetPaths.draft, budgetWriters, {
    form: draftForm,
    refusals: budgetRefusals,
    again: (visit, _errors, raw) => draft(visit, raw),
    run(visit, { act, ...amounts }) {
      const input = { ...amounts, versionId: openDraft(visit).id };
      const result =
        act === 'force' ? saveAndPutInForce(deps, visit.actor, input) : saveDraft(deps, visit.actor, input);
      if (!result.ok) return result;
      return act === 'force' ? redirect(budgetPaths.show, flashes.inForce) : redirect(budgetPaths.draft, flashes.saved);
    },
  });

  web.submit(budgetPaths.sums, budgetWriters, {
    form: sumsForm,
    once: false,
    again: (visit, _errors, raw) => draft(visit, raw, 'budgets/sums'),
    run: (visit, _input, raw) => draft(visit, raw, 'budgets/sums'),
  });

  web.submit(budgetPaths.newLine, budgetWriters, {
    form: lineForm,
    refusals: budgetRefusals,
    again: (visit, _errors, raw) => draft(visit, raw),
    run(visit, { task, ...line }) {
      const version = openDraft(visit);
      const known = readTasks(db, version.projectId).find(({ code }) => code === task);
      if (known === undefined) return refused('task_unknown', { field: 'task' });
      const added = { ...line, taskCode: known.code, taskName: known.name, versionId: version.id };
      const result = addLine(deps, visit.actor, added);
      return result.ok ? redirect(budgetPaths.draft, flashes.lineAdded) : result;
    },
  });

  taskRoutes(web, deps, { page: draft, open: openDraft });
}
