import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Grosze } from '../../lib/money.ts';

/**
 * What money may go on: each category falls on one budget line. `capPercent`: the most of the requested sum. `unitThreshold`: one thing dearer than
 * this does not belong here, grosze.
 */
export interface CostCategory {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly budgetLineId: number;
  readonly capPercent: number | null;
  readonly unitThreshold: Grosze | null;
  readonly note: string;
  /** Of a row the group is asked which sum for work it wrote. */
  readonly isPay: boolean;
}

/** The eligible cost categories. */
export function readCategories(reader: Reader, callId: number): CostCategory[] {
  const rows = reader.all<Omit<CostCategory, 'isPay'> & { pay: number }>(sql`
    select id, code, name, budget_line_id as budgetLineId, cap_percent as capPercent,
      unit_threshold_grosze as unitThreshold, note, is_pay as pay
    from cost_categories where call_id = ${callId} and is_eligible = 1 order by position, id`);
  return rows.map(({ pay, ...row }) => ({ ...row, isPay: pay === 1 }));
}

/** What money may not go on. */
export function readIneligibleCosts(
  reader: Reader,
  callId: number,
): { id: number; code: string; name: string; note: string }[] {
  return reader.all(
    sql`select id, code, name, note from cost_categories where call_id = ${callId} and is_eligible = 0 order by position, id`,
  );
}

/** `system`: the answer is computed; `person`: somebody must look. */
export interface FormalCriterion {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly knownBy: 'system' | 'person';
}

export function readFormalCriteria(reader: Reader, callId: number): FormalCriterion[] {
  return reader.all(
    sql`select id, code, name, known_by as knownBy from formal_criteria where call_id = ${callId} order by position, id`,
  );
}

/**
 * Points 0…maxPoints times weight. Bonus points stand apart from the call's maximum. `tieOrder` 1 decides a tie first. `minPoints`: fewer are
 * too few, whatever the sum. `levels`: what a number of points means, in words, for as many numbers as have them.
 */
export interface MeritCriterion {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly weight: number;
  readonly maxPoints: number;
  readonly isBonus: boolean;
  readonly tieOrder: number | null;
  readonly minPoints: number | null;
  readonly levels: readonly CriterionLevel[];
}

export interface CriterionLevel {
  readonly points: number;
  readonly description: string;
}

/** Weighted criteria first, bonus criteria after them. */
export function readMeritCriteria(reader: Reader, callId: number): MeritCriterion[] {
  const rows = reader.all<Omit<MeritCriterion, 'isBonus' | 'levels'> & { isBonus: number }>(sql`
    select id, code, name, description, weight, max_points as maxPoints, is_bonus as isBonus, tie_order as tieOrder, min_points as minPoints
    from merit_criteria where call_id = ${callId} order by is_bonus, position, id`);
  const levels = reader.all<CriterionLevel & { criterionId: number }>(sql`
    select l.criterion_id as criterionId, l.points, l.description from merit_levels l join merit_criteria m on m.id = l.criterion_id
    where m.call_id = ${callId} order by l.criterion_id, l.points`);
  return rows.map((row) => ({
    ...row,
    isBonus: row.isBonus === 1,
    levels: levels
      .filter(({ criterionId }) => criterionId === row.id)
      .map(({ points, description }) => ({ points, description })),
  }));
}

/** Names of the criteria that decide between equal sums, the first to decide first. */
export function inTieOrder(criteria: readonly Pick<MeritCriterion, 'name' | 'tieOrder'>[]): string[] {
  return criteria
    .flatMap(({ name, tieOrder }) => (tieOrder === null ? [] : [{ name, tieOrder }]))
    .sort((a, b) => a.tieOrder - b.tieOrder)
    .map(({ name }) => name);
}
