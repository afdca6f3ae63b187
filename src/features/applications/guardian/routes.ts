import type { Deps } from '../../../deps.ts';
import type { Refusal, Result } from '../../../lib/result.ts';
import { type Answer, absent, redirect } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { rehearsalOfApplication } from '../../calls/rehearsal/queries.ts';
import { nothingAsked } from '../forms.ts';
import { applicationPaths } from '../paths.ts';
import { applicationRefusals } from '../texts.ts';
import { askGuardian, printSheet } from './asking.ts';
import { doorRoutes } from './door-routes.ts';
import { askForm, endForm, signedForm } from './forms.ts';
import { guardianPage } from './pages.ts';
import { endConsent, keepConsent } from './saying.ts';
import { flashes, guardianRefusals } from './texts.ts';

const fileLimitBytes = 15 * 1024 * 1024;

/** The consent of a minor's guardian: asked for by a letter, signed on a sheet, written down at the desk, ended there; and the guardian's own door. */
export function guardianRoutes(web: Web, deps: Deps): void {
  const refusals = { ...applicationRefusals, ...guardianRefusals };
  const again = (visit: Visit, _errors: object, raw: Parameters<typeof guardianPage>[2]) =>
    guardianPage(deps, visit, raw);

  web.page(applicationPaths.guardian, 'signed_in', (visit) => guardianPage(deps, visit));
  web.submit(applicationPaths.guardian, 'signed_in', {
    ...{ form: askForm, refusals, again },
    run(visit, { email }) {
      const asked = askGuardian(deps, visit.actor, { applicationId: visit.id(), email });
      const isPlayed = rehearsalOfApplication(deps.db, visit.id()) !== undefined;
      return stay(visit, asked, isPlayed ? flashes.askedInRehearsal : flashes.asked(email));
    },
  });

  web.submit(applicationPaths.guardianSheet, 'signed_in', {
    ...{ form: nothingAsked, refusals, again },
    run: (visit) => stay(visit, printSheet(deps, visit.actor, visit.id()), flashes.sheet),
  });

  web.submit(applicationPaths.guardianSigned, 'signed_in', {
    ...{ form: signedForm, refusals, again, fileLimitBytes },
    run(visit, { way, signedOn }) {
      const file = visit.files.find(({ field }) => field === 'file');
      const kept = keepConsent(deps, visit.actor, { applicationId: visit.id(), way, signedOn, file });
      return stay(visit, kept, flashes.signed);
    },
  });

  web.submit(applicationPaths.guardianEnd, ['coordinator'], {
    ...{ form: endForm, refusals, again },
    run: (visit, { reason }) =>
      stay(visit, endConsent(deps, visit.actor, { applicationId: visit.id(), reason }), flashes.ended),
  });

  doorRoutes(web, deps);
}

function stay(visit: Visit, outcome: Result, flash: string): Answer | Refusal {
  if (outcome.ok) return redirect(applicationPaths.guardianOf(visit.id()), flash);
  return outcome.code === 'absent' ? absent : outcome;
}
