import { sql } from 'drizzle-orm';
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
const backOffSeconds = [5, 30, 120, 600, 3600, 14_400] as const;

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

/** Claims the next due job with a lease; a lease that ran out (the process died) makes the job claimable again. */
export function claim(db: Database, clock: Clock): ClaimedJob | undefined {
  const now = clock.machine();
  const due = sql`select id, kind, payload, attempts from jobs where state in ('waiting', 'running') and run_after <= ${now}
    and (lease_until is null or lease_until < ${now}) order by run_after, id limit 1`;
  if (db.get(due) === undefined) return undefined;
  return db.write((tx) => {
    const row = tx.get<{ id: number; kind: string; payload: string; attempts: number }>(due);
    if (row === undefined) return undefined;
    tx.orm
      .update(jobs)
      .set({ state: 'running', putOff: 0, leaseUntil: later(now, leaseSeconds), attempts: row.attempts + 1 })
      .where(sql`id = ${row.id}`)
      .run();
    return { ...row, attempts: row.attempts + 1, payload: JSON.parse(row.payload) };
  });
}

/**
 * At a server's start, whose lock says that no other holds a job: what a killed process held, and what was put off while something was missing
 * (a mail server perhaps set up since), is due now. A job that failed keeps its pause.
 */
export function freeHeld(db: Database, clock: Clock): void {
  const now = clock.machine();
  const put = { state: 'waiting', leaseUntil: null, putOff: 0, runAfter: now } as const;
  db.write((tx) =>
    tx.orm.update(jobs).set(put).where(sql`state = 'running' or (state = 'waiting' and put_off = 1)`).run(),
  );
}

export function finish(db: Database, clock: Clock, job: ClaimedJob): void {
  db.write((tx) =>
    tx.orm
      .update(jobs)
      .set({ state: 'done', leaseUntil: null, finishedAt: clock.machine() })
      .where(sql`id = ${job.id}`)
      .run(),
  );
}

/** Puts the job back with a growing pause; `permanent` or too many attempts end it as failed, and `onEnd` joins that transaction. */
export function fail(
  db: Database,
  clock: Clock,
  job: ClaimedJob,
  reason: { readonly message: string; readonly permanent: boolean },
  onEnd: (tx: Tx) => void = () => {},
): void {
  const pause = backOffSeconds[job.attempts - 1];
  const now = clock.machine();
  const ended = reason.permanent || pause === undefined;
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

/** Returns a claimed job unharmed: the server is stopping, or what it waits for is not there yet. */
export function release(db: Database, clock: Clock, job: ClaimedJob, waitSeconds = 0): void {
  db.write((tx) =>
    tx.orm
      .update(jobs)
      .set({
        state: 'waiting',
        leaseUntil: null,
        attempts: job.attempts - 1,
        putOff: 1,
        runAfter: later(clock.machine(), waitSeconds),
      })
      .where(sql`id = ${job.id}`)
      .run(),
  );
}

function later(instant: Instant, seconds: number): Instant {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString() as Instant;
}
