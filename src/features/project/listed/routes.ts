import type { Deps } from '../../../deps.ts';
import { hasAnyRole } from '../../../lib/actor.ts';
import { type Answer, absent, redirect } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { projectWriters } from '../access.ts';
import { listedForms, nothingTyped } from '../forms.ts';
import { projectPaths } from '../paths.ts';
import type { ListedKind } from '../queries.ts';
import { addListed, changeListed, removeListed } from './commands.ts';
import { listedPage, listedRemovalPage } from './pages.ts';
import { listedRefusals, listedTexts } from './texts.ts';

/** The two lists of the project, partners and needs of the diagnosis, each with its pages for a new one, a change and taking off. */
export function listedRoutes(web: Web, deps: Deps): void {
  for (const kind of ['partner', 'need'] as const) routesOf(web, deps, kind);
}

function routesOf(web: Web, deps: Deps, kind: ListedKind): void {
  const { db } = deps;
  const texts = listedTexts[kind];
  const forWriter = ({ actor }: Visit, answer: () => Answer): Answer =>
    hasAnyRole(actor, projectWriters, null) ? answer() : absent;

  web.page(projectPaths.newOf(kind), projectWriters, (visit) => forWriter(visit, () => listedPage(db, kind, null)));
  web.submit(projectPaths.newOf(kind), projectWriters, {
    form: listedForms[kind],
    refusals: listedRefusals,
    again: (visit, _errors, raw) => forWriter(visit, () => listedPage(db, kind, null, raw)),
    run(visit, { listed }) {
      const added = addListed(deps, visit.actor, listed);
      return added.ok ? redirect(projectPaths.show, texts.added) : added;
    },
  });

  web.page(projectPaths.listed(kind), projectWriters, (visit) =>
    forWriter(visit, () => listedPage(db, kind, visit.id())),
  );
  web.submit(projectPaths.listed(kind), projectWriters, {
    form: listedForms[kind],
    refusals: listedRefusals,
    again: (visit, _errors, raw) => forWriter(visit, () => listedPage(db, kind, visit.id(), raw)),
    run(visit, change) {
      const changed = changeListed(deps, visit.actor, { ...change, id: visit.id() });
      if (!changed.ok) return changed.code === 'absent' ? absent : changed;
      return redirect(projectPaths.show, texts.changed);
    },
  });

  web.page(projectPaths.removal(kind), projectWriters, (visit) =>
    forWriter(visit, () => listedRemovalPage(db, kind, visit.id())),
  );
  web.submit(projectPaths.removal(kind), projectWriters, {
    form: nothingTyped,
    again: (visit) => forWriter(visit, () => listedRemovalPage(db, kind, visit.id())),
    run: (visit) =>
      removeListed(deps, visit.actor, { kind, id: visit.id() }).ok
        ? redirect(projectPaths.show, texts.removed)
        : absent,
  });
}
