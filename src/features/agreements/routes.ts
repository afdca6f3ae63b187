import type { Deps } from '../../deps.ts';
import { hasAnyRole, type Role } from '../../lib/actor.ts';
import { type Result, refused } from '../../lib/result.ts';
import { type Answer, absent, redirect, view } from '../../web/answer.ts';
import { rawText } from '../../web/form.ts';
import type { Web } from '../../web/routes.ts';
import { Stop, type Visit } from '../../web/visit.ts';
import { type Initiative, visibleInitiative } from '../initiatives/queries.ts';
import { agreementIssuers } from './access.ts';
import { issueAgreement } from './commands/issue.ts';
import { confirmFunds, openAgreement } from './commands/prepare.ts';
import { recordSigned } from './commands/sign.ts';
import { emptyForm, issueForm, scanLimitBytes, signingForm } from './forms.ts';
import { agreementPage } from './page.ts';
import { agreementPaths } from './paths.ts';
import { agreementRefusals, flashes, pageTitle } from './texts.ts';

export function agreementRoutes(web: Web, deps: Deps): void {
  const page = (visit: Visit, initiative: Initiative, typed?: { signedOn: string }): Answer =>
    view('agreements/show', pageTitle, agreementPage(deps, visit.actor, initiative, typed));

  web.page(agreementPaths.show, 'confirmed', (visit) => {
    const initiative = visibleInitiative(deps.db, visit.actor, visit.id());
    return initiative === undefined ? absent : page(visit, initiative);
  });

  /** One step taken by pressing one button. */
  const button = (
    path: string,
    roles: readonly Role[],
    take: (visit: Visit, initiativeId: number) => Result<unknown>,
    flash: string,
  ) =>
    web.submit(path, roles, {
      form: emptyForm,
      refusals: agreementRefusals,
      again: (visit) => page(visit, initiativeFor(deps, visit, roles)),
      run(visit) {
        const initiative = initiativeFor(deps, visit, roles);
        const taken = take(visit, initiative.id);
        return taken.ok ? redirect(agreementPaths.showOf(initiative.id), flash) : taken;
      },
    });
  button(
    agreementPaths.draft,
    ['coordinator'],
    (visit, initiativeId) => openAgreement(deps, visit.actor, { initiativeId }),
    flashes.opened,
  );
  button(
    agreementPaths.funds,
    ['accountant'],
    (visit, initiativeId) => confirmFunds(deps, visit.actor, { initiativeId }),
    flashes.confirmed,
  );
  web.submit(agreementPaths.issue, agreementIssuers, {
    form: issueForm,
    refusals: agreementRefusals,
    again: (visit) => page(visit, initiativeFor(deps, visit, agreementIssuers)),
    run(visit, { seen }) {
      const { id: initiativeId } = initiativeFor(deps, visit, agreementIssuers);
      const issued = issueAgreement(deps, visit.actor, { initiativeId, seen });
      return issued.ok ? redirect(agreementPaths.showOf(initiativeId), flashes.issued) : issued;
    },
  });

  web.submit(agreementPaths.signing, ['coordinator'], {
    form: signingForm,
    refusals: agreementRefusals,
    fileLimitBytes: scanLimitBytes,
    again: (visit, _errors, raw) =>
      page(visit, initiativeFor(deps, visit, ['coordinator']), { signedOn: rawText(raw, 'signedOn') }),
    run(visit, { signedOn }) {
      const initiative = initiativeFor(deps, visit, ['coordinator']);
      const scan = visit.files.find(({ field }) => field === 'scan');
      if (scan === undefined) return refused('scan_missing', { field: 'scan' });
      const signed = recordSigned(deps, visit.actor, { initiativeId: initiative.id, signedOn, scan });
      return signed.ok ? redirect(agreementPaths.showOf(initiative.id), flashes.signed) : signed;
    },
  });
}

/** A role held for another call opens nothing in this one. */
function initiativeFor(deps: Deps, visit: Visit, roles: readonly Role[]): Initiative {
  const initiative = visibleInitiative(deps.db, visit.actor, visit.id());
  if (initiative === undefined || !hasAnyRole(visit.actor, roles, initiative.callId)) throw new Stop(absent);
  return initiative;
}
