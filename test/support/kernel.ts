import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/db/connection.ts';
import { migrate } from '../../src/db/migrate.ts';
import { type FileStore, openFileStore } from '../../src/files/store.ts';
import { instant } from '../../src/lib/days.ts';
import { systemRandom } from '../../src/lib/random.ts';
import { testClock } from './clock.ts';

/** The kernel alone on an empty migrated database in a folder of its own: for tests of the rooms below the features. */
export function kernel(): {
  db: Database;
  files: FileStore;
  clock: ReturnType<typeof testClock>;
  random: typeof systemRandom;
  folder: string;
  publicUrl: string;
} {
  const folder = mkdtempSync(join(inject('runFolder'), 'kernel-'));
  const path = join(folder, 'oddolnie.sqlite');
  migrate(path, join(import.meta.dirname, '../../migrations'));
  return {
    db: openDatabase(path),
    files: openFileStore(join(folder, 'files')),
    clock: testClock(instant('2024-03-04T09:00:00.000Z')),
    random: systemRandom,
    folder,
    publicUrl: 'https://konkurs.example.org',
  };
}
