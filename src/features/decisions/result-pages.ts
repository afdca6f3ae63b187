import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import { type Actor, hasAnyRole } from '../../lib/actor.ts';
import { noOrphans } from '../../lib/polish.ts';
import { type Answer, absent, download, redirect, view } from '../../web/answer.ts';
import { currentPapers } from '../../web/papers.ts';
import type { Web } from '../../web/routes.ts';
import type { Visit } from '../../web/visit.ts';
import { applicationPaths } from '../applications/paths.ts';
import { visibleTo as callVisibleTo } from '../calls/access.ts';
import { callPaths } from '../calls/paths.ts';
import { type Call, readCall } from '../calls/queries.ts';
import { type StageKind, stageOf } from '../calls/stages.ts';
import { windowText } from '../calls/texts.ts';
import { answerTo } from '../checks/outcomes.ts';
import { initiativePaths } from '../initiatives/paths.ts';
import { pointsText } from '../ranking/texts.ts';
import { letterPrinters, resultSubject } from './access.ts';
import { printResultLetter } from './commands/print.ts';
import { decisionPaths } from './paths.ts';
import { publicResults } from './published.ts';
import { hasQualified, type OneResult, ownProof, publishedResult, type ResultHead, resultHead } from './results.ts';
import { flashes, kindTones, nextAfter, pageTitles, resultHeads, whyReserve } from './texts.ts';

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
      funded: published.funded.map((row) => ({ ...row, points: pointsText(row.points, call.scoreDecimals) })),
    };
    return view('decisions/results', pageTitles.results, {
      call,
      callHref: callPaths.showOf(callId),
      results: results ?? null,
      expected: datesOf(call, 'results'),
    });
  });

  const result = (visit: Visit): Answer => {
    const head = resultHead(deps.db, visit.actor, visit.id());
    if (head === undefined) return absent;
    const { call } = head;
    const published = publishedResult(deps.db, head);
    const inPoints = (hundredths: number) => pointsText(hundredths, call.scoreDecimals);
    const dates = { negotiation: datesOf(call, 'negotiation'), realisation: datesOf(call, 'realisation') };
    return view('decisions/result', pageTitles.result, {
      head,
      expected: datesOf(call, 'results'),
      isJudged: head.state === 'accepted' || head.state === 'submitted',
      paths: {
        list: applicationPaths.list,
        application: applicationPaths.showOf(head.applicationId),
        results: decisionPaths.resultsOf(call.id),
        proof: ownProof(deps.db, head) ? decisionPaths.proofOf(head.applicationId) : '',
      },
      result:
        published === undefined
          ? null
          : {
              ...published,
              title: resultHeads[published.kind],
              tone: kindTones[published.kind],
              points: inPoints(published.points),
              bonus: published.bonus === 0 ? '' : inPoints(published.bonus),
              threshold: inPoints(published.threshold),
              shortOfThreshold: published.shortOfThreshold === 0 ? '' : inPoints(published.shortOfThreshold),
              shortOfFunded: published.shortOfFunded === null ? '' : inPoints(published.shortOfFunded),
              isSmaller: published.amount !== null && published.amount < published.requested,
              criteria: published.criteria.map((row) => ({ ...row, points: inPoints(row.points) })),
              why: published.kind === 'reserve' ? noOrphans(whyOf(published)) : '',
              next: nextAfter(published.kind, dates).map(noOrphans),
              initiativeHref: published.initiativeId === null ? '' : initiativePaths.showOf(published.initiativeId),
            },
      ...lettersShown(visit.actor, head),
    });
  };

  const lettersShown = (actor: Actor, { applicationId, call, isOwn }: ResultHead) => ({
    papers: currentPapers(deps.db, resultSubject(applicationId), 'result_letter'),
    print: !isOwn && hasAnyRole(actor, letterPrinters, call.id) ? decisionPaths.letterOf(applicationId) : '',
  });

  web.page(decisionPaths.result, 'confirmed', result);

  web.page(decisionPaths.proof, 'confirmed', (visit) => {
    const head = resultHead(deps.db, visit.actor, visit.id());
    const proof = head && ownProof(deps.db, head);
    return proof === undefined ? absent : download(proof.name, 'application/json', JSON.stringify(proof.file, null, 1));
  });

  web.submit(decisionPaths.letter, letterPrinters, {
    form: z.object({}),
    again: result,
    run(visit) {
      const asked = printResultLetter(deps, visit.actor, visit.id());
      return answerTo(asked, () => redirect(decisionPaths.resultOf(visit.id()), flashes.letterAsked));
    },
  });
}

function whyOf(result: OneResult): string {
  const { pool, requested, reason } = result;
  return whyReserve({
    ...{ pool: pool.whole, left: pool.left, requested },
    qualifies: hasQualified(result),
    hasReason: reason !== '',
  });
}

function datesOf(call: Call, kind: StageKind): string {
  const stage = stageOf(call.stages, kind);
  return stage === undefined ? '' : windowText(stage);
}
