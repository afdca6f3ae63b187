import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { type DemoFolder, demoFolder } from '../../src/demo/folder.ts';
import { tellStory } from '../../src/demo/telling.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The told story with a database for each stage, told once in a run. Only to be read or copied. */
export async function toldStory(): Promise<DemoFolder> {
  const folder = join(inject('runFolder'), 'story');
  try {
    await mkdir(`${folder}-being-told`);
  } catch {
    // Another worker tells it.
    while (!existsSync(folder)) await pause(100);
    return demoFolder(folder);
  }
  await tellInto(`${folder}-halfway`);
  await rename(`${folder}-halfway`, folder);
  return demoFolder(folder);
}

/** Tells the whole story into a demonstration's folder. */
export async function tellInto(path: string): Promise<DemoFolder> {
  await mkdir(path, { recursive: true });
  const folder = demoFolder(path);
  folder.clearTelling();
  await tellStory({ root, dataDir: folder.tellingDir, snapshotPath: folder.snapshotOf, onStage: () => {} });
  return folder;
}
