import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount } from '../../../lib/money.ts';
import { readMeritCriteria } from '../../calls/criteria.ts';
import type { Call } from '../../calls/queries.ts';
import { stageOf } from '../../calls/stages.ts';
import { hasMet } from '../../jury/queries.ts';
import { mayKeyCardsIn } from '../paper/pages.ts';
import { reviewPaths } from '../paths.ts';
import { scoringTime, sumOf } from '../policy.ts';
import { sentCards } from '../queries.ts';
import { reopenedIds } from '../reopenings.ts';
import { seesPoints } from '../sight.ts';
import { suggestionsOf } from '../suggestions.ts';
import { progressPage } from './progress.ts';

/** The page of progress with what may be said beside the counts: the amounts suggested, and how far apart the cards are. */
export function overviewPage(reader: Reader, actor: Actor, call: Call, now: Instant) {
  const { applications, ...page } = progressPage(reader, actor, call);
  const suggested = suggestionsOf(reader, call, now);
  const spreads = spreadsFor(reader, actor, call, now);
  const givenBack = reopenedIds(reader, call.id);
  const decides = hasRole(actor, 'coordinator', call.id) && !hasMet(reader, call.id);
  /** Where a card was given back, or may be. */
  const hasCards = ({ applicationId, sent }: { applicationId: number; sent: number }) =>
    givenBack.has(applicationId) || (decides && sent > 0);
  return {
    ...page,
    remind:
      mayRemind(actor, call, now) && page.members.some(({ declared, isDone }) => declared && !isDone)
        ? reviewPaths.remindingOf(call.id)
        : '',
    papers: mayKeyCardsIn(reader, actor, call, now) ? reviewPaths.papersOf(call.id) : '',
    hasSpread: spreads !== null,
    applications: applications.map((application) => ({
      ...application,
      cards: hasCards(application) ? reviewPaths.reopeningOf(application.applicationId) : '',
      spread: spreads?.get(application.applicationId) ?? '',
      suggestions: (suggested.get(application.applicationId) ?? []).map(({ name, amount }) => ({
        name,
        amount: formatAmount(amount),
      })),
    })),
  };
}

function mayRemind(actor: Actor, call: Call, now: Instant): boolean {
  return hasRole(actor, 'coordinator', call.id) && scoringTime(stageOf(call.stages, 'scoring'), now) === 'open';
}

/** The lowest and the highest card of each application; null where others' points are not for the actor yet. */
function spreadsFor(reader: Reader, actor: Actor, call: Call, now: Instant): Map<number, string> | null {
  if (!seesPoints(reader, actor, call, now)) return null;
  const criteria = readMeritCriteria(reader, call.id);
  const totals = new Map<number, number[]>();
  for (const { applicationId, points } of sentCards(reader, call.id)) {
    const { total } = sumOf(criteria, points, call.bonusLimit);
    totals.set(applicationId, [...(totals.get(applicationId) ?? []), total]);
  }
  return new Map([...totals].map(([id, given]) => [id, `${Math.min(...given)}–${Math.max(...given)}`]));
}
