import type { Deps } from '../../../deps.ts';
import { absent, view } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import { settingsReaders } from '../access.ts';
import { correctPlace, notePlace, withdrawPlace } from '../publications/commands.ts';
import { placeForm } from '../publications/forms.ts';
import { copyPage, publicationsPage } from '../publications/pages.ts';
import { publicationPaths } from '../publications/paths.ts';
import { readPublication } from '../publications/queries.ts';
import { publicationFlashes, publicationRefusals, publicationTitles } from '../publications/texts.ts';
import { saidAgainRoutes } from '../said-again.ts';
import { staffCall } from '../staff-call.ts';

/** What a call published, with its kept copies: read by its staff, places noted by who prepares orders. */
export function publicationRoutes(web: Web, deps: Deps): void {
  saidAgainRoutes(web, deps, {
    ...{ paths: publicationPaths, view: 'calls/publications', title: publicationTitles.list },
    ...{ form: placeForm, refusals: publicationRefusals, flashes: publicationFlashes },
    page: (visit, call, shown) => publicationsPage(deps.db, visit.actor, call, shown),
    store: (visit, place) => notePlace(deps, visit.actor, place),
    correct: (visit, place, placeId) => correctPlace(deps, visit.actor, { ...place, placeId }),
    withdraw: (visit, callId, placeId) => withdrawPlace(deps, visit.actor, callId, placeId),
  });

  web.page(publicationPaths.copy, settingsReaders, (visit) => {
    const call = staffCall(deps.db, visit, 'mayRead');
    const publication = readPublication(deps.db, call.id, visit.id('publikacja'));
    return publication === undefined
      ? absent
      : view('calls/copy', publicationTitles.copy, copyPage(deps.db, call, publication));
  });
}
