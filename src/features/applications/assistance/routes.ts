import type { Deps } from '../../../deps.ts';
import { done, type Refusal, type Result, refused } from '../../../lib/result.ts';
import { type Answer, absent, redirect } from '../../../web/answer.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { nothingAsked } from '../forms.ts';
import { writingOf } from '../pages/open.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import { applicationRefusals } from '../texts.ts';
import { askForWord, keepSignedSheet, takeWordByCode } from './confirm.ts';
import { arrivalForm, codeForm, signatureForm, startForm } from './forms.ts';
import { linkRoutes } from './link-routes.ts';
import { printDraft } from './printout.ts';
import { assistancePage, keyedInOf } from './show-page.ts';
import { correctArrival, startForPerson } from './start.ts';
import { assistanceStartPage } from './start-page.ts';
import { assistanceRefusals, flashes } from './texts.ts';

const fileLimitBytes = 15 * 1024 * 1024;
const refusals = { ...applicationRefusals, ...assistanceRefusals };

/** Paper keyed in, and filling in together: everything that is not the writing itself, which goes through the same pages as everybody's. */
export function assistanceRoutes(web: Web, deps: Deps): void {
  web.page(applicationPaths.assistanceStart, ['coordinator'], (visit) => assistanceStartPage(deps, visit));
  web.submit(applicationPaths.assistanceStart, ['coordinator'], {
    form: startForm,
    refusals,
    again: (visit, _errors, raw) => assistanceStartPage(deps, visit, raw),
    run(visit, draft) {
      const started = startForPerson(deps, visit.actor, { ...draft, callId: visit.id() });
      if (!started.ok) return orAbsent(started);
      const first = applicationPaths.sectionOf(started.value.applicationId, fixedSections.applicant);
      return redirect(first, typeof draft.sameAs === 'number' ? flashes.startedAgain : flashes.started);
    },
  });

  web.page(applicationPaths.assistance, ['coordinator'], (visit) => assistancePage(deps, visit));
  const again = (visit: Visit, _errors: object, raw: Parameters<typeof assistancePage>[2]) =>
    assistancePage(deps, visit, raw);

  web.submit(applicationPaths.arrival, ['coordinator'], {
    ...{ form: arrivalForm, refusals, again },
    run: (visit, arrival) => stay(visit, correctArrival(deps, visit.actor, visit.id(), arrival), flashes.arrivalSaved),
  });

  web.submit(applicationPaths.signature, ['coordinator'], {
    ...{ form: signatureForm, refusals, again, fileLimitBytes },
    run(visit, { way, signedOn }) {
      const file = visit.files.find(({ field }) => field === 'file');
      const sheet = { applicationId: keyedInOf(deps, visit).draft.id, way, signedOn, file };
      return stay(visit, keepSignedSheet(deps, visit.actor, sheet), flashes.signatureKept);
    },
  });

  web.submit(applicationPaths.codeLetter, ['coordinator'], {
    ...{ form: nothingAsked, refusals, again },
    run(visit) {
      const asked = askForWord(deps, visit.actor, visit.id());
      return stay(visit, asked.ok ? done() : asked, asked.ok ? flashes.letterSent(asked.value.email) : '');
    },
  });

  web.submit(applicationPaths.code, ['coordinator'], {
    ...{ form: codeForm, refusals, again },
    run: (visit, { code }) => stay(visit, takeWordByCode(deps, visit.actor, visit.id(), code), flashes.wordTaken),
  });

  web.submit(applicationPaths.printout, 'signed_in', {
    form: nothingAsked,
    refusals,
    again: (visit) => redirect(applicationPaths.showOf(writingOf(deps, visit).draft.id)),
    run(visit) {
      const printed = printDraft(deps, visit.actor, visit.id());
      return printed.ok ? redirect(applicationPaths.showOf(visit.id()), flashes.printoutAsked) : orAbsent(printed);
    },
  });

  linkRoutes(web, deps);
}

function stay(visit: Visit, outcome: Result, flash: string): Answer | Refusal {
  return outcome.ok ? redirect(applicationPaths.assistanceOf(visit.id()), flash) : orAbsent(outcome);
}

function orAbsent(refusal: Refusal): Answer | Refusal {
  return refusal.code === 'absent' ? absent : refused(refusal.code, refusal);
}
