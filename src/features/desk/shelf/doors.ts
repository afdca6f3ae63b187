import type { Deps } from '../../../deps.ts';
import { absent } from '../../../web/answer.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { readSubmitted } from '../../applications/content.ts';
import { applicationPaths } from '../../applications/paths.ts';
import { findApplication } from '../../applications/queries.ts';
import { settingsRights } from '../../calls/access.ts';
import { callPaths } from '../../calls/paths.ts';
import { readCall } from '../../calls/queries.ts';
import { readingStaff } from '../../expenses/access.ts';
import { admitted } from '../../expenses/admission.ts';
import { isOwn } from '../../initiatives/access.ts';
import { initiativePaths } from '../../initiatives/paths.ts';
import { visibleInitiative } from '../../initiatives/queries.ts';
import { readProject } from '../../project/queries.ts';
import { reportPaths } from '../../reports/paths.ts';
import type { ShelfName } from './places.ts';
import { sectionNames } from './texts.ts';

/** A shelf that this person may stand before. */
export interface Opened {
  readonly name: ShelfName;
  readonly code: string;
  readonly about: string;
  readonly isOwn: boolean;
  readonly back: { readonly label: string; readonly href: string };
}

/** The shelf of the path, if it is there for this person; anything else ends the visit as absent. */
export const opened: Readonly<Record<ShelfName['of'], (deps: Deps, visit: Visit) => Opened>> = {
  call({ db }, visit) {
    const id = visit.id();
    const call = settingsRights(visit.actor, id).mayRead ? readCall(db, id) : undefined;
    if (call === undefined) throw new Stop(absent);
    return {
      name: { of: 'call', id },
      code: `${call.code}/${call.year}`,
      about: call.title,
      isOwn: false,
      back: { label: call.title, href: callPaths.settingsOf(id) },
    };
  },
  application({ db }, visit) {
    const head = findApplication(db, visit.actor, visit.id());
    const found = head && readSubmitted(db, head.id);
    if (found === undefined) throw new Stop(absent);
    const { id, code, title } = found;
    return {
      name: { of: 'application', id },
      ...{ code, about: title, isOwn: head?.isOwn === true },
      back: { label: code, href: applicationPaths.showOf(id) },
    };
  },
  initiative({ db }, visit) {
    const found = visibleInitiative(db, visit.actor, visit.id());
    if (found === undefined) throw new Stop(absent);
    const { id, code, title } = found;
    return {
      name: { of: 'initiative', id },
      ...{ code, about: title, isOwn: isOwn(db, visit.actor, id) },
      back: { label: code, href: initiativePaths.showOf(id) },
    };
  },
  project({ db }, visit) {
    const { id, title } = readProject(db);
    admitted(visit, readingStaff);
    return {
      name: { of: 'project', id },
      ...{ code: '', about: title, isOwn: false },
      back: { label: sectionNames.reports, href: reportPaths.show },
    };
  },
};
