import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/connection.ts';
import { issueHandedLink } from '../src/features/accounts/links.ts';
import { openFileStore } from '../src/files/store.ts';
import { systemClock } from '../src/lib/clock.ts';
import { systemRandom } from '../src/lib/random.ts';
import { readSecret } from '../src/web/secrets.ts';

/**
 * `npm run link -- ADDRESS`: prints a one-time link for the person with this e-mail address, to be handed over where there is no mail. Works beside
 * a running server: one short transaction, written to the history. Takes DATA_DIR, PUBLIC_URL, HOST and PORT as the server does.
 */
function main(address: string | undefined): void {
  if (address === undefined) throw new Error('Whose link? npm run link -- person@example.org');
  const config = readConfig(process.env);
  const path = join(config.dataDir, 'oddolnie.sqlite');
  if (!existsSync(path))
    throw new Error(`There is no database in ${config.dataDir}; set DATA_DIR or start the server first`);
  const host = config.host === '127.0.0.1' ? 'localhost' : config.host;
  const deps = {
    db: openDatabase(path),
    clock: systemClock,
    random: systemRandom,
    files: openFileStore(join(config.dataDir, 'files')),
    secret: readSecret(config.dataDir, systemRandom),
    publicUrl: config.publicUrl ?? `http://${host}:${config.port}`,
  };
  const link = issueHandedLink(deps, address);
  deps.db.close();
  if (link === undefined) throw new Error(`No open account has the address ${address}`);
  process.stdout.write(`Opens once, within 30 minutes:\n${link}\n`);
}

try {
  main(process.argv[2]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
