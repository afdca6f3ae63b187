import type { Deps } from '../../../deps.ts';
import { type Answer, redirect } from '../../../web/answer.ts';
import type { RawBody } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { answerTo } from '../outcomes.ts';
import { checkPaths } from '../paths.ts';
import { refusals } from '../texts.ts';
import { approveCard, sendCardBack } from './commands.ts';
import { approveForm, sendBackForm } from './forms.ts';
import { secondFlashes, secondRefusals } from './texts.ts';

/** The second signature of a formal card: approved, or sent back with a note. `card` is the page of the formal card. */
export function secondRoutes(web: Web, deps: Deps, card: (visit: Visit, raw?: RawBody) => Answer): void {
  web.submit(checkPaths.second, ['coordinator'], {
    form: approveForm,
    refusals: { ...refusals, ...secondRefusals },
    again: (visit, _errors, raw) => card(visit, raw),
    run(visit, { signed: revision }) {
      const applicationId = visit.id();
      const approved = approveCard(deps, visit.actor, { applicationId, revision });
      return answerTo(approved, ({ code, outcome }) =>
        redirect(checkPaths.cardOf(applicationId), secondFlashes[outcome](code)),
      );
    },
  });

  web.submit(checkPaths.return, ['coordinator'], {
    form: sendBackForm,
    refusals: { ...refusals, ...secondRefusals },
    again: (visit, _errors, raw) => card(visit, raw),
    run(visit, { signed: revision, returnNote: note }) {
      const applicationId = visit.id();
      const returned = sendCardBack(deps, visit.actor, { applicationId, revision, note });
      return answerTo(returned, () => redirect(checkPaths.cardOf(applicationId), secondFlashes.returned));
    },
  });
}
