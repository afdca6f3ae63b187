import { parentPort, workerData } from 'node:worker_threads';
import { openSlowWork, type SlowWorkSettings, type Task } from './slow-work.ts';

const work = openSlowWork(workerData as SlowWorkSettings);

parentPort?.on('message', async ({ ticket, task }: { readonly ticket: number; readonly task: Task }) => {
  try {
    parentPort?.postMessage({ ticket, value: await work.done(task) });
  } catch (error) {
    parentPort?.postMessage({ ticket, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
