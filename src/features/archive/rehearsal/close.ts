import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { eraseFiles } from '../../../files/records.ts';
import { eraseEventTexts } from '../../../history/erase.ts';
import { enqueue } from '../../../jobs/queue.ts';
import type { Actor } from '../../../lib/actor.ts';
import { addTime } from '../../../lib/days.ts';
import type { Result } from '../../../lib/result.ts';
import { eraseLetters } from '../../../mail/erase.ts';
import { eraseDocuments } from '../../../pdf/erase.ts';
import { erasePeopleOf } from '../../accounts/erase.ts';
import { eraseAgreementsOf } from '../../agreements/commands/erase.ts';
import { eraseApplicationsOf } from '../../applications/commands/erase.ts';
import { eraseCallOf, shutRehearsal } from '../../calls/rehearsal/close.ts';
import { eraseChecksOf } from '../../checks/commands/erase.ts';
import { eraseDispatchesOf } from '../../correspondence/erase.ts';
import { eraseDecisionsOf } from '../../decisions/commands/erase.ts';
import { eraseInitiativesOf } from '../../initiatives/commands/erase.ts';
import { eraseJuryOf } from '../../jury/commands/erase.ts';
import { eraseRankingOf } from '../../ranking/commands/erase.ts';
import { eraseReviewsOf } from '../../reviews/commands/erase.ts';

/**
 * Closes a rehearsal for good and has every room erase what is its own, all of it or nothing. Rows, numbers and history stay; content of files that no real
 * record has leaves the store a day later. Refuses `absent`.
 */
export function closeRehearsal(deps: Deps, actor: Actor, callId: number): Result {
  return deps.db.write((tx): Result => {
    const shut = shutRehearsal(tx, deps, actor, callId);
    if (!shut.ok) return shut;
    eraseRooms(tx, deps, callId);
    /** Rows, by their alias, that name a record of the rehearsal. */
    const ofRecords = (alias: 'd' | 'e' | 'f') =>
      sql`exists (select 1 from rehearsed_records r where r.call_id = ${callId} and r.kind = ${sql.raw(alias)}.subject_kind and r.id = ${sql.raw(alias)}.subject_id)`;
    eraseEventTexts(tx, sql`(e.call_id = ${callId} or ${ofRecords('e')})`);
    eraseDocuments(tx, ofRecords('d'));
    eraseFiles(tx, deps.clock, ofRecords('f'));
    eraseLetters(tx, callId);
    // Content of the last day is left to the sweep after it: it may be being uploaded for something real.
    enqueue(tx, deps.clock, {
      kind: 'sweep_files',
      uniqueKey: `sweep_files:rehearsal:${callId}`,
      payload: { at: addTime(deps.clock.now(), aDay) },
      runAfter: addTime(deps.clock.machine(), aDay),
    });
    return shut;
  });
}

const aDay = { hours: 25 };

/** In the order of the river. */
function eraseRooms(tx: Tx, deps: Deps, callId: number): void {
  erasePeopleOf(tx, deps, callId);
  eraseDispatchesOf(tx, callId);
  eraseCallOf(tx, callId);
  eraseApplicationsOf(tx, callId);
  eraseChecksOf(tx, callId);
  eraseJuryOf(tx, callId);
  eraseReviewsOf(tx, callId);
  eraseRankingOf(tx, callId);
  eraseInitiativesOf(tx, callId);
  eraseDecisionsOf(tx, callId);
  eraseAgreementsOf(tx, callId);
}
