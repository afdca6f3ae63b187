import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Day, Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import { applicationCode } from '../applications/content.ts';
import { readMeritCriteria } from '../calls/criteria.ts';
import { type Call, readCall } from '../calls/queries.ts';
import { type SentCard, sentCards } from '../reviews/queries.ts';
import { type RankedRow, type RankingInputs, rank } from './policy.ts';
import type { CardPoints, ScoringRules } from './scores.ts';

/**
 * Everything the call's ranking follows from, as it stands now: cards of excluded jurors left out, the others of an application from the highest, so
 * that nobody tells whose is whose. Throws for an unknown call.
 */
export function rankingInputs(
  reader: Reader,
  callId: number,
  chairOrder: readonly number[] = [],
  cards: readonly SentCard[] = sentCards(reader, callId),
): RankingInputs {
  const call = readCall(reader, callId);
  if (call === undefined) throw new Error(`There is no call ${callId}`);
  const criteria = readMeritCriteria(reader, callId);
  const ranked = rankedIds(reader, callId);
  const cardsOf = new Map(ranked.map(({ applicationId }) => [applicationId, [] as CardPoints[]]));
  for (const { applicationId, points } of cards) {
    const given = criteria.map(({ id }) => points.find(({ criterionId }) => criterionId === id)?.points ?? 0);
    cardsOf.get(applicationId)?.push(given);
  }
  return {
    rules: scoringRulesOf(call),
    criteria: criteria.map(({ code, weight, maxPoints, isBonus, tieOrder, minPoints }) => ({
      ...{ code, weight, maxPoints, isBonus, tieOrder, minPoints },
    })),
    applications: ranked.map(({ applicationId, number }) => ({
      number,
      cards: [...(cardsOf.get(applicationId) ?? [])].sort(fromTheHighest),
    })),
    chairOrder,
  };
}

function rankedIds(reader: Reader, callId: number): { applicationId: number; number: number }[] {
  return reader.all(sql`
    select id as applicationId, number from applications where call_id = ${callId} and state = 'accepted' order by number`);
}

function fromTheHighest(a: CardPoints, b: CardPoints): number {
  const at = a.findIndex((points, index) => points !== b[index]);
  return at === -1 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
}

export function scoringRulesOf(call: Call): ScoringRules {
  const { scoreMethod, scoreDecimals, bonusLimit, unevenCards, maxPoints, thresholdPercent, quorum } = call;
  return {
    ...{ method: scoreMethod, decimals: scoreDecimals, bonusLimit, unevenCards },
    ...{ maxPoints, thresholdPercent, quorum },
  };
}

export interface ComputedRow extends RankedRow {
  readonly applicationId: number;
}

/** The ranking as the cards sent so far give it; nothing is stored. */
export function computeRanking(reader: Reader, callId: number, cards?: readonly SentCard[]): ComputedRow[] {
  return withIds(reader, callId, rank(rankingInputs(reader, callId, [], cards)));
}

/** Rows of a ranking with the ids of their applications. */
export function withIds(reader: Reader, callId: number, rows: readonly RankedRow[]): ComputedRow[] {
  const ids = new Map(rankedIds(reader, callId).map(({ applicationId, number }) => [number, applicationId]));
  return rows.map((row) => ({ ...row, applicationId: ids.get(row.number) ?? 0 }));
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
  /** The file from which anybody counts it again; '' of a ranking adopted before there was one. */
  readonly proof: string;
  readonly thresholdHundredths: number;
  readonly rows: readonly AdoptedRow[];
}

export type AdoptedRow = Omit<ComputedRow, 'hasQuorum' | 'equality' | 'number'>;

/** The call's adopted ranking; undefined before the jury's meeting. */
export function adoptedRanking(reader: Reader, callId: number): AdoptedRanking | undefined {
  const row = reader.get<Omit<AdoptedRanking, 'attendance' | 'rows'> & { attendance: string }>(sql`
    select id, call_id as callId, inputs_fingerprint as inputsFingerprint, met_on as metOn, met_at_place as place, attendance,
      adopted_at as adoptedAt, adopted_by as adoptedBy, proof, threshold_hundredths as thresholdHundredths
    from rankings where call_id = ${callId}`);
  if (row === undefined) return undefined;
  const rows = reader.all<StoredRow>(sql`
    select application_id as applicationId, place, merit_hundredths as meritHundredths, bonus_hundredths as bonusHundredths,
      total_hundredths as totalHundredths, cards, meets_threshold as meetsThreshold, missed_minimums as missedMinimums, tie_note as tieNote
    from ranking_rows where ranking_id = ${row.id} order by place`);
  return {
    ...row,
    attendance: JSON.parse(row.attendance) as number[],
    rows: rows.map((one) => ({
      ...one,
      meetsThreshold: one.meetsThreshold === 1,
      missedMinimums: JSON.parse(one.missedMinimums) as string[],
    })),
  };
}

type StoredRow = Omit<AdoptedRow, 'meetsThreshold' | 'missedMinimums'> & {
  readonly meetsThreshold: number;
  readonly missedMinimums: string;
};

export function callOfRanking(reader: Reader, rankingId: number): number | undefined {
  return reader.get<{ callId: number }>(sql`select call_id as callId from rankings where id = ${rankingId}`)?.callId;
}

export interface RankedApplication {
  readonly applicationId: number;
  readonly code: string;
  readonly title: string;
  readonly applicant: string;
  readonly requested: Grosze;
  /** Set by the jury at its meeting; null: it changed nothing. */
  readonly juryAmount: Grosze | null;
}

/** What a ranking shows of each application, by its id. */
export function rankedApplications(reader: Reader, callId: number): Map<number, RankedApplication> {
  const rows = reader.all<Omit<RankedApplication, 'code'> & { callCode: string; year: number; number: number }>(sql`
    select a.id as applicationId, a.title, a.number, a.requested_grosze as requested, c.code as callCode, c.year,
      coalesce(nullif(w.name, ''), w.leader_name) as applicant, i.amount_grosze as juryAmount
    from applications a join calls c on c.id = a.call_id join applicants w on w.application_id = a.id
      left join meetings g on g.call_id = a.call_id left join meeting_items i on i.meeting_id = g.id and i.application_id = a.id
    where a.call_id = ${callId} and a.state <> 'draft' order by a.number`);
  return new Map(
    rows.map(({ callCode, year, number, ...row }) => [
      row.applicationId,
      { ...row, code: applicationCode(callCode, year, number) },
    ]),
  );
}
