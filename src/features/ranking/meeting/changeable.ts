import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { readCall } from '../../calls/queries.ts';
import type { GivenPoints } from '../../reviews/policy.ts';
import { placeAt } from './access.ts';
import { type CardAt, pointsAt } from './points.ts';
import { type AgendaItem, agendaItem, openMeetingOf, presentIds } from './queries.ts';

export interface ChangeableCard extends CardAt {
  readonly item: AgendaItem;
  readonly isOwn: boolean;
}

/**
 * A sent card of the application that is talked about, if the actor may change its points now: its juror, being in the room, or the chair in her
 * name. Undefined for everybody else, and of an application closed to the actor.
 */
export function changeable(reader: Reader, actor: Actor, callId: number, cardId: number): ChangeableCard | undefined {
  const place = placeAt(reader, actor, callId);
  const meeting = openMeetingOf(reader, callId);
  const call = readCall(reader, callId);
  if (place === undefined || call === undefined || meeting?.currentId == null) return undefined;
  const item = agendaItem(reader, actor, meeting, meeting.currentId);
  if (item === undefined || !item.isOpen) return undefined;
  const card = pointsAt(reader, call, item.applicationId).cards.find((one) => one.cardId === cardId);
  if (card === undefined) return undefined;
  const isOwn = card.memberId === place.memberId;
  const isInside = place.memberId !== null && presentIds(reader, meeting.id).includes(place.memberId);
  return isInside && (isOwn || place.isChair) ? { ...card, item, isOwn } : undefined;
}

/** The points in one word, so that a form knows what it was filled over. */
export function seenPoints(points: readonly GivenPoints[]): string {
  return points.map(({ criterionId, points: given }) => `${criterionId}-${given}`).join('.');
}
