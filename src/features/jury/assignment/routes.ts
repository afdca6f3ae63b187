import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { countLetters } from '../../../lib/text.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import type { RawBody } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { answerTo } from '../../checks/outcomes.ts';
import { noFields } from '../forms.ts';
import { juryPaths } from '../paths.ts';
import { changePlace, drawScorers, fillPlaces } from './commands.ts';
import { assignmentPage, placePage } from './pages.ts';
import { mayAssign } from './queries.ts';
import { assignmentRefusals as refusals, assignmentTexts as texts } from './texts.ts';

const member = z
  .string({ error: texts.memberMissing })
  .pipe(z.string().regex(/^[1-9]\d{0,14}$/, texts.memberMissing))
  .transform(Number);

const placeForm = z.object({
  from: member,
  to: member,
  reason: z
    .string()
    .default('')
    .refine((text) => text !== '', texts.reasonMissing)
    .refine((text) => countLetters(text) <= 600, texts.reasonTooLong),
});

const people = ['coordinator', 'juror'] as const;

/** Who scores which application, in a call that draws it. */
export function assignmentRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const callOf = (visit: Visit): Call => {
    const call = readCall(db, visit.id());
    if (call === undefined || !mayAssign(db, visit.actor, call.id)) throw new Stop(absent);
    return call;
  };
  const page = (visit: Visit): Answer => {
    const shown = assignmentPage(db, visit.actor, callOf(visit));
    return shown === undefined ? absent : view('jury/assignment', texts.title, shown);
  };
  const back = (visit: Visit, words: string) => redirect(juryPaths.assignmentOf(visit.id()), words);

  web.page(juryPaths.assignment, people, page);
  web.submit(juryPaths.drawing, people, {
    ...{ form: noFields, refusals },
    again: page,
    run: (visit) => answerTo(drawScorers(deps, visit.actor, visit.id()), (short) => back(visit, texts.drawn(short))),
  });
  web.submit(juryPaths.filling, people, {
    ...{ form: noFields, refusals },
    again: page,
    run: (visit) => answerTo(fillPlaces(deps, visit.actor, visit.id()), (places) => back(visit, texts.filled(places))),
  });

  const place = (visit: Visit, raw?: RawBody): Answer => {
    const shown = placePage(db, visit.actor, callOf(visit), visit.id('application'), raw);
    return shown === undefined ? absent : view('jury/place', texts.changeTitle(shown.head.code), shown);
  };
  web.page(juryPaths.place, people, (visit) => place(visit));
  web.submit(juryPaths.place, people, {
    ...{ form: placeForm, refusals },
    again: (visit, _errors, raw) => place(visit, raw),
    run(visit, { from, to, reason }) {
      const change = { callId: visit.id(), applicationId: visit.id('application'), reason };
      const changed = changePlace(deps, visit.actor, { ...change, fromMemberId: from, toMemberId: to });
      return answerTo(changed, () => back(visit, texts.changed));
    },
  });
}
