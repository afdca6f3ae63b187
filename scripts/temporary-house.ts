import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../src/db/connection.ts';
import { migrate } from '../src/db/migrate.ts';
import type { Deps } from '../src/deps.ts';
import { findOrAddPerson, grantRole } from '../src/features/accounts/commands.ts';
import { openFileStore } from '../src/files/store.ts';
import type { Role } from '../src/lib/actor.ts';
import type { Clock } from '../src/lib/clock.ts';
import { warsawDay } from '../src/lib/days.ts';
import { systemRandom } from '../src/lib/random.ts';
import { seed } from '../src/seed/seed.ts';
import { readSecret } from '../src/web/secrets.ts';
import { openSession } from '../src/web/session.ts';

/** The repository. */
export const root = join(import.meta.dirname, '..');

/** A seeded data folder of a script's own, with the call open, in the system's temporary folder. Close it, then remove it. */
export interface TemporaryHouse {
  deps: Deps;
  dataDir: string;
  databasePath: string;
  /** A confirmed person with these roles everywhere; returns the id. */
  person(name: string, email: string, roles: readonly Role[]): number;
  /** The value of the cookie `session` with which the person is signed in. */
  session(personId: number): string;
  close(): void;
  remove(): void;
}

/** `hasty`: nothing waits for the disk while it is being filled; a server opened on it later does. */
export function openTemporaryHouse(clock: Clock, publicUrl: string, options: { hasty?: true } = {}): TemporaryHouse {
  const dataDir = mkdtempSync(join(tmpdir(), 'oddolnie-script-'));
  const databasePath = join(dataDir, 'oddolnie.sqlite');
  migrate(databasePath, join(root, 'migrations'));
  const db = openDatabase(databasePath);
  if (options.hasty) db.raw.pragma('synchronous = OFF');
  const deps: Deps = {
    db,
    clock,
    publicUrl,
    random: systemRandom,
    files: openFileStore(join(dataDir, 'files')),
    secret: readSecret(dataDir, systemRandom),
  };
  seed(deps, { today: warsawDay(clock.now()) });
  return {
    deps,
    dataDir,
    databasePath,
    person: (name, email, roles) =>
      db.write((tx) => {
        const personId = findOrAddPerson(tx, deps, { kind: 'system' }, { name, email });
        for (const role of roles) grantRole(tx, deps, { kind: 'system' }, { personId, role, callId: null });
        return personId;
      }),
    session: (personId) => db.write((tx) => openSession(tx, deps, personId, 'Firefox')),
    close: () => db.close(),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
