import { constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
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
import { type CarriedSession, carrySessions, liveSessions } from '../web/session.ts';
import type { DemoFolder } from './folder.ts';
import { demoPaths } from './paths.ts';
import { demoBar, demoRoutes } from './routes.ts';
import { momentOf, openingStage, type StageCode, stageNamed } from './stages.ts';
import { staleForm } from './texts.ts';

export interface DemoHouse {
  /** Answers a request, after a change of stage if one is going on. */
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Brings the database to a stage, once every request now being answered has been. Resolves when the house is open again. */
  change(stage: StageCode): Promise<void>;
  close(): Promise<void>;
}

export interface DemoSettings {
  readonly root: string;
  readonly folder: DemoFolder;
  readonly publicUrl: string;
  /** A change of stage closed the house and could not open it again: nothing answers any more. */
  readonly onLost: (error: unknown) => void;
  /** How often waiting jobs are looked for; 0 = only when asked. */
  readonly jobTickMs?: number;
}

interface Open {
  readonly app: App;
  readonly deps: Deps;
}

/** One demonstration: at any moment one application on one stage's database, exchanged whole when the stage changes. The folder's lock stays. */
export async function openDemoHouse(settings: DemoSettings): Promise<DemoHouse> {
  const { folder } = settings;
  let answering = 0;
  let quiet: (() => void) | undefined;
  let changing: Promise<void> | undefined;
  let lastChange: { readonly to: StageCode; readonly at: number } | undefined;
  let current: Open;

  const open = (sessions: readonly CarriedSession[] = []) =>
    openStage(settings, sessions, (stage) => {
      change(stage).catch(settings.onLost);
    });
  const bring = (stage: StageCode) =>
    copyFileSync(folder.snapshotOf(stage), `${folder.databasePath}.next`, constants.COPYFILE_FICLONE);
  const closeCurrent = async () => {
    await current.app.close();
    current.deps.db.close();
  };
  const allAnswered = () =>
    answering === 0
      ? undefined
      : new Promise<void>((resolve) => {
          quiet = resolve;
        });

  const exchange = async (stage: StageCode) => {
    await allAnswered();
    const sessions = liveSessions(current.deps.db, current.deps.clock);
    await closeCurrent();
    putInPlace(folder.databasePath);
    folder.write({ ...folder.read(), stage, turn: folder.read().turn + 1 });
    current = await open(sessions);
  };
  const change = (stage: StageCode) => {
    if (changing !== undefined) return changing;
    // A full disk is met here, while the old stage still stands and whoever asked can be told.
    bring(stage);
    changing = exchange(stage).finally(() => {
      changing = undefined;
      lastChange = { to: stage, at: performance.now() };
    });
    return changing;
  };

  if (folder.read().stage === null || !existsSync(folder.databasePath)) {
    bring(openingStage);
    putInPlace(folder.databasePath);
    folder.write({ ...folder.read(), stage: openingStage, turn: 1 });
  }
  current = await open();

  return {
    change,
    async serve(request, response) {
      await changing?.catch(() => {});
      if (isSecondClick(request, lastChange)) {
        response.writeHead(303, { location: demoPaths.clock }).end();
        return;
      }
      answering += 1;
      response.once('close', () => {
        answering -= 1;
        if (answering === 0) quiet?.();
      });
      current.app.server.routing(request, response);
    },
    async close() {
      await changing?.catch(() => {});
      await closeCurrent();
    },
  };
}

const secondClickMilliseconds = 2000;

/** The second of two clicks, or of two people, finds the stage where it wanted it. */
function isSecondClick(
  request: IncomingMessage,
  last: { readonly to: StageCode; readonly at: number } | undefined,
): boolean {
  if (last === undefined || performance.now() - last.at > secondClickMilliseconds) return false;
  return request.method === 'POST' && request.url === demoPaths.stageOf(last.to);
}

function putInPlace(path: string): void {
  for (const rest of ['-wal', '-shm']) rmSync(`${path}${rest}`, { force: true });
  renameSync(`${path}.next`, path);
}

async function openStage(
  { root, folder, publicUrl, jobTickMs }: DemoSettings,
  sessions: readonly CarriedSession[],
  change: (stage: StageCode) => void,
): Promise<Open> {
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
