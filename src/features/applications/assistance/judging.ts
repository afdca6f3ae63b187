import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import type { Call } from '../../calls/queries.ts';
import { submissionWindow } from '../../calls/stages.ts';
import type { OpenApplication } from '../commands/own.ts';
import { type Arrival, readArrival, readConfirmations, speaksFor } from './queries.ts';

export interface Coming {
  /** By which the deadline is judged, and which the receipt says. */
  readonly at: Instant;
  readonly arrival: Arrival | undefined;
}

/** Paper came when it came, whenever it is keyed in; its author who goes on alone, on the screen, is judged by the clock as everybody. */
export function comingOf(
  reader: Reader,
  { draft, inNameOfLeader }: OpenApplication,
  now: Instant,
  isKeyedIn = inNameOfLeader,
): Coming {
  const arrival = isKeyedIn && draft.lane === 'paper' ? readArrival(reader, draft.id) : undefined;
  return { at: arrival?.arrivedAt ?? now, arrival };
}

/** What came in time may be keyed in after the deadline, with the reason written down. Refuses 'late_reason_missing'. */
export function mayBeLate(call: Pick<Call, 'stages'>, { arrival }: Coming, now: Instant): Result {
  const isAfter = now >= (submissionWindow(call.stages)?.closesAt ?? now);
  return arrival !== undefined && isAfter && arrival.lateReason === '' ? refused('late_reason_missing') : done();
}

/** Nobody sends for another without the other's word. Refuses 'address_not_confirmed' in one's own name, 'word_missing' in another's. */
export function hasItsWord(reader: Reader, actor: Actor, { draft, inNameOfLeader }: OpenApplication): Result {
  if (!inNameOfLeader) return actor.kind === 'person' && actor.confirmed ? done() : refused('address_not_confirmed');
  const given = readConfirmations(reader, draft.id).some((one) => speaksFor(one, draft.revision));
  return given ? done() : refused('word_missing');
}
