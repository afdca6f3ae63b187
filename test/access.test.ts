import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '../src/lib/actor.ts';
import { accessTable } from './access.table.ts';
import type { AccessRow } from './support/access-row.ts';
import type { Client, Page } from './support/client.ts';
import { crawl } from './support/crawl.ts';
import { openWorld, type Who, type World } from './support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
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

describe.each<Who>(['visitor', 'provisional', 'applicant', ...roles])('%s', (who) => {
  test('enters what the table says and nothing else, before any record is looked for', async () => {
    const wrong: string[] = [];
    for (const row of accessTable.filter(({ access }) => access !== 'static')) {
      const met = await knock(who, row);
      const expected = mayEnter(who, row.access) ? 'enters' : who === 'visitor' ? 'is sent to sign in' : 'is refused';
      if (met !== expected) wrong.push(`${row.method} ${row.path}: ${met}, not ${expected}`);
    }
    expect(wrong).toEqual([]);
  });

  test('is shown no link that leads nowhere or to a closed door', async () => {
    const { pages, deadLinks } = await crawl(world.as(who), world.routes, who === 'visitor' ? ['/'] : ['/', '/konto']);
    const closed = pages.filter(({ page }) => page.status >= 400).map(({ path, page }) => `${path}: ${page.status}`);
    expect({ closed, deadLinks }).toEqual({ closed: [], deadLinks: [] });
  });
});

/** Written anew here: the test does not ask the code under test who may enter. */
function mayEnter(who: Who, access: AccessRow['access']): boolean {
  if (access === 'public' || access === 'static') return true;
  if (who === 'visitor') return false;
  if (access === 'signed_in') return true;
  if (who === 'provisional') return false;
  return access === 'confirmed' || access.some((role) => role === who);
}

/** What one request meets that has a good form token and nothing else, for a record that does not exist. */
async function knock(who: Who, row: AccessRow): Promise<string> {
  const browser = world.as(who);
  const path = row.path.replace(/:\w+/g, '987654321');
  const { status, location } = row.method === 'GET' ? await browser.get(path) : await sendNothing(browser, path);
  if (status === 403) return 'is refused';
  const isSentToSignIn = location === `/wejscie?dalej=${encodeURIComponent(path)}` || browser.cookies.has('kept');
  if (status === 303 && isSentToSignIn) return 'is sent to sign in';
  return status < 500 ? 'enters' : `breaks (${status})`;
}

async function sendNothing(browser: Client, path: string): Promise<Page> {
  const payload = new URLSearchParams({ _csrf: await formToken(browser), _once: randomUUID() }).toString();
  const headers = { origin: world.app.url, 'content-type': 'application/x-www-form-urlencoded' };
  return browser.send({ method: 'POST', url: path, headers, payload });
}

/** Of any form on any page of this browser: its token is the same everywhere. */
async function formToken(browser: Client): Promise<string> {
  const page = await browser.get(browser.cookies.has('session') ? '/konto' : '/wejscie');
  const token = page.forms.flatMap((form) => form.filled).find(([name]) => name === '_csrf');
  if (token === undefined) throw new Error('the page has no form');
  return token[1];
}
