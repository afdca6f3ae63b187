import { eq } from 'drizzle-orm';
import { meetings } from '../../../../db/schema/ranking-meeting.ts';
import type { Deps } from '../../../../deps.ts';
import type { Actor } from '../../../../lib/actor.ts';
import { warsawDay } from '../../../../lib/days.ts';
import { done, type Result, refused } from '../../../../lib/result.ts';
import { readCall } from '../../../calls/queries.ts';
import { adopt } from '../../commands.ts';
import { amountsSet } from '../policy.ts';
import { agendaOf, presentIds } from '../queries.ts';
import { ledMeeting } from './agenda.ts';

export interface Closing {
  readonly callId: number;
  /** Of the meeting as the page showed it. */
  readonly revision: number;
  readonly chairOrder?: readonly number[];
  readonly despiteMissing?: boolean;
}

/**
 * Ends the meeting by adopting its ranking, with whoever is in the room; the minutes follow. Returns the ranking's id. Refuses `absent`,
 * `meeting_not_open`, `edited_meanwhile`, `amounts_over_pool`, and as `adopt` does.
 */
export function closeMeeting(deps: Deps, actor: Actor, closing: Closing): Result<number> {
  return deps.db.write((tx) => {
    const { callId, revision, ...word } = closing;
    const led = ledMeeting(tx, actor, callId);
    if (!led.ok) return led;
    const meeting = led.value;
    const call = readCall(tx, callId);
    if (call === undefined) return refused('absent');
    if (meeting.revision !== revision) return refused('edited_meanwhile');
    if (amountsSet(agendaOf(tx, { kind: 'system' }, meeting)) > call.poolGrosze) return refused('amounts_over_pool');
    const closedAt = deps.clock.now();
    const attendance = presentIds(tx, meeting.id);
    const adopted = adopt(tx, deps, actor, {
      ...{ callId, ...word, attendance },
      ...{ metOn: warsawDay(meeting.openedAt), place: meeting.place },
    });
    if (!adopted.ok) return adopted;
    tx.orm
      .update(meetings)
      .set({ currentApplicationId: null, closedAt, rankingId: adopted.value, revision: revision + 1 })
      .where(eq(meetings.id, meeting.id))
      .run();
    return done(adopted.value);
  });
}
