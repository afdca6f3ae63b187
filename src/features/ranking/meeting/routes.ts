import type { Deps } from '../../../deps.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import type { RawBody } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { answerTo } from '../../checks/outcomes.ts';
import { sightOf } from '../access.ts';
import { chairOrderOf } from '../pages/adoption.ts';
import { rankingPaths } from '../paths.ts';
import { adoptedRanking } from '../queries.ts';
import { flashes as rankingFlashes } from '../texts.ts';
import { type Place, placeAt } from './access.ts';
import { moveAgenda, noteAttendance } from './commands/agenda.ts';
import { closeMeeting } from './commands/close.ts';
import { openMeeting, withdrawMeeting } from './commands/open.ts';
import { changePoints } from './commands/points.ts';
import { settleItem } from './commands/settle.ts';
import { attendanceForm, closingForm, currentForm, itemForm, noFields, openingForm, pointsForm } from './forms.ts';
import { closingPage } from './pages/closing.ts';
import { cardPage, itemPage } from './pages/item.ts';
import { leadPage, openingPage } from './pages/lead.ts';
import { nowOf } from './pages/now.ts';
import { screenPage } from './pages/screen.ts';
import { meetingPaths } from './paths.ts';
import { agendaItem, type Meeting, openMeetingOf } from './queries.ts';
import { flashes, pageTitles, refusals } from './texts.ts';

const people = ['coordinator', 'juror'] as const;

/** The jury's meeting: each juror's page that keeps itself fresh, and what whoever leads does there. */
export function meetingRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const at = (visit: Visit): { call: Call; place: Place } => {
    const call = readCall(db, visit.id());
    const place = call && placeAt(db, visit.actor, call.id);
    if (call === undefined || place === undefined) throw new Stop(absent);
    return { call, place };
  };
  const led = (visit: Visit): { call: Call; place: Place; meeting: Meeting } => {
    const { call, place } = at(visit);
    if (!place.leads) throw new Stop(absent);
    const meeting = openMeetingOf(db, call.id);
    if (meeting === undefined) throw new Stop(redirect(meetingPaths.meetingOf(call.id)));
    return { call, place, meeting };
  };

  const meeting = (visit: Visit, raw?: RawBody): Answer => {
    const { call, place } = at(visit);
    if (place.leads && !visit.isFragment) {
      if (adoptedRanking(db, call.id) !== undefined) return redirect(rankingPaths.rankingOf(call.id));
      const open = openMeetingOf(db, call.id);
      if (open !== undefined)
        return view('ranking/meeting', pageTitles.meeting, leadPage(db, visit.actor, call, place, open));
      if (sightOf(db, visit.actor, call, visit.now) !== 'rows') return redirect(rankingPaths.rankingOf(call.id));
      return view('ranking/meeting-opening', pageTitles.opening, openingPage(db, call, raw));
    }
    const now = nowOf(db, visit.actor, call, place);
    const data = { call: { id: call.id, title: call.title }, now };
    return view('ranking/meeting-seat', pageTitles.meeting, data, { fragment: 'ranking/meeting-now' });
  };

  const meetingAgain = (visit: Visit, raw?: RawBody): Answer => (at(visit).place.leads ? meeting(visit, raw) : absent);

  web.page(meetingPaths.meeting, people, (visit) => meeting(visit));
  web.submit(meetingPaths.meeting, people, {
    ...{ form: openingForm, refusals },
    again: (visit, _errors, raw) => meetingAgain(visit, raw),
    run: (visit, { onScreen, ...opening }) =>
      answerTo(openMeeting(deps, visit.actor, { ...opening, isOnScreen: onScreen, callId: visit.id() }), () =>
        redirect(meetingPaths.meetingOf(visit.id()), flashes.opened),
      ),
  });

  web.submit(meetingPaths.withdrawal, people, {
    ...{ form: noFields, refusals },
    again: (visit) => meetingAgain(visit),
    run: (visit) =>
      answerTo(withdrawMeeting(deps, visit.actor, visit.id()), () =>
        redirect(rankingPaths.rankingOf(visit.id()), flashes.withdrawn),
      ),
  });

  web.submit(meetingPaths.attendance, people, {
    ...{ form: attendanceForm, refusals },
    again: (visit) => meetingAgain(visit),
    run(visit, { member, is }) {
      const coming = { callId: visit.id(), memberId: member ?? 0, isIn: is === 'in' };
      return answerTo(noteAttendance(deps, visit.actor, coming), () =>
        redirect(meetingPaths.meetingOf(visit.id()), flashes.came),
      );
    },
  });

  const item = (visit: Visit, applicationId: number, raw?: RawBody): Answer => {
    const { call, meeting: open } = led(visit);
    const page = itemPage(db, visit.actor, call, open, applicationId, raw);
    return page === undefined ? absent : view('ranking/meeting-item', pageTitles.item(page.code), page);
  };

  web.submit(meetingPaths.current, people, {
    ...{ form: currentForm, refusals },
    again: (visit, errors, raw) =>
      'areOut' in errors && raw['application'] !== undefined
        ? item(visit, Number(raw['application']))
        : meetingAgain(visit),
    run(visit, { application, ...move }) {
      const callId = visit.id();
      const moved = moveAgenda(deps, visit.actor, { ...move, callId, applicationId: application });
      return answerTo(moved, () => {
        const open = openMeetingOf(db, callId);
        const shown = open && application !== null ? agendaItem(db, visit.actor, open, application) : undefined;
        return redirect(meetingPaths.meetingOf(callId), shown ? flashes.moved(shown.code) : flashes.paused);
      });
    },
  });

  web.page(meetingPaths.item, people, (visit) => item(visit, visit.id('application')));
  web.submit(meetingPaths.item, people, {
    ...{ form: itemForm, refusals },
    again: (visit, _errors, raw) => item(visit, visit.id('application'), raw),
    run: (visit, settled) =>
      answerTo(
        settleItem(deps, visit.actor, { ...settled, callId: visit.id(), applicationId: visit.id('application') }),
        () => redirect(meetingPaths.meetingOf(visit.id()), flashes.settled),
      ),
  });

  const card = (visit: Visit, raw?: RawBody): Answer => {
    const page = cardPage(db, visit.actor, at(visit).call, visit.id('card'), raw);
    return page === undefined ? absent : view('ranking/meeting-card', pageTitles.card(page.code), page);
  };

  web.page(meetingPaths.card, people, (visit) => card(visit));
  web.submit(meetingPaths.card, people, {
    ...{ form: pointsForm, refusals },
    again: (visit, _errors, raw) => card(visit, raw),
    run: (visit, change) =>
      answerTo(changePoints(deps, visit.actor, { ...change, callId: visit.id(), cardId: visit.id('card') }), () =>
        redirect(meetingPaths.meetingOf(visit.id()), flashes.changed),
      ),
  });

  web.page(meetingPaths.screen, people, (visit) => {
    const { call, meeting: open } = led(visit);
    if (!open.isOnScreen) return absent;
    const page = screenPage(db, visit.actor, call, open);
    return view('ranking/meeting-screen', pageTitles.screen, page, { fragment: 'ranking/meeting-screened' });
  });

  const closing = (visit: Visit, raw?: RawBody): Answer => {
    const { call, meeting: open } = led(visit);
    return view('ranking/meeting-closing', pageTitles.closing, closingPage(db, visit.actor, call, open, raw));
  };

  web.page(meetingPaths.closing, people, (visit) => closing(visit));
  web.submit(meetingPaths.closing, people, {
    ...{ form: closingForm, refusals },
    again: (visit, _errors, raw) => closing(visit, raw),
    run(visit, { order, ...end }) {
      // Two people pressed: the second finds no open meeting and is led where the first one was.
      const callId = led(visit).call.id;
      const chairOrder = chairOrderOf(db, callId, order);
      const closed = closeMeeting(deps, visit.actor, { ...end, callId, chairOrder });
      return answerTo(closed, () => redirect(rankingPaths.rankingOf(callId), rankingFlashes.adopted));
    },
  });
}
