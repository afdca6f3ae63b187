import { Worker } from 'node:worker_threads';

/** Slow, CPU-bound work (documents, sheets, pictures) off the main thread, which stays free for people. */
export interface Workshop {
  run(task: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * One worker thread, started at the first task. `entry` is the URL of a module that answers messages `{ ticket, task }` with
 * `{ ticket, value }` or `{ ticket, error }`. A thread that dies fails its open tasks and is started anew by the next one.
 */
export function openWorkshop(entry: URL, settings: Readonly<Record<string, unknown>>): Workshop {
  let worker: Worker | undefined;
  let lastTicket = 0;
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();

  const fallOver = (error: Error) => {
    worker = undefined;
    for (const { reject } of open.values()) reject(error);
    open.clear();
  };
  const start = () => {
    const started = startThread(entry, settings);
    started.on('message', ({ ticket, value, error }: { ticket: number; value?: unknown; error?: string }) => {
      const task = open.get(ticket);
      open.delete(ticket);
      if (error === undefined) task?.resolve(value);
      else task?.reject(new Error(error));
      if (open.size === 0) started.unref();
    });
    started.on('error', fallOver);
    started.on('exit', (code) => fallOver(new Error(`worker thread ended with ${code}`)));
    return started;
  };
  return {
    run(task) {
      worker ??= start();
      const thread = worker;
      thread.ref();
      lastTicket += 1;
      const ticket = lastTicket;
      return new Promise((resolve, reject) => {
        open.set(ticket, { resolve, reject });
        thread.postMessage({ ticket, task });
      });
    },
    async close() {
      await worker?.terminate();
      worker = undefined;
    },
  };
}

/** From sources (`.ts`, under tsx or vitest) the thread must register the loader itself; compiled files start as they are. */
function startThread(entry: URL, settings: Readonly<Record<string, unknown>>): Worker {
  if (!entry.pathname.endsWith('.ts')) return new Worker(entry, { workerData: settings });
  const boot = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(entry.href)}); })`;
  return new Worker(boot, { eval: true, workerData: settings });
}
