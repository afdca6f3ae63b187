import type { Deps } from '../../../deps.ts';
import { type Answer, absent, redirect } from '../../../web/answer.ts';
import type { RawBody } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { budgetWriters } from '../access.ts';
import { taskForm, taskRemovalForm } from '../forms.ts';
import { budgetPaths } from '../paths.ts';
import { budgetRefusals, flashes } from '../texts.ts';
import type { Version } from '../versions.ts';
import { addTask, removeTask, renameTask } from './commands.ts';
import { taskPage, taskRemovalPage } from './page.ts';

export interface DraftDoor {
  /** The page of the draft, where a task is added. */
  readonly page: (visit: Visit, raw: RawBody) => Answer;
  /** The draft for whoever may write it; anybody else's visit ends. */
  readonly open: (visit: Visit) => Version;
}

/** Tasks of the budget are written while a draft is open, by whoever writes it. */
export function taskRoutes(web: Web, deps: Deps, draft: DraftDoor): void {
  const { db } = deps;

  web.submit(budgetPaths.newTask, budgetWriters, {
    form: taskForm,
    refusals: budgetRefusals,
    again: (visit, _errors, raw) => draft.page(visit, raw),
    run(visit, task) {
      const added = addTask(deps, visit.actor, { ...task, versionId: draft.open(visit).id });
      return added.ok ? redirect(budgetPaths.draft, flashes.taskAdded) : added;
    },
  });

  web.page(budgetPaths.task, budgetWriters, (visit) => taskPage(db, draft.open(visit), visit.id()));
  web.submit(budgetPaths.task, budgetWriters, {
    form: taskForm,
    refusals: budgetRefusals,
    again: (visit, _errors, raw) => taskPage(db, draft.open(visit), visit.id(), raw),
    run(visit, task) {
      const renamed = renameTask(deps, visit.actor, { ...task, id: visit.id(), versionId: draft.open(visit).id });
      if (!renamed.ok) return renamed.code === 'absent' ? absent : renamed;
      return redirect(budgetPaths.draft, flashes.taskRenamed);
    },
  });

  web.page(budgetPaths.taskRemoval, budgetWriters, (visit) => taskRemovalPage(db, draft.open(visit), visit.id()));
  web.submit(budgetPaths.taskRemoval, budgetWriters, {
    form: taskRemovalForm,
    refusals: budgetRefusals,
    again: (visit) => taskRemovalPage(db, draft.open(visit), visit.id()),
    run(visit, { revision }) {
      const removed = removeTask(deps, visit.actor, { id: visit.id(), revision, versionId: draft.open(visit).id });
      if (!removed.ok) return removed.code === 'absent' ? absent : removed;
      return redirect(budgetPaths.draft, flashes.taskRemoved);
    },
  });
}
