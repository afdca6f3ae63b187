import { and, eq } from 'drizzle-orm';
import { meetingItems } from '../../../../db/schema/ranking-meeting.ts';
import type { Deps } from '../../../../deps.ts';
import { record } from '../../../../history/record.ts';
import type { Actor } from '../../../../lib/actor.ts';
import type { Grosze } from '../../../../lib/money.ts';
import { done, type Result, refused } from '../../../../lib/result.ts';
import { readCall } from '../../../calls/queries.ts';
import { amountFault } from '../policy.ts';
import { agendaItem } from '../queries.ts';
import { ensureItem, ledMeeting } from './agenda.ts';

export interface Settlement {
  readonly callId: number;
  readonly applicationId: number;
  /** Of the agenda's item as the page showed it. */
  readonly revision: number;
  /** Who presented the application; '' when nobody did. */
  readonly presenter?: string;
  /** What was said; it stands in the minutes. */
  readonly note: string;
  /** Set by the jury; null: nothing said, what is requested counts. */
  readonly amount: Grosze | null;
  /** A condition, or the reason of a smaller amount, in words to the group. */
  readonly forGroup: string;
}

/**
 * Writes down what the jury settled about an application. Refuses `absent` (one closed to the actor too), `meeting_not_open`, `edited_meanwhile`,
 * `amount_nothing`, `amount_over_request`, `amount_over_pool`.
 */
export function settleItem(deps: Deps, actor: Actor, settlement: Settlement): Result {
  return deps.db.write((tx) => {
    const { callId, applicationId, revision, note, amount, forGroup, presenter = '' } = settlement;
    const led = ledMeeting(tx, actor, callId);
    if (!led.ok) return led;
    const call = readCall(tx, callId);
    const item = agendaItem(tx, actor, led.value, applicationId);
    if (call === undefined || item === undefined || !item.isOpen) return refused('absent');
    if (item.revision !== revision) return refused('edited_meanwhile');
    const fault = amountFault(amount, { requested: item.requested, pool: call.poolGrosze });
    if (fault !== null) return refused(fault, { field: 'amount' });

    ensureItem(tx, led.value.id, applicationId);
    tx.orm
      .update(meetingItems)
      .set({ presenter, note, amountGrosze: amount, forGroup, revision: revision + 1 })
      .where(and(eq(meetingItems.meetingId, led.value.id), eq(meetingItems.applicationId, applicationId)))
      .run();
    record(tx, deps, actor, {
      what: 'meeting.item_settled',
      subject: { kind: 'application', id: applicationId },
      callId,
      facts: amount === null ? {} : { amount },
    });
    return done();
  });
}
