import type { Deps } from '../../../deps.ts';
import { type Answer, redirect } from '../../../web/answer.ts';
import type { RawBody } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { applicationPaths } from '../../applications/paths.ts';
import { checkPrinters } from '../access.ts';
import { answerTo } from '../outcomes.ts';
import { checkPaths } from '../paths.ts';
import { answerRecheck } from './answering.ts';
import { askRecheck, enterRecheck } from './asking.ts';
import { answerForm, paperForm, recheckForm } from './forms.ts';
import { ownRecheckPage } from './pages.ts';
import { recheckFlashes, recheckRefusals } from './texts.ts';

/** Asking for a re-check after a rejection, on the screen and from paper, and its answer. `card` is the page of the formal card. */
export function recheckRoutes(web: Web, deps: Deps, card: (visit: Visit, raw?: RawBody) => Answer): void {
  web.page(checkPaths.recheck, 'confirmed', (visit) => ownRecheckPage(deps, visit));

  web.submit(checkPaths.recheck, 'confirmed', {
    form: recheckForm,
    refusals: recheckRefusals,
    again: (visit, _errors, raw) => ownRecheckPage(deps, visit, raw),
    run(visit, { body }) {
      const asked = askRecheck(deps, visit.actor, visit.id(), body);
      return answerTo(asked, () => redirect(applicationPaths.recheckOf(visit.id()), recheckFlashes.asked));
    },
  });

  web.submit(checkPaths.recheckPaper, ['coordinator'], {
    form: paperForm,
    refusals: recheckRefusals,
    again: (visit, _errors, raw) => card(visit, raw),
    run(visit, paper) {
      const applicationId = visit.id();
      const entered = enterRecheck(deps, visit.actor, { ...paper, applicationId });
      return answerTo(entered, () => redirect(checkPaths.cardOf(applicationId), recheckFlashes.entered));
    },
  });

  web.submit(checkPaths.recheckAnswer, checkPrinters, {
    form: answerForm,
    refusals: recheckRefusals,
    again: (visit, _errors, raw) => card(visit, raw),
    run(visit, answer) {
      const applicationId = visit.id();
      const answered = answerRecheck(deps, visit.actor, { ...answer, applicationId });
      return answerTo(answered, () => redirect(checkPaths.cardOf(applicationId), recheckFlashes[answer.outcome]));
    },
  });
}
