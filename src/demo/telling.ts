import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { type App, createApp } from '../app.ts';
import { openDatabase } from '../db/connection.ts';
import { migrate } from '../db/migrate.ts';
import type { Deps } from '../deps.ts';
import { openFileStore } from '../files/store.ts';
import type { Instant } from '../lib/days.ts';
import { seed } from '../seed/seed.ts';
import { readSecret } from '../web/secrets.ts';
import { enterCast } from './casting.ts';
import type { Happening } from './happening.ts';
import { type Scene, sceneOf } from './scene.ts';
import { momentOf, type StageCode, stages, storyOrigin } from './stages.ts';
import { story } from './story.ts';
import { type StoryClock, storyClock, storyRandom } from './story-time.ts';

export interface TellingOptions {
  /** The repository: views, static files, migrations. */
  readonly root: string;
  /** Where it is told: a folder with no database yet. Its `files` keep every document of the story. */
  readonly dataDir: string;
  /** Stops there; the whole story when absent. */
  readonly until?: StageCode;
  /** Told when the database of a stage stands under `path`. */
  readonly onStage: (stage: StageCode) => void;
  readonly snapshotPath: (stage: StageCode) => string;
}

const firstDay = momentOf('2023-07-03 08.00');

/**
 * Tells the story through the commands of the house, from an empty database: each happening at its time, its jobs run to the end before the next.
 * At every stage the database is copied. The same code gives equal databases. Throws when a command refuses or a job fails.
 */
export async function tellStory(options: TellingOptions): Promise<void> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const path = join(options.dataDir, 'oddolnie.sqlite');
  migrate(path, join(options.root, 'migrations'));
  const clock = storyClock(firstDay);
  const random = storyRandom('oddolnie');
  const deps: Deps = {
    // A telling cut short is begun anew.
    db: openDatabase(path, { isDisposable: true }),
    clock,
    random,
    files: openFileStore(join(options.dataDir, 'files')),
    secret: readSecret(options.dataDir, random),
    publicUrl: storyOrigin,
  };
  seed(deps, { today: null });
  enterCast(deps);
  const app = await createApp(deps, { ...options, postman: { send: async () => {}, close: () => {} }, jobTickMs: 0 });
  try {
    await tellStages({ deps, clock, app, scene: sceneOf(deps) }, options);
  } finally {
    await app.close();
    deps.db.close();
  }
}

interface Stand {
  readonly deps: Deps;
  readonly clock: StoryClock;
  readonly app: App;
  readonly scene: Scene;
}

async function tellStages(stand: Stand, { until, onStage, snapshotPath }: TellingOptions): Promise<void> {
  const moments = new Map<Happening, Instant>(story.map((one) => [one, momentOf(one.at)]));
  const left = story.toSorted((a, b) => timeOf(moments, a) - timeOf(moments, b));
  for (const stage of stages) {
    const end = momentOf(stage.at);
    while (left[0] !== undefined && (moments.get(left[0]) ?? end) <= end) {
      const [next] = left.splice(0, 1);
      if (next !== undefined) await happen(stand, next, moments.get(next) ?? end);
    }
    stand.clock.set(end);
    await stand.app.runner.drain();
    stand.deps.db.copyTo(snapshotPath(stage.code));
    onStage(stage.code);
    if (stage.code === until) return;
  }
}

function timeOf(moments: ReadonlyMap<Happening, Instant>, one: Happening): number {
  return Date.parse(moments.get(one) ?? '');
}

async function happen({ deps, clock, app, scene }: Stand, one: Happening, at: Instant): Promise<void> {
  clock.set(at);
  const outcome = await one.does(scene, one.by === 'system' ? { kind: 'system' } : scene.actor(one.by));
  if (isRefusal(outcome)) throw new Error(`${one.at}, ${one.what}: refused ${JSON.stringify(outcome)}`);
  await app.runner.drain();
  const failed = deps.db.get<{ kind: string; error: string }>(
    sql`select kind, last_error as error from jobs where state = 'failed' limit 1`,
  );
  if (failed !== undefined) throw new Error(`${one.at}, ${one.what}: the job ${failed.kind} failed, ${failed.error}`);
}

function isRefusal(outcome: unknown): boolean {
  return typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false;
}
