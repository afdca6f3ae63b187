import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { addTime, type Instant } from '../../lib/days.ts';
import { ownedBy } from '../applications/access.ts';
import { readChanges } from '../calls/dates/changes.ts';
import { shownChange } from '../calls/dates/texts.ts';
import { callPaths } from '../calls/paths.ts';

const freshDays = 14;

/** Announced dates that changed within a fortnight in calls where this person writes or has submitted. */
export function freshChangesFor(reader: Reader, personId: number, now: Instant) {
  const since = addTime(now, { days: -freshDays });
  const calls = reader.all<{ id: number }>(
    sql`select distinct a.call_id as id from applications a where a.state <> 'withdrawn' and ${ownedBy(personId)}
      and a.call_id in (select id from real_calls) order by a.call_id desc`,
  );
  return calls.flatMap(({ id }) =>
    readChanges(reader, id)
      .filter(({ changedAt }) => changedAt >= since)
      .map((change) => ({ ...shownChange(change), href: callPaths.showOf(id) })),
  );
}
