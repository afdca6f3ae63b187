import { constants, copyFileSync, renameSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';

/** Reads by SQL text: always a `sql` template, so that values are parameters and conditions such as `visibleTo` compose. */
export interface Reader {
  /** Every row, columns as the query names them. */
  all<Row>(query: SQL): Row[];
  /** The first row, or undefined. */
  get<Row>(query: SQL): Row | undefined;
}

/** Inside one IMMEDIATE transaction. A function that is given a Tx never opens another. */
export interface Tx extends Reader {
  /** Writes, by drizzle's builders only, so that table ownership can be tested. */
  readonly orm: BetterSQLite3Database;
}

export interface Database extends Reader {
  /** Runs `work` in one short transaction; a thrown error or a returned refusal rolls it back whole. */
  write<Value>(work: (tx: Tx) => Value): Value;
  readonly raw: SqliteDatabase.Database;
  /** A copy of what is committed, whole under its name or not there at all. Nobody else may be writing. */
  copyTo(path: string): void;
  close(): void;
}

export interface OpenOptions {
  readonly readonly?: boolean;
  /** What a power cut takes is made again: commits do not wait for the disk. */
  readonly isDisposable?: boolean;
}

const dialect = new SQLiteSyncDialect();

/** Opens the data folder's database. The one writing connection of a server; workers open theirs `readonly`. */
export function openDatabase(path: string, options: OpenOptions = {}): Database {
  const raw = new SqliteDatabase(path, { readonly: options.readonly ?? false, timeout: 5000 });
  if (!options.readonly) raw.pragma('journal_mode = WAL');
  raw.pragma(`synchronous = ${options.isDisposable ? 'OFF' : 'FULL'}`);
  raw.pragma('foreign_keys = ON');
  const reader = readerOf(raw);
  const tx: Tx = { ...reader, orm: drizzle(raw) };
  return {
    ...reader,
    raw,
    write: (work) => inTransaction(raw, () => work(tx)),
    copyTo(to) {
      raw.pragma('wal_checkpoint(TRUNCATE)');
      copyFileSync(path, `${to}.part`, constants.COPYFILE_FICLONE);
      renameSync(`${to}.part`, to);
    },
    close: () => raw.close(),
  };
}

function readerOf(raw: SqliteDatabase.Database): Reader {
  const statements = new Map<string, SqliteDatabase.Statement>();
  const prepare = (query: SQL) => {
    const { sql, params } = dialect.sqlToQuery(query);
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = raw.prepare(sql);
      // Row-count dependent texts (long `in` lists) must not grow the cache without end.
      if (statements.size > 500) statements.clear();
      statements.set(sql, statement);
    }
    return { statement, params };
  };
  return {
    all<Row>(query: SQL) {
      const { statement, params } = prepare(query);
      return statement.all(...params) as Row[];
    },
    get<Row>(query: SQL) {
      const { statement, params } = prepare(query);
      return statement.get(...params) as Row | undefined;
    },
  };
}

/** IMMEDIATE, so that a reader never turns writer half-way and meets a busy database after its decision. */
function inTransaction<Value>(raw: SqliteDatabase.Database, work: () => Value): Value {
  if (raw.inTransaction) throw new Error('A transaction is already open: pass its tx on instead');
  raw.exec('begin immediate');
  try {
    const value = work();
    if (value instanceof Promise) throw new Error('A transaction must be synchronous');
    raw.exec(isRefusal(value) ? 'rollback' : 'commit');
    return value;
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback');
    throw error;
  }
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}
