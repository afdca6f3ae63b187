import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { type App, createApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { openDatabase } from './db/connection.ts';
import { lockDataFolder } from './db/lock.ts';
import { migrate } from './db/migrate.ts';
import type { Deps } from './deps.ts';
import { firstAdministratorLink } from './features/accounts/links.ts';
import { openFileStore } from './files/store.ts';
import { systemClock } from './lib/clock.ts';
import { warsawDay } from './lib/days.ts';
import { systemRandom } from './lib/random.ts';
import { seedBlank } from './seed/blank.ts';
import { seed } from './seed/seed.ts';
import { readSecret } from './web/secrets.ts';

/** Config → lock → database → app → background work → listen. Ends with exit code 1 and one plain sentence when it cannot. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  if (existsSync(join(config.dataDir, 'DEMO')))
    throw new Error(`${config.dataDir} is a demonstration's folder; choose another DATA_DIR`);
  const lock = lockDataFolder(config.dataDir);
  if (lock === undefined)
    throw new Error(`Another server is running on ${config.dataDir}; stop it first or choose another DATA_DIR`);

  const root = join(import.meta.dirname, '..');
  const databasePath = join(config.dataDir, 'oddolnie.sqlite');
  migrate(databasePath, join(root, 'migrations'));
  const deps: Deps = {
    db: openDatabase(databasePath),
    clock: systemClock,
    random: systemRandom,
    files: openFileStore(join(config.dataDir, 'files')),
    secret: readSecret(config.dataDir, systemRandom),
    publicUrl: config.publicUrl ?? `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${config.port}`,
  };
  if (deps.db.get(sql`select 1 from organisations`) === undefined) begin(deps, config);

  const app = await createApp(deps, {
    ...config,
    root,
    requestsPerMinute: config.publicUrl === undefined ? undefined : 600,
  });
  await listen(app, config);
  announce(deps);

  const stop = async () => {
    await app.close();
    deps.db.close();
    lock.release();
    // A mail server that keeps silent would hold the process for its own time-out.
    process.exit();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** What a new data folder holds. */
function begin(deps: Deps, config: Config): void {
  const today = warsawDay(deps.clock.now());
  if (config.seed === 'blank') seedBlank(deps, today);
  else seed(deps, { today: config.publicUrl === undefined ? today : null });
}

async function listen(app: App, { host, port }: Config): Promise<void> {
  try {
    await app.server.listen({ host, port });
  } catch (error) {
    // Background work has begun and would keep the process alive.
    await app.close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new Error(`Another program listens on ${host}:${port}; stop it or choose another PORT`);
    throw error;
  }
}

function announce(deps: Deps): void {
  const link = firstAdministratorLink(deps);
  const lines = [
    `Oddolnie answers at ${deps.publicUrl}`,
    ...(link === undefined ? [] : [`The first administrator enters here, once: ${link}`]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
