import type { Database, Tx } from '../db/connection.ts';
import type { Clock } from '../lib/clock.ts';
import { type ClaimedJob, claim, fail, finish, release } from './queue.ts';

export interface JobKind {
  /** Does the work. Idempotent: a job may run again after a crash. */
  run(payload: ClaimedJob['payload']): Promise<void>;
  /** Written together with the end of a job that failed for good, so that whatever waits for it learns of it. */
  onFailed?(tx: Tx, payload: ClaimedJob['payload'], message: string): void;
}
export type JobKinds = Readonly<Record<string, JobKind>>;

/** Thrown by a job whose time has not come (a letter whose document is not made yet): asked again, nothing counted against it. */
export class NotYet extends Error {
  readonly waitSeconds: number;
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
  /** Stops claiming and waits up to `milliseconds` for the job at hand. */
  stop(milliseconds: number): Promise<void>;
}

/** One runner a server: claims with a lease, one job at a time, so that the main thread alone writes. */
export function startRunner(
  tools: { db: Database; clock: Clock; log: (message: string, facts: object) => void },
  kinds: JobKinds,
  tickMs = 500,
): Runner {
  let stopped = false;
  let running: Promise<void> | undefined;

  const runDue = async () => {
    for (
      let job = claim(tools.db, tools.clock);
      job !== undefined;
      job = stopped ? undefined : claim(tools.db, tools.clock)
    ) {
      await runOne(tools, kinds, job);
    }
  };
  const wake = () => {
    if (stopped) return;
    running ??= runDue()
      .catch((error: unknown) => tools.log('jobs could not be claimed', { error: String(error) }))
      .finally(() => {
        running = undefined;
      });
  };
  const timer = tickMs > 0 ? setInterval(wake, tickMs) : undefined;
  return {
    wake,
    async drain() {
      await running;
      await runDue();
    },
    async stop(milliseconds) {
      stopped = true;
      clearInterval(timer);
      let alarm: NodeJS.Timeout | undefined;
      await Promise.race([
        running,
        new Promise((resolve) => {
          alarm = setTimeout(resolve, milliseconds);
        }),
      ]);
      clearTimeout(alarm);
    },
  };
}

async function runOne(
  tools: { db: Database; clock: Clock; log: (message: string, facts: object) => void },
  kinds: JobKinds,
  job: ClaimedJob,
): Promise<void> {
  const { db, clock } = tools;
  const kind = kinds[job.kind];
  try {
    if (kind === undefined) throw new GiveUp(`no work is known under ${job.kind}`);
    await kind.run(job.payload);
    finish(db, clock, job);
  } catch (error) {
    if (error instanceof NotYet) return release(db, clock, job, error.waitSeconds);
    const message = error instanceof Error ? error.message : String(error);
    tools.log('job failed', { job: job.id, kind: job.kind, attempt: job.attempts, error: message });
    fail(db, clock, job, { message, permanent: error instanceof GiveUp }, (tx) =>
      kind?.onFailed?.(tx, job.payload, message),
    );
  }
}
