import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';

/** The question of a form in which groups tick the needs their idea answers, and how a need is named in its answers. */
export const needsCode = 'needs';
export const needOption = (need: number | 'other') => (need === 'other' ? 'n0' : `n${need}`);

/** How many submitted applications of real calls of the project say that they answer each need; a need that none answers is absent. */
export function countAnswering(reader: Reader, projectId: number): ReadonlyMap<number, number> {
  const rows = reader.all<{ id: number; count: number }>(sql`
    select n.id, count(*) as count from diagnosis_needs n
      join answers w on w.question = ${needsCode} and instr(char(10) || w.content || char(10), char(10) || 'n' || n.id || char(10)) > 0
      join applications a on a.id = w.application_id and a.state not in ('draft', 'withdrawn')
    where n.project_id = ${projectId} and a.call_id in (select id from real_calls where project_id = ${projectId}) group by n.id`);
  return new Map(rows.map(({ id, count }) => [id, count]));
}
