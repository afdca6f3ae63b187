import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { DemoFolder } from './folder.ts';
import { openingStage, stages } from './stages.ts';

export interface Teller {
  /** Resolves when the opening stage stands; rejects when the story could not be told. */
  readonly opening: Promise<void>;
  /** Resolves when every stage stands. */
  readonly finished: Promise<void>;
  close(): void;
}

/** Has the story told in a process of its own, unless every stage stands already. */
export function startTelling(folder: DemoFolder, root: string): Teller {
  if (stages.every(({ code }) => folder.has(code)))
    return { opening: Promise.resolve(), finished: Promise.resolve(), close() {} };
  const entry = fileURLToPath(
    new URL(import.meta.url.endsWith('.ts') ? './telling-process.ts' : './telling-process.js', import.meta.url),
  );
  const child = fork(entry, [root, folder.dataDir], {
    execArgv: entry.endsWith('.ts') ? ['--import', 'tsx'] : [],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  const finished = ended(child);
  const opening = new Promise<void>((resolve, reject) => {
    child.on('message', (stage) => {
      if (stage !== openingStage) return;
      // People are served from now on; the rest of the story may take its time.
      if (child.pid !== undefined) setPriority(child.pid, 10);
      resolve();
    });
    finished.then(resolve, reject);
  });
  return { opening, finished, close: () => void child.kill() };
}

function ended(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  const finished = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0 || signal === 'SIGTERM' ? resolve() : reject(new Error(`The story could not be told: ${said.trim()}`)),
    );
  });
  finished.catch(() => {});
  return finished;
}
