import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstAdministratorLink } from '../../src/features/accounts/links.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { happenings, lastEvent, words } from './door.ts';

let house: TestApp;

beforeEach(async () => {
  house = await startTestApp({ beginning: 'draft' });
});
afterEach(() => house.close());

function printed(): string {
  return new URL(firstAdministratorLink(house.deps) ?? '').pathname;
}

test('the link printed at the start makes Joanna administrator and coordinator, once', async () => {
  const path = printed();
  const before = lastEvent(house.deps);
  const joanna = house.visitor();
  await joanna.get(path);
  const answer = await joanna.post(path, { name: 'Joanna  Wasilewska', email: 'Joanna@example.org' });
  expect(answer).toMatchObject({ status: 303, location: '/pulpit' });

  const konto = words(await joanna.get('/konto'));
  expect(konto).toContain('administrator, w całej instytucji');
  expect(konto).toContain('koordynator, w całej instytucji');
  expect(house.deps.db.all(sql`select name, email from people`)).toEqual([
    { name: 'Joanna Wasilewska', email: 'joanna@example.org' },
  ]);
  expect(house.deps.db.all(sql`select id from letters`)).toEqual([]);
  expect(happenings(house.deps, before)).toEqual(['person.added', 'role.granted', 'role.granted', 'session.opened']);

  expect(firstAdministratorLink(house.deps)).toBeUndefined();
  const late = await house.visitor().get(path);
  expect(late.status).toBe(410);
  expect(words(late)).toContain('System ma już administratora');
});

test('a second form filled in meanwhile is refused', async () => {
  const path = printed();
  const [joanna, stranger] = [house.visitor(), house.visitor()];
  await joanna.get(path);
  await stranger.get(path);
  await joanna.post(path, { name: 'Joanna Wasilewska', email: 'joanna@example.org' });
  expect((await stranger.post(path, { name: 'Ktoś Obcy', email: 'obcy@example.org' })).status).toBe(410);
  expect(house.deps.db.all(sql`select email from people`)).toEqual([{ email: 'joanna@example.org' }]);
});

test('only the newest printed link works, for a day; it is no ordinary door, nor is an ordinary door it', async () => {
  const [old, fresh] = [printed(), printed()];
  expect((await house.visitor().get(old)).status).toBe(410);
  expect((await house.visitor().get(fresh)).status).toBe(200);
  expect((await house.visitor().get(fresh.replace('/pierwsza-osoba', ''))).status).toBe(404);
  house.clock.advance({ hours: 24 });
  expect((await house.visitor().get(fresh)).status).toBe(410);
});

test('missing name and a wrong address come back at their fields', async () => {
  const path = printed();
  const browser = house.visitor();
  await browser.get(path);
  const answer = await browser.post(path, { name: ' ', email: 'joanna' });
  expect(answer.status).toBe(422);
  expect(answer.title).toContain('Błąd:');
  expect(answer.links.get('Wpisz imię i\u00a0nazwisko.') ?? answer.links.get('Wpisz imię i nazwisko.')).toBe('#name');
  expect(answer.html).toContain('value="joanna"');
});
