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

export interface SentPost {
  /** Whose session was over; null when the browser named none. */
  readonly personId: number | null;
  readonly action: string;
  readonly body: RawBody;
}

/** Keeps what somebody sent while their session was over; what nobody came back for in a day is forgotten. Returns the token that gives it back. */
export function keepPost(db: Database, tools: { clock: Clock; random: Random }, sent: SentPost): string {
  const token = tools.random.bytes(32).toString('base64url');
  const row = { ...sent, tokenHash: hashToken(token), body: JSON.stringify(sent.body), keptAt: tools.clock.machine() };
  db.write((tx) => {
    tx.orm
      .delete(keptPosts)
      .where(sql`kept_at <= ${dayBefore(tools.clock)}`)
      .run();
    tx.orm.insert(keptPosts).values(row).run();
  });
  return token;
}

/**
 * The kept form as flat fields, ready to be sent once more; undefined when unknown, older than a day, or somebody else's: on a library's computer the next
 * to sign in may be another person.
 */
export function readKeptPost(db: Database, clock: Clock, token: string, personId: number): KeptPost | undefined {
  const row = db.get<{ action: string; body: string }>(sql`
    select k.action, k.body from kept_posts k left join people p on p.id = k.person_id
    where k.token_hash = ${hashToken(token)} and k.kept_at > ${dayBefore(clock)}
      and (p.id is null or coalesce(p.merged_into_id, p.id) = ${personId})`);
  return row === undefined ? undefined : { action: row.action, fields: flatten(JSON.parse(row.body) as RawBody) };
}

/** Whoever is shown what nobody was known to have sent is the only one to see it from now on. */
export function claimKeptPost(db: Database, token: string, personId: number): void {
  db.write((tx) =>
    tx.orm
      .update(keptPosts)
      .set({ personId })
      .where(sql`token_hash = ${hashToken(token)} and person_id is null`)
      .run(),
  );
}

/** Sent once more, there is nothing left to give back. */
export function forgetKeptPost(db: Database, token: string, action: string): void {
  db.write((tx) =>
    tx.orm
      .delete(keptPosts)
      .where(sql`token_hash = ${hashToken(token)} and action = ${action}`)
      .run(),
  );
}

function dayBefore(clock: Clock): string {
  return new Date(Date.parse(clock.machine()) - keptHours * 3_600_000).toISOString();
}

/** Nested values back to the names a form sends them under: `rows[0][name]`. */
export function flatten(body: RawBody): { name: string; value: string }[] {
  const walk = (name: string, value: RawValue): { name: string; value: string }[] => {
    if (typeof value === 'string') return [{ name, value }];
    return Object.entries(value).flatMap(([key, entry]) => walk(`${name}[${key}]`, entry as RawValue));
  };
  return Object.entries(body).flatMap(([name, value]) => walk(name, value));
}
