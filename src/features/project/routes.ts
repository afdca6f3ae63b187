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
import { projectPaths } from './paths.ts';
import { readNeeds, readPartners, readProject } from './queries.ts';
import { editTitle, partnerKindNames, projectRefusals, projectTitle, saved } from './texts.ts';

/** What the project is, with whom and why: a page for everybody; its facts are edited by staff of the whole organisation. */
export function projectRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  web.page(projectPaths.show, 'public', ({ actor }) => {
    const project = readProject(db);
    const partners = readPartners(db, project.id).map((partner) => ({
      ...partner,
      kind: partnerKindNames[partner.kind],
    }));
    const needs = readNeeds(db, project.id);
    const hasExamples = [...partners, ...needs].some((one) => one.isExample);
    const edit = hasAnyRole(actor, projectWriters, null) ? projectPaths.edit : '';
    return view('project/show', projectTitle, { project, partners, needs, hasExamples, edit });
  });

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
