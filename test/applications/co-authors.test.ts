import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { completeDraft, type StartedStory } from '../support/story/applications.ts';

let app: TestApp;
let draft: StartedStory;
let leader: Client;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-10T11:00:00.000Z', mail: true });
  draft = completeDraft(app.deps, { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki' });
  leader = app.as({ id: draft.personId });
});
afterEach(() => app.close());

const people = '/wnioski/1/osoby';
const idea = '/wnioski/1/czesci/idea';
const check = '/wnioski/1/czesci/sprawdz';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const titleNow = () => app.deps.db.get<{ title: string }>(sql`select title from applications where id = 1`)?.title;
const personOf = (email: string) =>
  app.deps.db.get<{ id: number }>(sql`select id from people where email = ${email}`)?.id ?? 0;

/** The address of the invitation that came by e-mail. */
async function invite(email: string, may: string): Promise<string> {
  await leader.get(people);
  await leader.submit(people, { email, may });
  await app.drain();
  const letter = await app.mailbox.waitFor(
    ({ to, subject }) => JSON.stringify(to).includes(email) && (subject ?? '').startsWith('Zaproszenie'),
  );
  return /\/zaproszenie\/[\w-]+/.exec(letter.text ?? '')?.[0] ?? '';
}

async function joined(email: string, may: string): Promise<Client> {
  const link = await invite(email, may);
  const guest = app.visitor();
  await guest.get(link);
  await guest.submit(link);
  return guest;
}

describe('an invitation', () => {
  test('lets in nobody before it is accepted, and its person once it is', async () => {
    const link = await invite('jonas@example.org', 'edit');
    const jonas = app.person('Jonas Vaičiulis', 'jonas@example.org');
    expect((await app.as(jonas).get('/wnioski/1')).status).toBe(404);
    const guest = app.visitor();
    const door = await guest.get(link);
    expect(plain(door.text)).toContain('Birutė Jurkianis zaprasza Was');
    expect(door.text).not.toContain('šakotis');
    expect(plain((await guest.submit(link)).text)).toContain('Jesteście we wniosku.');
    expect((await guest.get(idea)).text).toContain('šakotis');
    expect((await app.visitor().get(link)).status).toBe(410);
    expect(
      app.deps.db.get(sql`select person_id as person, role, may from application_members where role = 'co_author'`),
    ).toEqual({
      person: jonas.id,
      role: 'co_author',
      may: 'edit',
    });
  });

  test('is over once the leader takes it back; a forged one never was', async () => {
    const link = await invite('jonas@example.org', 'edit');
    await leader.get(people);
    await leader.submit('/wnioski/1/zaproszenia/1/odwolanie');
    expect((await app.visitor().get(link)).status).toBe(410);
    expect((await app.visitor().get(`${link.slice(0, -3)}AAA`)).status).toBe(404);
    expect((await app.visitor().get(link.replace('zaproszenie', 'wejscie'))).status).toBe(404);
    expect(personOf('jonas@example.org')).toBe(0);
  });

  test('opens no session for somebody who works in the library: she signs in herself', async () => {
    app.person('Anna Dyrektor', 'anna@example.org', ['director']);
    const link = await invite('anna@example.org', 'read');
    const guest = app.visitor();
    await guest.get(link);
    const after = await guest.submit(link);
    expect(plain(after.text)).toContain('Zaproszenie przyjęte. Wejdźcie teraz swoim adresem e-mail.');
    expect(guest.cookies.has('session')).toBe(false);
  });

  test('is written by a confirmed leader alone', async () => {
    const guest = await joined('jonas@example.org', 'submit');
    const page = await guest.get(people);
    expect(page.forms.some(({ action }) => action === people)).toBe(false);
    await leader.get(people);
    const twice = await leader.post(people, { email: 'jonas@example.org', may: 'read' });
    expect(plain(twice.text)).toContain('Ta osoba już jest we wniosku albo ma zaproszenie.');
  });
});

describe('the right of a co-author', () => {
  test('to read is not to save', async () => {
    const guest = await joined('jonas@example.org', 'edit');
    await guest.get(idea);
    await leader.get(people);
    await leader.submit(`${people}/${personOf('jonas@example.org')}/prawo`, { may: 'read' });
    const refused = await guest.post(idea, { title: 'Nowy tytuł' });
    expect(refused.status).toBe(422);
    expect(plain(refused.text)).toContain('Osoba prowadząca nie dała Wam do tego prawa');
    expect(refused.html).toContain('Nowy tytuł');
    expect(titleNow()).toBe('Dwa języki');
    const read = await guest.get(check);
    expect(plain(read.text)).toContain('Wniosek złoży osoba prowadząca');
    expect(read.links.size).toBeGreaterThan(0);
    expect(read.forms.some(({ action }) => action === '/wnioski/1/zlozenie')).toBe(false);
  });

  test('to write is not to send', async () => {
    const guest = await joined('jonas@example.org', 'submit');
    await guest.get(idea);
    await guest.submit(idea, { title: 'Dwa języki, jedna półka' });
    expect(titleNow()).toBe('Dwa języki, jedna półka');
    await guest.get(check);
    await leader.get(people);
    await leader.submit(`${people}/${personOf('jonas@example.org')}/prawo`, { may: 'edit' });
    const refused = await guest.post('/wnioski/1/zlozenie');
    expect(refused.status).toBe(422);
    expect(plain(refused.text)).toContain('Osoba prowadząca nie dała Wam do tego prawa');
    expect(app.deps.db.get(sql`select state from applications`)).toEqual({ state: 'draft' });
  });

  test('to send sends, and the leader hears of it under her own name', async () => {
    const guest = await joined('jonas@example.org', 'submit');
    await guest.get(check);
    await guest.submit('/wnioski/1/zlozenie');
    const letter = app.deps.db.get(sql`select to_address as address from letters where kind = 'application_submitted'`);
    expect(letter).toEqual({ address: 'birute@example.org' });
    expect(app.deps.db.get(sql`select name from people where email = 'jonas@example.org'`)).toEqual({ name: '' });
  });

  test('ends when the leader takes the co-author off, and what was written stays', async () => {
    const guest = await joined('jonas@example.org', 'edit');
    await guest.get(idea);
    await guest.submit(idea, { title: 'Dwa języki, jedna półka' });
    await leader.get(people);
    await leader.submit(`${people}/${personOf('jonas@example.org')}/usuniecie`);
    for (const url of ['/wnioski/1', idea, check, people]) {
      const page = await guest.get(url);
      expect([url, page.status, page.text.includes('półka')]).toEqual([url, 404, false]);
    }
    expect(titleNow()).toBe('Dwa języki, jedna półka');
  });
});
