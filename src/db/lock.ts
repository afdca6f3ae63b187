import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/**
 * One server per data folder: a second SQLite file held in an exclusive transaction, which the kernel frees even at `kill -9`.
 * Returns undefined when another process holds it.
 */
export function lockDataFolder(dataDir: string): { release(): void } | undefined {
  const lock = new SqliteDatabase(join(dataDir, 'server.lock'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
    return { release: () => lock.close() };
  } catch (error) {
    lock.close();
    if (error instanceof SqliteDatabase.SqliteError && error.code === 'SQLITE_BUSY') return undefined;
    throw error;
  }
}
