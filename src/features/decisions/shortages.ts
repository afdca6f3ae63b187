import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { type Grosze, grosze } from '../../lib/money.ts';
import { findLine, leftOnLine } from '../budgets/queries.ts';
import { lineLabel } from '../budgets/texts.ts';
import { plansOfAward } from '../initiatives/plans-of-award.ts';
import { byBudgetLine } from '../initiatives/policy.ts';
import type { Decision } from './policy.ts';

export interface Shortage {
  readonly line: string;
  readonly left: Grosze;
  readonly needed: Grosze;
}

/** Budget lines that cannot bear these awards together, seen before publication would be refused. A rehearsal takes nothing from them. */
export function shortagesOf(reader: Reader, given: readonly Decision[]): Shortage[] {
  const real = given.filter(({ applicationId }) => isOfRealCall(reader, applicationId));
  const lines = real.flatMap(({ applicationId, amount }) =>
    amount === null ? [] : plansOfAward(reader, applicationId, amount).awarded,
  );
  return byBudgetLine(lines).flatMap(({ lineId, amount: needed }) => {
    const line = findLine(reader, lineId);
    const left = grosze(Math.max(0, leftOnLine(reader, lineId)));
    return line === undefined || needed <= left ? [] : [{ line: lineLabel(line), left, needed }];
  });
}

function isOfRealCall(reader: Reader, applicationId: number): boolean {
  const real = sql`select 1 from applications where id = ${applicationId} and call_id in (select id from real_calls)`;
  return reader.get(real) !== undefined;
}
