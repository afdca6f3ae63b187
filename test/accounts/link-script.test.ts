import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProvisionalPerson } from '../../src/features/accounts/commands.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { root } from '../support/data-folder.ts';
import { happenings, lastEvent, words } from './door.ts';

const run = promisify(execFile);
let house: TestApp;

// The script reads the real clock, so the house must stand in the same hour.
beforeEach(async () => {
  house = await startTestApp({ beginning: 'draft', at: systemClock.machine() });
});
afterEach(() => house.close());

function link(...given: string[]): Promise<{ stdout: string; stderr: string }> {
  const env = { ...process.env, DATA_DIR: house.dataDir, PUBLIC_URL: 'https://konkurs.example.org' };
  return run(process.execPath, ['--import', 'tsx', join(root, 'scripts/link.ts'), ...given], { cwd: root, env });
}

test('beside a running server, the script prints a link that lets Halina in once', async () => {
  house.person('Halina Żukowska', 'halina@example.org');
  const before = lastEvent(house.deps);
  const { stdout } = await link('Halina@example.org');
  const path = /https:\/\/konkurs\.example\.org(\/wejscie\/\S+)/.exec(stdout)?.[1] ?? '';

  const browser = house.visitor();
  await browser.get(path);
  expect((await browser.post(path)).status).toBe(303);
  expect(words(await browser.get('/konto'))).toContain('Halina Żukowska');
  expect((await house.visitor().get(path)).status).toBe(410);
  expect(happenings(house.deps, before)).toEqual(['sign_in_link.handed', 'session.opened']);
});

test('where there is no mail, it confirms the address of somebody who has begun an application', async () => {
  const { deps } = house;
  const personId = deps.db.write((tx) => createProvisionalPerson(tx, deps, { email: 'birute@example.org' }));
  const { stdout } = await link('birute@example.org');
  const path = /(\/wejscie\/\S+)/.exec(stdout)?.[1] ?? '';
  const browser = house.visitor();
  await browser.get(path);
  expect((await browser.post(path)).status).toBe(303);
  expect(deps.db.get(sql`select email, pending_email as pending from people where id = ${personId}`)).toEqual({
    email: 'birute@example.org',
    pending: null,
  });
});

test('it says plainly that there is no such person, and writes nothing', async () => {
  const before = lastEvent(house.deps);
  await expect(link('nikt@example.org')).rejects.toMatchObject({
    code: 1,
    stderr: 'No open account has the address nikt@example.org\n',
  });
  await expect(link()).rejects.toMatchObject({ code: 1, stderr: 'Whose link? npm run link -- person@example.org\n' });
  expect(happenings(house.deps, before)).toEqual([]);
  expect(house.deps.db.all(sql`select id from sign_in_links`)).toEqual([]);
});
