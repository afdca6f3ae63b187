import { sql } from 'drizzle-orm';
import type { Database } from '../db/connection.ts';
import { keptPosts } from '../db/schema/web.ts';
import type { Clock } from '../lib/clock.ts';
import type { Random } from '../lib/random.ts';
import type { RawBody, RawValue } from './form.ts';
import { hashToken } from './secrets.ts';

/** Where what was kept is given back. */
export const keptPath = '/wejscie/dokonczenie';

const keptHours = 24;

export interface KeptPost {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

/** Keeps what somebody sent while their session was over. Returns the token that gives it back. */
export function keepPost(db: Database, tools: { clock: Clock; random: Random }, action: string, body: RawBody): string {
  const token = tools.random.bytes(32).toString('base64url');
  db.write((tx) =>
    tx.orm
      .insert(keptPosts)
      .values({ tokenHash: hashToken(token), action, body: JSON.stringify(body), keptAt: tools.clock.machine() })
      .run(),
  );
  return token;
}

/** The kept form as flat fields, ready to be sent once more; undefined when unknown or older than a day. */
export function readKeptPost(db: Database, clock: Clock, token: string): KeptPost | undefined {
  const oldest = new Date(Date.parse(clock.machine()) - keptHours * 3_600_000).toISOString();
  const row = db.get<{ action: string; body: string }>(
    sql`select action, body from kept_posts where token_hash = ${hashToken(token)} and kept_at > ${oldest}`,
  );
  return row === undefined ? undefined : { action: row.action, fields: flatten(JSON.parse(row.body) as RawBody) };
}

/** Nested values back to the names a form sends them under: `rows[0][name]`. */
export function flatten(body: RawBody): { name: string; value: string }[] {
  const walk = (name: string, value: RawValue): { name: string; value: string }[] => {
    if (typeof value === 'string') return [{ name, value }];
    return Object.entries(value).flatMap(([key, entry]) => walk(`${name}[${key}]`, entry as RawValue));
  };
  return Object.entries(body).flatMap(([name, value]) => walk(name, value));
}
