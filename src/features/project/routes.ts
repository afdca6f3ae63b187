import type { Deps } from '../../deps.ts';
import { view } from '../../web/answer.ts';
import type { Web } from '../../web/routes.ts';
import { projectPaths } from './paths.ts';
import { readNeeds, readPartners, readProject } from './queries.ts';
import { partnerKindNames, projectTitle } from './texts.ts';

export function projectRoutes(web: Web, { db }: Deps): void {
  web.page(projectPaths.show, 'public', () => {
    const project = readProject(db);
    const partners = readPartners(db, project.id).map((partner) => ({
      ...partner,
      kind: partnerKindNames[partner.kind],
    }));
    const needs = readNeeds(db, project.id);
    const hasExamples = [...partners, ...needs].some((one) => one.isExample);
    return view('project/show', projectTitle, { project, partners, needs, hasExamples });
  });
}
