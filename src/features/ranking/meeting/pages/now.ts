import type { Reader } from '../../../../db/connection.ts';
import type { Actor } from '../../../../lib/actor.ts';
import { applicationPaths } from '../../../applications/paths.ts';
import type { Call } from '../../../calls/queries.ts';
import { isScorerOf } from '../../../jury/queries.ts';
import { reviewPaths } from '../../../reviews/paths.ts';
import { rankingPaths } from '../../paths.ts';
import { adoptedRanking } from '../../queries.ts';
import type { Place } from '../access.ts';
import { meetingPaths } from '../paths.ts';
import { pointsAt } from '../points.ts';
import { agendaItem, openMeetingOf } from '../queries.ts';

/**
 * What is talked about now, for one person at the meeting; asked for every few seconds by every juror. Of an application closed to the actor
 * nothing but that it is closed: no number, title, points, nor who else is out.
 */
export function nowOf(reader: Reader, actor: Actor, call: Call, place: Place) {
  const meeting = openMeetingOf(reader, call.id);
  const nothing = { poll: meetingPaths.meetingOf(call.id), ranking: '', item: null };
  if (meeting === undefined) {
    const isOver = adoptedRanking(reader, call.id) !== undefined;
    return {
      ...nothing,
      poll: isOver ? '' : nothing.poll,
      state: isOver ? 'over' : 'not_open',
      ranking: isOver ? rankingPaths.rankingOf(call.id) : '',
    } as const;
  }
  if (meeting.currentId === null) return { ...nothing, state: 'between' } as const;
  const item = agendaItem(reader, actor, meeting, meeting.currentId);
  if (item === undefined || !item.isOpen) return { ...nothing, state: 'closed' } as const;
  const { code, title, applicant, requested, amount, applicationId } = item;
  const points = pointsAt(reader, call, applicationId);
  const hasCard = points.cards.some(({ memberId }) => memberId === place.memberId);
  const isScorer = isScorerOf(reader, actor, applicationId);
  // Others' points stay hidden from whoever was to score it and sent no card, also now: whoever only reads it has no card to be swayed in, and
  // takes part in the talk. Who leads the meeting sees the whole ranking anyway.
  const seesPoints = hasCard || place.leads || (place.memberId !== null && !isScorer);
  return {
    ...nothing,
    state: 'open',
    item: {
      ...{ code, title, applicant, requested, amount },
      href: applicationPaths.showOf(applicationId),
      card: isScorer ? reviewPaths.cardOf(applicationId) : '',
      result: seesPoints ? points.result : '',
      cards: seesPoints
        ? points.cards.map(({ cardId, memberId, name, total }) => ({
            ...{ name, total, isOwn: memberId === place.memberId },
            change: memberId === place.memberId || place.isChair ? meetingPaths.cardOf(call.id, cardId) : '',
          }))
        : [],
    },
  } as const;
}
