import { createHash } from 'node:crypto';
import type { Database } from '../../src/db/connection.ts';

/** Tables that a refused request may touch: sessions, once-tokens, kept forms, counted attempts. */
const ofTheDoor = ['sessions', 'form_posts', 'kept_posts', 'sign_in_attempts'];

/** Table → hash of its rows, for every table that holds the competition: two checksums differ where something changed. */
export function checksumOf(db: Database): Record<string, string> {
  const tables = db.raw
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables
      .filter((table) => !ofTheDoor.includes(table))
      .map((table) => {
        const rows = db.raw.prepare(`select * from ${table}`).raw().all();
        return [table, createHash('sha256').update(JSON.stringify(rows)).digest('hex')];
      }),
  );
}
