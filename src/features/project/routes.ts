import type { Deps } from '../../deps.ts';
import { hasAnyRole } from '../../lib/actor.ts';
import { type Answer, absent, redirect, view } from '../../web/answer.ts';
import type { RawBody } from '../../web/form.ts';
import type { Web } from '../../web/routes.ts';
import type { Visit } from '../../web/visit.ts';
import { projectWriters } from './access.ts';
import { saveProject } from './commands.ts';
import { editPage } from './edit-page.ts';
import { projectForm } from './forms.ts';
import { listedRoutes } from './listed/routes.ts';
import { projectPaths } from './paths.ts';
import { type ListedKind, readNeeds, readPartners, readProject } from './queries.ts';
import { editTitle, partnerKindNames, projectRefusals, projectTitle, saved } from './texts.ts';

/** What the project is, with whom and why: a page for everybody; its facts are edited by staff of the whole organisation. */
export function projectRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  web.page(projectPaths.show, 'public', ({ actor }) => {
    const project = readProject(db);
    const mayWrite = hasAnyRole(actor, projectWriters, null);
    const hrefOf = (kind: ListedKind, id: number) => (mayWrite ? projectPaths.listedOf(kind, id) : '');
    const partners = readPartners(db, project.id).map((partner) => ({
      ...partner,
      kind: partnerKindNames[partner.kind],
      href: hrefOf('partner', partner.id),
    }));
    const needs = readNeeds(db, project.id).map((need) => ({ ...need, href: hrefOf('need', need.id) }));
    const hasExamples = [...partners, ...needs].some((one) => one.isExample);
    const writing = {
      edit: projectPaths.edit,
      newPartner: projectPaths.newOf('partner'),
      newNeed: projectPaths.newOf('need'),
    };
    return view('project/show', projectTitle, {
      ...{ project, partners, needs, hasExamples },
      writing: mayWrite ? writing : null,
    });
  });
  listedRoutes(web, deps);

  const edit = ({ actor }: Visit, raw?: RawBody): Answer =>
    hasAnyRole(actor, projectWriters, null) ? view('project/edit', editTitle, editPage(db, raw)) : absent;

  web.page(projectPaths.edit, projectWriters, (visit) => edit(visit));

  web.submit(projectPaths.edit, projectWriters, {
    form: projectForm,
    refusals: projectRefusals,
    again: (visit, _errors, raw) => edit(visit, raw),
    run(visit, { version, ...text }) {
      const result = saveProject(deps, visit.actor, { version, text });
      return result.ok ? redirect(projectPaths.show, saved) : result;
    },
  });
}
