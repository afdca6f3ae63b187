import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { hasAnyRole } from '../../lib/actor.ts';
import { refused } from '../../lib/result.ts';
import { type Answer, absent, download, redirect, view } from '../../web/answer.ts';
import { type RawBody, rawText } from '../../web/form.ts';
import type { Web } from '../../web/routes.ts';
import { Stop, type Visit } from '../../web/visit.ts';
import { type Call, readCall } from '../calls/queries.ts';
import { answerTo } from '../checks/outcomes.ts';
import { juryPaths } from '../jury/paths.ts';
import { mayAskRelations } from '../jury/relations/access.ts';
import { progressReaders } from '../reviews/access.ts';
import { progressPage } from '../reviews/pages/progress.ts';
import { reviewPaths } from '../reviews/paths.ts';
import {
  mayAdopt,
  mayCompareJurors,
  mayKeepScenarios,
  mayTakeProof,
  rankingReaders,
  type Sight,
  sightOf,
} from './access.ts';
import { dropScenario, keepScenario } from './commands/scenarios.ts';
import { adoptRanking } from './commands.ts';
import { adoptionForm, scenarioForm } from './forms.ts';
import { meetingPaths } from './meeting/paths.ts';
import { openMeetingOf } from './meeting/queries.ts';
import { meetingRoutes } from './meeting/routes.ts';
import { signedRoutes } from './meeting/signed-routes.ts';
import { adoptionPage, chairOrderOf } from './pages/adoption.ts';
import { leniencyPage } from './pages/leniency.ts';
import { rankingPage } from './pages/ranking.ts';
import { readScenario } from './pages/scenarios.ts';
import { rankingPaths } from './paths.ts';
import { adoptedRanking } from './queries.ts';
import { flashes, pageTitles, proofName, refusals } from './texts.ts';

/** What stood in the form of a trial, as the address of the page would have it. */
const typedScenario = (raw: RawBody) =>
  Object.fromEntries(['pula', 'prog', 'najwyzej', 'pomijaj'].map((name) => [name, rawText(raw, name)]));

export function rankingRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const open = (visit: Visit): { call: Call; sight: Sight } => {
    const call = readCall(db, visit.id());
    const sight = call && sightOf(db, visit.actor, call, visit.now);
    if (call === undefined || sight === undefined) throw new Stop(absent);
    return { call, sight };
  };

  web.page(rankingPaths.ranking, [...rankingReaders, 'juror'], (visit) => {
    const { call, sight } = open(visit);
    if (sight === 'rows') {
      return view('ranking/ranking', pageTitles.ranking, rankingPage(db, visit.actor, call, visit.query, visit.now));
    }
    const counts = sight === 'counts' ? progressPage(db, visit.actor, call) : null;
    const relations = mayAskRelations(db, visit.actor, call.id) ? juryPaths.relationsOf(call.id) : '';
    const progress = hasAnyRole(visit.actor, progressReaders, call.id) ? reviewPaths.progressOf(call.id) : '';
    return view('ranking/waiting', pageTitles.ranking, { call, counts, progress, relations });
  });

  web.page(rankingPaths.leniency, ['inspector', 'juror'], (visit) => {
    const { call } = open(visit);
    if (!mayCompareJurors(db, visit.actor, call, visit.now)) return absent;
    return view('ranking/leniency', pageTitles.leniency, leniencyPage(db, visit.actor, call));
  });

  web.page(rankingPaths.proof, [...rankingReaders, 'juror'], (visit) => {
    const { call } = open(visit);
    const proof = adoptedRanking(db, call.id)?.proof ?? '';
    if (proof === '' || !mayTakeProof(db, visit.actor, call.id)) return absent;
    return download(proofName(call), 'application/json', proof);
  });

  const withScenario = (visit: Visit, query: Readonly<Record<string, string>>): Answer => {
    const { call, sight } = open(visit);
    if (sight !== 'rows' || !mayKeepScenarios(db, visit.actor, call, visit.now)) return absent;
    return view('ranking/ranking', pageTitles.ranking, rankingPage(db, visit.actor, call, query, visit.now));
  };

  web.submit(rankingPaths.scenarios, ['coordinator', 'juror'], {
    form: scenarioForm,
    refusals,
    again: (visit, _errors, raw) => withScenario(visit, typedScenario(raw)),
    run(visit, { name, pula, prog, najwyzej, pomijaj }) {
      const { scenario, wrong } = readScenario({ pool: pula, threshold: prog, cap: najwyzej, skips: pomijaj !== '' });
      if (scenario === null) return refused('scenario_wrong', { fields: wrong });
      const kept = keepScenario(deps, visit.actor, { callId: visit.id(), name, ...scenario });
      return answerTo(kept, () => redirect(`${rankingPaths.rankingOf(visit.id())}#coby`, flashes.scenarioKept));
    },
  });

  web.submit(rankingPaths.scenarioRemoval, ['coordinator', 'juror'], {
    form: z.object({}),
    again: (visit) => withScenario(visit, {}),
    run(visit) {
      const dropped = dropScenario(deps, visit.actor, visit.id(), visit.id('scenario'));
      return answerTo(dropped, () => redirect(`${rankingPaths.rankingOf(visit.id())}#coby`, flashes.scenarioDropped));
    },
  });

  const adoption = (visit: Visit, raw?: RawBody): Answer => {
    const { call, sight } = open(visit);
    if (!mayAdopt(db, visit.actor, call.id)) return absent;
    if (sight !== 'rows' || adoptedRanking(db, call.id) !== undefined) return redirect(rankingPaths.rankingOf(call.id));
    if (openMeetingOf(db, call.id) !== undefined) return redirect(meetingPaths.closingOf(call.id));
    return view('ranking/adoption', pageTitles.adoption, adoptionPage(db, visit.actor, call, visit.now, raw));
  };

  web.page(rankingPaths.adoption, ['coordinator', 'juror'], (visit) => adoption(visit));

  web.submit(rankingPaths.adoption, ['coordinator', 'juror'], {
    form: adoptionForm,
    refusals,
    again: (visit, _errors, raw) => adoption(visit, raw),
    run(visit, { order, ...meeting }) {
      const callId = visit.id();
      const chairOrder = chairOrderOf(db, callId, order);
      const adopted = adoptRanking(deps, visit.actor, { ...meeting, callId, chairOrder });
      return answerTo(adopted, () => redirect(rankingPaths.rankingOf(callId), flashes.adopted));
    },
  });

  meetingRoutes(web, deps);
  signedRoutes(web, deps);
}
