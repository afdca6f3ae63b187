import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Day, Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import { applicationCode } from '../applications/content.ts';
import { readMeritCriteria } from '../calls/criteria.ts';
import { readCall } from '../calls/queries.ts';
import { exclusionsOf } from '../jury/queries.ts';
import { everySentCard } from '../reviews/queries.ts';
import { type RankedRow, type RankingInputs, rank } from './policy.ts';

/** Everything the call's ranking follows from, as it stands now. Throws for an unknown call. */
export function rankingInputs(reader: Reader, callId: number, chairOrder: readonly number[] = []): RankingInputs {
  const call = readCall(reader, callId);
  if (call === undefined) throw new Error(`There is no call ${callId}`);
  const { maxPoints, thresholdPercent, quorum } = call;
  return {
    applications: reader.all(sql`
      select id as applicationId, number from applications where call_id = ${callId} and state = 'accepted' order by number`),
    criteria: readMeritCriteria(reader, callId).map(({ id, code, weight, maxPoints: most, isBonus, tieOrder }) => ({
      ...{ id, code, weight, isBonus, tieOrder },
      maxPoints: most,
    })),
    cards: everySentCard(reader, callId).map(({ applicationId, memberId, points }) => ({
      applicationId,
      memberId,
      points,
    })),
    exclusions: exclusionsOf(reader, callId),
    maxPoints,
    thresholdPercent,
    quorum,
    chairOrder,
  };
}

/** The ranking as the cards sent so far give it; nothing is stored. */
export function computeRanking(reader: Reader, callId: number): RankedRow[] {
  return rank(rankingInputs(reader, callId));
}

export interface AdoptedRanking {
  readonly id: number;
  readonly callId: number;
  readonly inputsFingerprint: string;
  readonly metOn: Day;
  readonly place: string;
  /** Ids of the members present. */
  readonly attendance: readonly number[];
  readonly adoptedAt: Instant;
  readonly adoptedBy: number;
  readonly rows: readonly AdoptedRow[];
}

export type AdoptedRow = Omit<RankedRow, 'hasQuorum' | 'equality'>;

/** The call's adopted ranking; undefined before the jury's meeting. */
export function adoptedRanking(reader: Reader, callId: number): AdoptedRanking | undefined {
  const row = reader.get<Omit<AdoptedRanking, 'attendance' | 'rows'> & { attendance: string }>(sql`
    select id, call_id as callId, inputs_fingerprint as inputsFingerprint, met_on as metOn, met_at_place as place, attendance,
      adopted_at as adoptedAt, adopted_by as adoptedBy
    from rankings where call_id = ${callId}`);
  if (row === undefined) return undefined;
  const rows = reader.all<Omit<AdoptedRow, 'meetsThreshold'> & { meetsThreshold: number }>(sql`
    select application_id as applicationId, place, mean_hundredths as meanHundredths, cards, meets_threshold as meetsThreshold, tie_note as tieNote
    from ranking_rows where ranking_id = ${row.id} order by place`);
  return {
    ...row,
    attendance: JSON.parse(row.attendance) as number[],
    rows: rows.map((one) => ({ ...one, meetsThreshold: one.meetsThreshold === 1 })),
  };
}

export function callOfRanking(reader: Reader, rankingId: number): number | undefined {
  return reader.get<{ callId: number }>(sql`select call_id as callId from rankings where id = ${rankingId}`)?.callId;
}

export interface RankedApplication {
  readonly applicationId: number;
  readonly code: string;
  readonly title: string;
  readonly applicant: string;
  readonly requested: Grosze;
}

/** What a ranking shows of each application, by its id. */
export function rankedApplications(reader: Reader, callId: number): Map<number, RankedApplication> {
  const rows = reader.all<Omit<RankedApplication, 'code'> & { callCode: string; year: number; number: number }>(sql`
    select a.id as applicationId, a.title, a.number, a.requested_grosze as requested, c.code as callCode, c.year,
      coalesce(nullif(w.name, ''), w.leader_name) as applicant
    from applications a join calls c on c.id = a.call_id join applicants w on w.application_id = a.id
    where a.call_id = ${callId} and a.state <> 'draft' order by a.number`);
  return new Map(
    rows.map(({ callCode, year, number, ...row }) => [
      row.applicationId,
      { ...row, code: applicationCode(callCode, year, number) },
    ]),
  );
}
