import type { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Result } from '../../../lib/result.ts';
import { type Answer, redirect, view } from '../../../web/answer.ts';
import type { FieldErrors, RawBody } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { callPaths } from '../paths.ts';
import type { Call } from '../queries.ts';
import { staffCall } from '../staff-call.ts';
import { changeAbout } from './about.ts';
import { changeApplicants } from './applicants.ts';
import { changeCosts } from './costs.ts';
import { aboutForm, applicantsForm, stagesForm } from './editor-forms.ts';
import { aboutPage, applicantsPage, stagesPage } from './editor-pages.ts';
import { changeQuestions } from './faq.ts';
import { changeFormal } from './formal.ts';
import { changeMerit } from './merit.ts';
import { setupPaths } from './paths.ts';
import { costsForm, formalForm, meritForm, questionsForm } from './row-forms.ts';
import { costsPage, faqPage, formalPage, meritPage, type Typed } from './row-pages.ts';
import { changeStages } from './stages.ts';
import { setupFlashes, setupRefusals, setupTitles } from './texts.ts';

/** One page of the set-up: a form that is shown, refused with what was typed, or saved. */
interface Editor<Schema extends z.ZodType> {
  readonly name: keyof typeof setupTitles & keyof typeof setupFlashes;
  readonly path: string;
  readonly pathOf: (callId: number) => string;
  readonly form: Schema;
  readonly page: (call: Call, typed: Typed) => object;
  readonly change: (actor: Actor, callId: number, input: z.output<Schema>) => Result;
}

/** The pages on which a draft is set up. Only the coordinator changes it, and all but the common questions only until it is announced. */
export function editorRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  editor(web, deps, {
    ...{ name: 'about', path: setupPaths.about, pathOf: setupPaths.aboutOf, form: aboutForm },
    page: (call, { raw }) => aboutPage(call, raw),
    change: (actor, callId, input) => changeAbout(deps, actor, { callId, ...input }),
  });
  editor(web, deps, {
    ...{ name: 'applicants', path: setupPaths.applicants, pathOf: setupPaths.applicantsOf, form: applicantsForm },
    page: (call, { raw }) => applicantsPage(db, call, raw),
    change: (actor, callId, input) => changeApplicants(deps, actor, { callId, ...input }),
  });
  editor(web, deps, {
    ...{ name: 'stages', path: setupPaths.stages, pathOf: setupPaths.stagesOf, form: stagesForm },
    page: (call, { raw }) => stagesPage(call, raw),
    change: (actor, callId, input) => changeStages(deps, actor, { callId, ...input }),
  });
  editor(web, deps, {
    ...{ name: 'costs', path: setupPaths.costs, pathOf: setupPaths.costsOf, form: costsForm },
    page: (call, typed) => costsPage(db, call, typed),
    change: (actor, callId, input) => changeCosts(deps, actor, { callId, ...input }),
  });
  editor(web, deps, {
    ...{ name: 'formal', path: setupPaths.formal, pathOf: setupPaths.formalOf, form: formalForm },
    page: (call, typed) => formalPage(db, call, typed),
    change: (actor, callId, input) => changeFormal(deps, actor, { callId, ...input }),
  });
  editor(web, deps, {
    ...{ name: 'merit', path: setupPaths.merit, pathOf: setupPaths.meritOf, form: meritForm },
    page: (call, typed) => meritPage(db, call, typed),
    change: (actor, callId, input) => changeMerit(deps, actor, { callId, ...input }),
  });
  editor(web, deps, {
    ...{ name: 'faq', path: setupPaths.faq, pathOf: setupPaths.faqOf, form: questionsForm },
    page: (call, typed) => faqPage(db, call, typed),
    change: (actor, callId, input) => changeQuestions(deps, actor, { callId, ...input }),
  });
}

function editor<Schema extends z.ZodType>(web: Web, deps: Deps, one: Editor<Schema>): void {
  const show = (visit: Visit, typed: Typed): Answer =>
    view(`calls/${one.name}`, setupTitles[one.name], one.page(staffCall(deps.db, visit, 'mayChange'), typed));

  web.page(one.path, ['coordinator'], (visit) => show(visit, { adding: visit.query['dodaj'] === '1' }));
  web.submit(one.path, ['coordinator'], {
    form: one.form,
    refusals: setupRefusals,
    again: (visit, errors: FieldErrors, raw: RawBody) => show(visit, { raw, errors }),
    run(visit, input, raw) {
      const { id } = staffCall(deps.db, visit, 'mayChange');
      const result = one.change(visit.actor, id, input);
      if (!result.ok) return result;
      const to = raw['more'] === undefined ? callPaths.settingsOf(id) : `${one.pathOf(id)}?dodaj=1#wiersz-n1`;
      return redirect(to, setupFlashes[one.name]);
    },
  });
}
