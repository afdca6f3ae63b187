import type { Deps } from '../../../deps.ts';
import { hasAnyRole } from '../../../lib/actor.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import type { RawBody } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { readCall } from '../../calls/queries.ts';
import { answerTo } from '../../checks/outcomes.ts';
import { scoreForm } from '../forms.ts';
import { reviewPaths } from '../paths.ts';
import { refusals } from '../texts.ts';
import { keyInCard } from './commands.ts';
import { paperPage, papersPage } from './pages.ts';
import { paperFlashes, paperRefusals, paperTitles } from './texts.ts';

const fileLimitBytes = 15 * 1024 * 1024;
const allRefusals = { ...refusals, ...paperRefusals };

/** Score cards filled in on paper, keyed in by a coordinator with their scan. */
export function paperRoutes(web: Web, deps: Deps): void {
  const { db } = deps;

  web.page(reviewPaths.papers, ['coordinator'], (visit) => {
    const call = readCall(db, visit.id());
    if (call === undefined || !hasAnyRole(visit.actor, ['coordinator'], call.id)) return absent;
    return view('reviews/papers', paperTitles.list, papersPage(db, visit.actor, call, visit.now));
  });

  const whichOf = (visit: Visit) => ({ applicationId: visit.id(), memberId: visit.id('member') });
  const page = (visit: Visit, raw?: RawBody): Answer => {
    const data = paperPage(db, visit.actor, whichOf(visit), visit.now, raw);
    if (data === undefined) return absent;
    const { refusal } = data;
    const closed = refusal === null ? '' : (textsOf(refusal.code)?.(refusal.facts ?? {}) ?? '');
    return view('reviews/paper', paperTitles.card(data.code), { ...data, closed });
  };

  web.page(reviewPaths.paper, ['coordinator'], (visit) => page(visit));

  web.submit(reviewPaths.paper, ['coordinator'], {
    ...{ form: scoreForm, refusals: allRefusals, fileLimitBytes },
    again: (visit, _errors, raw) => page(visit, raw),
    run(visit, { act: _act, privateNote: _note, ...card }) {
      const which = whichOf(visit);
      const scan = visit.files.find(({ field }) => field === 'scan');
      const seen = paperPage(db, visit.actor, which, visit.now);
      const keyed = keyInCard(deps, visit.actor, { ...card, ...which, scan });
      return answerTo(keyed, () =>
        redirect(
          reviewPaths.paperOf(which.applicationId, which.memberId),
          paperFlashes.keyed(seen?.juror ?? '', seen?.code ?? ''),
        ),
      );
    },
  });
}

const textsOf = (code: string) => (allRefusals as Readonly<Record<string, RefusalText>>)[code];
type RefusalText = (facts: Readonly<Record<string, string | number>>) => string;
