import { sql } from 'drizzle-orm';
import type { Database } from '../db/connection.ts';
import { json } from './answer.ts';
import type { Web } from './routes.ts';

/** 200 with the state of the database, the outbox and the jobs, in counts alone; for whoever watches the server. */
export function healthRoute(web: Web, deps: { readonly db: Database }): void {
  web.page('/healthz', 'public', () => {
    const counts = deps.db.get(sql`select
      (select count(*) from letters where state = 'waiting') as lettersWaiting,
      (select count(*) from letters where state = 'failed') as lettersFailed,
      (select count(*) from jobs where state in ('waiting', 'running')) as jobsWaiting,
      (select count(*) from jobs where state = 'failed') as jobsFailed`);
    return json({ database: 'ok', ...(counts as object) });
  });
}
