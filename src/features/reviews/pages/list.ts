import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { blindWords } from '../../applications/blind/texts.ts';
import { applicationCode } from '../../applications/content.ts';
import { applicationPaths } from '../../applications/paths.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { stageOf } from '../../calls/stages.ts';
import { isWholeDayEnd, momentText, untilText } from '../../calls/texts.ts';
import { awaitsDraw } from '../../jury/assignment/queries.ts';
import { juryPaths } from '../../jury/paths.ts';
import { scores, sits } from '../../jury/policy.ts';
import { hasMet, isMeeting, type Membership, seatsOf } from '../../jury/queries.ts';
import { thinApplications } from '../../jury/thin.ts';
import { minutesLeft } from '../pace.ts';
import { reviewPaths } from '../paths.ts';
import { scoringTime } from '../policy.ts';
import { cardsOf, onlyReadBy, sittingsOf } from '../queries.ts';

/** The juror's own work, jury by jury; of a rehearsal only where it is asked for. */
export function listPage(reader: Reader, actor: Actor, now: Instant, onlyCallId: number | undefined) {
  const own = actor.kind === 'person' ? seatsOf(reader, actor.personId) : [];
  const seats = own.flatMap((seat) => {
    const call = readCall(reader, seat.callId);
    if (call === undefined) throw new Error(`There is no call ${seat.callId}`);
    const isShown = onlyCallId === undefined ? call.rehearsalOf === null : call.id === onlyCallId;
    return isShown ? [seatShown(reader, actor, seat, call, now)] : [];
  });
  return { seats };
}

function seatShown(reader: Reader, actor: Actor, seat: Membership, call: Call, now: Instant) {
  const cards = cardsOf(reader, seat.memberId).map((card) => ({
    ...card,
    code: applicationCode(call.code, call.year, card.number),
    href: reviewPaths.cardOf(card.applicationId),
    isSent: card.state === 'sent',
    isBegun: card.state === 'draft',
  }));
  const reading = onlyReadBy(reader, seat.memberId).map(({ applicationId, number, title, applicant }) => ({
    ...{ title, applicant, code: applicationCode(call.code, call.year, number) },
    href: applicationPaths.showOf(applicationId),
  }));
  const sent = cards.filter(({ isSent }) => isSent).length;
  const stage = stageOf(call.stages, 'scoring');
  const time = scoringTime(stage, now);
  return {
    title: call.title,
    meeting: seat.declared && sits(seat) && isMeeting(reader, call.id) ? juryPaths.meetingOf(call.id) : '',
    declared: seat.declared,
    isBlind: call.blindReview === 1,
    isNamed: [...cards, ...reading].some(({ applicant }) => applicant !== ''),
    blind:
      call.blindReview === 1 && [...cards, ...reading].some(({ applicant }) => applicant === '') ? blindWords.note : '',
    allApplications: reviewPaths.allApplicationsOf(call.id),
    blankCards: reviewPaths.blankCardsOf(call.id),
    declaration: juryPaths.declarationOf(call.id),
    isWaiting: seat.declared && !sits(seat) && cards.length === 0,
    assignment:
      call.cardsPerApplication !== null && seat.declared && seat.function === 'chair'
        ? juryPaths.assignmentOf(call.id)
        : '',
    // Whoever leads the jury learns it while somebody may still be appointed.
    thin:
      seat.declared && seat.function === 'chair' && !hasMet(reader, call.id)
        ? thinApplications(reader, actor, call)
        : [],
    quorum: call.quorum,
    awaitsDraw: awaitsDraw(reader, call) && scores(seat),
    givesNoPoints: seat.function === 'non_voting',
    reading,
    cards,
    sent,
    minutesLeft: minutesLeft(sittingsOf(cards), cards.length - sent),
    sentThousandths: cards.length === 0 ? 0 : Math.round((sent * 1000) / cards.length),
    next: cards.find(({ isSent }) => !isSent) ?? null,
    isOpen: time === 'open',
    isBefore: time === 'before' || time === 'not_set',
    opens: stage?.startsAt ? untilText(stage.startsAt) : '',
    closes: stage?.endsAt ? untilText(stage.endsAt) : '',
    closed: stage?.endsAt ? momentText(stage.endsAt, isWholeDayEnd) : '',
  };
}
