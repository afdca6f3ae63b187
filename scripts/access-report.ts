import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/connection.ts';
import { accessLines } from '../src/features/desk/access-report.ts';
import { fileAccess } from '../src/registries.ts';

/**
 * `npm run access-report -- PERSON`: what the person with this address or number can see of applications and files, asked of the very rules the
 * pages ask. Reads the data folder of DATA_DIR, also beside a running server, and changes nothing.
 */
function main(person: string | undefined): void {
  if (person === undefined) throw new Error('Whose? npm run access-report -- person@example.org');
  const path = join(readConfig(process.env).dataDir, 'oddolnie.sqlite');
  if (!existsSync(path)) throw new Error(`There is no database at ${path}; name the data folder in DATA_DIR`);
  const db = openDatabase(path, { readonly: true });
  try {
    const lines = accessLines(db, fileAccess, person);
    if (lines === undefined) throw new Error(`Nobody here has the address or number ${person}`);
    for (const line of lines) console.log(line);
  } finally {
    db.close();
  }
}

try {
  main(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
