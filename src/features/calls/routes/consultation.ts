import type { Deps } from '../../../deps.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import type { RawBody } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { settingsReaders, settingsRights } from '../access.ts';
import { answerOpinion, giveOpinion, publishSummary, shareDraftRules } from '../consultation/commands.ts';
import { opinionAnswerForm, opinionForm, summaryForm } from '../consultation/forms.ts';
import { consultationPage, opinionPage, opinionsPage } from '../consultation/pages.ts';
import { consultationPaths as paths } from '../consultation/paths.ts';
import { readOpinion } from '../consultation/queries.ts';
import {
  consultationFlashes as flashes,
  consultationRefusals as refusals,
  consultationTitles as titles,
} from '../consultation/texts.ts';
import { noFields } from '../forms.ts';
import { readCall } from '../queries.ts';
import { staffCall } from '../staff-call.ts';

/** Draft rules shown for opinions, the library's answers, and the summary. */
export function consultationRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const show = (visit: Visit, raw?: RawBody): Answer => {
    const call = readCall(db, visit.id());
    const page = call === undefined ? undefined : consultationPage(db, call, visit.now, raw);
    return page === undefined ? absent : view('calls/consultation', titles.show, page);
  };
  web.page(paths.show, 'public', (visit) => show(visit));
  web.submit(paths.show, 'public', {
    form: opinionForm,
    refusals,
    again: (visit, _errors, raw) => show(visit, raw),
    run(visit, input) {
      const given = giveOpinion(deps, visit.actor, { ...input, callId: visit.id(), network: visit.network });
      if (given.ok) return redirect(paths.showOf(visit.id()), flashes.given);
      return given.code === 'absent' ? absent : given;
    },
  });

  const list = (visit: Visit, raw?: RawBody): Answer => {
    const call = staffCall(db, visit, 'mayRead');
    const { mayChange } = settingsRights(visit.actor, call.id);
    return view('calls/opinions', titles.opinions, opinionsPage(db, call, visit.now, mayChange, raw));
  };
  web.page(paths.opinions, settingsReaders, (visit) => list(visit));
  web.submit(paths.share, ['coordinator'], {
    form: noFields,
    refusals,
    again: (visit) => list(visit),
    run(visit) {
      const { id } = staffCall(db, visit, 'mayChange');
      const shared = shareDraftRules(deps, visit.actor, id);
      return shared.ok ? redirect(paths.opinionsOf(id), flashes.shared) : shared;
    },
  });
  web.submit(paths.summary, ['coordinator'], {
    form: summaryForm,
    refusals,
    again: (visit, _errors, raw) => list(visit, raw),
    run(visit, input) {
      const { id } = staffCall(db, visit, 'mayChange');
      const published = publishSummary(deps, visit.actor, { ...input, callId: id });
      if (published.ok) return redirect(paths.opinionsOf(id), flashes.published);
      return published.code === 'absent' ? absent : published;
    },
  });

  const one = (visit: Visit, raw?: RawBody): Answer => {
    const call = staffCall(db, visit, 'mayRead');
    const opinion = readOpinion(db, call.id, visit.id('opinion'));
    if (opinion === undefined) return absent;
    const { mayChange } = settingsRights(visit.actor, call.id);
    return view('calls/opinion', titles.opinion, opinionPage(db, call, opinion, { mayChange, raw }));
  };
  web.page(paths.opinion, settingsReaders, (visit) => one(visit));
  web.submit(paths.opinion, ['coordinator'], {
    form: opinionAnswerForm,
    refusals,
    again: (visit, _errors, raw) => one(visit, raw),
    run(visit, input) {
      const { id } = staffCall(db, visit, 'mayChange');
      const answered = answerOpinion(deps, visit.actor, { ...input, callId: id, opinionId: visit.id('opinion') });
      if (answered.ok) return redirect(paths.opinionsOf(id), flashes.answered);
      return answered.code === 'absent' ? absent : answered;
    },
  });
}
