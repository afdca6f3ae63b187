import type { Reader } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { type Actor, hasAnyRole, hasRole } from '../../../lib/actor.ts';
import { type Instant, warsawDay } from '../../../lib/days.ts';
import { quoted } from '../../../lib/polish.ts';
import { type Answer, absent, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Visit } from '../../../web/visit.ts';
import { allows, standingOf } from '../../applications/access.ts';
import { readSubmitted, type Submitted } from '../../applications/content.ts';
import { applicationPaths } from '../../applications/paths.ts';
import { checkPrinters } from '../access.ts';
import { accountsOf } from '../accounts.ts';
import { checkPaths } from '../paths.ts';
import { mayAnswerRecheck, mayAskRecheck } from './policy.ts';
import { listRejections, type Recheck, type Rejection } from './requests.ts';
import {
  answeredText,
  cameText,
  outcomeOptions,
  outcomeTags,
  recheckRefusals,
  recheckTitles,
  samePerson,
  untilText,
} from './texts.ts';

/** The page of its group: the form within the window, what was written, and the answer. */
export function ownRecheckPage(deps: Deps, visit: Visit, raw?: RawBody): Answer {
  const standing = standingOf(deps.db, visit.actor, visit.id());
  const submitted = standing === undefined ? undefined : readSubmitted(deps.db, visit.id());
  const [rejection] = listRejections(deps.db, visit.id());
  if (standing === undefined || submitted === undefined || rejection === undefined) return absent;
  const may = mayAskRecheck(rejection, warsawDay(visit.now));
  const { code, title } = submitted;
  return view('checks/recheck', recheckTitles.own, {
    ...{ code, title: quoted(title), list: applicationPaths.list, home: applicationPaths.showOf(submitted.id) },
    reason: rejection.reason,
    request: rejection.request === null ? null : shown(rejection.request),
    isOpen: may.ok && allows(standing.right, 'submit'),
    closed: may.ok || rejection.request !== null ? '' : (recheckRefusals[may.code]?.(may.facts ?? {}) ?? ''),
    reader: may.ok && !allows(standing.right, 'submit') ? (recheckRefusals['right_missing']?.({}) ?? '') : '',
    until: rejection.until === null ? '' : untilText(rejection.until),
    action: applicationPaths.recheckOf(submitted.id),
    body: raw === undefined ? '' : rawText(raw, 'body'),
  });
}

function shown(request: Recheck) {
  return {
    tag: outcomeTags[request.outcome ?? 'waiting'],
    came: cameText(request),
    body: request.body,
    answer: request.answer,
    answered: answeredText(request),
  };
}

/** What the card says of re-checks: every request, the form to answer, and the way to write down one that came on paper. */
export function recheckOnCard(
  reader: Reader,
  actor: Actor,
  submitted: Submitted,
  { now, isOwn, raw }: { readonly now: Instant; readonly isOwn: boolean; readonly raw: RawBody | undefined },
) {
  const rejections = isOwn ? [] : listRejections(reader, submitted.id);
  const [newest] = rejections;
  const mayAnswer = hasAnyRole(actor, checkPrinters, submitted.callId);
  const waits = newest?.request !== undefined && newest.request !== null && newest.request.outcome === null;
  const may = waits ? mayAnswerRecheck(newest, accountsOf(reader, actor)) : undefined;
  const isHers = may !== undefined && !may.ok;
  return {
    requests: rejections.flatMap(({ request }) => (request === null ? [] : [shown(request)])),
    same: isHers && mayAnswer ? samePerson : '',
    answer:
      waits && mayAnswer && !isHers
        ? {
            action: checkPaths.recheckAnswerOf(submitted.id),
            options: outcomeOptions,
            outcome: rawText(raw ?? {}, 'outcome'),
            text: rawText(raw ?? {}, 'answer'),
          }
        : null,
    paper:
      newest !== undefined && isOpenForPaper(newest) && hasRole(actor, 'coordinator', submitted.callId)
        ? {
            action: checkPaths.recheckPaperOf(submitted.id),
            until: newest.until === null ? '' : untilText(newest.until),
            isTyped: rawText(raw ?? {}, 'arrivedOn') !== '' || rawText(raw ?? {}, 'body') !== '',
            arrivedOn: rawText(raw ?? {}, 'arrivedOn') || '',
            body: rawText(raw ?? {}, 'body'),
            today: warsawDay(now),
          }
        : null,
  };
}

/** Paper that came in time may be written down later. */
function isOpenForPaper({ request, isInForce }: Rejection): boolean {
  return request === null && isInForce;
}
