import type { Deps } from '../../../deps.ts';
import { absent, redirect } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import { settingsReaders } from '../../calls/access.ts';
import { nothingAsked } from '../forms.ts';
import { giveLateLink, withdrawLateLink } from '../late/commands.ts';
import { lateLinkForm } from '../late/forms.ts';
import { lateLinksPage, ownLatePage } from '../late/pages.ts';
import { latePaths } from '../late/paths.ts';
import { lateFlashes, lateRefusals } from '../late/texts.ts';

/** One person may submit after the deadline: given in writing, seen by staff, opened by that person alone. */
export function lateRoutes(web: Web, deps: Deps): void {
  web.page(latePaths.list, settingsReaders, (visit) => lateLinksPage(deps, visit));

  web.submit(latePaths.list, ['coordinator'], {
    form: lateLinkForm,
    refusals: lateRefusals,
    again: (visit, _errors, raw) => lateLinksPage(deps, visit, raw),
    run(visit, input) {
      const given = giveLateLink(deps, visit.actor, { ...input, callId: visit.id() });
      if (given.ok) return redirect(latePaths.listOf(visit.id()), lateFlashes.given);
      return given.code === 'absent' ? absent : given;
    },
  });

  web.submit(latePaths.withdrawal, ['coordinator'], {
    form: nothingAsked,
    refusals: lateRefusals,
    again: (visit) => lateLinksPage(deps, visit),
    run(visit) {
      const withdrawn = withdrawLateLink(deps, visit.actor, visit.id(), visit.id('link'));
      if (withdrawn.ok) return redirect(latePaths.listOf(visit.id()), lateFlashes.withdrawn);
      return withdrawn.code === 'absent' ? absent : withdrawn;
    },
  });

  web.page(latePaths.own, 'confirmed', (visit) => ownLatePage(deps, visit));
}
