import type { Deps } from '../../deps.ts';
import { hasRole } from '../../lib/actor.ts';
import { type Answer, absent, redirect, view } from '../../web/answer.ts';
import type { RawBody } from '../../web/form.ts';
import type { Web } from '../../web/routes.ts';
import { Stop, type Visit } from '../../web/visit.ts';
import { agreePlan, savePlan } from './commands/plan.ts';
import { initiativePaths } from './paths.ts';
import { emptyLine, planForm, understand } from './plan-form.ts';
import { planPage, storedPlan, type TypedPlan } from './plan-page.ts';
import { type Initiative, visibleInitiative, visibleInitiatives } from './queries.ts';
import { showPage } from './show-page.ts';
import { flashes, pageTitles, planRefusals, stateNames, stateTones } from './texts.ts';

export function initiativeRoutes(web: Web, deps: Deps): void {
  web.page(initiativePaths.list, 'confirmed', (visit) => {
    const items = visibleInitiatives(deps.db, visit.actor).map((initiative) => ({
      ...initiative,
      href: initiativePaths.showOf(initiative.id),
      tag: { tone: stateTones[initiative.state], text: stateNames[initiative.state] },
      amount: initiative.agreedIsFinal ? initiative.agreed : initiative.awarded,
    }));
    return view('initiatives/list', pageTitles.list, { items });
  });

  web.page(initiativePaths.show, 'confirmed', (visit) => {
    const initiative = visibleInitiative(deps.db, visit.actor, visit.id());
    if (initiative === undefined) return absent;
    return view(
      'initiatives/show',
      `${initiative.code} ${initiative.title}`,
      showPage(deps.db, visit.actor, initiative),
    );
  });

  web.page(initiativePaths.plan, ['coordinator'], (visit) => {
    const initiative = underNegotiation(deps, visit);
    return planView(deps, initiative, storedPlan(deps.db, initiative));
  });

  web.submit(initiativePaths.plan, ['coordinator'], {
    form: planForm,
    refusals: planRefusals,
    again: (visit, _errors, raw) => planView(deps, coordinated(deps, visit), typedIn(raw)),
    run(visit, input) {
      const initiative = coordinated(deps, visit);
      const removed = /^remove:(\d+)$/.exec(input.do)?.[1];
      if (input.do === 'recount') return planView(deps, initiative, input);
      if (input.do === 'add') return planView(deps, initiative, { ...input, rows: [...input.rows, emptyLine] });
      if (removed !== undefined)
        return planView(deps, initiative, { ...input, rows: input.rows.toSpliced(Number(removed), 1) });
      const plan = understand(input.rows);
      if (!plan.ok) return { ok: false, code: 'rows_wrong', fields: plan.fields };
      const agreed = { initiativeId: initiative.id, lines: plan.lines, revision: input.revision };
      const outcome = input.do === 'agree' ? agreePlan(deps, visit.actor, agreed) : savePlan(deps, visit.actor, agreed);
      if (!outcome.ok) return outcome;
      return input.do === 'agree'
        ? redirect(initiativePaths.showOf(initiative.id), flashes.agreed)
        : redirect(initiativePaths.planOf(initiative.id), flashes.saved);
    },
  });

  web.submit(initiativePaths.planSums, ['coordinator'], {
    form: planForm,
    once: false,
    again: (visit, _errors, raw) => planView(deps, coordinated(deps, visit), typedIn(raw)),
    run: (visit, input) => planView(deps, coordinated(deps, visit), input),
  });
}

/** The page, or for a live sum its sums alone. */
function planView(deps: Deps, initiative: Initiative, typed: TypedPlan): Answer {
  return view('initiatives/plan', pageTitles.plan, planPage(deps.db, initiative, typed), {
    fragment: 'initiatives/plan-sums',
  });
}

function typedIn(raw: RawBody): TypedPlan {
  return planForm.parse(raw);
}

/** Only the coordinator of this very call talks its plans over. */
function coordinated(deps: Deps, visit: Visit): Initiative {
  const initiative = visibleInitiative(deps.db, visit.actor, visit.id());
  if (initiative === undefined || !hasRole(visit.actor, 'coordinator', initiative.callId)) throw new Stop(absent);
  return initiative;
}

/** A plan once agreed is read on the initiative's own page. */
function underNegotiation(deps: Deps, visit: Visit): Initiative {
  const initiative = coordinated(deps, visit);
  if (initiative.state !== 'negotiation') throw new Stop(redirect(initiativePaths.showOf(initiative.id)));
  return initiative;
}
