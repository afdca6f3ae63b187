import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { FileAccess } from '../../files/records.ts';
import { type Actor, hasAnyRole, hasRole } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import { sameAs } from '../accounts/access.ts';
import type { Call } from '../calls/queries.ts';
import { stageOf } from '../calls/stages.ts';
import { sits } from '../jury/policy.ts';
import { hasMet, type Membership, membershipOf } from '../jury/queries.ts';
import { scoringTime } from '../reviews/policy.ts';
import { progressOf } from '../reviews/queries.ts';
import { stillScores } from '../reviews/sight.ts';
import { scoringIsOver } from './policy.ts';
import { callOfRanking } from './queries.ts';

/** Roles that read rankings beside the jury itself. */
export const rankingReaders = ['coordinator', 'director', 'inspector'] as const;

/**
 * What of a call's ranking the actor sees. `rows`: results; `counts`: how many cards came, while others' points could
 * still sway somebody's own; `later`: a juror waits for the adoption; undefined: nothing of this call.
 */
export type Sight = 'rows' | 'counts' | 'later' | undefined;

export function sightOf(reader: Reader, actor: Actor, call: Call, now: Instant): Sight {
  const isStaff = hasAnyRole(actor, rankingReaders, call.id);
  const held = seatOf(reader, actor, call.id);
  // In reserve one waits for no ranking, whatever single applications one was called up for.
  const seat = held !== undefined && sits(held) ? held : undefined;
  if (!isStaff && seat === undefined) return undefined;
  if (hasMet(reader, call.id)) return 'rows';
  if (!isStaff && seat?.function !== 'chair') return 'later';
  const stage = stageOf(call.stages, 'scoring');
  const time = scoringTime(stage, now);
  const isPast = time === 'after';
  if (stillScores(reader, actor, call.id, isPast)) return 'counts';
  if (isPast) return 'rows';
  const { applications } = progressOf(reader, call.id);
  return scoringIsOver(time, stage?.endsAt != null, applications, call.quorum) ? 'rows' : 'counts';
}

/** The chair adopts a ranking, or the coordinator as the jury's secretary. */
export function mayAdopt(reader: Reader, actor: Actor, callId: number): boolean {
  return hasRole(actor, 'coordinator', callId) || seatOf(reader, actor, callId)?.function === 'chair';
}

function seatOf(reader: Reader, actor: Actor, callId: number): Membership | undefined {
  return actor.kind === 'person' ? membershipOf(reader, actor.personId, callId) : undefined;
}

/**
 * Minutes belong to the ranking: staff who read it and the jury that signs them, not whoever waited in reserve or scored single applications from there.
 * Whoever is excluded from an application reads them on paper at the meeting: the file tells of every application.
 */
export const rankingFiles: FileAccess = {
  ranking: (reader, actor, rankingId) => {
    const callId = callOfRanking(reader, rankingId);
    if (callId === undefined || (actor.kind === 'person' && isExcludedSomewhere(reader, actor.personId, callId)))
      return false;
    const seat = seatOf(reader, actor, callId);
    return hasAnyRole(actor, rankingReaders, callId) || (seat?.declared === true && sits(seat));
  },
};

/** How strict each juror was is for the chair and the inspector alone; not for whoever is excluded from an application, whose cards it is made of. */
export function mayCompareJurors(reader: Reader, actor: Actor, call: Call, now: Instant): boolean {
  if (actor.kind !== 'person' || isExcludedSomewhere(reader, actor.personId, call.id)) return false;
  if (sightOf(reader, actor, call, now) !== 'rows') return false;
  return hasRole(actor, 'inspector', call.id) || seatOf(reader, actor, call.id)?.function === 'chair';
}

/** Trials are kept by whoever sees every row: sums down the list would give a closed application's amount away. */
export function mayKeepScenarios(reader: Reader, actor: Actor, call: Call, now: Instant): boolean {
  if (actor.kind !== 'person' || isExcludedSomewhere(reader, actor.personId, call.id)) return false;
  return sightOf(reader, actor, call, now) === 'rows' && mayAdopt(reader, actor, call.id);
}

/**
 * The file a ranking is counted again from shows everybody's points, so it is for those who answer for the order: the chair, and staff who read
 * rankings. Not for whoever is excluded from an application.
 */
export function mayTakeProof(reader: Reader, actor: Actor, callId: number): boolean {
  if (actor.kind !== 'person' || isExcludedSomewhere(reader, actor.personId, callId)) return false;
  return hasAnyRole(actor, rankingReaders, callId) || seatOf(reader, actor, callId)?.function === 'chair';
}

function isExcludedSomewhere(reader: Reader, personId: number, callId: number): boolean {
  return (
    reader.get(sql`select 1 from recusals r join jury_members m on m.id = r.member_id
      where r.kind = 'exclusion' and m.call_id = ${callId} and m.person_id in ${sameAs(personId)}`) !== undefined
  );
}
