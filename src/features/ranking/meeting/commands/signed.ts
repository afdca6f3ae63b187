import { signedMinutes } from '../../../../db/schema/ranking-meeting.ts';
import type { Deps } from '../../../../deps.ts';
import { addFile } from '../../../../files/records.ts';
import type { StoredBlob } from '../../../../files/store.ts';
import { record } from '../../../../history/record.ts';
import type { Actor } from '../../../../lib/actor.ts';
import { type Day, warsawDay } from '../../../../lib/days.ts';
import { done, type Result, refused } from '../../../../lib/result.ts';
import { mayAdopt, rankingFiles } from '../../access.ts';
import { adoptedRanking } from '../../queries.ts';

export interface Scan {
  readonly callId: number;
  /** The day of the last signature. */
  readonly signedOn: Day;
  readonly blob: StoredBlob;
  readonly name: string;
}

/**
 * Stores the scan of the minutes as signed; the newest counts. Refuses `absent` (whoever may not read the minutes too), `not_adopted`,
 * `signed_before_meeting`, `signed_in_future`.
 */
export function storeSignedMinutes(deps: Deps, actor: Actor, { callId, signedOn, blob, name }: Scan): Result {
  return deps.db.write((tx) => {
    if (actor.kind !== 'person' || !mayAdopt(tx, actor, callId)) return refused('absent');
    const ranking = adoptedRanking(tx, callId);
    if (ranking === undefined) return refused('not_adopted');
    if (rankingFiles['ranking']?.(tx, actor, ranking.id) !== true) return refused('absent');
    if (signedOn < ranking.metOn) return refused('signed_before_meeting', { field: 'signedOn' });
    if (signedOn > warsawDay(deps.clock.now())) return refused('signed_in_future', { field: 'signedOn' });
    const subject = { kind: 'ranking', id: ranking.id };
    const fileId = addFile(tx, deps.clock, actor, blob, name, subject);
    const row = { rankingId: ranking.id, signedOn, fileId, storedAt: deps.clock.now(), storedBy: actor.personId };
    tx.orm.insert(signedMinutes).values(row).run();
    record(tx, deps, actor, { what: 'ranking.minutes_signed', subject, callId, facts: { signedOn } });
    return done();
  });
}
