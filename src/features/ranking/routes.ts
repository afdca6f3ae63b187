import type { Deps } from '../../deps.ts';
import { type Answer, absent, download, redirect, view } from '../../web/answer.ts';
import type { RawBody } from '../../web/form.ts';
import type { Web } from '../../web/routes.ts';
import { Stop, type Visit } from '../../web/visit.ts';
import { type Call, readCall } from '../calls/queries.ts';
import { answerTo } from '../checks/outcomes.ts';
import { progressPage } from '../reviews/pages/progress.ts';
import { mayAdopt, mayTakeProof, rankingReaders, type Sight, sightOf } from './access.ts';
import { adoptRanking } from './commands.ts';
import { adoptionForm } from './forms.ts';
import { meetingPaths } from './meeting/paths.ts';
import { openMeetingOf } from './meeting/queries.ts';
import { meetingRoutes } from './meeting/routes.ts';
import { signedRoutes } from './meeting/signed-routes.ts';
import { adoptionPage, chairOrderOf } from './pages/adoption.ts';
import { rankingPage } from './pages/ranking.ts';
import { rankingPaths } from './paths.ts';
import { adoptedRanking } from './queries.ts';
import { flashes, pageTitles, proofName, refusals } from './texts.ts';

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
      return view('ranking/ranking', pageTitles.ranking, rankingPage(db, visit.actor, call, visit.query));
    }
    const counts = sight === 'counts' ? progressPage(db, visit.actor, call) : null;
    return view('ranking/waiting', pageTitles.ranking, { call, counts });
  });

  web.page(rankingPaths.proof, [...rankingReaders, 'juror'], (visit) => {
    const { call } = open(visit);
    const proof = adoptedRanking(db, call.id)?.proof ?? '';
    if (proof === '' || !mayTakeProof(db, visit.actor, call.id)) return absent;
    return download(proofName(call), 'application/json', proof);
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
