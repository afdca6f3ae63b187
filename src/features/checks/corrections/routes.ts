import type { Deps } from '../../../deps.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import type { FieldErrors, RawBody } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { printForm } from '../forms.ts';
import { answerTo } from '../outcomes.ts';
import { checkPaths } from '../paths.ts';
import { refusals } from '../texts.ts';
import { askForCorrections, doWithoutCorrections } from './commands.ts';
import { askForm } from './forms.ts';
import { askPage } from './page.ts';
import { askRefusals, correctionFlashes, correctionTitles } from './texts.ts';

/** Asking a group to correct named sections until a moment, and asking no more. `card` is the page of the formal card. */
export function correctionRoutes(web: Web, deps: Deps, card: (visit: Visit) => Answer): void {
  const page = (visit: Visit, raw?: RawBody): Answer => {
    const asked = askPage(deps.db, visit.actor, visit.id(), visit.now, raw);
    return asked === undefined ? absent : view('checks/ask', correctionTitles.ask(asked.code), asked);
  };

  web.page(checkPaths.corrections, ['coordinator'], (visit) => page(visit));

  web.submit(checkPaths.corrections, ['coordinator'], {
    form: askForm,
    refusals: { ...refusals, ...askRefusals },
    again: (visit, _errors: FieldErrors, raw) => page(visit, raw),
    run(visit, asked) {
      const applicationId = visit.id();
      const opened = askForCorrections(deps, visit.actor, { ...asked, applicationId });
      return answerTo(opened, (until) => redirect(checkPaths.cardOf(applicationId), correctionFlashes.asked(until)));
    },
  });

  web.submit(checkPaths.correctionsBack, ['coordinator'], {
    form: printForm,
    refusals: { ...refusals, ...askRefusals },
    again: (visit) => card(visit),
    run(visit) {
      const applicationId = visit.id();
      const taken = doWithoutCorrections(deps, visit.actor, applicationId);
      return answerTo(taken, () => redirect(checkPaths.cardOf(applicationId), correctionFlashes.takenBack));
    },
  });
}
