import type { Deps } from '../../../deps.ts';
import { absent, download, json, redirect, view } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { printPoster } from '../commands/papers.ts';
import { readChanges } from '../dates/changes.ts';
import { noFields } from '../forms.ts';
import { callPaths } from '../paths.ts';
import { readAnnouncedCall } from '../public/announced.ts';
import { calendarStages, callCalendar } from '../public/calendar.ts';
import { callFeed } from '../public/feed.ts';
import { announcementTextPage, listPage } from '../public/pages.ts';
import { publicPaths } from '../public/paths.ts';
import { publicFlashes, publicTitles } from '../public/texts.ts';
import type { Call } from '../queries.ts';
import { callRefusals } from '../texts.ts';

const calendarType = 'text/calendar; charset=utf-8; method=PUBLISH';

/** What everybody finds of announced calls: lists, feeds, dates for a calendar, the text to copy. Drafts are absent here for their staff too. */
export function publicRoutes(web: Web, deps: Deps): void {
  const { db, publicUrl } = deps;
  const announced = (visit: Visit): Call => {
    const call = readAnnouncedCall(db, visit.id());
    if (call === undefined) throw new Stop(absent);
    return call;
  };
  const stampOf = (call: Call) => readChanges(db, call.id)[0]?.changedAt ?? call.announcedAt ?? call.createdAt;

  web.page(publicPaths.list, 'public', ({ now }) => view('calls/list', publicTitles.list, listPage(db, now)));

  web.page(publicPaths.json, 'public', ({ now }) => json(callFeed(db, publicUrl, now)));

  web.page(publicPaths.calendar, 'public', (visit) => {
    const call = announced(visit);
    return download('terminy.ics', calendarType, callCalendar(call, calendarStages(call), publicUrl, stampOf(call)));
  });

  web.page(publicPaths.stageCalendar, 'public', (visit) => {
    const call = announced(visit);
    const stages = calendarStages(call).filter(({ id }) => id === visit.id('stage'));
    if (stages.length === 0) return absent;
    return download('termin.ics', calendarType, callCalendar(call, stages, publicUrl, stampOf(call)));
  });

  web.page(publicPaths.announcementText, 'public', (visit) =>
    view('calls/bip', publicTitles.announcementText, announcementTextPage(db, announced(visit), publicUrl)),
  );

  web.submit(publicPaths.poster, ['coordinator'], {
    form: noFields,
    refusals: callRefusals,
    again: (visit) => redirect(callPaths.settingsOf(visit.id())),
    run(visit) {
      const asked = printPoster(deps, visit.actor, visit.id());
      if (asked.ok) return redirect(callPaths.settingsOf(visit.id()), publicFlashes.posterAsked);
      return asked.code === 'absent' ? absent : asked;
    },
  });
}
