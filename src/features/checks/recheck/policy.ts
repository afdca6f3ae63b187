import type { Day } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import type { Rejection } from './requests.ts';

/**
 * Whether a re-check may be asked for on this Warsaw day; the last day counts whole. Refuses 'recheck_asked' (once for each rejection), 'recheck_late'
 * (fact until), 'not_in_this_state' of a rejection that is not in force.
 */
export function mayAskRecheck({ request, isInForce, until }: Rejection, on: Day): Result {
  if (request !== null) return refused('recheck_asked');
  if (!isInForce) return refused('not_in_this_state');
  return until !== null && on > until ? refused('recheck_late', { facts: { until } }) : done();
}

/** Nobody judges one's own rejection, neither of the two who signed it. Refuses 'recheck_same_person', 'recheck_answered', 'absent' where nobody asked. */
export function mayAnswerRecheck({ request, signerIds }: Rejection, personIds: readonly number[]): Result {
  if (request === null) return refused('absent');
  if (request.outcome !== null) return refused('recheck_answered');
  return signerIds.some((id) => personIds.includes(id)) ? refused('recheck_same_person') : done();
}
