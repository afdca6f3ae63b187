import type { Deps } from '../../deps.ts';
import { hasAnyRole, type Role } from '../../lib/actor.ts';
import { type Answer, absent, redirect, view } from '../../web/answer.ts';
import type { Web } from '../../web/routes.ts';
import { Stop, type Visit } from '../../web/visit.ts';
import { type Call, readCall } from '../calls/queries.ts';
import { approveDecisions, returnDecisions } from './commands/approve.ts';
import { prepareDecisions, proposeDecisions, saveDecisions } from './commands/prepare.ts';
import { publishDecisions } from './commands/publish.ts';
import { emptyForm, returnForm, revisionForm, setForm, understand } from './forms.ts';
import { decisionPaths } from './paths.ts';
import { rankedIn } from './queries.ts';
import { resultPages } from './result-pages.ts';
import { setPage, type TypedSet } from './set-page.ts';
import { decisionRefusals, flashes, pageTitles } from './texts.ts';

const readers: readonly Role[] = ['coordinator', 'director', 'accountant', 'inspector'];
const preparing: readonly Role[] = ['coordinator'];
const approving: readonly Role[] = ['director'];
const publishing: readonly Role[] = ['coordinator', 'director'];

export function decisionRoutes(web: Web, deps: Deps): void {
  resultPages(web, deps);
  const page = (visit: Visit, call: Call, typed?: TypedSet): Answer =>
    view('decisions/set', pageTitles.set, setPage(deps.db, visit.actor, call, typed), { fragment: 'decisions/sums' });

  web.page(decisionPaths.set, readers, (visit) => page(visit, callFor(deps, visit, readers)));

  web.submit(decisionPaths.preparation, preparing, {
    form: emptyForm,
    refusals: decisionRefusals,
    again: (visit) => page(visit, callFor(deps, visit, preparing)),
    run(visit) {
      const call = callFor(deps, visit, preparing);
      const prepared = prepareDecisions(deps, visit.actor, { callId: call.id });
      return prepared.ok ? redirect(decisionPaths.setOf(call.id), flashes.prepared) : prepared;
    },
  });

  web.submit(decisionPaths.set, preparing, {
    form: setForm,
    refusals: decisionRefusals,
    again: (visit, _errors, raw) => page(visit, callFor(deps, visit, preparing), setForm.parse(raw)),
    run(visit, input) {
      const call = callFor(deps, visit, preparing);
      if (input.do === 'recount') return page(visit, call, input);
      const requested = new Map(
        rankedIn(deps.db, visit.actor, call.id).map((row) => [row.applicationId, row.requested]),
      );
      const understood = understand(input.rows, requested);
      if (!understood.ok) return { ok: false, code: 'rows_wrong', fields: understood.fields };
      const prepared = { callId: call.id, decisions: understood.decisions, revision: input.revision };
      const outcome =
        input.do === 'propose'
          ? proposeDecisions(deps, visit.actor, prepared)
          : saveDecisions(deps, visit.actor, prepared);
      if (!outcome.ok) return outcome;
      return redirect(decisionPaths.setOf(call.id), input.do === 'propose' ? flashes.proposed : flashes.saved);
    },
  });

  web.submit(decisionPaths.check, preparing, {
    form: setForm,
    once: false,
    again: (visit, _errors, raw) => page(visit, callFor(deps, visit, preparing), setForm.parse(raw)),
    run: (visit, input) => page(visit, callFor(deps, visit, preparing), input),
  });

  web.submit(decisionPaths.approval, approving, {
    form: revisionForm,
    refusals: decisionRefusals,
    again: (visit) => page(visit, callFor(deps, visit, approving)),
    run(visit, { revision }) {
      const call = callFor(deps, visit, approving);
      const approved = approveDecisions(deps, visit.actor, { callId: call.id, revision });
      return approved.ok ? redirect(decisionPaths.setOf(call.id), flashes.approved) : approved;
    },
  });

  web.submit(decisionPaths.return, approving, {
    form: returnForm,
    refusals: decisionRefusals,
    again: (visit) => page(visit, callFor(deps, visit, approving)),
    run(visit, { reason }) {
      const call = callFor(deps, visit, approving);
      const returned = returnDecisions(deps, visit.actor, { callId: call.id, reason });
      return returned.ok ? redirect(decisionPaths.setOf(call.id), flashes.returned) : returned;
    },
  });

  web.submit(decisionPaths.publication, publishing, {
    form: emptyForm,
    refusals: decisionRefusals,
    again: (visit) => page(visit, callFor(deps, visit, publishing)),
    run(visit) {
      const call = callFor(deps, visit, publishing);
      const published = publishDecisions(deps, visit.actor, { callId: call.id });
      return published.ok ? redirect(decisionPaths.resultsOf(call.id), flashes.published) : published;
    },
  });
}

/** A role held for another call opens nothing in this one. */
function callFor(deps: Deps, visit: Visit, roles: readonly Role[]): Call {
  const call = readCall(deps.db, visit.id());
  if (call === undefined || !hasAnyRole(visit.actor, roles, call.id)) throw new Stop(absent);
  return call;
}
