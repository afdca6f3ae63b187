import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Page } from '../support/client.ts';
import { doorIn, happenings, lastEvent, words } from './door.ts';

let house: TestApp;

beforeEach(async () => {
  house = await startTestApp({ beginning: 'draft', mail: true });
});
afterEach(() => house.close());

async function ask(browser: Client, email: string, next = ''): Promise<Page> {
  await browser.get(next === '' ? '/wejscie' : `/wejscie?dalej=${encodeURIComponent(next)}`);
  return browser.post('/wejscie', { email });
}

test('Irena asks with her address, presses the button behind the link in her letter and is where she wanted to go', async () => {
  const irena = house.person('Irena Wasilewska', 'irena@example.org');
  const before = lastEvent(house.deps);
  const browser = house.visitor();

  expect(await ask(browser, '  Irena@Example.org ', '/konto?co=1')).toMatchObject({
    status: 303,
    location: '/wejscie/kod',
  });
  await house.drain();
  const [letter] = house.mailbox.letters;
  expect(letter?.envelope.to).toEqual(['irena@example.org']);
  const link = /http:\/\/localhost:3000(\/wejscie\/\S+)/.exec(letter?.text ?? '')?.[1] ?? '';

  expect(words(await browser.get(link))).toContain('irena@example.org');
  const answer = await browser.post(link);
  expect(answer).toMatchObject({ status: 303, location: '/konto?co=1' });
  expect(words(await browser.get('/konto'))).toContain('Irena Wasilewska');
  expect(house.deps.db.all(sql`select person_id as personId, device, revoked_at as revokedAt from sessions`)).toEqual([
    { personId: irena.id, device: 'Firefox', revokedAt: null },
  ]);
  expect(happenings(house.deps, before)).toEqual(['sign_in_link.asked', 'session.opened']);
});

test('Jonas reads the code on his telephone and types it, spaced, on the library’s computer', async () => {
  house.person('Jonas Vaičiulis', 'jonas@example.org');
  const browser = house.visitor();
  await ask(browser, 'jonas@example.org');
  await house.drain();
  const code = /^(\d{3})(\d{3})$/m.exec(house.mailbox.letters[0]?.text ?? '');

  await browser.get('/wejscie/kod');
  const answer = await browser.post('/wejscie/kod', { code: ` ${code?.[1]} ${code?.[2]} ` });
  expect(answer).toMatchObject({ status: 303, location: '/pulpit' });
  expect(words(await browser.get('/konto'))).toContain('Jonas Vaičiulis');
});

test('the stored letter and the database hold neither link nor code', async () => {
  house.person('Irena Wasilewska', 'irena@example.org');
  await ask(house.visitor(), 'irena@example.org');
  const door = doorIn(house.deps, 'irena@example.org');

  const [letter] = house.deps.db.all<{ body: string }>(sql`select body from letters`);
  expect(letter?.body).toContain('[jednorazowy link]');
  const everything = JSON.stringify([
    house.deps.db.all(sql`select * from letters`),
    house.deps.db.all(sql`select * from sign_in_links`),
    house.deps.db.all(sql`select * from events`),
    house.deps.db.all(sql`select * from jobs`),
  ]);
  expect(everything).not.toContain(door.path.split('/').at(-1));
  expect(everything).not.toContain(door.code);
});

test('a stranger’s address gets the same answers as a known one, and no letter and no account', async () => {
  house.person('Irena Wasilewska', 'irena@example.org');
  const pages: string[][] = [];
  for (const email of ['irena@example.org', 'obcy-a@example.org']) {
    const browser = house.visitor();
    const asked = await ask(browser, email);
    const form = await browser.get('/wejscie/kod');
    const wrong = await browser.post('/wejscie/kod', { code: '000000' });
    pages.push(
      [String(asked.status), String(asked.location), form.text, String(wrong.status), wrong.text].map((text) =>
        text.replaceAll(email, 'ADRES').replaceAll('\u00a0', ' '),
      ),
    );
  }

  expect(pages[1]).toEqual(pages[0]);
  expect(pages[0]?.[2]).toContain('Jeśli adres ADRES jest u nas znany');
  await house.drain();
  expect(house.mailbox.letters.map((letter) => letter.envelope.to)).toEqual([['irena@example.org']]);
  expect(house.deps.db.all(sql`select email from people`)).toEqual([{ email: 'irena@example.org' }]);
});

test('five wrong codes end the stranger’s empty link too, with the same words', async () => {
  const browser = house.visitor();
  await ask(browser, 'obcy@example.org');
  await browser.get('/wejscie/kod');
  const statuses = [];
  for (let time = 0; time < 5; time += 1)
    statuses.push((await browser.post('/wejscie/kod', { code: '123456' })).status);
  expect(statuses).toEqual([422, 422, 422, 422, 410]);
});

test('a closed account gets no letter', async () => {
  const adam = house.person('Adam Nowik', 'adam@example.org');
  house.deps.db.raw.prepare('update people set closed_at = ? where id = ?').run(house.clock.now(), adam.id);
  expect(await ask(house.visitor(), 'adam@example.org')).toMatchObject({ status: 303, location: '/wejscie/kod' });
  expect(house.deps.db.all(sql`select id from letters`)).toEqual([]);
});

test('what is not an address is refused at the field, as typed', async () => {
  const browser = house.visitor();
  const answer = await ask(browser, 'irena małpa example.org');
  expect(answer.status).toBe(422);
  expect(words(answer)).toContain('To nie wygląda na adres e-mail.');
  expect(answer.html).toContain('value="irena małpa example.org"');
});

test('the sixth letter to one address within an hour is refused, known or not; an hour later it goes', async () => {
  house.person('Irena Wasilewska', 'irena@example.org');
  for (const email of ['irena@example.org', 'obcy@example.org']) {
    for (let time = 0; time < 5; time += 1) expect((await ask(house.visitor(), email)).status).toBe(303);
    const refused = await ask(house.visitor(), email);
    expect(refused.status).toBe(429);
    expect(words(refused)).toContain('Poczekaj godzinę');
    expect(refused.html).toContain(`value="${email}"`);
  }
  expect(house.deps.db.all(sql`select id from letters`)).toHaveLength(5);

  house.clock.advance({ hours: 1, seconds: 1 });
  expect((await ask(house.visitor(), 'irena@example.org')).status).toBe(303);
  expect(house.deps.db.all(sql`select id from sign_in_attempts`)).toHaveLength(2);
});

test('one network may ask for thirty letters an hour; its address is not kept', async () => {
  for (let number = 0; number < 30; number += 1)
    expect((await ask(house.visitor(), `osoba${number}@example.org`)).status).toBe(303);
  expect((await ask(house.visitor(), 'osoba30@example.org')).status).toBe(429);
  const kept = JSON.stringify(house.deps.db.all(sql`select * from sign_in_attempts`));
  expect(kept).not.toContain('127.0.0.1');
  expect(kept).not.toContain('osoba1@');
});

test('strangers’ addresses are forgotten after a day', async () => {
  await ask(house.visitor(), 'obcy@example.org');
  house.clock.advance({ hours: 25 });
  await ask(house.visitor(), 'inny@example.org');
  expect(house.deps.db.all(sql`select email from sign_in_links`)).toEqual([{ email: 'inny@example.org' }]);
});

test('signing out ends the session on the server and tells the browser to forget what was typed', async () => {
  const irena = house.person('Irena Wasilewska', 'irena@example.org');
  const browser = house.as(irena);
  await browser.get('/konto');
  const token = browser.cookies.get('session') ?? '';
  const answer = await browser.post('/wyjscie');
  expect(answer).toMatchObject({ status: 303, location: '/' });
  expect(answer.headers['clear-site-data']).toBe('"storage"');

  const thief = house.visitor();
  thief.cookies.set('session', token);
  expect(await thief.get('/konto')).toMatchObject({ status: 303, location: '/wejscie?dalej=%2Fkonto' });
});
