import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { visibleTo } from '../access.ts';
import { type CallPhase, phaseOf } from '../policy.ts';
import { type Call, readCall } from '../queries.ts';
import { mayRehearse } from '../rehearsal/access.ts';
import type { Stage, StageKind } from '../stages.ts';

/** Every call that a visitor may know of, newest first: what public lists and feeds are made from, and nothing else is. */
export function readAnnouncedCalls(reader: Reader): Call[] {
  return reader
    .all<{ id: number }>(sql`select c.id from real_calls c where ${visibleTo({ kind: 'visitor' })} order by c.id desc`)
    .flatMap(({ id }) => readCall(reader, id) ?? []);
}

/** Calls whose draft rules were shown on purpose; of a draft nothing else than its consultation may be told. */
export function readConsulted(reader: Reader): Call[] {
  return reader
    .all<{ id: number }>(sql`select k.call_id as id from consultations k
      where k.call_id in (select id from real_calls) order by k.call_id desc`)
    .flatMap(({ id }) => readCall(reader, id) ?? []);
}

/** As `readAnnouncedCalls`, the one call; undefined for a draft, whoever asks. */
export function readAnnouncedCall(reader: Reader, callId: number): Call | undefined {
  const seen = reader.get(sql`select 1 from real_calls c where c.id = ${callId} and ${visibleTo({ kind: 'visitor' })}`);
  return seen === undefined ? undefined : readCall(reader, callId);
}

/** A call that questions may be asked about: an announced one, or a rehearsal that this person plays. */
export function readAskableCall(reader: Reader, actor: Actor, callId: number): Call | undefined {
  return mayRehearse(reader, actor, callId) ? readCall(reader, callId) : readAnnouncedCall(reader, callId);
}

/** Dates of the library with its funder and its jury alone. */
const internal: readonly StageKind[] = ['declarations', 'last_contract_bill', 'payments', 'funder_report'];

export function publicStages(stages: readonly Stage[]): Stage[] {
  return stages.filter(({ kind }) => !internal.includes(kind));
}

/** Where a call stands on the public list: takes applications, will, goes on after its deadline, or is over with all its public dates. */
export type ListPlace = 'open' | 'before' | 'running' | 'over';

export function placeOf(call: Call, now: Instant): ListPlace {
  const phase: CallPhase = phaseOf(call, now);
  if (phase === 'open' || phase === 'before') return phase;
  return publicStages(call.stages).some(({ endsAt }) => endsAt !== null && now < endsAt) ? 'running' : 'over';
}
