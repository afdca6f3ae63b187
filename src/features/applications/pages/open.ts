import type { Deps } from '../../../deps.ts';
import { absent, redirect } from '../../../web/answer.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { allows } from '../access.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import { findApplication } from '../queries.ts';
import type { Section } from '../sections.ts';
import { openWriting, type Writing } from './writing.ts';

/** As `writingOf`, for whoever may write in it; one who may only read is shown the whole. */
export function editingOf(deps: Deps, visit: Visit): Writing {
  const writing = writingOf(deps, visit);
  if (allows(writing.right, 'edit')) return writing;
  throw new Stop(redirect(applicationPaths.sectionOf(writing.draft.id, fixedSections.check)));
}

/** The visitor's own draft. Ends the visit as absent for a foreign one; of an application already sent, at its own page. */
export function writingOf(deps: Deps, visit: Visit): Writing {
  const id = visit.id();
  const writing = openWriting(deps.db, visit.actor, id);
  if (writing !== undefined) return writing;
  throw new Stop(
    findApplication(deps.db, visit.actor, id) === undefined ? absent : redirect(applicationPaths.showOf(id)),
  );
}

export function sectionNamed(writing: Writing, code: string): Section {
  const section = writing.sections.find((one) => one.code === code);
  if (section === undefined) throw new Stop(absent);
  return section;
}
