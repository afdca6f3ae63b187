import type { Reader } from '../../../../db/connection.ts';
import type { Actor } from '../../../../lib/actor.ts';
import type { RawBody } from '../../../../web/form.ts';
import type { Call } from '../../../calls/queries.ts';
import { adoptionQuestions } from '../../pages/adoption.ts';
import { namesOf } from '../commands/agenda.ts';
import { meetingPaths } from '../paths.ts';
import { type Meeting, presentIds, votersPresent } from '../queries.ts';

/** The end of the meeting: what it adopts, with whoever is in the room, and the chair's word where results are equal. */
export function closingPage(reader: Reader, actor: Actor, call: Call, meeting: Meeting, raw?: RawBody) {
  const present = presentIds(reader, meeting.id);
  return {
    call: { id: call.id, title: call.title, quorum: call.quorum },
    back: meetingPaths.meetingOf(call.id),
    action: meetingPaths.closingOf(call.id),
    openedAt: meeting.openedAt,
    meetingPlace: meeting.place,
    revision: meeting.revision,
    names: namesOf(reader, call.id, present).join(', '),
    present: present.length,
    hasQuorum: votersPresent(reader, meeting.id) >= call.quorum,
    ...adoptionQuestions(reader, actor, call, raw),
  };
}
