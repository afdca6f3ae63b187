import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { settingsReaders, settingsRights } from '../../calls/access.ts';
import { readChanges } from '../../calls/dates/changes.ts';
import { shownChange } from '../../calls/dates/texts.ts';
import { callPaths } from '../../calls/paths.ts';
import { readCall } from '../../calls/queries.ts';
import { concernedBy, decideNotice, previewNotice, readChange, readNotice } from '../dates/notice.ts';
import { datePaths } from '../dates/paths.ts';
import { changesTitle, dateFlashes, dateRefusals, dateTitle, noticeStates } from '../dates/texts.ts';

const decision = z.object({ what: z.enum(['send', 'not_needed']) });

/** After a date changed: the letter to those concerned, looked at and sent, or found not to be needed. */
export function dateRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const noticePage = (visit: Visit): Answer => {
    const call = readCall(db, visit.id());
    const rights = call === undefined ? undefined : settingsRights(visit.actor, call.id);
    if (call === undefined || rights?.mayRead !== true) return absent;
    const change = readChange(db, call.id, visit.id('change'));
    if (change === undefined) return absent;
    const notice = readNotice(db, change.id);
    const people = concernedBy(db, call.id);
    return view('applications/date-notice', dateTitle, {
      call: { ...call, title: quoted(call.title) },
      change: shownChange(change),
      drafts: people.filter(({ isDraft }) => isDraft).length,
      submitted: people.filter(({ isDraft }) => !isDraft).length,
      all: people.length,
      letter: previewNotice(deps, call, change),
      decided: notice === undefined ? null : { letters: notice.letters, on: longMoment(notice.decidedAt) },
      mayDecide: notice === undefined && rights.mayChange,
      action: datePaths.noticeOf(call.id, change.id),
      show: callPaths.showOf(call.id),
      settings: callPaths.settingsOf(call.id),
    });
  };

  web.page(datePaths.list, settingsReaders, (visit) => {
    const call = readCall(db, visit.id());
    if (call === undefined || !settingsRights(visit.actor, call.id).mayRead) return absent;
    const changes = readChanges(db, call.id).map((change) => {
      const notice = readNotice(db, change.id);
      return {
        ...shownChange(change),
        href: datePaths.noticeOf(call.id, change.id),
        state: notice === undefined ? noticeStates.waiting : noticeStates.decided(notice.letters),
      };
    });
    return view('applications/date-changes', changesTitle, {
      call: { ...call, title: quoted(call.title) },
      changes,
      show: callPaths.showOf(call.id),
      settings: callPaths.settingsOf(call.id),
      timetable: settingsRights(visit.actor, call.id).mayChange ? callPaths.timetableOf(call.id) : '',
    });
  });

  web.page(datePaths.notice, settingsReaders, noticePage);
  web.submit(datePaths.notice, ['coordinator'], {
    form: decision,
    refusals: dateRefusals,
    again: noticePage,
    run(visit, { what }) {
      const asked = { callId: visit.id(), changeId: visit.id('change'), isSent: what === 'send' };
      const decided = decideNotice(deps, visit.actor, asked);
      if (!decided.ok) return decided.code === 'absent' ? absent : decided;
      const flash = asked.isSent ? dateFlashes.sent(decided.value.letters) : dateFlashes.notNeeded;
      return redirect(callPaths.settingsOf(asked.callId), flash);
    },
  });
}
