import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { issueHandedLink } from '../../src/features/accounts/links.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { doorIn, happenings, lastEvent, words, wrongCode } from './door.ts';

let house: TestApp;
let browser: Client;
let door: { path: string; code: string };

beforeEach(async () => {
  house = await startTestApp({ beginning: 'draft' });
  house.person('Danutė Sidorowicz', 'danute@example.org');
  browser = house.visitor();
  await browser.get('/wejscie');
  await browser.post('/wejscie', { email: 'danute@example.org' });
  door = doorIn(house.deps, 'danute@example.org');
});
afterEach(() => house.close());

function sessions(): unknown[] {
  return house.deps.db.all(sql`select id from sessions where revoked_at is null`);
}

test('B3: a forged or cut link is not found, and says what to do', async () => {
  const token = door.path.split('/').at(-1) ?? '';
  const letter = token[20] === 'A' ? 'B' : 'A';
  for (const forged of [
    token.slice(0, 40),
    `${token.slice(0, 20)}${letter}${token.slice(21)}`,
    'zupelnie-inny',
    `${token}A`,
  ]) {
    const page = await house.visitor().get(`/wejscie/${forged}`);
    expect(page.status).toBe(404);
    expect(words(page)).toContain('Czasem program pocztowy ucina długi link.');
  }
  expect(sessions()).toEqual([]);
});

test('B3: a link pressed through once is gone: 410 on the page and for a form kept open', async () => {
  const telephone = house.visitor();
  await telephone.get(door.path);
  await browser.get(door.path);
  expect((await telephone.post(door.path)).status).toBe(303);
  const late = await browser.post(door.path);
  expect(late.status).toBe(410);
  expect(words(late)).toContain('Poproś o nowy list');
  expect((await house.visitor().get(door.path)).status).toBe(410);
  await browser.get('/wejscie/kod');
  expect(sessions()).toHaveLength(1);
});

test('B3: thirty minutes later neither link nor code opens anything', async () => {
  await browser.get('/wejscie/kod');
  const link = house.visitor();
  await link.get(door.path);
  house.clock.advance({ minutes: 30 });
  expect((await link.post(door.path)).status).toBe(410);
  expect((await browser.post('/wejscie/kod', { code: door.code })).status).toBe(410);
  expect(sessions()).toEqual([]);
});

test('B3: five wrong codes end the link too; four do not', async () => {
  const before = lastEvent(house.deps);
  await browser.get('/wejscie/kod');
  const wrong = wrongCode(door.code);
  for (const left of ['Zostały 4 próby.', 'Zostały 3 próby.', 'Zostały 2 próby.', 'Została 1 próba.']) {
    const answer = await browser.post('/wejscie/kod', { code: wrong });
    expect(answer.status).toBe(422);
    expect(words(answer)).toContain(left);
    expect(answer.html).toContain(`value="${wrong}"`);
  }
  expect((await house.visitor().get(door.path)).status).toBe(200);

  const fifth = await browser.post('/wejscie/kod', { code: wrong });
  expect(fifth.status).toBe(410);
  expect(words(fifth)).toContain('Po pięciu złych kodach przestaje działać razem z linkiem.');
  expect((await house.visitor().get(door.path)).status).toBe(410);
  expect((await browser.get('/wejscie/kod')).status).toBe(410);
  expect(sessions()).toEqual([]);
  expect(happenings(house.deps, before)).toEqual(['sign_in_link.ended']);
});

test('a right code after four wrong ones still opens', async () => {
  await browser.get('/wejscie/kod');
  for (let time = 0; time < 4; time += 1) await browser.post('/wejscie/kod', { code: wrongCode(door.code) });
  expect((await browser.post('/wejscie/kod', { code: door.code })).status).toBe(303);
});

test('ten wrong codes for one address in a day, over several letters, stop guessing; the newest link still opens', async () => {
  const guess = async () => {
    const guesser = house.visitor();
    await guesser.get('/wejscie');
    await guesser.post('/wejscie', { email: 'danute@example.org' });
    await guesser.get('/wejscie/kod');
    const statuses: number[] = [];
    const wrong = wrongCode(doorIn(house.deps, 'danute@example.org').code);
    for (let time = 0; time < 5; time += 1) statuses.push((await guesser.post('/wejscie/kod', { code: wrong })).status);
    return statuses;
  };
  await guess();
  expect((await guess()).at(-1)).toBe(410);

  await browser.get('/wejscie/kod');
  expect((await browser.post('/wejscie/kod', { code: door.code })).status).toBe(410);
  await browser.get(door.path);
  expect((await browser.post(door.path)).status).toBe(303);
});

test('a malformed code costs no try', async () => {
  await browser.get('/wejscie/kod');
  const answer = await browser.post('/wejscie/kod', { code: '12 34' });
  expect(answer.status).toBe(422);
  expect(words(answer)).toContain('Kod ma sześć cyfr.');
  expect(house.deps.db.get(sql`select code_attempts as n from sign_in_links`)).toEqual({ n: 0 });
});

test('the code works only in the browser that asked', async () => {
  const another = house.visitor();
  await another.get('/wejscie');
  expect(await another.get('/wejscie/kod')).toMatchObject({ status: 303, location: '/wejscie' });
  await another.get('/wejscie');
  await another.post('/wejscie', { email: 'ktos@example.org' });
  await another.get('/wejscie/kod');
  expect((await another.post('/wejscie/kod', { code: door.code })).status).toBe(422);
  expect(sessions()).toEqual([]);
});

test('the link works on another device, which alone is then signed in', async () => {
  const telephone = house.visitor();
  await telephone.get(door.path);
  expect((await telephone.post(door.path)).status).toBe(303);
  expect(words(await telephone.get('/konto'))).toContain('Danutė Sidorowicz');
  expect((await browser.get('/konto')).status).toBe(303);
});

test('opening the link, as programs that scan mail do, changes nothing', async () => {
  const before = lastEvent(house.deps);
  for (let time = 0; time < 3; time += 1) expect((await house.visitor().get(door.path)).status).toBe(200);
  expect(happenings(house.deps, before)).toEqual([]);
  expect(house.deps.db.all(sql`select used_at as usedAt from sign_in_links`)).toEqual([{ usedAt: null }]);
  expect(sessions()).toEqual([]);
});

test('a double click on the button enters once', async () => {
  await browser.get(door.path);
  const first = await browser.post(door.path);
  // The second click leaves before the first answer has brought its cookie.
  const session = browser.cookies.get('session') ?? '';
  browser.cookies.delete('session');
  const second = await browser.post(door.path);
  browser.cookies.set('session', session);
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(second.location).toBe(first.location);
  expect(words(await browser.get('/konto'))).toContain('Danutė Sidorowicz');
  expect(sessions()).toHaveLength(1);
});

test('entering ends the session this browser had before', async () => {
  const adam = house.person('Adam Nowik', 'adam@example.org');
  const shared = house.as(adam);
  await shared.get(door.path);
  await shared.post(door.path);
  expect(words(await shared.get('/konto'))).toContain('Danutė Sidorowicz');
  expect(
    house.deps.db.all(sql`select person_id as personId from sessions where revoked_at is null`),
  ).not.toContainEqual({ personId: adam.id });
});

test('a link handed over by hand opens like any other and has no code', async () => {
  const before = lastEvent(house.deps);
  const link = issueHandedLink(house.deps, ' Danute@example.org') ?? '';
  expect(happenings(house.deps, before)).toEqual(['sign_in_link.handed']);
  expect(issueHandedLink(house.deps, 'nikt@example.org')).toBeUndefined();

  const path = new URL(link).pathname;
  const helped = house.visitor();
  await helped.get(path);
  expect(await helped.post(path)).toMatchObject({ status: 303, location: '/pulpit' });
});
