import type { Reader } from '../../../../db/connection.ts';
import type { Actor } from '../../../../lib/actor.ts';
import type { Call } from '../../../calls/queries.ts';
import { meetingPaths } from '../paths.ts';
import { pointsAt } from '../points.ts';
import { agendaItem, type Meeting } from '../queries.ts';

/** What the whole room sees: the current application and its result, never the points of one juror. */
export function screenPage(reader: Reader, actor: Actor, call: Call, meeting: Meeting) {
  const shown = {
    call: { id: call.id, title: call.title },
    poll: meetingPaths.screenOf(call.id),
    back: meetingPaths.meetingOf(call.id),
  };
  if (meeting.currentId === null) return { ...shown, state: 'between', item: null } as const;
  const item = agendaItem(reader, actor, meeting, meeting.currentId);
  if (item === undefined || !item.isOpen) return { ...shown, state: 'closed', item: null } as const;
  const { code, title, applicant, requested, amount } = item;
  const { result, cards } = pointsAt(reader, call, item.applicationId);
  return {
    ...shown,
    state: 'open',
    item: { code, title, applicant, requested, amount, result, cards: cards.length },
  } as const;
}
