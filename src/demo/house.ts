import { constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CarriedSession, liveSessions } from '../web/session.ts';
import { type OpenStage, openStage, type StageSettings } from './open-stage.ts';
import { demoPaths } from './paths.ts';
import { openingStage, type StageCode } from './stages.ts';

export interface DemoHouse {
  /** Answers a request, after a change of stage if one is going on. */
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Brings the database to a stage, once every request now being answered has been. Resolves when the house is open again. */
  change(stage: StageCode): Promise<void>;
  close(): Promise<void>;
}

export interface DemoSettings extends StageSettings {
  /** A change of stage closed the house and could not open it again: nothing answers any more. */
  readonly onLost: (error: unknown) => void;
}

/** One demonstration: at any moment one application on one stage's database, exchanged whole when the stage changes. The folder's lock stays. */
export async function openDemoHouse(settings: DemoSettings): Promise<DemoHouse> {
  const { folder } = settings;
  let answering = 0;
  let quiet: (() => void) | undefined;
  let changing: Promise<void> | undefined;
  let lastChange: { readonly to: StageCode; readonly at: number } | undefined;
  let current: OpenStage;

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
  /** Nobody holds the clock back for longer than this, not even by an upload that never ends. */
  const allAnswered = () =>
    new Promise<void>((resolve) => {
      quiet = resolve;
      setTimeout(resolve, patienceMilliseconds).unref();
      if (answering === 0) resolve();
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

const patienceMilliseconds = 5000;
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
