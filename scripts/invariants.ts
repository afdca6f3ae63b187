import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/connection.ts';
import { offendersOf } from '../src/db/invariant.ts';
import { invariants } from '../src/registries.ts';

const shownRows = 5;
const path = join(readConfig(process.env).dataDir, 'oddolnie.sqlite');

// Asks a data folder, also of a running server, whether every truth about its data holds. Ends with exit code 1 when one does not.
if (existsSync(path)) report(path);
else fail(`There is no database at ${path}; name the data folder in DATA_DIR`);

function report(databasePath: string): void {
  const db = openDatabase(databasePath, { readonly: true });
  let broken = 0;
  for (const invariant of invariants) {
    const rows = offendersOf(db, invariant);
    console.log(`${rows.length === 0 ? 'ok    ' : 'broken'}  ${invariant.name}`);
    for (const row of rows.slice(0, shownRows)) console.log(`          ${JSON.stringify(row)}`);
    if (rows.length > shownRows) console.log(`          and ${rows.length - shownRows} more`);
    if (rows.length > 0) broken += 1;
  }
  db.close();
  console.log(`${invariants.length - broken} of ${invariants.length} hold`);
  if (broken > 0) process.exitCode = 1;
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
