import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import type { Instant } from '../../../lib/days.ts';
import { quoted } from '../../../lib/polish.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { settingsReaders, settingsRights } from '../../calls/access.ts';
import { readChanges } from '../../calls/dates/changes.ts';
import { shownChange } from '../../calls/dates/texts.ts';
import { callPaths } from '../../calls/paths.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { concernedBy } from '../concerned.ts';
import { decideNotice, type Notice, previewNotice, readChange, readNotice } from '../dates/notice.ts';
import { noticePageOf } from '../dates/page.ts';
import { datePaths } from '../dates/paths.ts';
import { changesTitle, dateFlashes, dateNoticeTexts, dateRefusals, noticeStates } from '../dates/texts.ts';
import { readRulesChanges, shownRulesChange } from '../rules-notices/changes.ts';
import { readRulesNotice } from '../rules-notices/notice.ts';
import { rulesNoticePaths } from '../rules-notices/paths.ts';

export const decisionForm = z.object({ what: z.enum(['send', 'not_needed']) });

/** After a date changed: the letter to those concerned, looked at and sent, or found not to be needed. The list holds changes of the rules too. */
export function dateRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const noticePage = (visit: Visit): Answer => {
    const call = readCall(db, visit.id());
    const rights = call === undefined ? undefined : settingsRights(visit.actor, call.id);
    if (call === undefined || rights?.mayRead !== true) return absent;
    const change = readChange(db, call.id, visit.id('change'));
    if (change === undefined) return absent;
    return view('applications/notice', dateNoticeTexts.heading, {
      ...noticePageOf(call, rights, dateNoticeTexts, concernedBy(db, call.id), readNotice(db, change.id)),
      change: shownChange(change),
      letter: previewNotice(deps, call, change),
      action: datePaths.noticeOf(call.id, change.id),
    });
  };

  web.page(datePaths.list, settingsReaders, (visit) => {
    const call = readCall(db, visit.id());
    if (call === undefined || !settingsRights(visit.actor, call.id).mayRead) return absent;
    return view('applications/changes', changesTitle, {
      call: { ...call, title: quoted(call.title) },
      heading: changesTitle,
      changes: [...dateChanges(call), ...rulesChanges(call)].sort((a, b) => (a.at < b.at ? 1 : -1)),
      show: callPaths.showOf(call.id),
      settings: callPaths.settingsOf(call.id),
      timetable: settingsRights(visit.actor, call.id).mayChange ? callPaths.timetableOf(call.id) : '',
    });
  });

  const dateChanges = (call: Call) =>
    readChanges(db, call.id).map((change) => ({
      ...listed(shownChange(change), change.changedAt, readNotice(db, change.id)),
      href: datePaths.noticeOf(call.id, change.id),
    }));
  const rulesChanges = (call: Call) =>
    readRulesChanges(db, call.id).map((change) => ({
      ...listed(shownRulesChange(db, call, change), change.publishedAt, readRulesNotice(db, change.id)),
      href: rulesNoticePaths.noticeOf(call.id, change.id),
    }));

  web.page(datePaths.notice, settingsReaders, noticePage);
  web.submit(datePaths.notice, ['coordinator'], {
    form: decisionForm,
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

function listed<Shown extends object>(shown: Shown, at: Instant, notice: Notice | undefined) {
  const state = notice === undefined ? noticeStates.waiting : noticeStates.decided(notice.letters);
  return { ...shown, at, state };
}
