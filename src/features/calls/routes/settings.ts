import type { Deps } from '../../../deps.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { orderWriters, settingsReaders } from '../access.ts';
import { changeTerms } from '../commands/amounts.ts';
import { announceCall, returnToDraft } from '../commands/lifecycle.ts';
import { draftRulesOrder, printBlankForm, printRules } from '../commands/papers.ts';
import { changeTimetable, type MoveTarget, moveTimetable } from '../commands/timetable.ts';
import { dateMessages } from '../dates/texts.ts';
import { amountsForm, moveForm, noFields, timetableForm } from '../forms.ts';
import { callPaths } from '../paths.ts';
import { amountsPage, movePage, settingsPage, timetablePage } from '../settings.ts';
import { staffCall } from '../staff-call.ts';
import { callRefusals, flashes, pageTitles } from '../texts.ts';

const dateRefusals = { ...callRefusals, reason_missing: () => dateMessages.reason_missing };

/** Pages where the coordinator sets the call up; other staff only read. */
export function settingsRoutes(web: Web, deps: Deps): void {
  const settings = (visit: Visit): Answer => {
    const call = staffCall(deps.db, visit, 'mayRead');
    return view('calls/settings', pageTitles.settings, settingsPage(deps.db, visit.actor, call, visit.now));
  };
  const toSettings = (callId: number, flash: string) => redirect(callPaths.settingsOf(callId), flash);

  web.page(callPaths.settings, settingsReaders, settings);

  web.submit(callPaths.announcement, ['coordinator'], {
    form: noFields,
    refusals: callRefusals,
    again: settings,
    run(visit) {
      const { id } = staffCall(deps.db, visit, 'mayChange');
      const result = announceCall(deps, visit.actor, id);
      return result.ok ? toSettings(id, flashes.announced) : result;
    },
  });

  web.submit(callPaths.draft, ['coordinator'], {
    form: noFields,
    refusals: callRefusals,
    again: settings,
    run(visit) {
      const { id } = staffCall(deps.db, visit, 'mayChange');
      const result = returnToDraft(deps, visit.actor, id);
      return result.ok ? toSettings(id, flashes.returned) : result;
    },
  });

  web.submit(callPaths.rules, ['coordinator'], {
    form: noFields,
    refusals: callRefusals,
    again: settings,
    run(visit) {
      const { id } = staffCall(deps.db, visit, 'mayChange');
      const result = printRules(deps, visit.actor, id);
      return result.ok ? toSettings(id, flashes.paperAsked) : result;
    },
  });

  web.submit(callPaths.blankForm, ['coordinator'], {
    form: noFields,
    refusals: callRefusals,
    again: settings,
    run(visit) {
      const { id } = staffCall(deps.db, visit, 'mayChange');
      const result = printBlankForm(deps, visit.actor, id);
      return result.ok ? toSettings(id, flashes.paperAsked) : result;
    },
  });

  web.submit(callPaths.rulesOrder, orderWriters, {
    form: noFields,
    refusals: callRefusals,
    again: settings,
    run(visit) {
      const { id } = staffCall(deps.db, visit, 'mayRead');
      const result = draftRulesOrder(deps, visit.actor, id);
      return result.ok ? toSettings(id, flashes.paperAsked) : absent;
    },
  });

  const move = (visit: Visit, to: MoveTarget, reason = ''): Answer =>
    view('calls/move', pageTitles.move, {
      ...movePage(deps.db, staffCall(deps.db, visit, 'mayChange'), to, visit.now),
      reason,
    });

  web.page(callPaths.move, ['coordinator'], (visit) =>
    move(visit, visit.query['do'] === 'original' ? 'original' : 'today'),
  );
  web.submit(callPaths.move, ['coordinator'], {
    form: moveForm,
    refusals: dateRefusals,
    again: (visit, _errors, raw) =>
      move(visit, raw['to'] === 'original' ? 'original' : 'today', rawText(raw, 'reason')),
    run(visit, { to, reason }) {
      const { id } = staffCall(deps.db, visit, 'mayChange');
      const result = moveTimetable(deps, visit.actor, id, { to, reason });
      return result.ok ? toSettings(id, flashes.moved) : result;
    },
  });

  web.page(callPaths.timetable, ['coordinator'], (visit) =>
    view('calls/timetable', pageTitles.timetable, timetablePage(staffCall(deps.db, visit, 'mayChange'))),
  );
  web.submit(callPaths.timetable, ['coordinator'], {
    form: timetableForm,
    refusals: dateRefusals,
    again: (visit, errors, raw) =>
      view(
        'calls/timetable',
        pageTitles.timetable,
        timetablePage(staffCall(deps.db, visit, 'mayChange'), { raw, errors }),
      ),
    run(visit, input) {
      const { id } = staffCall(deps.db, visit, 'mayChange');
      const result = changeTimetable(deps, visit.actor, { ...input, callId: id });
      if (!result.ok) return result;
      const { changeId } = result.value;
      return changeId === null
        ? toSettings(id, flashes.datesSaved)
        : redirect(callPaths.changeNoticeOf(id, changeId), flashes.datesSaved);
    },
  });

  web.page(callPaths.amounts, ['coordinator'], (visit) =>
    view('calls/amounts', pageTitles.amounts, amountsPage(staffCall(deps.db, visit, 'mayChange'))),
  );
  web.submit(callPaths.amounts, ['coordinator'], {
    form: amountsForm,
    refusals: callRefusals,
    again: (visit, _errors, raw) =>
      view('calls/amounts', pageTitles.amounts, amountsPage(staffCall(deps.db, visit, 'mayChange'), raw)),
    run(visit, input) {
      const { id } = staffCall(deps.db, visit, 'mayChange');
      const result = changeTerms(deps, visit.actor, { ...input, callId: id });
      return result.ok ? toSettings(id, flashes.termsSaved) : result;
    },
  });
}
