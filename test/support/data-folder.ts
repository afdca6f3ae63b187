import { constants, existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { openDatabase } from '../../src/db/connection.ts';
import { migrate } from '../../src/db/migrate.ts';
import { type StageCode, stageNamed } from '../../src/demo/stages.ts';
import type { Deps } from '../../src/deps.ts';
import { openFileStore } from '../../src/files/store.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { warsawDay } from '../../src/lib/days.ts';
import { systemRandom } from '../../src/lib/random.ts';
import { readSecret } from '../../src/web/secrets.ts';
import { testClock } from './clock.ts';
import { toldStory } from './told-story.ts';

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * `empty`: migrated, not a row. `blank`: an institution of its own, begun on `blankDay`. `draft`: the seeded call as behind a PUBLIC_URL. `open`: the same call announced. Beyond these, a stage of the
 * told story, with all its people and papers.
 */
export type Beginning = 'empty' | 'blank' | 'draft' | 'open' | `story: ${StageCode}`;

/** Noon in Warsaw, on a Tuesday when the seeded call takes applications in its own timetable (to 15 March 2024, 15.00). */
export const seedDay = '2024-02-27T11:00:00.000Z';

/** Noon in Warsaw, on the Monday a week before a second library announces. */
export const blankDay = '2023-02-06T11:00:00.000Z';

/** A data folder of its own, copied from a template that is migrated and seeded once in a run. */
export async function newDataFolder(beginning: Beginning): Promise<string> {
  const folder = await mkdtemp(join(inject('runFolder'), 'data-'));
  const stage = stageNamed(beginning.replace(/^story: /, ''));
  if (beginning.startsWith('story: ') && stage !== undefined) {
    const told = await toldStory();
    await cp(told.snapshotOf(stage.code), databaseIn(folder), { mode: constants.COPYFILE_FICLONE });
    await cp(join(told.dataDir, 'files'), join(folder, 'files'), { recursive: true, mode: constants.COPYFILE_FICLONE });
    return folder;
  }
  await cp(await templateOf(beginning), folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return folder;
}

async function templateOf(beginning: Beginning): Promise<string> {
  const template = join(inject('runFolder'), `template-${beginning}`);
  if (existsSync(template)) return template;
  const halfway = await mkdtemp(`${template}-`);
  await prepare(halfway, beginning);
  try {
    await rename(halfway, template);
  } catch (error) {
    // Another worker was preparing the same; one of the two is enough.
    if (!existsSync(template)) throw error;
    await rm(halfway, { recursive: true });
  }
  return template;
}

async function prepare(folder: string, beginning: Beginning): Promise<void> {
  migrate(databaseIn(folder), join(root, 'migrations'));
  const clock = testClock(beginning === 'blank' ? blankDay : seedDay);
  const deps = depsIn(folder, clock, 'http://localhost');
  if (beginning === 'blank') {
    const { seedBlank } = await import('../../src/seed/blank.ts');
    seedBlank(deps, warsawDay(clock.now()));
  } else if (beginning !== 'empty') {
    const { seed } = await import('../../src/seed/seed.ts');
    seed(deps, { today: beginning === 'open' ? warsawDay(clock.now()) : null });
  }
  deps.db.close();
}

/** What commands need, over the data folder's database and files. */
export function depsIn(folder: string, clock: Clock, publicUrl: string): Deps {
  return {
    clock,
    publicUrl,
    db: openDatabase(databaseIn(folder)),
    random: systemRandom,
    files: openFileStore(join(folder, 'files')),
    secret: readSecret(folder, systemRandom),
  };
}

export function databaseIn(folder: string): string {
  return join(folder, 'oddolnie.sqlite');
}
