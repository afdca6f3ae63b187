import type { Deps } from '../../../deps.ts';
import { quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { settingsReaders, settingsRights } from '../access.ts';
import { answerQuestion, askQuestion } from '../asked/commands.ts';
import { answerForm, askForm } from '../asked/forms.ts';
import { askedPaths } from '../asked/paths.ts';
import { readAsked, readPublished, readQuestion } from '../asked/queries.ts';
import { askedFlashes, askedRefusals, askedTitles, outcomeChoices, outcomeNames } from '../asked/texts.ts';
import { callPaths } from '../paths.ts';
import { placeOf, readAskableCall } from '../public/announced.ts';
import { readQuestions } from '../queries.ts';
import { staffCall } from '../staff-call.ts';

/** Questions about a call: asked by anybody, answered by staff, read by everybody without the names of those who asked. */
export function askedRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const askPage = (visit: Visit, raw: RawBody = {}): Answer => {
    const call = readAskableCall(db, visit.actor, visit.id());
    if (call === undefined) return absent;
    return view('calls/questions', askedTitles.ask, {
      call: { ...call, title: quoted(call.title) },
      questions: [...readQuestions(db, call.id), ...readPublished(db, call.id)],
      typed: { question: rawText(raw, 'question'), name: rawText(raw, 'name'), email: rawText(raw, 'email') },
      isOver: placeOf(call, visit.now) === 'over',
      action: askedPaths.askOf(call.id),
      back: callPaths.showOf(call.id),
      privacy: callPaths.privacyOf(call.id),
      staffList: settingsRights(visit.actor, call.id).mayRead ? askedPaths.listOf(call.id) : '',
      organisation: readOrganisation(db),
    });
  };

  web.page(askedPaths.ask, 'public', (visit) => askPage(visit));
  web.submit(askedPaths.ask, 'public', {
    form: askForm,
    refusals: askedRefusals,
    again: (visit, _errors, raw) => askPage(visit, raw),
    run(visit, input) {
      const asked = askQuestion(deps, visit.actor, { ...input, callId: visit.id(), network: visit.network });
      if (asked.ok) return redirect(askedPaths.askOf(visit.id()), askedFlashes.asked);
      return asked.code === 'absent' ? absent : asked;
    },
  });

  web.page(askedPaths.list, settingsReaders, (visit) => {
    const call = staffCall(db, visit, 'mayRead');
    const rows = readAsked(db, call.id).map((asked) => ({
      ...asked,
      askedOn: longMoment(asked.askedAt),
      state: asked.outcome === null ? '' : outcomeNames[asked.outcome],
      href: askedPaths.answerOf(call.id, asked.id),
    }));
    return view('calls/asked', askedTitles.list, {
      call: { ...call, title: quoted(call.title) },
      waiting: rows.filter(({ outcome }) => outcome === null),
      answered: rows.filter(({ outcome }) => outcome !== null),
      show: callPaths.showOf(call.id),
      settings: callPaths.settingsOf(call.id),
      ask: call.state === 'draft' ? '' : askedPaths.askOf(call.id),
    });
  });

  const answerPage = (visit: Visit, raw?: RawBody): Answer => {
    const call = staffCall(db, visit, 'mayRead');
    const asked = readQuestion(db, call.id, visit.id('question'));
    if (asked === undefined) return absent;
    const stored = {
      outcome: asked.outcome ?? 'published',
      publicQuestion: asked.outcome === null ? asked.question : asked.publicQuestion,
      answer: asked.answer,
    };
    const isClash = raw !== undefined && rawText(raw, 'version') !== String(asked.version);
    const typed =
      raw === undefined
        ? stored
        : {
            outcome: rawText(raw, 'outcome'),
            publicQuestion: rawText(raw, 'publicQuestion'),
            answer: rawText(raw, 'answer'),
          };
    return view('calls/answer', askedTitles.answer, {
      asked: { ...asked, askedOn: longMoment(asked.askedAt) },
      stored: isClash ? stored : null,
      typed,
      choices: outcomeChoices,
      mayAnswer: settingsRights(visit.actor, call.id).mayChange,
      isPublished: asked.outcome === 'published',
      version: asked.version,
      action: askedPaths.answerOf(call.id, asked.id),
      back: askedPaths.listOf(call.id),
      show: callPaths.showOf(call.id),
    });
  };

  web.page(askedPaths.answer, settingsReaders, (visit) => answerPage(visit));
  web.submit(askedPaths.answer, ['coordinator'], {
    form: answerForm,
    refusals: askedRefusals,
    again: (visit, _errors, raw) => answerPage(visit, raw),
    run(visit, input) {
      const { id } = staffCall(db, visit, 'mayChange');
      const answered = answerQuestion(deps, visit.actor, { ...input, callId: id, questionId: visit.id('question') });
      if (answered.ok) return redirect(askedPaths.listOf(id), askedFlashes.answered);
      return answered.code === 'absent' ? absent : answered;
    },
  });
}
