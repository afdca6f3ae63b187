import type { Deps } from '../../deps.ts';
import { hasAnyRole } from '../../lib/actor.ts';
import { quoted } from '../../lib/polish.ts';
import { type Answer, absent, redirect, view } from '../../web/answer.ts';
import { type RawBody, rawText } from '../../web/form.ts';
import type { Web } from '../../web/routes.ts';
import { Stop, type Visit } from '../../web/visit.ts';
import type { Submitted } from '../applications/content.ts';
import { orderWriters } from '../calls/access.ts';
import { type Call, readCall } from '../calls/queries.ts';
import { answerTo } from '../checks/outcomes.ts';
import { juryReaders } from './access.ts';
import { assignmentRoutes } from './assignment/routes.ts';
import { declaredOn } from './blind/declaring.ts';
import { excludeFrom, signDeclaration } from './commands/conflicts.ts';
import { appointMember, removeMember } from './commands/members.ts';
import { draftJuryOrder, printDeclaration } from './commands/papers.ts';
import { appointmentForm, declarationForm, exclusionForm, noFields } from './forms.ts';
import { leavingRoutes } from './leaving-routes.ts';
import { declarationPage, juryPage } from './pages.ts';
import { juryPaths } from './paths.ts';
import { grounds, sits } from './policy.ts';
import { membershipOf, openToJuror } from './queries.ts';
import { flashes, groundNames, pageTitles, refusals } from './texts.ts';

export function juryRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const callOf = (visit: Visit): Call => {
    const call = readCall(db, visit.id());
    if (call === undefined || !hasAnyRole(visit.actor, juryReaders, call.id)) throw new Stop(absent);
    return call;
  };
  const jury = (visit: Visit, raw?: RawBody): Answer =>
    view('jury/jury', pageTitles.jury, juryPage(db, visit.actor, callOf(visit), raw));

  web.page(juryPaths.jury, juryReaders, (visit) => jury(visit));

  web.submit(juryPaths.jury, ['coordinator'], {
    form: appointmentForm,
    refusals,
    again: (visit, _errors, raw) => jury(visit, raw),
    run(visit, appointment) {
      const callId = visit.id();
      const appointed = appointMember(deps, visit.actor, { ...appointment, callId });
      return answerTo(appointed, () => redirect(juryPaths.juryOf(callId), flashes.appointed(appointment.name)));
    },
  });

  web.submit(juryPaths.removal, ['coordinator'], {
    form: noFields,
    refusals,
    again: (visit) => jury(visit),
    run(visit) {
      const callId = visit.id();
      const removed = removeMember(deps, visit.actor, { callId, memberId: visit.id('member') });
      return answerTo(removed, () => redirect(juryPaths.juryOf(callId), flashes.removed));
    },
  });

  leavingRoutes(web, deps);
  assignmentRoutes(web, deps);

  web.submit(juryPaths.order, orderWriters, {
    form: noFields,
    refusals,
    again: (visit) => jury(visit),
    run(visit) {
      const callId = visit.id();
      const drafted = draftJuryOrder(deps, visit.actor, callId);
      return answerTo(drafted, () => redirect(juryPaths.juryOf(callId), flashes.paperAsked));
    },
  });

  const declaration = (visit: Visit, raw?: RawBody): Answer => {
    const call = readCall(db, visit.id());
    const member = call && membershipOf(db, visit.personId, call.id);
    if (call === undefined || member === undefined) return absent;
    return view('jury/declaration', pageTitles.declaration, declarationPage(deps, { call, member }, raw));
  };

  web.page(juryPaths.declaration, ['juror'], (visit) => declaration(visit));

  web.submit(juryPaths.declaration, ['juror'], {
    form: declarationForm,
    refusals,
    again: (visit, _errors, raw) => declaration(visit, raw),
    run(visit, { recusals: typed, textVersion }) {
      const seat = membershipOf(db, visit.personId, visit.id());
      const recusals = seat && declaredOn(deps, seat, typed);
      if (seat === undefined || recusals === undefined) return absent;
      const signed = signDeclaration(deps, visit.actor, { recusals, textVersion, callId: seat.callId });
      return answerTo(signed, () => redirect(juryPaths.scores, sits(seat) ? flashes.signed : flashes.signedInReserve));
    },
  });

  web.submit(juryPaths.declarationPrint, ['juror'], {
    form: noFields,
    again: (visit) => declaration(visit),
    run(visit) {
      const printed = printDeclaration(deps, visit.actor, visit.id());
      return answerTo(printed, () => redirect(juryPaths.declarationOf(visit.id()), flashes.paperAsked));
    },
  });

  const openTo = (visit: Visit): Submitted => {
    const open = openToJuror(db, visit.actor, visit.id());
    if (open === undefined) throw new Stop(absent);
    return open.submitted;
  };
  const recusal = (visit: Visit, raw: RawBody = {}): Answer => {
    const { code, title, id } = openTo(visit);
    const data = {
      code,
      title: quoted(title),
      action: juryPaths.recusalOf(id),
      options: grounds.exclusion.map((value) => ({ value, label: groundNames[value] })),
      back: juryPaths.scores,
      ground: rawText(raw, 'ground'),
      note: rawText(raw, 'note'),
    };
    return view('jury/recusal', pageTitles.recusal(code), data);
  };

  web.page(juryPaths.recusal, ['juror'], (visit) => recusal(visit));

  web.submit(juryPaths.recusal, ['juror'], {
    form: exclusionForm,
    refusals,
    again: (visit, _errors, raw) => recusal(visit, raw),
    run(visit, conflict) {
      const { id, code } = openTo(visit);
      const excluded = excludeFrom(deps, visit.actor, { ...conflict, applicationId: id });
      return answerTo(excluded, () => redirect(juryPaths.scores, flashes.excluded(code)));
    },
  });
}
