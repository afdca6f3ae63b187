import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { sits } from '../../jury/policy.ts';
import { membershipOf } from '../../jury/queries.ts';
import { mayAdopt } from '../access.ts';

export interface Place {
  /** Opens and leads the meeting, writes down what it settles, closes it. */
  readonly leads: boolean;
  /** The actor's own seat; null for a coordinator who does not sit on the jury. */
  readonly memberId: number | null;
  readonly isChair: boolean;
}

/** What the actor is at the call's meeting; undefined for whoever neither leads it nor sits there with a declaration signed. */
export function placeAt(reader: Reader, actor: Actor, callId: number): Place | undefined {
  const leads = mayAdopt(reader, actor, callId);
  const seat = actor.kind === 'person' ? membershipOf(reader, actor.personId, callId) : undefined;
  const member = seat?.declared === true && sits(seat) ? seat : undefined;
  if (!leads && member === undefined) return undefined;
  return { leads, memberId: member?.memberId ?? null, isChair: member?.function === 'chair' };
}
