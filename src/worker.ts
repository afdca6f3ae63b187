import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from './db/connection.ts';
import { readShelf } from './features/desk/shelf/contents.ts';
import type { ShelfName } from './features/desk/shelf/places.ts';
import { openFileStore } from './files/store.ts';
import type { Actor } from './lib/actor.ts';
import type { Instant } from './lib/days.ts';
import { drawIntoStore, drawTrial, type Trial } from './pdf/draw.ts';
import { documentKinds, fileAccess } from './registries.ts';

/** The worker thread: slow work with a read-only connection; the main thread alone writes. */
const { dataDir, publicUrl } = workerData as { dataDir: string; publicUrl: string };
const reader = openDatabase(join(dataDir, 'oddolnie.sqlite'), { readonly: true });
const files = openFileStore(join(dataDir, 'files'));
const tools = { reader, files, publicUrl, fileAccess, kinds: documentKinds };

type Task =
  | {
      readonly task: 'document';
      readonly kind: string;
      readonly subjectId: number;
      readonly textId: number | null;
      readonly askedAt: Instant;
    }
  | ({ readonly task: 'trial'; readonly askedAt: Instant } & Trial)
  | { readonly task: 'shelf'; readonly actor: Actor; readonly name: ShelfName; readonly now: Instant };

function done(task: Task): unknown {
  if (task.task === 'shelf') return readShelf({ ...tools, clock: { now: () => task.now } }, task.actor, task.name);
  const occasion = { askedAt: task.askedAt, publicUrl };
  if (task.task === 'trial') return drawTrial(tools, task, occasion);
  return drawIntoStore(tools, task.kind, task.subjectId, task.textId, occasion);
}

parentPort?.on('message', async ({ ticket, task }: { readonly ticket: number; readonly task: Task }) => {
  try {
    parentPort?.postMessage({ ticket, value: await done(task) });
  } catch (error) {
    parentPort?.postMessage({ ticket, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
