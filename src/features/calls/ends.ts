import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import type { StageKind } from './stages.ts';

/** Announced calls in whose timetable a stage of this kind has begun (or has no beginning) and ends later than now; with the moment it ends. */
export function stagesEndingAfter(
  reader: Reader,
  now: Instant,
  kind: StageKind,
): { callId: number; callTitle: string; endsAt: Instant }[] {
  return reader.all(sql`
    select c.id as callId, c.title as callTitle, max(s.ends_at) as endsAt from call_stages s join real_calls c on c.id = s.call_id
    where c.state = 'announced' and s.kind = ${kind} and s.ends_at > ${now} and (s.starts_at is null or s.starts_at <= ${now}) group by c.id order by c.id`);
}
