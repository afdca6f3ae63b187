import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount } from '../../../lib/money.ts';
import { readMeritCriteria } from '../../calls/criteria.ts';
import type { Call } from '../../calls/queries.ts';
import { stageOf } from '../../calls/stages.ts';
import { membershipOf } from '../../jury/queries.ts';
import { scoringTime, sumOf } from '../policy.ts';
import { cardsOf, sentCards } from '../queries.ts';
import { suggestionsOf } from '../suggestions.ts';
import { progressPage } from './progress.ts';

/** The page of progress with what may be said beside the counts: the amounts suggested, and how far apart the cards are. */
export function overviewPage(reader: Reader, actor: Actor, call: Call, now: Instant) {
  const { applications, ...page } = progressPage(reader, actor, call);
  const suggested = suggestionsOf(reader, call, now);
  const spreads = spreadsFor(reader, actor, call, now);
  return {
    ...page,
    hasSpread: spreads !== null,
    applications: applications.map((application) => ({
      ...application,
      spread: spreads?.get(application.applicationId) ?? '',
      suggestions: (suggested.get(application.applicationId) ?? []).map(({ name, amount }) => ({
        name,
        amount: formatAmount(amount),
      })),
    })),
  };
}

/**
 * The lowest and the highest card of each application, once the scoring is over: its time is past, or no card is waited for. Null before, and for
 * whoever has an own card to send, also one given back: points seen would sway it.
 */
function spreadsFor(reader: Reader, actor: Actor, call: Call, now: Instant): Map<number, string> | null {
  const isPast = scoringTime(stageOf(call.stages, 'scoring'), now) === 'after';
  const { members } = progressPage(reader, actor, call);
  const isOver = isPast || (members.length > 0 && members.every(({ isDone }) => isDone));
  if (!isOver || stillScores(reader, actor, call.id, isPast)) return null;
  const criteria = readMeritCriteria(reader, call.id);
  const totals = new Map<number, number[]>();
  for (const { applicationId, points } of sentCards(reader, call.id)) {
    const { total } = sumOf(criteria, points, call.bonusLimit);
    totals.set(applicationId, [...(totals.get(applicationId) ?? []), total]);
  }
  return new Map([...totals].map(([id, given]) => [id, `${Math.min(...given)}–${Math.max(...given)}`]));
}

/** After the time a card that was never sent is lost; one given back is not. */
function stillScores(reader: Reader, actor: Actor, callId: number, isPast: boolean): boolean {
  const seat = actor.kind === 'person' ? membershipOf(reader, actor.personId, callId) : undefined;
  const cards = seat === undefined ? [] : cardsOf(reader, seat.memberId);
  return cards.some(({ state, isReopened }) => (isPast ? isReopened === 1 : state !== 'sent'));
}
