import type { Deps } from '../../../deps.ts';
import { absent, redirect } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import { nothingAsked } from '../forms.ts';
import { homePage } from '../pages/home.ts';
import { applicationPaths } from '../paths.ts';
import { applicationRefusals } from '../texts.ts';
import { beginAmendment, setAmendmentAside } from './commands.ts';
import { asidePage, versionPage, versionsPage } from './pages.ts';
import { amendmentFlashes } from './texts.ts';

/** Changing what was submitted until the deadline, and every version of it. */
export function amendmentRoutes(web: Web, deps: Deps): void {
  web.page(applicationPaths.versions, 'signed_in', (visit) => versionsPage(deps, visit));
  web.page(applicationPaths.version, 'signed_in', (visit) => versionPage(deps, visit));

  web.submit(applicationPaths.amendment, 'signed_in', {
    form: nothingAsked,
    refusals: applicationRefusals,
    again: (visit) => homePage(deps, visit),
    run: (visit) => {
      const begun = beginAmendment(deps, visit.actor, visit.id());
      if (begun.ok) return redirect(applicationPaths.showOf(begun.value.copyId), amendmentFlashes.begun);
      return begun.code === 'absent' ? absent : begun;
    },
  });

  web.page(applicationPaths.amendmentAside, 'signed_in', (visit) => asidePage(deps, visit));
  web.submit(applicationPaths.amendmentAside, 'signed_in', {
    form: nothingAsked,
    refusals: applicationRefusals,
    again: (visit) => asidePage(deps, visit),
    run: (visit) => {
      const aside = setAmendmentAside(deps, visit.actor, visit.id());
      if (aside.ok) return redirect(applicationPaths.showOf(aside.value.applicationId), amendmentFlashes.aside);
      return aside.code === 'absent' ? absent : aside;
    },
  });
}
