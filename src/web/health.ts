import { sql } from 'drizzle-orm';
import type { Database } from '../db/connection.ts';
import type { Clock } from '../lib/clock.ts';
import { json } from './answer.ts';
import type { Web } from './routes.ts';

/**
 * 200 with the state of the database, the outbox and the jobs, in counts alone; for whoever watches the server. What is put off to a later hour is not
 * waiting, nor is a letter caught in a rehearsal; one called back has not failed.
 */
export function healthRoute(web: Web, deps: { readonly db: Database; readonly clock: Clock }): void {
  web.page('/healthz', 'public', () => {
    const counts = deps.db.get(sql`select
      (select count(*) from letters where state = 'waiting' and caught_for is null) as lettersWaiting,
      (select count(*) from letters where state = 'failed' and stopped_at is null) as lettersFailed,
      (select count(*) from jobs where state in ('waiting', 'running')
        and coalesce(json_extract(payload, '$.at'), '') <= ${deps.clock.now()}) as jobsWaiting,
      (select count(*) from jobs where state = 'failed') as jobsFailed`);
    return json({ database: 'ok', ...(counts as object) });
  });
}
