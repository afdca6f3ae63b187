import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { lockDataFolder } from '../../src/db/lock.ts';
import { stages } from '../../src/demo/stages.ts';
import { runServer, type ServerOptions, type ServerProcess, startServer } from '../support/server-process.ts';

const running: ServerProcess[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.end('SIGKILL');
});

const newFolder = () => join(mkdtempSync(join(inject('runFolder'), 'demo-')), 'data');
async function start(options: ServerOptions): Promise<ServerProcess> {
  const server = await startServer({ ...options, command: 'demo' });
  running.push(server);
  return server;
}
const pageOf = async (server: ServerProcess) =>
  (await (await fetch(`${server.url}/demo`)).text()).replaceAll('\u00a0', ' ');

test('the first start tells the story and answers; later stages follow; the next start is at once and goes on', async () => {
  const dataDir = newFolder();
  const first = await start({ dataDir });
  expect(readFileSync(join(dataDir, 'DEMO'), 'utf8')).toBe('{"stage":"realisation","turn":1}\n');
  expect(await pageOf(first)).toContain('Wersja pokazowa: 10 lipca 2024 r.');
  while (!existsSync(join(dataDir, 'stages', 'archive.sqlite'))) await pause(100);
  expect(await pageOf(first)).not.toContain('przygotowuje się');
  expect(readdirSync(join(dataDir, 'stages')).toSorted()).toEqual(
    stages.map(({ code }) => `${code}.sqlite`).toSorted(),
  );
  expect(await first.end('SIGTERM')).toMatchObject({ code: 0, errors: '' });

  const second = await start({ dataDir });
  expect(second.output()).not.toContain('The story is being told');
  expect(await pageOf(second)).toContain('Wersja pokazowa: 10 lipca 2024 r.');
}, 120_000);

describe('a start that would harm is refused in one sentence, and touches nothing:', () => {
  test.each([[[]], [['--fresh']]])('on the folder of a real library, with %j', async (args) => {
    const dataDir = newFolder();
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'oddolnie.sqlite'), 'the real thing');
    expect(await runServer({ dataDir, command: 'demo', args })).toEqual({
      code: 1,
      output: '',
      errors: `${dataDir} is not empty and is no demonstration's folder; choose another DATA_DIR\n`,
    });
    expect(readdirSync(dataDir)).toEqual(['oddolnie.sqlite']);
    expect(readFileSync(join(dataDir, 'oddolnie.sqlite'), 'utf8')).toBe('the real thing');
  });

  test('--fresh on a demonstration that is running', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'stages'), { recursive: true });
    writeFileSync(join(dataDir, 'DEMO'), '{"stage":null,"turn":0}\n');
    writeFileSync(join(dataDir, 'stages', 'open.sqlite'), 'in use');
    const lock = lockDataFolder(dataDir);
    const { code, errors } = await runServer({ dataDir, command: 'demo', args: ['--fresh'] });
    lock?.release();
    expect([code, errors]).toEqual([
      1,
      `Another server is running on ${dataDir}; stop it first or choose another DATA_DIR\n`,
    ]);
    expect(readFileSync(join(dataDir, 'stages', 'open.sqlite'), 'utf8')).toBe('in use');
  });
});
