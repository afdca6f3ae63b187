import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { decisionSets } from '../../db/schema/decisions.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Grosze } from '../../lib/money.ts';
import { visibleTo } from '../applications/access.ts';
import { applicationCode } from '../applications/content.ts';
import { qualifies } from '../ranking/policy.ts';
import type { Decision, DecisionKind, Ranked } from './policy.ts';

export type DecisionSet = Readonly<typeof decisionSets.$inferSelect>;

export function findSet(reader: Reader, callId: number): DecisionSet | undefined {
  return reader.get<DecisionSet>(sql`
    select id, call_id as callId, ranking_id as rankingId, state, proposed_at as proposedAt, proposed_by as proposedBy,
      approved_at as approvedAt, approved_by as approvedBy, returned_reason as returnedReason, published_at as publishedAt, revision
    from decision_sets where call_id = ${callId}`);
}

export function adoptedRankingId(reader: Reader, callId: number): number | undefined {
  return reader.get<{ id: number }>(sql`select id from rankings where call_id = ${callId}`)?.id;
}

export interface RankedApplication extends Ranked {
  readonly number: number;
  readonly code: string;
  readonly title: string;
  readonly applicant: string;
  /** Merit and bonus, in hundredths. */
  readonly points: number;
  /** Hundredths; met without the bonus. */
  readonly threshold: number;
  readonly meetsThreshold: boolean;
  /** Codes of the criteria with too few points. */
  readonly missedMinimums: readonly string[];
  /** Places after the comma of the call's figures. */
  readonly decimals: number;
  /** Closed to the actor who asked: excluded from this application. */
  readonly isClosed: boolean;
}

/** The adopted ranking without those who have withdrawn since, in the order of places. */
export function rankedIn(reader: Reader, actor: Actor, callId: number): RankedApplication[] {
  const rows = reader.all<Row>(sql`
    select a.id as applicationId, r.place, r.total_hundredths as points, r.meets_threshold as meetsThreshold, r.missed_minimums as missedMinimums,
      g.threshold_hundredths as threshold, c.score_decimals as decimals, a.requested_grosze as requested,
      a.number, c.code as callCode, c.year, a.title, coalesce(nullif(b.name, ''), b.leader_name) as applicant, not ${visibleTo(actor)} as isClosed,
      i.amount_grosze as minutesAmount, coalesce(i.for_group, '') as forGroup
    from ranking_rows r join rankings g on g.id = r.ranking_id join applications a on a.id = r.application_id
    join calls c on c.id = a.call_id join applicants b on b.application_id = a.id
    left join meetings h on h.ranking_id = g.id left join meeting_items i on i.meeting_id = h.id and i.application_id = a.id
    where g.call_id = ${callId} and a.state = 'accepted' order by r.place`);
  return rows.map(({ callCode, year, isClosed, minutesAmount, forGroup, ...row }) => {
    const meetsThreshold = row.meetsThreshold === 1;
    const missedMinimums = JSON.parse(row.missedMinimums) as string[];
    return {
      ...row,
      code: applicationCode(callCode, year, row.number),
      ...{ meetsThreshold, missedMinimums, qualifies: qualifies({ meetsThreshold, missedMinimums }) },
      isClosed: isClosed === 1,
      minutes: { amount: minutesAmount, forGroup },
    };
  });
}

type Row = Omit<
  RankedApplication,
  'code' | 'qualifies' | 'meetsThreshold' | 'missedMinimums' | 'isClosed' | 'minutes'
> & {
  readonly minutesAmount: Grosze | null;
  readonly forGroup: string;
  readonly callCode: string;
  readonly year: number;
  readonly meetsThreshold: number;
  readonly missedMinimums: string;
  readonly isClosed: number;
};

export interface StoredDecision extends Decision {
  readonly reservePlace: number | null;
}

/** As prepared so far, or as published; whose eyes it is for is the caller's question. */
export function decisionsOf(reader: Reader, setId: number): StoredDecision[] {
  return reader.all<{
    applicationId: number;
    kind: DecisionKind;
    amount: Grosze | null;
    reason: string;
    reservePlace: number | null;
  }>(sql`
    select application_id as applicationId, kind, amount_grosze as amount, reason, reserve_place as reservePlace
    from decisions where set_id = ${setId} order by id`);
}

/** Who did the steps of a set, by name. */
export function namesIn(reader: Reader, set: DecisionSet): { proposed: string; approved: string; published: string } {
  const nameOf = (id: number | null | undefined) =>
    id == null ? '' : (reader.get<{ name: string }>(sql`select name from people where id = ${id}`)?.name ?? '');
  const publisher = reader.get<{ id: number }>(
    sql`select published_by as id from publications where set_id = ${set.id}`,
  );
  return { proposed: nameOf(set.proposedBy), approved: nameOf(set.approvedBy), published: nameOf(publisher?.id) };
}
