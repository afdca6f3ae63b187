import { type SQL, sql } from 'drizzle-orm';
import type { Database, Tx } from '../db/connection.ts';
import type { Clock } from '../lib/clock.ts';
import { type ClaimedJob, claim, fail, finish, release } from './queue.ts';

export interface JobKind {
  /** Does the work. Idempotent: a job may run again after a crash. What is handed to `atEnd` is written together with the job's end. */
  run(payload: ClaimedJob['payload'], atEnd: (write: (tx: Tx) => void) => void): Promise<void>;
  /** Written together with the end of a job that failed for good, so that whatever waits for it learns of it. */
  onFailed?(tx: Tx, payload: ClaimedJob['payload'], message: string): void;
  /** Waits for somebody outside the house: has a lane of its own, so that nothing else waits with it. */
  readonly isApart?: true;
  /** How many tries before it is given up, the usual seven when absent. */
  readonly tries?: number;
  /** Which jobs of this kind may not begin now, as a condition over `jobs`: they stay where they are, untouched. Undefined = all may. */
  held?(): SQL | undefined;
}
export type JobKinds = Readonly<Record<string, JobKind>>;

/** Thrown by a job whose time has not come (a letter whose document is not made yet): asked again, nothing counted against it. */
export class NotYet extends Error {
  readonly waitSeconds: number;
  /** 0 keeps its place: only for a kind that is `held` from now on. */
  constructor(waitSeconds = 1) {
    super('not yet');
    this.waitSeconds = waitSeconds;
  }
}
/** Thrown by a job that can never succeed: no further tries. */
export class GiveUp extends Error {}

export interface Runner {
  /** Looks for work at once, not at the next tick. */
  wake(): void;
  /** Runs everything that is due, one after another, until nothing is. */
  drain(): Promise<void>;
  /** Stops claiming and waits up to `milliseconds` for the jobs at hand. */
  stop(milliseconds: number): Promise<void>;
}

interface Tools {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: (message: string, facts: object) => void;
}

interface Lane {
  /** Which jobs it may claim now, asked before each. */
  readonly which: () => SQL;
  running: Promise<void> | undefined;
}

/** One runner a server: claims with a lease, one job at a time in each lane, so that the main thread alone writes. */
export function startRunner(tools: Tools, kinds: JobKinds, tickMs = 500): Runner {
  const lanes = lanesOf(kinds);
  let stopped = false;

  /** Whether there was anything to do. */
  const runDue = async (lane: Lane): Promise<boolean> => {
    const next = () => (stopped ? undefined : lane.which());
    const fresh = () => {
      const which = next();
      return which === undefined ? undefined : claim(tools.db, tools.clock, which);
    };
    let isAny = false;
    for (let job = fresh(); job !== undefined; job ??= fresh()) {
      isAny = true;
      job = await runOne(tools, kinds, job, next);
    }
    return isAny;
  };
  const wake = () => {
    for (const lane of stopped ? [] : lanes)
      lane.running ??= runDue(lane)
        .then(() => {})
        .catch((error: unknown) => tools.log('jobs could not be claimed', { error: String(error) }))
        .finally(() => {
          lane.running = undefined;
        });
  };
  const atHand = () => Promise.all(lanes.map(({ running }) => running));
  const timer = tickMs > 0 ? setInterval(wake, tickMs) : undefined;
  return {
    wake,
    async drain() {
      await atHand();
      let isAny = true;
      while (isAny) {
        isAny = false;
        for (const lane of lanes) isAny = (await runDue(lane)) || isAny;
      }
    },
    async stop(milliseconds) {
      stopped = true;
      clearInterval(timer);
      let alarm: NodeJS.Timeout | undefined;
      await Promise.race([
        atHand(),
        new Promise((resolve) => {
          alarm = setTimeout(resolve, milliseconds);
        }),
      ]);
      clearTimeout(alarm);
    },
  };
}

/** One lane for everything, and one for each kind that keeps apart. */
function lanesOf(kinds: JobKinds): Lane[] {
  const apart = Object.keys(kinds).filter((name) => kinds[name]?.isApart);
  const free = (names: readonly string[]) =>
    names.flatMap((name) => {
      const held = kinds[name]?.held?.();
      return held === undefined ? [] : [sql`not (kind = ${name} and (${held}))`];
    });
  const others = Object.keys(kinds).filter((name) => !apart.includes(name));
  const all = (conditions: readonly SQL[]) => sql.join([...conditions], sql` and `);
  const rest = apart.map((name) => sql`kind <> ${name}`);
  return [
    { which: () => all([sql`true`, ...rest, ...free(others)]), running: undefined },
    ...apart.map((name) => ({ which: () => all([sql`kind = ${name}`, ...free([name])]), running: undefined })),
  ];
}

/** Returns the next job if it was claimed together with this one's end. */
async function runOne(
  tools: Tools,
  kinds: JobKinds,
  job: ClaimedJob,
  next: () => SQL | undefined,
): Promise<ClaimedJob | undefined> {
  const { db, clock } = tools;
  const kind = kinds[job.kind];
  try {
    if (kind === undefined) throw new GiveUp(`no work is known under ${job.kind}`);
    let done: ((tx: Tx) => void) | undefined;
    await kind.run(job.payload, (write) => {
      done = write;
    });
    return finish(db, clock, job, { done, next: next() });
  } catch (error) {
    if (error instanceof NotYet) {
      release(db, clock, job, error.waitSeconds);
      return undefined;
    }
    const message = error instanceof Error ? error.message : String(error);
    tools.log('job failed', { job: job.id, kind: job.kind, attempt: job.attempts, error: message });
    fail(db, clock, job, { message, permanent: error instanceof GiveUp, tries: kind?.tries }, (tx) =>
      kind?.onFailed?.(tx, job.payload, message),
    );
    return undefined;
  }
}
