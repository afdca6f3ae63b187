import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';

let folder: string;
let path: string;
const file = (name: string, sql: string) => writeFileSync(join(folder, 'migrations', name), sql);
const run = () => migrate(path, join(folder, 'migrations'));
const query = (sql: string) => {
  const db = new SqliteDatabase(path);
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-'));
  path = join(folder, 'data.sqlite');
  mkdirSync(join(folder, 'migrations'));
  file('0001_shelves.sql', 'create table shelves (id integer primary key, name text not null) strict;');
  file(
    '0002_books.sql',
    'create table books (id integer primary key, shelf_id integer not null references shelves (id) on delete cascade) strict;',
  );
});

describe('bringing a database up to date', () => {
  it('applies each file once, in order', () => {
    expect(run()).toEqual(['0001_shelves.sql', '0002_books.sql']);
    expect(run()).toEqual([]);
  });

  it('keeps the children of a rebuilt parent table', () => {
    run();
    query("insert into shelves values (1, 'poetry') returning id");
    query('insert into books values (1, 1) returning id');
    file(
      '0003_rebuild.sql',
      'create table shelves_new (id integer primary key, name text not null, room text) strict; insert into shelves_new select id, name, null from shelves; drop table shelves; alter table shelves_new rename to shelves;',
    );
    run();
    expect(query('select id, shelf_id from books')).toEqual([{ id: 1, shelf_id: 1 }]);
  });

  it('copies the database aside before a later file runs', () => {
    run();
    query("insert into shelves values (7, 'maps') returning id");
    file('0003_drop.sql', 'delete from shelves;');
    run();
    const backup = join(folder, 'backups', 'before-migration-0003.sqlite');
    expect(existsSync(backup)).toBe(true);
    expect(new SqliteDatabase(backup, { readonly: true }).prepare('select name from shelves').pluck().all()).toEqual([
      'maps',
    ]);
  });

  it('refuses a file changed since it was applied', () => {
    run();
    file('0001_shelves.sql', 'create table shelves (id integer primary key) strict;');
    expect(run).toThrow('Migration 0001_shelves.sql has changed since it was applied');
  });

  it('refuses a file that sorts before an applied one, and a missing one', () => {
    run();
    file('0001_a_late_comer.sql', 'select 1;');
    expect(run).toThrow('Migrations out of order');
    rmSync(join(folder, 'migrations', '0001_a_late_comer.sql'));
    rmSync(join(folder, 'migrations', '0002_books.sql'));
    expect(run).toThrow('Migrations out of order');
  });

  it('leaves nothing of a file that fails half-way or breaks a reference', () => {
    run();
    file('0003_broken.sql', 'create table half (id integer) strict; insert into nowhere values (1);');
    expect(run).toThrow('no such table: nowhere');
    file('0003_broken.sql', 'create table half (id integer) strict; insert into books values (1, 99);');
    expect(run).toThrow('Migration 0003_broken.sql leaves 1 broken references');
    expect(query("select name from sqlite_schema where name = 'half'")).toEqual([]);
  });
});
