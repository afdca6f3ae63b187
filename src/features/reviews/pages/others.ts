import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount } from '../../../lib/money.ts';
import type { MeritCriterion } from '../../calls/criteria.ts';
import type { Call } from '../../calls/queries.ts';
import { namesOnRoster } from '../../jury/roster.ts';
import { sumOf } from '../policy.ts';
import { sentCards } from '../queries.ts';
import { suggestionsOf } from '../suggestions.ts';

/**
 * Totals on the others' sent cards of this application; only for whoever has sent their own. Their suggested amounts come when no card is
 * waited for any more.
 */
export function othersOf(
  reader: Reader,
  call: Call,
  criteria: readonly MeritCriterion[],
  own: { readonly applicationId: number; readonly memberId: number },
  now: Instant,
) {
  const names = namesOnRoster(reader, call.id);
  const suggested = suggestionsOf(reader, call, now).get(own.applicationId) ?? [];
  return sentCards(reader, call.id)
    .filter((card) => card.applicationId === own.applicationId && card.memberId !== own.memberId)
    .map((card) => {
      const amount = suggested.find(({ memberId }) => memberId === card.memberId)?.amount;
      return {
        name: names.get(card.memberId) ?? '',
        total: sumOf(criteria, card.points, call.bonusLimit).total,
        suggested: amount === undefined ? '' : formatAmount(amount),
      };
    });
}
