import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../src/db/connection.ts';
import { type Invariant, offendersOf } from '../src/db/invariant.ts';
import { invariants } from '../src/registries.ts';
import { violations } from './invariants.violations.ts';
import { type Beginning, root } from './support/data-folder.ts';
import { openTestHouse, type TestHouse } from './support/house.ts';
import { chapters } from './support/story/chapters.ts';
import { competition } from './support/story/competition.ts';

test('every truth has a name of its own and a violation that shows it bites', () => {
  expect(Object.keys(violations).toSorted()).toEqual(invariants.map(({ name }) => name).toSorted());
});

test.each<Beginning>(['empty', 'draft', 'open'])('every truth holds on a new database: %s', async (beginning) => {
  const house = await openTestHouse({ beginning });
  expect(brokenIn(house.deps.db)).toEqual([]);
  house.close();
});

describe('through a whole competition', () => {
  let house: TestHouse;
  let story: ReturnType<typeof competition>;

  beforeAll(async () => {
    house = await openTestHouse({ beginning: 'open' });
    story = competition(house);
  });
  afterAll(() => house.close());

  test.each(Object.keys(chapters))('every truth holds when %s', async (chapter) => {
    expect((await story.next()).value?.chapter).toBe(chapter);
    expect(brokenIn(house.deps.db)).toEqual([]);
  });

  test.each(invariants)('a violation is seen: $name', (invariant) => {
    expect(seenWhenBroken(house.deps.db, invariant)).not.toEqual([]);
  });

  test('and nothing planted stays', () => {
    expect(brokenIn(house.deps.db)).toEqual([]);
  });
});

describe('npm run invariants', () => {
  test('names every truth and ends well where all hold', async () => {
    const house = await openTestHouse({ beginning: 'open' });
    const { code, stdout } = await runScript(house.dataDir);
    house.close();
    expect(stdout.split('\n')).toEqual([
      ...invariants.map(({ name }) => `ok      ${name}`),
      `${invariants.length} of ${invariants.length} hold`,
      '',
    ]);
    expect(code).toBe(0);
  });

  test('shows the rows of a broken one and ends with 1', async () => {
    const house = await openTestHouse({ beginning: 'open' });
    house.deps.db.raw.exec('drop trigger events_no_update');
    house.deps.db.raw.exec('update events set facts = \'{"planted":1}\' where id = 3');
    const { code, stdout } = await runScript(house.dataDir);
    house.close();
    const chain = 'the history is one chain: every hash is over its event and the hash before it';
    expect(stdout).toContain(`\nbroken  ${chain}\n          {"id":3}\n`);
    expect(stdout).toContain(`${invariants.length - 1} of ${invariants.length} hold`);
    expect(code).toBe(1);
  });

  test('says plainly that a folder has no database', async () => {
    const { code, stderr } = await runScript('/nie/ma/takiego');
    expect(stderr).toBe('There is no database at /nie/ma/takiego/oddolnie.sqlite; name the data folder in DATA_DIR\n');
    expect(code).toBe(1);
  });
});

function brokenIn(db: Database): object[] {
  return invariants.flatMap((invariant) => {
    const rows = offendersOf(db, invariant);
    return rows.length === 0 ? [] : [{ name: invariant.name, rows }];
  });
}

/** Plants the violation of one truth where nothing defends it, asks, and takes everything back. */
function seenWhenBroken(db: Database, invariant: Invariant): readonly object[] {
  const plant = violations[invariant.name];
  if (plant === undefined) throw new Error('there is nothing to plant');
  const triggers = db.raw.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all() as string[];
  db.raw.exec('begin; pragma defer_foreign_keys = on; pragma ignore_check_constraints = on');
  try {
    for (const trigger of triggers) db.raw.exec(`drop trigger ${trigger}`);
    db.raw.exec(plant);
    db.raw.exec('pragma ignore_check_constraints = off');
    return offendersOf(db, invariant);
  } finally {
    db.raw.exec('rollback; pragma ignore_check_constraints = off');
  }
}

async function runScript(dataDir: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/invariants.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
  });
  return run.then(
    (said) => ({ code: 0, ...said }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}
