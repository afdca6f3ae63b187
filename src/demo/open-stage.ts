import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { type App, createApp } from '../app.ts';
import { openDatabase } from '../db/connection.ts';
import { migrate } from '../db/migrate.ts';
import type { Deps } from '../deps.ts';
import { openFileStore } from '../files/store.ts';
import { clockFrom } from '../lib/clock.ts';
import type { Instant } from '../lib/days.ts';
import { systemRandom } from '../lib/random.ts';
import { readSecret, sign } from '../web/secrets.ts';
import { type CarriedSession, carrySessions } from '../web/session.ts';
import type { DemoFolder } from './folder.ts';
import { demoBar, demoRoutes } from './routes.ts';
import { momentOf, openingStage, type StageCode, stageNamed } from './stages.ts';
import { staleForm } from './texts.ts';

export interface StageSettings {
  /** The repository: views, static files, migrations. */
  readonly root: string;
  readonly folder: DemoFolder;
  readonly publicUrl: string;
  /** How often waiting jobs are looked for; 0 = only when asked. */
  readonly jobTickMs?: number;
}

export interface OpenStage {
  readonly app: App;
  readonly deps: Deps;
}

/** An application on the database that stands in the folder, at its stage's day. Sessions of people who are not there end. */
export async function openStage(
  { root, folder, publicUrl, jobTickMs }: StageSettings,
  sessions: readonly CarriedSession[],
  change: (stage: StageCode) => void,
): Promise<OpenStage> {
  migrate(folder.databasePath, join(root, 'migrations'));
  const { stage, turn } = folder.read();
  const db = openDatabase(folder.databasePath);
  const deps: Deps = {
    db,
    clock: clockFrom(latest(momentOf(stageNamed(stage ?? openingStage)?.at ?? ''), lastEventOf(db))),
    random: systemRandom,
    files: openFileStore(join(folder.dataDir, 'files')),
    // A page of an earlier stage is known by its form's token: what was typed on it is shown, not taken.
    secret: Buffer.from(sign(readSecret(folder.dataDir, systemRandom), 'turn', String(turn)), 'base64url'),
    publicUrl,
  };
  db.write((tx) => carrySessions(tx, sessions));
  const app = await createApp(deps, {
    root,
    dataDir: folder.dataDir,
    postman: { send: async () => {}, close: () => {} },
    ...(jobTickMs === undefined ? {} : { jobTickMs }),
    extra: { bar: demoBar(deps), staleForm, routes: (web) => demoRoutes(web, deps, { folder, change }) },
  });
  await app.server.ready();
  return { app, deps };
}

/** After a restart time goes on from the last thing that happened, however long the machine slept. */
function lastEventOf(db: Deps['db']): Instant {
  return db.get<{ at: Instant | null }>(sql`select max(at) as at from events`)?.at ?? momentOf('2023-07-03 08.00');
}

function latest(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}
