import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

interface Migration {
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
}

/**
 * Brings the database at `path` up to the newest file of `folder`; each file is one IMMEDIATE transaction.
 * Refuses to start (throws) when an applied file has changed, is missing, or a new file sorts before an applied one.
 * A database that already holds migrations is copied to `backups/` beside it before the first new file runs.
 * Returns the names of the files applied.
 */
export function migrate(path: string, folder: string): string[] {
  const db = new SqliteDatabase(path, { timeout: 5000 });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    // Off outside the transaction: inside one the pragma does nothing, and a rebuilt parent would delete its children.
    db.pragma('foreign_keys = OFF');
    db.exec(
      'create table if not exists migrations (name text primary key, sha256 text not null, applied_at text not null) strict',
    );
    const applied = db.prepare('select name, sha256 from migrations order by name').all() as {
      name: string;
      sha256: string;
    }[];
    const waiting = waitingAfter(readMigrations(folder), applied);
    if (waiting.length > 0 && applied.length > 0) backUpBefore(db, path, applied.length);
    for (const migration of waiting) apply(db, migration);
    return waiting.map((migration) => migration.name);
  } finally {
    db.close();
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

function waitingAfter(migrations: Migration[], applied: { name: string; sha256: string }[]): Migration[] {
  applied.forEach((row, index) => {
    const file = migrations[index];
    if (file?.name !== row.name)
      throw new Error(`Migrations out of order: expected ${row.name}, found ${file?.name ?? 'nothing'}`);
    if (file.sha256 !== row.sha256) throw new Error(`Migration ${row.name} has changed since it was applied`);
  });
  return migrations.slice(applied.length);
}

function backUpBefore(db: SqliteDatabase.Database, path: string, count: number): void {
  const folder = join(dirname(path), 'backups');
  mkdirSync(folder, { recursive: true });
  const copy = join(folder, `before-migration-${String(count + 1).padStart(4, '0')}.sqlite`);
  if (!existsSync(copy)) db.prepare('vacuum into ?').run(copy);
}

function apply(db: SqliteDatabase.Database, migration: Migration): void {
  db.exec('begin immediate');
  try {
    db.exec(migration.sql);
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`Migration ${migration.name} leaves ${broken.length} broken references`);
    db.prepare("insert into migrations values (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))").run(
      migration.name,
      migration.sha256,
    );
    db.exec('commit');
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
}
