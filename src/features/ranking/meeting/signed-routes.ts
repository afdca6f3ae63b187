import type { Deps } from '../../../deps.ts';
import { refused } from '../../../lib/result.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { readCall } from '../../calls/queries.ts';
import { answerTo } from '../../checks/outcomes.ts';
import { mayAdopt, rankingFiles } from '../access.ts';
import { rankingPaths } from '../paths.ts';
import { adoptedRanking } from '../queries.ts';
import { storeSignedMinutes } from './commands/signed.ts';
import { signedForm } from './forms.ts';
import { meetingPaths } from './paths.ts';
import { signedMinutesOf } from './queries.ts';
import { flashes, pageTitles, refusals } from './texts.ts';

const scanLimitBytes = 15 * 1024 * 1024;

/** The scan of the minutes as signed: stored by whoever led the meeting. */
export function signedRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  const page = (visit: Visit, raw?: RawBody): Answer => {
    const call = readCall(db, visit.id());
    const ranking = call && adoptedRanking(db, call.id);
    if (call === undefined || !mayAdopt(db, visit.actor, call.id)) throw new Stop(absent);
    if (ranking === undefined) return redirect(rankingPaths.rankingOf(call.id));
    if (rankingFiles['ranking']?.(db, visit.actor, ranking.id) !== true) throw new Stop(absent);
    return view('ranking/signed', pageTitles.signed, {
      call: { id: call.id, title: call.title },
      ranking: rankingPaths.rankingOf(call.id),
      action: meetingPaths.signedOf(call.id),
      metOn: ranking.metOn,
      signedOn: raw === undefined ? '' : rawText(raw, 'signedOn'),
      stored: signedMinutesOf(db, ranking.id) ?? null,
    });
  };

  web.page(meetingPaths.signed, ['coordinator', 'juror'], (visit) => page(visit));
  web.submit(meetingPaths.signed, ['coordinator', 'juror'], {
    ...{ form: signedForm, refusals, fileLimitBytes: scanLimitBytes },
    again: (visit, _errors, raw) => page(visit, raw),
    run(visit, { signedOn }) {
      const scan = visit.files.find(({ field }) => field === 'scan');
      if (scan === undefined) return refused('scan_missing', { field: 'scan' });
      const stored = storeSignedMinutes(deps, visit.actor, {
        ...{ callId: visit.id(), signedOn },
        ...{ blob: scan.blob, name: scan.name },
      });
      return answerTo(stored, () => redirect(rankingPaths.rankingOf(visit.id()), flashes.signed));
    },
  });
}
