import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/connection.ts';
import { keptPosts } from '../db/schema/web.ts';
import type { Clock } from '../lib/clock.ts';
import type { Random } from '../lib/random.ts';
import type { RawBody, RawValue } from './form.ts';
import { hashToken } from './secrets.ts';

/** Where what was kept is given back. */
export const keptPath = '/wejscie/dokonczenie';

/** How long a form waits for the person whose session was over. */
const ownedMinutes = 24 * 60;
/** And for nobody known: long enough to sign in, too short for the next reader of a library's computer. */
const unownedMinutes = 60;

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

/** Keeps what somebody sent while their session was over; what nobody came back for in time is forgotten. Returns the token that gives it back. */
export function keepPost(db: Database, tools: { clock: Clock; random: Random }, sent: SentPost): string {
  const token = tools.random.bytes(32).toString('base64url');
  const row = { ...sent, tokenHash: hashToken(token), body: JSON.stringify(sent.body), keptAt: tools.clock.machine() };
  db.write((tx) => {
    tx.orm
      .delete(keptPosts)
      .where(sql`not (${inTime(tools.clock)})`)
      .run();
    tx.orm.insert(keptPosts).values(row).run();
  });
  return token;
}

/**
 * The kept form as flat fields, ready to be sent once more; undefined when unknown, kept too long ago, or somebody else's: on a library's computer the
 * next to sign in may be another person.
 */
export function readKeptPost(db: Database, clock: Clock, token: string, personId: number): KeptPost | undefined {
  const row = db.get<{ action: string; body: string }>(sql`
    select k.action, k.body from kept_posts k left join people p on p.id = k.person_id
    where k.token_hash = ${hashToken(token)} and ${inTime(clock)}
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

/** There is nothing left to give back: it was sent once more (`action`), or its person has signed out. */
export function forgetKeptPost(db: Database, token: string, action?: string): void {
  const sentThere = action === undefined ? sql`` : sql` and action = ${action}`;
  db.write((tx) =>
    tx.orm
      .delete(keptPosts)
      .where(sql`token_hash = ${hashToken(token)}${sentThere}`)
      .run(),
  );
}

function inTime(clock: Clock): SQL {
  const before = (minutes: number) => new Date(Date.parse(clock.machine()) - minutes * 60_000).toISOString();
  return sql`kept_at > case when person_id is null then ${before(unownedMinutes)} else ${before(ownedMinutes)} end`;
}

/** Nested values back to the names a form sends them under: `rows[0][name]`. */
export function flatten(body: RawBody): { name: string; value: string }[] {
  const walk = (name: string, value: RawValue): { name: string; value: string }[] => {
    if (typeof value === 'string') return [{ name, value }];
    return Object.entries(value).flatMap(([key, entry]) => walk(`${name}[${key}]`, entry as RawValue));
  };
  return Object.entries(body).flatMap(([name, value]) => walk(name, value));
}
