import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { timed } from './measure.ts';

/** What the disk alone asks for: `commits` single-row transactions of a bare database, WAL with synchronous FULL. */
export async function rawCommits(folder: string, commits: number): Promise<number[]> {
  const path = join(folder, 'floor.sqlite');
  const db = new SqliteDatabase(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table if not exists rows (id integer primary key, body text not null) strict');
  const insert = db.prepare('insert into rows (body) values (?)');
  const body = 'x'.repeat(1000);
  const milliseconds = await repeated(commits, () => insert.run(body));
  db.close();
  rmSync(path);
  return milliseconds;
}

/** 4 KiB appended to a file and brought to the disk. */
export async function appends(folder: string, count: number): Promise<number[]> {
  const path = join(folder, 'floor.log');
  const file = openSync(path, 'a');
  const block = Buffer.alloc(4096, 'x');
  const milliseconds = await repeated(count, () => {
    writeSync(file, block);
    fdatasyncSync(file);
  });
  closeSync(file);
  rmSync(path);
  return milliseconds;
}

async function repeated(times: number, work: () => unknown): Promise<number[]> {
  const milliseconds: number[] = [];
  for (let n = 0; n < times; n += 1) milliseconds.push(await timed(work));
  return milliseconds;
}
