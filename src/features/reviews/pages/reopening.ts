import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasAnyRole, personIdOf } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount, type Grosze } from '../../../lib/money.ts';
import { quoted } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { type MeritCriterion, readMeritCriteria } from '../../calls/criteria.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { hasMet } from '../../jury/queries.ts';
import { progressReaders } from '../access.ts';
import { reviewPaths } from '../paths.ts';
import { type GivenPoints, sumOf } from '../policy.ts';
import { readScoreCard, type ScoreCard } from '../queries.ts';
import { openToReadReopened, openToReopen, type Reopened, reopeningsOf, sentHeads } from '../reopenings.ts';
import { seesPoints } from '../sight.ts';
import { pageTitles } from '../texts.ts';

/** The application's sent cards to be given back, and those given back; undefined for whoever may not know of them. */
export function reopeningPage(reader: Reader, actor: Actor, applicationId: number, now: Instant, raw: RawBody = {}) {
  const submitted = openToReadReopened(reader, actor, applicationId);
  const call = submitted && readCall(reader, submitted.callId);
  if (submitted === undefined || call === undefined) return undefined;
  const isStaff = hasAnyRole(actor, progressReaders, call.id);
  const criteria = readMeritCriteria(reader, call.id);
  const shownPoints = seesPoints(reader, actor, call, now);
  return {
    code: submitted.code,
    title: quoted(submitted.title),
    back: isStaff ? reviewPaths.progressOf(call.id) : reviewPaths.cardOf(applicationId),
    backLabel: isStaff ? pageTitles.progress : pageTitles.card(submitted.code),
    decides: openToReopen(reader, actor, applicationId) !== undefined,
    isAdopted: hasMet(reader, call.id),
    isChair: !isStaff,
    options: sentHeads(reader, applicationId)
      .filter(({ personId }) => personId !== personIdOf(actor))
      .map(({ memberId, juror }) => ({ value: String(memberId), label: juror })),
    member: rawText(raw, 'member'),
    reason: rawText(raw, 'reason'),
    action: reviewPaths.reopeningOf(applicationId),
    restoring: reviewPaths.restoringOf(applicationId),
    reopenings: reopeningsOf(reader, applicationId).map((one) => {
      const card = readScoreCard(reader, one.memberId, applicationId);
      return { ...headOf(one), versions: shownPoints ? versionsOf(call, criteria, one, card) : null };
    }),
    hidesPoints: !shownPoints,
  };
}

/** Of whom, when and why; nothing of the points or the words on the card. */
function headOf({ memberId, juror, by, reason, reopenedAt, isWaiting, endedAs, endedAt, othersSeen }: Reopened) {
  return {
    ...{ memberId, juror, by, reason, othersSeen },
    at: longMoment(reopenedAt),
    isOpen: isWaiting,
    isRestored: endedAs === 'restored',
    endedAt: endedAt === null ? '' : longMoment(endedAt),
  };
}

/** What was sent before the card was given back, beside what is sent now; `now` is empty until it is sent again. */
function versionsOf(call: Call, criteria: readonly MeritCriterion[], before: Reopened, card: ScoreCard) {
  const isSent = card.state === 'sent';
  const pointsIn = (given: readonly GivenPoints[], id: number) =>
    given.find(({ criterionId }) => criterionId === id)?.points ?? 0;
  const total = (given: readonly GivenPoints[]) => sumOf(criteria, given, call.bonusLimit).total;
  const amount = (suggested: Grosze | null) => (suggested === null ? '' : formatAmount(suggested));
  return {
    isSent,
    rows: criteria.map(({ id, name }) => ({
      name,
      before: pointsIn(before.points, id),
      now: isSent ? pointsIn(card.points, id) : '',
    })),
    total: { before: total(before.points), now: isSent ? total(card.points) : '' },
    amount: { before: amount(before.suggestedGrosze), now: isSent ? amount(card.suggestedGrosze) : '' },
    sentBefore: longMoment(before.wasSentAt),
    justification: { before: before.justification, now: isSent ? card.justification : '' },
  };
}

/** What the juror is told of the own card that was given back; null of a card that never was. */
export function ownReopening(reader: Reader, applicationId: number, memberId: number) {
  const [newest] = reopeningsOf(reader, applicationId).filter((one) => one.memberId === memberId);
  if (newest === undefined) return null;
  const { wasSentAt, justification, setAside } = newest;
  return { ...headOf(newest), wasSentAt: longMoment(wasSentAt), before: justification, setAside };
}
