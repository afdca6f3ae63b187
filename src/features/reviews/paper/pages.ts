import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount } from '../../../lib/money.ts';
import { quoted } from '../../../lib/polish.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { applicationCode } from '../../applications/content.ts';
import { readMeritCriteria } from '../../calls/criteria.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { typedAt } from '../../checks/typed.ts';
import { hasMet } from '../../jury/queries.ts';
import { criterionShown, typedPoints } from '../pages/card.ts';
import { reviewPaths } from '../paths.ts';
import { justificationLetters } from '../policy.ts';
import { checkScoringTime } from '../scoring-time.ts';
import { keyedOn } from './keyed.ts';
import { hasOwnToSend, openPaper, paperSeat, papersToKeyIn } from './open.ts';
import { paperTexts } from './texts.ts';

/** Whose paper cards may be keyed in, juror by juror. */
export function papersPage(reader: Reader, actor: Actor, call: Call, now: Instant) {
  return {
    progress: reviewPaths.progressOf(call.id),
    isOpen: mayKeyCardsIn(reader, actor, call, now),
    jurors: papersToKeyIn(reader, actor, call.id).map(({ memberId, juror, applications }) => ({
      id: `osoba-${memberId}`,
      head: paperTexts.jurorHead(juror, applications.length),
      links: applications.map(({ id, number, title }) => ({
        name: `${applicationCode(call.code, call.year, number)} ${title}`,
        href: reviewPaths.paperOf(id, memberId),
      })),
    })),
  };
}

/** Whether the coordinator of the call is led to keying in now. */
export function mayKeyCardsIn(reader: Reader, actor: Actor, call: Call, now: Instant): boolean {
  return (
    hasRole(actor, 'coordinator', call.id) && !hasMet(reader, call.id) && checkScoringTime(reader, call.id, now).ok
  );
}

/**
 * The form of one paper card; what the actor keyed in, once it is sent; why neither. Undefined for whoever may not know of it. `raw`: typed and refused.
 */
export function paperPage(
  reader: Reader,
  actor: Actor,
  which: { readonly applicationId: number; readonly memberId: number },
  now: Instant,
  raw?: RawBody,
) {
  const seat = paperSeat(reader, actor, which);
  const call = seat && readCall(reader, seat.submitted.callId);
  if (seat === undefined || call === undefined) return undefined;
  const { submitted, juror, card } = seat;
  const open = openPaper(reader, actor, which, now);
  const criteria = readMeritCriteria(reader, call.id);
  const points = raw === undefined ? [] : typedPoints(raw, criteria);
  const { applicant } = submitted.content;
  return {
    code: submitted.code,
    title: quoted(submitted.title),
    juror,
    applicant: applicant.name || applicant.leaderName,
    progress: reviewPaths.progressOf(call.id),
    list: reviewPaths.papersOf(call.id),
    refusal: open.ok ? null : open,
    keyed: card.state === 'sent' && !hasOwnToSend(reader, actor, submitted.id) ? ownKeyed(reader, actor, card) : null,
    reopening: reviewPaths.reopeningOf(which.applicationId),
    revision: card.revision,
    action: reviewPaths.paperOf(which.applicationId, which.memberId),
    asksReasons: call.extremeReasons === 1,
    criteria: criteria.map((one) =>
      criterionShown(one, points, raw === undefined ? '' : typedAt(raw, 'reasons', `k${one.id}`)),
    ),
    justification: raw === undefined ? '' : rawText(raw, 'justification'),
    justificationMost: justificationLetters.most,
    suggestedAmount: raw === undefined ? '' : rawText(raw, 'suggestedAmount'),
    requested: formatAmount(submitted.content.requestedGrosze),
    scanHint: raw === undefined ? paperTexts.scanHint : paperTexts.scanAgain,
  };
}

/** Of another's keying in she reads nothing before the ranking. */
function ownKeyed(reader: Reader, actor: Actor, card: Parameters<typeof keyedOn>[1]) {
  return actor.kind === 'person' && card.keyedBy === actor.personId ? keyedOn(reader, card) : null;
}
