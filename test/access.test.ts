import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '../src/lib/actor.ts';
import { accessTable } from './access.table.ts';
import type { AccessRow } from './support/access-row.ts';
import { type Asking, askingIn } from './support/asking.ts';
import { type World, wholeWorld } from './support/world.ts';

let world: World;
let asking: Asking;

beforeAll(async () => {
  world = await wholeWorld();
  asking = askingIn(world);
});

afterAll(() => world.app.close());

test('the table lists every route of the app, each once', () => {
  const listed = accessTable.map(({ method, path }) => `${method} ${path}`);
  expect({
    unlisted: world.routes.filter((route) => !listed.includes(route)),
    absent: listed.filter((route) => !world.routes.some((known) => known === route)),
    twice: listed.filter((route, place) => listed.indexOf(route) !== place),
  }).toEqual({ unlisted: [], absent: [], twice: [] });
});

describe.each(['visitor', 'provisional', 'applicant', ...roles])('%s', (who) => {
  test('enters what the table says and nothing else, before any record is looked for', async () => {
    const wrong: string[] = [];
    for (const row of accessTable.filter(({ access }) => access !== 'static')) {
      const met = await knock(who, row);
      const expected = mayEnter(who, row.access) ? 'enters' : who === 'visitor' ? 'is sent to sign in' : 'is refused';
      if (met !== expected) wrong.push(`${row.method} ${row.path}: ${met}, not ${expected}`);
    }
    expect(wrong).toEqual([]);
  });
});

/** Written anew here: the test does not ask the code under test who may enter. */
function mayEnter(who: string, access: AccessRow['access']): boolean {
  if (access === 'public' || access === 'static') return true;
  if (who === 'visitor') return false;
  if (access === 'signed_in') return true;
  if (who === 'provisional') return false;
  return access === 'confirmed' || access.some((role) => role === who);
}

/** What one request meets that has good form tokens and nothing else, for a record that does not exist. */
async function knock(who: string, { method, path: pattern }: AccessRow): Promise<string> {
  const path = pattern.replace(/:\w+/g, '987654321');
  const { status, location, headers } = method === 'GET' ? await asking.get(who, path) : await asking.post(who, path);
  if (status === 403) return 'is refused';
  const isKept = String(headers['set-cookie']).includes('kept=');
  const isSentToSignIn =
    location === `/wejscie?dalej=${encodeURIComponent(path)}` || (location === '/wejscie' && isKept);
  if (status === 303 && isSentToSignIn) return 'is sent to sign in';
  return status < 500 ? 'enters' : `breaks (${status})`;
}
