import type { Deps } from '../../../deps.ts';
import type { Refusal } from '../../../lib/result.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { type FieldErrors, type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { type Need, readNeeds } from '../../project/queries.ts';
import { settingsReaders, settingsRights } from '../access.ts';
import { callPaths } from '../paths.ts';
import { crumbsOf } from '../settings.ts';
import { staffCall } from '../staff-call.ts';
import { discardForm, editForm, publishForm } from './commands.ts';
import { consentsForm, editForm as editFields, revisionForm, type TypedEdit } from './edit-form.ts';
import { type FormEdit, unusedCode } from './edits.ts';
import { codesWithMeaning, readyQuestion } from './library.ts';
import { type AskedPage, formPage, kindChoices, questionPage } from './pages.ts';
import { readWorkingForm, usedCodes, writersUnderOtherForms } from './queries.ts';
import { limits, questionForm, questionFrom } from './question-form.ts';
import { isUnchosen, questionKinds, questionsOf } from './questions.ts';
import { formFlashes, formRefusals, formTitles } from './texts.ts';

/** The form of a call, written by the coordinator; other staff read it. */
export function formRoutes(web: Web, deps: Deps): void {
  const { db } = deps;
  const page = (visit: Visit): Answer => {
    const call = staffCall(db, visit, 'mayRead');
    const working = readWorkingForm(db, call.id);
    const writers = writersUnderOtherForms(db, call.id, 0).length;
    const { mayChange } = settingsRights(visit.actor, call.id);
    return view(
      'calls/form',
      formTitles.form,
      formPage(call, working, { mayChange, writers, needs: readNeeds(db, call.projectId) }),
    );
  };
  const toForm = (callId: number, flash: string) => redirect(callPaths.formOf(callId), flash);
  const save = (visit: Visit, callId: number, revision: number, edit: FormEdit): Answer | Refusal => {
    const saved = editForm(deps, visit.actor, { callId, revision, edit });
    if (!saved.ok) return saved;
    // What is ready but for its language is finished on its own page.
    if (edit.do === 'add_question' && isUnchosen(edit.question))
      return redirect(callPaths.questionOf(callId, edit.question.code), formFlashes.chooseLanguage);
    return toForm(callId, formFlashes.saved);
  };

  web.page(callPaths.form, settingsReaders, page);

  web.submit(callPaths.formEdit, ['coordinator'], {
    form: editFields,
    refusals: formRefusals,
    again: page,
    run(visit, typed) {
      const call = staffCall(db, visit, 'mayChange');
      const edit = editOf(typed, usedCodes(db, call.id), readNeeds(db, call.projectId));
      return edit === undefined ? absent : save(visit, call.id, typed.revision, edit);
    },
  });

  web.submit(callPaths.formPublication, ['coordinator'], {
    form: revisionForm,
    refusals: formRefusals,
    again: page,
    run(visit, { revision }) {
      const call = staffCall(db, visit, 'mayChange');
      const published = publishForm(deps, visit.actor, call.id, revision);
      return published.ok ? toForm(call.id, formFlashes.published(published.value)) : published;
    },
  });

  web.submit(callPaths.formDiscard, ['coordinator'], {
    form: revisionForm,
    refusals: formRefusals,
    again: page,
    run(visit, { revision }) {
      const call = staffCall(db, visit, 'mayChange');
      const discarded = discardForm(deps, visit.actor, call.id, revision);
      return discarded.ok ? toForm(call.id, formFlashes.discarded) : discarded;
    },
  });

  const asked = (visit: Visit, typed?: { readonly raw: RawBody; readonly errors: FieldErrors }): Answer => {
    const call = staffCall(db, visit, 'mayChange');
    const working = readWorkingForm(db, call.id);
    const question = questionsOf(working.form).find(({ code }) => code === visit.param('code'));
    if (question === undefined) return absent;
    const about: AskedPage = { question, section: '', kind: question.kind };
    return view('calls/form-question', formTitles.question, questionPage(call, working, about, typed));
  };
  const begun = (visit: Visit, typed?: { readonly raw: RawBody; readonly errors: FieldErrors }): Answer => {
    const call = staffCall(db, visit, 'mayChange');
    const working = readWorkingForm(db, call.id);
    const section = visit.param('code');
    if (!working.form.sections.some(({ code }) => code === section)) return absent;
    const wanted = typed === undefined ? visit.query['rodzaj'] : rawText(typed.raw, 'kind');
    const kind = questionKinds.find((one) => one === wanted);
    if (kind === undefined)
      return view('calls/form-kinds', formTitles.newQuestion, {
        crumbs: crumbsOf(call, formTitles.newQuestion),
        kinds: kindChoices.map(({ value, label }) => ({ label, href: `${visit.path}?rodzaj=${value}` })),
        back: callPaths.formOf(call.id),
      });
    const about: AskedPage = { question: null, section, kind };
    return view('calls/form-question', formTitles.newQuestion, questionPage(call, working, about, typed));
  };

  web.page(callPaths.newQuestion, ['coordinator'], (visit) => begun(visit));
  web.submit(callPaths.newQuestion, ['coordinator'], {
    form: questionForm,
    refusals: formRefusals,
    again: (visit, errors, raw) => begun(visit, { raw, errors }),
    run(visit, typed) {
      const call = staffCall(db, visit, 'mayChange');
      const question = questionFrom(typed, unusedCode('p', usedCodes(db, call.id)));
      return save(visit, call.id, typed.revision, { do: 'add_question', section: visit.param('code'), question });
    },
  });

  web.page(callPaths.question, ['coordinator'], (visit) => asked(visit));
  web.submit(callPaths.question, ['coordinator'], {
    form: questionForm,
    refusals: formRefusals,
    again: (visit, errors, raw) => asked(visit, { raw, errors }),
    run(visit, typed) {
      const call = staffCall(db, visit, 'mayChange');
      const code = visit.param('code');
      const stored = questionsOf(readWorkingForm(db, call.id).form).find((one) => one.code === code);
      if (stored === undefined) return absent;
      const question = questionFrom({ ...typed, kind: stored.kind }, code, stored);
      return save(visit, call.id, typed.revision, { do: 'replace_question', question });
    },
  });

  const consents = (visit: Visit, typed?: readonly string[]): Answer => {
    const call = staffCall(db, visit, 'mayChange');
    const { form, revision } = readWorkingForm(db, call.id);
    const stored = form.consents.map(({ text }) => text);
    return view('calls/form-consents', formTitles.consents, {
      crumbs: crumbsOf(call, formTitles.consents),
      ...{ revision, limits, action: callPaths.consentsOf(call.id), back: callPaths.formOf(call.id) },
      consents: (typed ?? [...stored, '', '']).map((value, index) => ({
        n: index + 1,
        name: `consents[${index}]`,
        value,
      })),
    });
  };
  web.page(callPaths.consents, ['coordinator'], (visit) => consents(visit));
  web.submit(callPaths.consents, ['coordinator'], {
    form: consentsForm,
    refusals: formRefusals,
    again: (visit, _errors, raw) => {
      const sent = raw['consents'];
      return consents(visit, Array.isArray(sent) ? sent.filter((one) => typeof one === 'string') : []);
    },
    run(visit, typed) {
      const call = staffCall(db, visit, 'mayChange');
      const { form } = readWorkingForm(db, call.id);
      const used = usedCodes(db, call.id);
      const stated = typed.consents.flatMap((text) => {
        const trimmed = text.trim();
        if (trimmed === '') return [];
        // Other words are another statement: who ticked the old one has not agreed to the new one.
        const known = form.consents.find((one) => one.text === trimmed);
        const code = known?.code ?? unusedCode('z', used);
        used.push(code);
        return [{ code, text: trimmed }];
      });
      return save(visit, call.id, typed.revision, { do: 'set_consents', consents: stated });
    },
  });
}

/** A button as an edit; undefined where a ready question is not in the library. */
function editOf(
  { revision: _, ...typed }: TypedEdit,
  used: readonly string[],
  needs: readonly Need[],
): FormEdit | undefined {
  if (typed.do === 'add_section') return { ...typed, code: unusedCode('s', used) };
  if (typed.do === 'add_check') {
    const { left, relation, right, text } = typed;
    return { do: 'add_check', check: { left, relation, right, text: text.trim() } };
  }
  if (typed.do !== 'take_ready') return typed;
  const ready = readyQuestion(typed.ready, needs);
  if (ready === undefined) return undefined;
  const code = used.includes(ready.code) && !codesWithMeaning.includes(ready.code) ? unusedCode('p', used) : ready.code;
  return { do: 'add_question', section: typed.section, question: { ...ready, code } };
}
