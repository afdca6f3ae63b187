import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { completeDraft, type SubmittedStory, submittedApplication } from '../support/story/applications.ts';

let app: TestApp;
let sent: SubmittedStory;
let joanna: TestPerson;
let group: Client;
let desk: Client;

const thread = '/wnioski/1/wiadomosci';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const secret = 'Mąż pani Zofii jest w szpitalu, dlatego prosimy o późniejszy termin.';

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-12T11:00:00.000Z' });
  joanna = app.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']);
  sent = submittedApplication(app.deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki',
  });
  group = app.as({ id: sent.personId });
  desk = app.as(joanna);
});
afterEach(() => app.close());

const write = async (who: Client, body: string) => {
  await who.get(thread);
  return who.submit(thread, { body });
};
const letters = () =>
  app.deps.db.all<{ kind: string; address: string; body: string }>(
    sql`select kind, to_address as address, body from letters where kind like 'message_%' order by id`,
  );

test('a question is a duty until somebody answers, and the answer is one for the group', async () => {
  await write(group, secret);
  expect(plain((await desk.get('/pulpit')).text)).toContain('Odpowiedz na wiadomości: 1 grupa pisze');
  const page = await desk.get(thread);
  expect(plain(page.text)).toContain(secret);
  expect(page.text).toContain('nowa');
  await write(desk, 'Oczywiście. Może być wrzesień.');
  expect(plain((await desk.get('/pulpit')).text)).not.toContain('Odpowiedz na wiadomości');
  expect(plain((await group.get('/pulpit')).text)).toContain('Przeczytajcie wiadomość z biblioteki');
  expect(plain((await group.get(thread)).text)).toContain('Joanna Wasilewska, biblioteka');
  await group.submit(`${thread}/przeczytane`);
  expect(plain((await group.get('/pulpit')).text)).not.toContain('Przeczytajcie wiadomość');
});

test('letters say that there is something to read, once until it is read, and never what', async () => {
  await write(group, secret);
  await write(group, 'I jeszcze jedno pytanie.');
  expect(letters().map(({ kind, address }) => [kind, address])).toEqual([['message_from_group', 'joanna@example.org']]);
  await write(desk, 'Oczywiście.');
  await write(group, 'Dziękujemy!');
  expect(letters().map(({ kind, address }) => [kind, address])).toEqual([
    ['message_from_group', 'joanna@example.org'],
    ['message_from_library', 'birute@example.org'],
    ['message_from_group', 'joanna@example.org'],
  ]);
  for (const { body } of letters()) expect(body).not.toMatch(/szpital|jeszcze jedno|Oczywiście|Dziękujemy/);
});

test('judging opens no thread: neither jurors nor other groups nor the accountant read it', async () => {
  await write(group, secret);
  const tomas = app.person('Tomas Juror', 'tomas@example.org', ['juror', 'accountant']);
  app.deps.db.raw.exec(`update applications set state = 'accepted' where id = 1;
    insert into jury_members (call_id, person_id, function, appointed_at) values (1, ${tomas.id}, 'member', '2024-03-20T10:00:00.000Z');
    insert into jury_declarations (member_id, text_version, signed_at) select id, '1', '2024-03-21T10:00:00.000Z' from jury_members`);
  const juror = app.as(tomas);
  const read = await juror.get('/wnioski/1');
  expect([read.status, read.text.includes('Wiadomości od grupy')]).toEqual([200, false]);
  const other = completeDraft(app.deps, { leader: 'Ewa Kos', email: 'ewa@example.org', title: 'Książki' });
  for (const stranger of [juror, app.as({ id: other.personId })]) {
    const page = await stranger.get(thread);
    expect([page.status, page.text.includes('szpital')]).toEqual([404, false]);
  }
});

test('whom a conflict of interest closes the application to neither reads nor is told', async () => {
  const anna = app.person('Anna Kuzyn', 'anna@example.org', ['coordinator']);
  app.deps.db.raw.exec(`
    insert into jury_members (call_id, person_id, function, appointed_at) values (1, ${anna.id}, 'member', '2024-03-10T10:00:00.000Z');
    insert into recusals (member_id, application_id, kind, ground, declared_at) select id, 1, 'exclusion', 'kin', '2024-03-11T10:00:00.000Z' from jury_members`);
  await write(group, secret);
  const page = await app.as(anna).get(thread);
  expect([page.status, page.text.includes('szpital')]).toEqual([404, false]);
  expect(letters().map(({ address }) => address)).toEqual(['joanna@example.org']);
});

test('of a draft the library reads what its group wrote, and still not the draft', async () => {
  const draft = completeDraft(app.deps, { leader: 'Ewa Kos', email: 'ewa@example.org', title: 'Książki na kółkach' });
  const theirs = `/wnioski/${draft.id}/wiadomosci`;
  expect((await desk.get(theirs)).status).toBe(404);
  const ewa = app.as({ id: draft.personId });
  await ewa.get(theirs);
  await ewa.submit(theirs, { body: 'Czy można kupić wózek?' });
  expect(plain((await desk.get(theirs)).text)).toContain('Czy można kupić wózek?');
  expect((await desk.get(`/wnioski/${draft.id}`)).status).toBe(404);
});

test('a call that was written down stands in the same list, for the library alone', async () => {
  await write(group, secret);
  app.clock.set('2024-03-13T09:00:00.000Z');
  await desk.get('/wnioski/1/rozmowa');
  await desk.submit('/wnioski/1/rozmowa', { note: 'Umówiona na czwartek.', withWhom: 'Birutė', doneTime: '09.30' });
  expect(plain((await desk.get(thread)).text)).toContain('Umówiona na czwartek.');
  expect(plain((await group.get(thread)).text)).not.toContain('Umówiona na czwartek.');
});

test('what is sent is neither changed nor lost', async () => {
  await write(group, secret);
  expect(() => app.deps.db.raw.exec(`update application_messages set body = 'inne'`)).toThrow('message_is_sent');
  expect(() => app.deps.db.raw.exec('delete from application_messages')).toThrow('message_is_sent');
  const empty = await group.post(thread, { body: '   ' });
  expect(empty.status).toBe(422);
  const long = await group.post(thread, { body: 'ą'.repeat(4001) });
  expect(plain(long.text)).toContain('najwyżej 4000 znaków');
  expect(long.html).toContain('ąąąą');
  expect(app.deps.db.all(sql`select body from application_messages`)).toEqual([{ body: secret }]);
});
