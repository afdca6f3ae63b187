import { sql } from 'drizzle-orm';
import type { Deps } from '../../deps.ts';
import { noOrphans } from '../../lib/polish.ts';
import { absent, view } from '../../web/answer.ts';
import type { Web } from '../../web/routes.ts';
import { applicationPaths } from '../applications/paths.ts';
import { visibleTo as callVisibleTo } from '../calls/access.ts';
import { callPaths } from '../calls/paths.ts';
import { type Call, readCall } from '../calls/queries.ts';
import { type StageKind, stageOf } from '../calls/stages.ts';
import { windowText } from '../calls/texts.ts';
import { initiativePaths } from '../initiatives/paths.ts';
import { pointsText } from '../ranking/texts.ts';
import { decisionPaths } from './paths.ts';
import { publicResults } from './published.ts';
import { type OneResult, publishedResult, resultHead } from './results.ts';
import { kindTones, nextAfter, pageTitles, resultHeads, whyReserve } from './texts.ts';

/** What everyone sees, and what each group sees of its own. Before publication both say only when the results will come. */
export function resultPages(web: Web, deps: Deps): void {
  web.page(decisionPaths.results, 'public', (visit) => {
    const callId = visit.id();
    const isSeen =
      deps.db.get(sql`select 1 from calls c where c.id = ${callId} and ${callVisibleTo(visit.actor)}`) !== undefined;
    const call = isSeen ? readCall(deps.db, callId) : undefined;
    if (call === undefined) return absent;
    const published = publicResults(deps.db, callId);
    const results = published && {
      ...published,
      funded: published.funded.map((row) => ({ ...row, points: pointsText(row.points) })),
    };
    return view('decisions/results', pageTitles.results, {
      call,
      callHref: callPaths.showOf(callId),
      results: results ?? null,
      expected: datesOf(call, 'results'),
    });
  });

  web.page(decisionPaths.result, 'confirmed', (visit) => {
    const head = resultHead(deps.db, visit.actor, visit.id());
    if (head === undefined) return absent;
    const { call } = head;
    const result = publishedResult(deps.db, head);
    const dates = { negotiation: datesOf(call, 'negotiation'), realisation: datesOf(call, 'realisation') };
    return view('decisions/result', pageTitles.result, {
      head,
      expected: datesOf(call, 'results'),
      isJudged: head.state === 'accepted' || head.state === 'submitted',
      paths: {
        list: applicationPaths.list,
        application: applicationPaths.showOf(head.applicationId),
        results: decisionPaths.resultsOf(call.id),
      },
      result:
        result === undefined
          ? null
          : {
              ...result,
              title: resultHeads[result.kind],
              tone: kindTones[result.kind],
              points: pointsText(result.points),
              threshold: pointsText(result.threshold),
              shortOfThreshold: result.meetsThreshold ? '' : pointsText(Math.max(0, result.threshold - result.points)),
              shortOfFunded: result.shortOfFunded === null ? '' : pointsText(result.shortOfFunded),
              isSmaller: result.amount !== null && result.amount < result.requested,
              criteria: result.criteria.map((row) => ({ ...row, points: pointsText(row.points) })),
              why: result.kind === 'reserve' ? noOrphans(whyOf(result)) : '',
              next: nextAfter(result.kind, dates).map(noOrphans),
              initiativeHref: result.initiativeId === null ? '' : initiativePaths.showOf(result.initiativeId),
            },
    });
  });
}

function whyOf({ pool, requested, meetsThreshold, reason }: OneResult): string {
  return whyReserve({ pool: pool.whole, left: pool.left, requested, meetsThreshold, hasReason: reason !== '' });
}

function datesOf(call: Call, kind: StageKind): string {
  const stage = stageOf(call.stages, kind);
  return stage === undefined ? '' : windowText(stage);
}
