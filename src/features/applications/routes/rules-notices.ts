import type { Deps } from '../../../deps.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { settingsReaders, settingsRights } from '../../calls/access.ts';
import { callPaths } from '../../calls/paths.ts';
import { readCall } from '../../calls/queries.ts';
import { noticePageOf } from '../dates/page.ts';
import { dateFlashes } from '../dates/texts.ts';
import { shownRulesChange } from '../rules-notices/changes.ts';
import {
  decideRulesNotice,
  previewRulesNotice,
  readRulesChange,
  readRulesNotice,
  toldOf,
} from '../rules-notices/notice.ts';
import { rulesNoticePaths } from '../rules-notices/paths.ts';
import { rulesNoticeRefusals, rulesNoticeTexts } from '../rules-notices/texts.ts';
import { decisionForm } from './dates.ts';

/** After announced rules changed: the letter to those who were writing by the earlier ones, looked at and sent, or found not to be needed. */
export function rulesNoticeRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const noticePage = (visit: Visit): Answer => {
    const call = readCall(db, visit.id());
    const rights = call === undefined ? undefined : settingsRights(visit.actor, call.id);
    if (call === undefined || rights?.mayRead !== true) return absent;
    const change = readRulesChange(db, call.id, visit.id('publikacja'));
    if (change === undefined) return absent;
    const people = toldOf(db, call.id, change);
    return view('applications/notice', rulesNoticeTexts.heading, {
      ...noticePageOf(call, rights, rulesNoticeTexts, people, readRulesNotice(db, change.id)),
      change: shownRulesChange(db, call, change),
      letter: previewRulesNotice(deps, call, change),
      action: rulesNoticePaths.noticeOf(call.id, change.id),
    });
  };

  web.page(rulesNoticePaths.notice, settingsReaders, noticePage);
  web.submit(rulesNoticePaths.notice, ['coordinator'], {
    form: decisionForm,
    refusals: rulesNoticeRefusals,
    again: noticePage,
    run(visit, { what }) {
      const asked = { callId: visit.id(), publicationId: visit.id('publikacja'), isSent: what === 'send' };
      const decided = decideRulesNotice(deps, visit.actor, asked);
      if (!decided.ok) return decided.code === 'absent' ? absent : decided;
      const flash = asked.isSent ? dateFlashes.sent(decided.value.letters) : dateFlashes.notNeeded;
      return redirect(callPaths.changesOf(asked.callId), flash);
    },
  });
}
