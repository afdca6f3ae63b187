import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sameAs } from '../../src/features/accounts/access.ts';
import { askToConfirm, createProvisionalPerson } from '../../src/features/accounts/commands.ts';
import { readActor } from '../../src/features/accounts/queries.ts';
import { openSession } from '../../src/web/session.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { doorIn, happenings, lastEvent, words } from './door.ts';

let house: TestApp;

beforeEach(async () => {
  house = await startTestApp({ beginning: 'draft' });
});
afterEach(() => house.close());

/** Somebody begins an application in a new browser: writes at once, and a letter goes to the address. */
async function begin(email: string): Promise<{ id: number; browser: Client; sent: boolean }> {
  const browser = house.visitor();
  await browser.get('/wejscie');
  const begun = house.deps.db.write((tx) => {
    const id = createProvisionalPerson(tx, house.deps, { email });
    const sent = askToConfirm(tx, house.deps, {
      personId: id,
      email,
      nextPath: '/pomoc',
      device: browser.cookies.get('device') ?? '',
    });
    return { id, sent, token: openSession(tx, house.deps, id, 'Firefox') };
  });
  browser.cookies.set('session', begun.token);
  return { ...begun, browser };
}

function people(): unknown[] {
  return house.deps.db.all(
    sql`select id, email, pending_email as pendingEmail, merged_into_id as mergedIntoId from people order by id`,
  );
}

test('Birutė confirms her address with the code and goes on where she was, with an account', async () => {
  const birute = await begin('Birute@Example.org');
  expect(readActor(house.deps.db, birute.id)).toMatchObject({
    confirmed: false,
    name: 'birute@example.org',
    grants: [],
  });
  const before = lastEvent(house.deps);

  await birute.browser.get('/wejscie/kod');
  const answer = await birute.browser.post('/wejscie/kod', { code: doorIn(house.deps, 'birute@example.org').code });
  expect(answer).toMatchObject({ status: 303, location: '/pomoc' });
  expect(people()).toEqual([{ id: birute.id, email: 'birute@example.org', pendingEmail: null, mergedIntoId: null }]);
  expect(readActor(house.deps.db, birute.id)).toMatchObject({ confirmed: true });
  expect((await birute.browser.get('/konto')).status).toBe(200);
  expect(happenings(house.deps, before)).toEqual(['person.confirmed', 'session.opened']);
});

test('Irena, who has an account, begins again from another browser: after the proof both are one person', async () => {
  const irena = house.person('Irena Wasilewska', 'irena@example.org', ['juror']);
  const begun = await begin('irena@example.org');
  const before = lastEvent(house.deps);

  const { path } = doorIn(house.deps, 'irena@example.org');
  const telephone = house.visitor();
  const page = await telephone.get(path);
  expect(words(page)).toContain('Wniosek zaczęto na innym urządzeniu');
  expect(await telephone.post(path)).toMatchObject({ status: 303, location: '/pomoc' });

  expect(words(await telephone.get('/konto'))).toContain('Irena Wasilewska');
  expect(people()).toEqual([
    { id: irena.id, email: 'irena@example.org', pendingEmail: null, mergedIntoId: null },
    { id: begun.id, email: null, pendingEmail: null, mergedIntoId: irena.id },
  ]);
  expect(readActor(house.deps.db, begun.id)).toEqual(readActor(house.deps.db, irena.id));
  expect(house.deps.db.all(sql`select id from people where id in ${sameAs(irena.id)} order by id`)).toEqual([
    { id: irena.id },
    { id: begun.id },
  ]);
  expect(happenings(house.deps, before)).toEqual(['person.merged', 'session.opened']);
});

test('whoever types a coordinator’s address and waits for her to confirm it gets nothing: that browser is signed out', async () => {
  house.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator', 'administrator']);
  const stranger = await begin('joanna@example.org');
  expect((await stranger.browser.get('/administracja/osoby')).status).toBe(403);

  const { path } = doorIn(house.deps, 'joanna@example.org');
  const joanna = house.visitor();
  await joanna.get(path);
  await joanna.post(path);
  expect((await joanna.get('/administracja/osoby')).status).toBe(200);
  expect(await stranger.browser.get('/administracja/osoby')).toMatchObject({
    status: 303,
    location: '/wejscie?dalej=%2Fadministracja%2Fosoby',
  });
});

test('Jonas lost his browser before confirming: asking at the sign-in page brings him back to the draft', async () => {
  const jonas = await begin('jonas@example.org');
  const telephone = house.visitor();
  await telephone.get('/wejscie');
  await telephone.post('/wejscie', { email: 'jonas@example.org' });
  const { path } = doorIn(house.deps, 'jonas@example.org');
  expect(words(await telephone.get(path))).toContain('Potwierdź adres e-mail');
  await telephone.post(path);
  expect(people()).toEqual([{ id: jonas.id, email: 'jonas@example.org', pendingEmail: null, mergedIntoId: null }]);
});

test('Irena begins an application, then signs in with the same address in the same browser: the draft goes with her', async () => {
  const irena = house.person('Irena Wasilewska', 'irena@example.org');
  const begun = await begin('irena@example.org');
  await begun.browser.get('/wejscie');
  await begun.browser.post('/wejscie', { email: 'irena@example.org' });
  await begun.browser.get('/wejscie/kod');
  await begun.browser.post('/wejscie/kod', { code: doorIn(house.deps, 'irena@example.org').code });
  expect(readActor(house.deps.db, begun.id)).toMatchObject({ personId: irena.id });
});

test('on a shared computer the draft of one person does not go to another who signs in', async () => {
  const adam = house.person('Adam Nowik', 'adam@example.org');
  const begun = await begin('birute@example.org');
  await begun.browser.get('/wejscie');
  await begun.browser.post('/wejscie', { email: 'adam@example.org' });
  await begun.browser.get('/wejscie/kod');
  await begun.browser.post('/wejscie/kod', { code: doorIn(house.deps, 'adam@example.org').code });
  expect(words(await begun.browser.get('/konto'))).toContain('Adam Nowik');
  expect(readActor(house.deps.db, begun.id)).toMatchObject({ personId: begun.id, confirmed: false });
  expect(house.deps.db.all(sql`select person_id as personId from sessions where revoked_at is null`)).toEqual([
    { personId: adam.id },
  ]);
});

test('a letter to an address given up for another confirms nothing', async () => {
  const begun = await begin('literowka@example.org');
  const old = doorIn(house.deps, 'literowka@example.org');
  house.deps.db.write((tx) =>
    askToConfirm(tx, house.deps, { personId: begun.id, email: 'birute@example.org', nextPath: '/', device: 'inna' }),
  );
  const owner = house.visitor();
  await owner.get(old.path);
  expect((await owner.post(old.path)).status).toBe(410);
  expect(people()).toEqual([{ id: begun.id, email: null, pendingEmail: 'birute@example.org', mergedIntoId: null }]);
});

test('an address gets at most five letters an hour, however many begin with it', async () => {
  const sent: boolean[] = [];
  for (let time = 0; time < 6; time += 1) sent.push((await begin('birute@example.org')).sent);
  expect(sent).toEqual([true, true, true, true, true, false]);
  expect(house.deps.db.all(sql`select id from letters`)).toHaveLength(5);
});

test('one network gets at most thirty letters an hour, to whatever addresses', () => {
  const ask = (number: number, network: string) =>
    house.deps.db.write((tx) => {
      const email = `osoba${number}@example.org`;
      const personId = createProvisionalPerson(tx, house.deps, { email });
      return askToConfirm(tx, house.deps, { personId, email, nextPath: '/', device: 'przegladarka', network });
    });
  for (let number = 0; number < 30; number += 1) expect(ask(number, '192.0.2.7')).toBe(true);
  expect([ask(30, '192.0.2.7'), ask(31, '192.0.2.8')]).toEqual([false, true]);
});

test('a merged person whose account is then closed is nobody', async () => {
  const irena = house.person('Irena Wasilewska', 'irena@example.org');
  const begun = await begin('irena@example.org');
  house.deps.db.raw.prepare('update people set merged_into_id = ? where id = ?').run(irena.id, begun.id);
  house.deps.db.raw.prepare('update people set closed_at = ? where id = ?').run(house.clock.now(), irena.id);
  expect(readActor(house.deps.db, begun.id)).toBeUndefined();
});
