import { createHash } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, inject, test } from 'vitest';
import { stages } from '../../src/demo/stages.ts';
import { cast } from '../../src/demo/story/cast.ts';
import { tellInto, toldStory } from '../support/told-story.ts';

/** When the machine made the tables is no part of the story; everything else follows from it. */
const leftOut: readonly string[] = ['migrations.applied_at'];

test('told twice, the story gives equal databases at every stage', async () => {
  const first = await toldStory();
  const second = await tellInto(await mkdtemp(join(inject('runFolder'), 'again-')));
  for (const { code } of stages) {
    const [one, other] = [contentOf(first.snapshotOf(code)), contentOf(second.snapshotOf(code))];
    const different = Object.keys(one).filter((column) => one[column] !== other[column]);
    expect({ code, different }).toEqual({ code, different: [] });
    expect(Object.keys(one).length).toBeGreaterThan(250);
  }
}, 180_000);

test('everybody of the story is there from its first day, under the same id', async () => {
  const told = await toldStory();
  const people = stages.map(({ code }) => {
    const db = new SqliteDatabase(told.snapshotOf(code), { readonly: true });
    const rows = db.prepare('select id, name from people order by id limit ?').all(Object.keys(cast).length);
    db.close();
    return rows;
  });
  expect(people[0]).toEqual(Object.values(cast).map(({ name }, index) => ({ id: index + 1, name })));
  for (const later of people) expect(later).toEqual(people[0]);
});

test('at the end everybody and everything of the story is there', async () => {
  const told = await toldStory();
  const db = new SqliteDatabase(told.snapshotOf('archive'), { readonly: true });
  const count = (table: string) => db.prepare(`select count(*) from ${table}`).pluck().get();
  expect(db.prepare('select distinct state from applications order by state').pluck().all()).toEqual([
    'accepted',
    'draft',
    'rejected',
    'withdrawn',
  ]);
  expect(count('applications')).toBeGreaterThanOrEqual(15);
  expect(
    db.prepare('select kind from applicants group by kind having count(*) >= 2 order by kind').pluck().all(),
  ).toEqual(['informal_group', 'minor', 'organisation', 'person', 'school_or_parish']);
  expect(db.prepare('select function from jury_members order by id').pluck().all()).toEqual([
    ...['chair', 'secretary', 'member', 'member', 'member', 'reserve'],
  ]);
  // Only the next morning's post is still to come.
  expect(db.prepare('select distinct kind from jobs where state <> ?').pluck().all('done')).toEqual(['daily_post']);
  db.close();
});

/** A digest of every column of every table. */
function contentOf(path: string): Record<string, string> {
  const db = new SqliteDatabase(path, { readonly: true });
  const tables = db
    .prepare("select name from sqlite_schema where type = 'table' order by name")
    .pluck()
    .all() as string[];
  const digests: Record<string, string> = {};
  for (const table of tables) {
    const columns = db.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[];
    for (const column of columns.filter((name) => !leftOut.includes(`${table}.${name}`))) {
      const values = db
        .prepare(`select "${column}" from "${table}" order by ${columns.map((name) => `"${name}"`).join(', ')}`)
        .pluck()
        .all();
      digests[`${table}.${column}`] = createHash('sha256').update(JSON.stringify(values)).digest('hex');
    }
  }
  db.close();
  return digests;
}
