import { sql } from 'drizzle-orm';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { warsawDay } from '../../../lib/days.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { writeLetter } from '../../../mail/write.ts';
import { readCall } from '../../calls/queries.ts';
import { stageOf } from '../../calls/stages.ts';
import { seatedMembers } from '../../jury/seats.ts';
import { reviewPaths } from '../paths.ts';
import { cardsReminder } from '../reminder-letters.ts';
import { checkScoringTime } from '../scoring-time.ts';
import { cardsLeftText, noDeadline } from '../texts.ts';
import { unsentCards } from '../unsent.ts';

/**
 * Writes to everybody on the jury with unsent cards: how many, never of whom. One letter a person and day, however often the button is pressed. Returns
 * how many were written. Refuses `absent`, `scoring_not_set`, `scoring_not_begun` and `scoring_over` (facts at), `nobody_to_remind`, `reminded_today`.
 */
export function remindJurors(deps: Deps, actor: Actor, callId: number): Result<number> {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined || !hasRole(actor, 'coordinator', callId)) return refused('absent');
    const now = deps.clock.now();
    const time = checkScoringTime(tx, callId, now);
    if (!time.ok) return time;
    const late = seatedMembers({ reader: tx, callId, publicUrl: deps.publicUrl }, sql`true`)
      .map((member) => ({ ...member, left: unsentCards(tx, member.about.id).length }))
      .filter(({ left }) => left > 0);
    if (late.length === 0) return refused('nobody_to_remind');
    const keyOf = (memberId: number) => `cards_reminder:${memberId}:${warsawDay(now)}`;
    const unwritten = late.filter(
      ({ about }) => tx.get(sql`select 1 from letters where unique_key = ${keyOf(about.id)}`) === undefined,
    );
    if (unwritten.length === 0) return refused('reminded_today');

    const endsAt = stageOf(call.stages, 'scoring')?.endsAt;
    const deadline = endsAt ? longMoment(endsAt) : noDeadline;
    for (const { personId, name, address, about, left } of unwritten)
      writeLetter(tx, deps, cardsReminder, {
        to: { personId, name, address: address ?? '' },
        fields: {
          callTitle: call.title,
          cards: cardsLeftText(left),
          deadline,
          address: deps.publicUrl + reviewPaths.list,
        },
        about,
        uniqueKey: keyOf(about.id),
      });
    record(tx, deps, actor, {
      what: 'scoring.reminded',
      subject: { kind: 'call', id: callId },
      callId,
      facts: { letters: unwritten.length },
    });
    return done(unwritten.length);
  });
}
