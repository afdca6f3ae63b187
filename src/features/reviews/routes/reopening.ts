import type { Deps } from '../../../deps.ts';
import type { Role } from '../../../lib/actor.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import type { RawBody } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { answerTo } from '../../checks/outcomes.ts';
import { reopenCard, restoreCard } from '../commands/reopen.ts';
import { reopeningForm, restoringForm } from '../forms.ts';
import { reopeningPage } from '../pages/reopening.ts';
import { reviewPaths } from '../paths.ts';
import { flashes, pageTitles, refusals } from '../texts.ts';

/** The chair is a juror. */
const deciders: readonly Role[] = ['juror', 'coordinator'];

/** Sent cards given back to their jurors, and put back as they were sent. */
export function reopeningRoutes(web: Web, deps: Deps): void {
  const page = (visit: Visit, raw?: RawBody): Answer => {
    const data = reopeningPage(deps.db, visit.actor, visit.id(), visit.now, raw);
    return data === undefined ? absent : view('reviews/reopening', pageTitles.reopening(data.code), data);
  };

  web.page(reviewPaths.reopening, [...deciders, 'director', 'inspector'], (visit) => page(visit));

  web.submit(reviewPaths.reopening, deciders, {
    form: reopeningForm,
    refusals,
    again: (visit, _errors, raw) => page(visit, raw),
    run(visit, { member, reason }) {
      const applicationId = visit.id();
      const reopened = reopenCard(deps, visit.actor, { applicationId, memberId: member, reason });
      return answerTo(reopened, () => redirect(reviewPaths.reopeningOf(applicationId), flashes.reopened));
    },
  });

  web.submit(reviewPaths.restoring, deciders, {
    form: restoringForm,
    refusals,
    again: (visit) => page(visit),
    run(visit, { member }) {
      const applicationId = visit.id();
      const restored = restoreCard(deps, visit.actor, { applicationId, memberId: member });
      return answerTo(restored, () => redirect(reviewPaths.reopeningOf(applicationId), flashes.restored));
    },
  });
}
