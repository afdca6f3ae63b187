import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from './db/connection.ts';
import { openFileStore } from './files/store.ts';
import { drawIntoStore } from './pdf/draw.ts';
import { documentKinds } from './registries.ts';

/** The worker thread: slow work with a read-only connection; the main thread alone writes. */
const { dataDir, publicUrl } = workerData as { dataDir: string; publicUrl: string };
const reader = openDatabase(join(dataDir, 'oddolnie.sqlite'), { readonly: true });
const files = openFileStore(join(dataDir, 'files'));

interface Message {
  readonly ticket: number;
  readonly task: { readonly task: 'document'; readonly kind: string; readonly subjectId: number };
}

parentPort?.on('message', async ({ ticket, task }: Message) => {
  try {
    parentPort?.postMessage({
      ticket,
      value: await drawIntoStore({ reader, files, kinds: documentKinds, publicUrl }, task.kind, task.subjectId),
    });
  } catch (error) {
    parentPort?.postMessage({ ticket, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
