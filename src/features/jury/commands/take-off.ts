import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { juryMembers } from '../../../db/schema/jury.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { writeLetter } from '../../../mail/write.ts';
import { revokeRole } from '../../accounts/commands.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { juryLetters } from '../letters.ts';
import { hasMet, isMeeting, membersOf } from '../queries.ts';
import { cardsWordText } from '../texts.ts';
import { addresseeOf } from './call-up.ts';

/** What becomes of the cards sent: they count (resigned, fell ill), or are put aside (broke impartiality). */
export type CardsWord = 'count' | 'aside';

export interface TakingOff {
  readonly callId: number;
  readonly memberId: number;
  /** For staff. */
  readonly reason: string;
  /** Number and day of the director's order; '' where there is none. */
  readonly order: string;
  /** Null only of somebody who has sent no card. */
  readonly cards: CardsWord | null;
}

/**
 * Takes a member off who has declared: everything closes to that person at once, drafts count for nothing, cards sent as the word says. Whoever declared
 * nothing is removed without it. Refuses `absent`, `jury_has_met`, `meeting_goes_on`, `not_declared_yet`, `cards_undecided`.
 */
export function takeOff(deps: Deps, actor: Actor, { callId, memberId, cards, ...words }: TakingOff): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    const member = membersOf(tx, callId).find((one) => one.memberId === memberId);
    if (call === undefined || member === undefined || !hasRole(actor, 'coordinator', callId)) return refused('absent');
    if (hasMet(tx, callId)) return refused('jury_has_met');
    if (isMeeting(tx, callId)) return refused('meeting_goes_on');
    if (member.declaredAt === null) return refused('not_declared_yet');
    const sent = sentBy(tx, memberId);
    if (sent > 0 && cards === null) return refused('cards_undecided', { field: 'cards' });

    const removedAt = deps.clock.now();
    const cardsCount = sent > 0 && cards === 'count' ? 1 : 0;
    tx.orm
      .update(juryMembers)
      .set({ removedAt, removalReason: words.reason, removalOrder: words.order, cardsCount })
      .where(eq(juryMembers.id, memberId))
      .run();
    record(tx, deps, actor, {
      what: 'jury.member_taken_off',
      subject: { kind: 'jury_member', id: memberId },
      callId,
      facts: { person: member.personId, sent, cards: cardsCount === 1 ? 'count' : 'aside' },
      text: words.reason,
    });
    tellTakenOff(tx, deps, call, { memberId, removedAt, sent, counts: cardsCount === 1 });
    // The session stays: her open pages are to say what happened, and give back what she typed.
    const grant = { personId: member.personId, role: 'juror', callId } as const;
    const taken = revokeRole(tx, deps, actor, grant, { keepsSessions: true });
    // An administrator may have taken the role before.
    return taken.ok || taken.code === 'role_not_held' ? done() : taken;
  });
}

/** How many cards the member has sent that nobody gave back. */
export function sentBy(reader: Reader, memberId: number): number {
  const row = reader.get<{ sent: number }>(
    sql`select count(*) as sent from score_cards k where k.member_id = ${memberId} and k.state = 'sent'`,
  );
  return row?.sent ?? 0;
}

function tellTakenOff(
  tx: Tx,
  deps: Deps,
  call: Call,
  told: { memberId: number; removedAt: Instant; sent: number; counts: boolean },
): void {
  const organisation = readOrganisation(tx);
  writeLetter(tx, deps, juryLetters.jury_taken_off, {
    to: addresseeOf(tx, told.memberId),
    fields: {
      organisationName: organisation.name,
      organisationPhone: organisation.phone,
      callTitle: call.title,
      since: longMoment(told.removedAt),
      cards: cardsWordText(told.sent, told.counts),
    },
    about: { kind: 'jury_member', id: told.memberId },
    uniqueKey: `jury_taken_off:${told.memberId}`,
  });
}
