import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import { happenings } from './history-texts.ts';

export interface ExpenseEvent {
  readonly at: Instant;
  readonly what: string;
  readonly who: string;
}

/** What happened to a document, newest first. */
export function historyOf(reader: Reader, expenseId: number): ExpenseEvent[] {
  const rows = reader.all<{ at: Instant; what: string; name: string | null }>(sql`
    select e.at, e.what, p.name from events e left join people p on p.id = e.actor_person_id
    where e.subject_kind = 'expense' and e.subject_id = ${expenseId} order by e.id desc`);
  return rows.flatMap(({ at, what, name }) => {
    const words = happenings[what];
    return words === undefined ? [] : [{ at, what: words, who: name ?? '' }];
  });
}
