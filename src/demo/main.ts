import { createServer } from 'node:http';
import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { lockDataFolder } from '../db/lock.ts';
import { type DemoFolder, demoFolder } from './folder.ts';
import { openDemoHouse } from './house.ts';
import { openingStage } from './stages.ts';
import { startTelling } from './teller.ts';

/** `npm run demo`: folder → lock → story → house → listen. Ends with exit code 1 and one plain sentence when it cannot. */
async function main(): Promise<void> {
  const config = readConfig({ DATA_DIR: './data-demo', ...process.env, PUBLIC_URL: undefined, SMTP_URL: undefined });
  const folder = demoFolder(config.dataDir);
  const lock = lockDataFolder(config.dataDir);
  if (lock === undefined)
    throw new Error(`Another server is running on ${config.dataDir}; stop it first or choose another DATA_DIR`);
  if (process.argv.includes('--fresh')) folder.empty();

  const root = join(import.meta.dirname, '..', '..');
  const publicUrl = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${config.port}`;
  const teller = startTelling(folder, root);
  if (needsStory(folder)) {
    process.stdout.write('The story is being told, a moment…\n');
    await teller.opening;
  }
  const house = await openDemoHouse({ root, folder, publicUrl, onLost: (error) => fail(error) });
  const server = createServer((request, response) => void house.serve(request, response));
  server.once('error', (error) => fail(error, `Port ${config.port} cannot be used; choose another PORT`));
  server.listen(config.port, config.host, () => {
    process.stdout.write(`The demonstration answers at ${publicUrl}/demo\n`);
  });
  teller.finished.catch((error: unknown) => process.stderr.write(`${String(error)}\n`));

  const stop = async () => {
    teller.close();
    server.close();
    server.closeAllConnections();
    await house.close();
    lock.release();
    process.exit();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function needsStory(folder: DemoFolder): boolean {
  return folder.read().stage === null && !folder.has(openingStage);
}

function fail(error: unknown, words = error instanceof Error ? error.message : String(error)): void {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

main().catch(fail);
