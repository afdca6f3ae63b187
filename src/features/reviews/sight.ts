import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import type { Call } from '../calls/queries.ts';
import { stageOf } from '../calls/stages.ts';
import { hasMet, membershipOf } from '../jury/queries.ts';
import { scoringTime } from './policy.ts';
import { cardsOf, progressOf } from './queries.ts';

/**
 * Whether points of others sway nobody any more in this actor's eyes: the ranking is adopted, or the scoring is over (its time is past, or no card
 * is waited for) and the actor has no own card to send, nor one given back. Which applications the actor may see is another question.
 */
export function seesPoints(reader: Reader, actor: Actor, call: Call, now: Instant): boolean {
  if (hasMet(reader, call.id)) return true;
  const isPast = scoringTime(stageOf(call.stages, 'scoring'), now) === 'after';
  const { members } = progressOf(reader, call.id);
  const isOver =
    isPast || (members.some(({ toScore }) => toScore > 0) && members.every(({ sent, toScore }) => sent === toScore));
  return isOver && !stillScores(reader, actor, call.id, isPast);
}

/** Whether the actor has an own card to send. After the time a card that was never sent is lost; one given back is not. */
export function stillScores(reader: Reader, actor: Actor, callId: number, isPast: boolean): boolean {
  const seat = actor.kind === 'person' ? membershipOf(reader, actor.personId, callId) : undefined;
  const cards = seat === undefined ? [] : cardsOf(reader, seat.memberId);
  return cards.some(({ state, isReopened }) => (isPast ? isReopened === 1 : state !== 'sent'));
}
