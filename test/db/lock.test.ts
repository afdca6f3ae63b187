import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockDataFolder } from '../../src/db/lock.ts';

const lockModule = join(import.meta.dirname, '../../src/db/lock.ts');

it('B11: a second process on the same data folder is told no, and the folder is free again after kill -9', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  const code = `import { lockDataFolder } from ${JSON.stringify(lockModule)}; console.log(lockDataFolder(${JSON.stringify(folder)}) ? 'held' : 'refused'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [first] = (await once(child.stdout, 'data')) as [Buffer];
  expect(first.toString()).toBe('held\n');
  expect(lockDataFolder(folder)).toBeUndefined();

  child.kill('SIGKILL');
  await once(child, 'exit');
  const mine = lockDataFolder(folder);
  expect(mine).toBeDefined();
  mine?.release();
  expect(lockDataFolder(folder)).toBeDefined();
});
