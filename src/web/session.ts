import { eq, sql } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../db/connection.ts';
import { sessions } from '../db/schema/web.ts';
import type { Clock } from '../lib/clock.ts';
import type { Instant } from '../lib/days.ts';
import type { Random } from '../lib/random.ts';
import { hashToken } from './secrets.ts';

export interface Session {
  readonly id: number;
  readonly personId: number;
  readonly lastSeenAt: Instant;
}

const lifetimeDays = 30;
const noticeMinutes = 10;

/** Opens a session on machine time and returns its token, the cookie's value; only its hash is stored. */
export function openSession(tx: Tx, tools: { clock: Clock; random: Random }, personId: number, device: string): string {
  const token = tools.random.bytes(32).toString('base64url');
  const now = tools.clock.machine();
  tx.orm
    .insert(sessions)
    .values({
      tokenHash: hashToken(token),
      personId,
      device: device.slice(0, 200),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: plusDays(now, lifetimeDays),
    })
    .run();
  return token;
}

export function readSession(reader: Reader, clock: Clock, token: string): Session | undefined {
  return reader.get<Session>(sql`select id, person_id as personId, last_seen_at as lastSeenAt from sessions
    where token_hash = ${hashToken(token)} and revoked_at is null and expires_at > ${clock.machine()}`);
}

/** Whose session this token opened, be it over by now. */
export function ownerOfSession(reader: Reader, token: string): number | undefined {
  return reader.get<{ personId: number }>(
    sql`select person_id as personId from sessions where token_hash = ${hashToken(token)}`,
  )?.personId;
}

/** Notes the visit, at most every ten minutes: a read must not cost a commit. */
export function noteVisit(db: Database, clock: Clock, session: Session): void {
  const now = clock.machine();
  if (Date.parse(now) - Date.parse(session.lastSeenAt) < noticeMinutes * 60_000) return;
  db.write((tx) =>
    tx.orm
      .update(sessions)
      .set({ lastSeenAt: now, expiresAt: plusDays(now, lifetimeDays) })
      .where(eq(sessions.id, session.id))
      .run(),
  );
}

export interface OpenSession {
  readonly id: number;
  readonly device: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

export function sessionsOf(reader: Reader, clock: Clock, personId: number): OpenSession[] {
  return reader.all<OpenSession>(sql`select id, device, created_at as createdAt, last_seen_at as lastSeenAt from sessions
    where person_id = ${personId} and revoked_at is null and expires_at > ${clock.machine()} order by last_seen_at desc, id desc`);
}

/** Ends one session of the person; of another person's it knows nothing. Returns whether there was one. */
export function revokeSession(tx: Tx, clock: Clock, personId: number, sessionId: number): boolean {
  const ended = tx.orm
    .update(sessions)
    .set({ revokedAt: clock.machine() })
    .where(sql`id = ${sessionId} and person_id = ${personId} and revoked_at is null`)
    .run();
  return ended.changes > 0;
}

/** Ends every session of a person: a role taken away, an account closed. */
export function revokeSessionsOf(tx: Tx, clock: Clock, personId: number): void {
  tx.orm
    .update(sessions)
    .set({ revokedAt: clock.machine() })
    .where(sql`person_id = ${personId} and revoked_at is null`)
    .run();
}

/** A session as it can be taken along to another database with the same people. */
export type CarriedSession = Omit<typeof sessions.$inferSelect, 'id'>;

export function liveSessions(reader: Reader, clock: Clock): CarriedSession[] {
  return reader.all<CarriedSession>(sql`
    select token_hash as tokenHash, person_id as personId, device, created_at as createdAt, last_seen_at as lastSeenAt, expires_at as expiresAt,
      revoked_at as revokedAt from sessions where revoked_at is null and expires_at > ${clock.machine()} order by id`);
}

/** Takes sessions along; those of people who are not there end. */
export function carrySessions(tx: Tx, carried: readonly CarriedSession[]): void {
  for (const session of carried) {
    const isThere =
      tx.get(sql`select 1 from people where id = ${session.personId} and closed_at is null`) !== undefined;
    if (isThere) tx.orm.insert(sessions).values(session).onConflictDoNothing().run();
  }
}

function plusDays(instant: Instant, days: number): Instant {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString() as Instant;
}
