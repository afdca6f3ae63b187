import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';

/** What money may go on: each category falls on one budget line. `capPercent`: the most of the requested sum. */
export interface CostCategory {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly budgetLineId: number;
  readonly capPercent: number | null;
  readonly note: string;
}

/** The eligible cost categories. */
export function readCategories(reader: Reader, callId: number): CostCategory[] {
  return reader.all(sql`
    select id, code, name, budget_line_id as budgetLineId, cap_percent as capPercent, note
    from cost_categories where call_id = ${callId} and is_eligible = 1 order by id`);
}

/** What money may not go on. */
export function readIneligibleCosts(
  reader: Reader,
  callId: number,
): { id: number; code: string; name: string; note: string }[] {
  return reader.all(
    sql`select id, code, name, note from cost_categories where call_id = ${callId} and is_eligible = 0 order by id`,
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
    sql`select id, code, name, known_by as knownBy from formal_criteria where call_id = ${callId} order by id`,
  );
}

/** Points 0…maxPoints times weight. Bonus points stand apart from the call's maximum. `tieOrder` 1 decides a tie first. */
export interface MeritCriterion {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly weight: number;
  readonly maxPoints: number;
  readonly isBonus: boolean;
  readonly tieOrder: number | null;
}

/** Weighted criteria first, bonus criteria after them. */
export function readMeritCriteria(reader: Reader, callId: number): MeritCriterion[] {
  const rows = reader.all<Omit<MeritCriterion, 'isBonus'> & { isBonus: number }>(sql`
    select id, code, name, description, weight, max_points as maxPoints, is_bonus as isBonus, tie_order as tieOrder
    from merit_criteria where call_id = ${callId} order by is_bonus, id`);
  return rows.map((row) => ({ ...row, isBonus: row.isBonus === 1 }));
}
