import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/**
 * Copies a data folder, also of a running server, to a new folder: database first, then every blob (content never changes under its name, so
 * what the copied rows refer to is there), then the secret. Verifies the copy before answering; throws when it is not whole.
 */
export function backUp(dataDir: string, target: string): { readonly files: number } {
  if (existsSync(target)) throw new Error(`${target} already exists; name a new folder`);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  const source = new SqliteDatabase(join(dataDir, 'oddolnie.sqlite'), { readonly: true, fileMustExist: true });
  source.prepare('vacuum into ?').run(join(target, 'oddolnie.sqlite'));
  source.close();
  cpSync(join(dataDir, 'files'), join(target, 'files'), {
    recursive: true,
    filter: (path) => !path.endsWith('/incoming'),
  });
  cpSync(join(dataDir, 'secret'), join(target, 'secret'));
  return { files: verify(target) };
}

function verify(folder: string): number {
  const copy = new SqliteDatabase(join(folder, 'oddolnie.sqlite'), { readonly: true });
  try {
    const health = copy.pragma('integrity_check', { simple: true });
    if (health !== 'ok') throw new Error(`The copied database is damaged: ${String(health)}`);
    const blobs = copy.prepare('select distinct sha256 from files where erased_at is null').pluck().all() as string[];
    const missing = blobs.filter((sha256) => !existsSync(join(folder, 'files', sha256.slice(0, 2), sha256)));
    if (missing.length > 0) throw new Error(`${missing.length} of ${blobs.length} files are missing from the copy`);
    return blobs.length;
  } finally {
    copy.close();
  }
}
