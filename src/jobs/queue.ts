import { type SQL, sql } from 'drizzle-orm';
import type { Database, Tx } from '../db/connection.ts';
import { jobs } from '../db/schema/jobs.ts';
import type { Clock } from '../lib/clock.ts';
import type { Instant } from '../lib/days.ts';

export interface NewJob {
  readonly kind: string;
  /** Asking twice for the same work is asking once. */
  readonly uniqueKey: string;
  readonly payload: Readonly<Record<string, string | number | null>>;
  /** UTC instant of machine time; at once when absent. */
  readonly runAfter?: Instant;
}

export interface ClaimedJob {
  readonly id: number;
  readonly kind: string;
  readonly payload: Readonly<Record<string, string | number | null>>;
  readonly attempts: number;
}

const leaseSeconds = 60;
/** The pause after each failed try; the last is the ceiling of all that follow. */
const backOffSeconds = [5, 30, 120, 600, 3600, 14_400] as const;
const usualTries = backOffSeconds.length + 1;

/** Writes a job in the transaction that causes it. */
export function enqueue(tx: Tx, clock: Clock, job: NewJob): void {
  const now = clock.machine();
  tx.orm
    .insert(jobs)
    .values({
      kind: job.kind,
      uniqueKey: job.uniqueKey,
      payload: JSON.stringify(job.payload),
      runAfter: job.runAfter ?? now,
      createdAt: now,
    })
    .onConflictDoNothing()
    .run();
}

/**
 * Claims the next due job with a lease; a lease that ran out (the process died) makes the job claimable again. `which` is a condition over jobs.
 */
export function claim(db: Database, clock: Clock, which: SQL = sql`true`): ClaimedJob | undefined {
  const now = clock.machine();
  if (db.get(due(now, which)) === undefined) return undefined;
  return db.write((tx) => claimIn(tx, now, which));
}

function due(now: Instant, which: SQL): SQL {
  return sql`select id, kind, payload, attempts from jobs where state in ('waiting', 'running') and run_after <= ${now}
    and (lease_until is null or lease_until < ${now}) and (${which}) order by run_after, id limit 1`;
}

function claimIn(tx: Tx, now: Instant, which: SQL): ClaimedJob | undefined {
  const row = tx.get<{ id: number; kind: string; payload: string; attempts: number }>(due(now, which));
  if (row === undefined) return undefined;
  tx.orm
    .update(jobs)
    .set({ state: 'running', putOff: 0, leaseUntil: later(now, leaseSeconds), attempts: row.attempts + 1 })
    .where(sql`id = ${row.id}`)
    .run();
  return { ...row, attempts: row.attempts + 1, payload: JSON.parse(row.payload) };
}

/**
 * At a server's start, whose lock says that no other holds a job: what a killed process held, and what was put off while something was missing
 * (a mail server perhaps set up since), is due now. A job that failed keeps its pause.
 */
export function freeHeld(db: Database, clock: Clock): void {
  const now = clock.machine();
  const put = { state: 'waiting', leaseUntil: null, putOff: 0, runAfter: sql`min(run_after, ${now})` } as const;
  db.write((tx) =>
    tx.orm.update(jobs).set(put).where(sql`state = 'running' or (state = 'waiting' and put_off = 1)`).run(),
  );
}

/**
 * Ends the job as done and claims the next, in one commit: half the price of a letter. What the job did, if that is only to be written, joins it.
 * Without `next`, a condition over jobs, none is claimed.
 */
export function finish(
  db: Database,
  clock: Clock,
  job: ClaimedJob,
  { done = () => {}, next }: { readonly done?: ((tx: Tx) => void) | undefined; readonly next?: SQL | undefined } = {},
): ClaimedJob | undefined {
  const now = clock.machine();
  return db.write((tx) => {
    done(tx);
    tx.orm.update(jobs).set({ state: 'done', leaseUntil: null, finishedAt: now }).where(sql`id = ${job.id}`).run();
    return next === undefined ? undefined : claimIn(tx, now, next);
  });
}

/** Does a job that has ended once more, from its first try. */
export function askAgain(tx: Tx, clock: Clock, uniqueKey: string): void {
  tx.orm
    .update(jobs)
    .set({ state: 'waiting', attempts: 0, runAfter: clock.machine(), lastError: null, finishedAt: null })
    .where(sql`unique_key = ${uniqueKey} and state in ('done', 'failed')`)
    .run();
}

/** Puts the job back with a growing pause; `permanent` or too many tries end it as failed, and `onEnd` joins that transaction. */
export function fail(
  db: Database,
  clock: Clock,
  job: ClaimedJob,
  reason: { readonly message: string; readonly permanent: boolean; readonly tries?: number | undefined },
  onEnd: (tx: Tx) => void = () => {},
): void {
  const pause = backOffSeconds[Math.min(job.attempts, backOffSeconds.length) - 1] ?? 0;
  const now = clock.machine();
  const ended = reason.permanent || job.attempts >= (reason.tries ?? usualTries);
  const next = ended
    ? ({ state: 'failed', finishedAt: now } as const)
    : ({ state: 'waiting', runAfter: later(now, pause) } as const);
  db.write((tx) => {
    tx.orm
      .update(jobs)
      .set({ ...next, leaseUntil: null, lastError: reason.message })
      .where(sql`id = ${job.id}`)
      .run();
    if (ended) onEnd(tx);
  });
}

/** Returns a claimed job unharmed: what it waits for is not there yet. Without seconds to wait it keeps its place among the others. */
export function release(db: Database, clock: Clock, job: ClaimedJob, waitSeconds: number): void {
  db.write((tx) =>
    tx.orm
      .update(jobs)
      .set({
        state: 'waiting',
        leaseUntil: null,
        attempts: job.attempts - 1,
        putOff: 1,
        ...(waitSeconds > 0 ? { runAfter: later(clock.machine(), waitSeconds) } : {}),
      })
      .where(sql`id = ${job.id}`)
      .run(),
  );
}

function later(instant: Instant, seconds: number): Instant {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString() as Instant;
}
