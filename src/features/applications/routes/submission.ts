import type { Deps } from '../../../deps.ts';
import { refused } from '../../../lib/result.ts';
import { absent, redirect } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import { askToConfirm } from '../../accounts/commands.ts';
import { accountPaths } from '../../accounts/paths.ts';
import { submittedAgain } from '../amendments/texts.ts';
import { submitApplication } from '../commands/submit.ts';
import { withdrawApplication } from '../commands/withdraw.ts';
import { addressForm, nothingAsked, submissionForm } from '../forms.ts';
import { checkPage } from '../pages/check.ts';
import { writingOf } from '../pages/open.ts';
import { receiptPage } from '../pages/receipt.ts';
import { withdrawalPage } from '../pages/withdrawal.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import { flashes } from '../texts/pages.ts';
import { applicationRefusals } from '../texts.ts';

/** The last section: everything checked, the address confirmed, sent; the receipt; and the way back. */
export function submissionRoutes(web: Web, deps: Deps): void {
  web.page(applicationPaths.check, 'signed_in', (visit) => checkPage(deps, visit));

  web.submit(applicationPaths.confirmation, 'signed_in', {
    form: addressForm,
    refusals: applicationRefusals,
    again: (visit) => checkPage(deps, visit),
    run: (visit, { email }) => {
      const { draft } = writingOf(deps, visit);
      const nextPath = applicationPaths.sectionOf(draft.id, fixedSections.check);
      if (visit.actor.kind === 'person' && visit.actor.confirmed) return redirect(nextPath);
      const asked = deps.db.write((tx) =>
        askToConfirm(tx, deps, {
          personId: visit.personId,
          email,
          nextPath,
          device: visit.device,
          network: visit.network,
        }),
      );
      return asked
        ? redirect(accountPaths.code, flashes.codeSent(email))
        : refused('letters_for_this_hour', { field: 'email' });
    },
  });

  web.submit(applicationPaths.submission, 'signed_in', {
    form: submissionForm,
    refusals: applicationRefusals,
    again: (visit) => checkPage(deps, visit),
    run: (visit, { revision }) => {
      const sent = submitApplication(deps, visit.actor, { applicationId: visit.id(), revision });
      if (sent.ok) {
        const { applicationId, code, version } = sent.value;
        const said = version === 1 ? flashes.submitted(code) : submittedAgain(code, version);
        return redirect(applicationPaths.receiptOf(applicationId), said);
      }
      return sent.code === 'absent' ? absent : sent;
    },
  });

  web.page(applicationPaths.receipt, 'signed_in', (visit) => receiptPage(deps, visit));

  web.page(applicationPaths.withdrawal, 'signed_in', (visit) => withdrawalPage(deps, visit));

  web.submit(applicationPaths.withdrawal, 'signed_in', {
    form: nothingAsked,
    refusals: applicationRefusals,
    again: (visit) => withdrawalPage(deps, visit, true),
    run: (visit) => {
      const withdrawn = withdrawApplication(deps, visit.actor, { applicationId: visit.id() });
      if (withdrawn.ok) return redirect(applicationPaths.showOf(visit.id()), flashes.withdrawn);
      return withdrawn.code === 'absent' ? absent : withdrawn;
    },
  });
}
