import type { Deps } from '../../deps.ts';
import { hasRole } from '../../lib/actor.ts';
import { type Answer, absent, redirect, view } from '../../web/answer.ts';
import type { RawBody } from '../../web/form.ts';
import type { Web } from '../../web/routes.ts';
import { Stop, type Visit } from '../../web/visit.ts';
import { type Call, readCall } from '../calls/queries.ts';
import { answerTo } from '../checks/outcomes.ts';
import { callUpReserve } from './commands/call-up.ts';
import { takeOff } from './commands/take-off.ts';
import { callUpForm, takingOffForm } from './forms.ts';
import { callUpPage, takingOffPage } from './leaving-pages.ts';
import { juryPaths } from './paths.ts';
import { rosterOf } from './roster.ts';
import { flashes, pageTitles, refusals } from './texts.ts';

/** Who comes onto the jury from its reserve, and who leaves it after declaring. */
export function leavingRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const callOf = (visit: Visit): Call => {
    const call = readCall(db, visit.id());
    if (call === undefined || !hasRole(visit.actor, 'coordinator', call.id)) throw new Stop(absent);
    return call;
  };
  const nameOf = (visit: Visit) =>
    rosterOf(db, visit.id()).find(({ memberId }) => memberId === visit.id('member'))?.name ?? '';

  const callUp = (visit: Visit, raw?: RawBody): Answer => {
    const page = callUpPage(db, visit.actor, callOf(visit), visit.id('member'), raw);
    return page === undefined ? absent : view('jury/call-up', pageTitles.callUp, page);
  };
  web.page(juryPaths.callUp, ['coordinator'], (visit) => callUp(visit));
  web.submit(juryPaths.callUp, ['coordinator'], {
    ...{ form: callUpForm, refusals },
    again: (visit, _errors, raw) => callUp(visit, raw),
    run(visit, asked) {
      const called = callUpReserve(deps, visit.actor, { ...asked, callId: visit.id(), memberId: visit.id('member') });
      return answerTo(called, () => redirect(juryPaths.juryOf(visit.id()), flashes.calledUp(nameOf(visit))));
    },
  });

  const takingOff = (visit: Visit, raw?: RawBody): Answer => {
    const page = takingOffPage(db, callOf(visit), visit.id('member'), raw);
    return page === undefined ? absent : view('jury/taking-off', pageTitles.takingOff, page);
  };
  web.page(juryPaths.takingOff, ['coordinator'], (visit) => takingOff(visit));
  web.submit(juryPaths.takingOff, ['coordinator'], {
    ...{ form: takingOffForm, refusals },
    again: (visit, _errors, raw) => takingOff(visit, raw),
    run(visit, asked) {
      const taken = takeOff(deps, visit.actor, { ...asked, callId: visit.id(), memberId: visit.id('member') });
      return answerTo(taken, () => redirect(juryPaths.juryOf(visit.id()), flashes.takenOff(nameOf(visit))));
    },
  });
}
