import type { Deps } from '../../deps.ts';
import type { Actor } from '../../lib/actor.ts';
import { hasAnyRole } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import { warsawDay } from '../../lib/days.ts';
import { weekdayDate } from '../../lib/polish-dates.ts';
import { absent, view } from '../../web/answer.ts';
import { pageAsked, pageLinks } from '../../web/page-links.ts';
import type { Web } from '../../web/routes.ts';
import { applicationPaths } from '../applications/paths.ts';
import { takesApplications } from '../calls/policy.ts';
import { currentCall } from '../calls/queries.ts';
import { initiativePaths } from '../initiatives/paths.ts';
import { historyReaders } from './access.ts';
import { freshChangesFor } from './date-changes.ts';
import { dutiesOf } from './duties.ts';
import { eventWords } from './event-texts.ts';
import { moreFor } from './navigation.ts';
import { deskPaths } from './paths.ts';
import type { PostOffice } from './post-office.ts';
import { callFigures, ownApplications, readHistory } from './queries.ts';
import { actorNames, changeWords, recordWords } from './record-texts.ts';
import { outboxRoutes } from './routes/outbox.ts';
import { type ReadingRoom, shelfRoutes } from './routes/shelves.ts';
import { applicationStates, decisionTags } from './texts.ts';

export function deskRoutes(web: Web, deps: Deps, house: PostOffice & ReadingRoom): void {
  outboxRoutes(web, deps, house);
  shelfRoutes(web, deps, house);

  web.page(deskPaths.home, 'confirmed', (visit) => view('desk/home', 'Pulpit', homeOf(deps, visit.actor, visit.now)));

  web.page(deskPaths.history, historyReaders, (visit) => {
    const page = pageAsked(visit.query);
    const { events, pages } = readHistory(deps.db, visit.actor, page);
    if (page > pages) return absent;
    const rows = events.map((event) => ({
      ...event,
      who: actorNames[event.who] ?? event.who,
      said: eventWords(event),
      record: recordWords(event),
      change: changeWords(event),
    }));
    return view('desk/history', 'Historia', {
      rows,
      links: pageLinks(page, pages, (number) => `${deskPaths.history}?strona=${number}`),
    });
  });
}

function homeOf(deps: Deps, actor: Actor, now: Instant) {
  if (actor.kind !== 'person') throw new Error('The home page belongs to a person');
  const call = currentCall(deps.db);
  const isStaff = hasAnyRole(actor, ['coordinator', 'director', 'accountant', 'inspector']);
  return {
    name: actor.name,
    today: weekdayDate(warsawDay(now)),
    duties: dutiesOf(deps.db, actor, now, call?.id),
    figures:
      call !== undefined && isStaff ? { ...callFigures(deps.db, actor, call.id), poolGrosze: call.poolGrosze } : null,
    more: moreFor(actor, call?.id),
    applications: ownApplications(deps.db, actor.personId).map((own) => ({
      ...own,
      tag: own.decision === null ? applicationStates[own.state] : decisionTags[own.decision],
      href: applicationPaths.showOf(own.id),
      result: own.decision === null ? '' : applicationPaths.resultOf(own.id),
      initiative: own.initiativeId === null ? '' : initiativePaths.showOf(own.initiativeId),
    })),
    changes: freshChangesFor(deps.db, actor.personId, now),
    newApplication: call === undefined || !takesApplications(call, now) ? null : applicationPaths.startFor(call.id),
  };
}
