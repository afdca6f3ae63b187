import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { submittedApplication } from '../support/story/applications.ts';
import { withoutAddress } from '../support/story/letters.ts';

let app: TestApp;
let joanna: TestPerson;
let ewa: TestPerson;
let desk: Client;

const home = '/wnioski/1';
const copy = '/wnioski/2';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Mr Kowal has no e-mail: Joanna keyed in what he brought on paper on 4 March. Ewa coordinates too. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z' });
  joanna = app.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']);
  ewa = app.person('Ewa Sidorowicz', 'ewa@example.org', ['coordinator', 'juror']);
  const sent = submittedApplication(app.deps, {
    ...{ leader: 'Jan Kowal', email: 'kowal@example.org', title: 'Ławka pod lipą' },
  });
  app.deps.db.raw
    .prepare(
      "insert into assisted_applications (application_id, lane, started_at, started_by) values (1, 'paper', '2024-03-04T17:00:00.000Z', ?)",
    )
    .run(joanna.id);
  withoutAddress(app.deps, sent.personId);
  app.clock.set('2024-03-06T10:00:00.000Z');
  desk = app.as(joanna);
});
afterEach(() => app.close());

async function begin(who = desk): Promise<void> {
  await who.get(home);
  await who.submit(`${home}/zmiana`);
}

async function rename(title: string): Promise<void> {
  await desk.get(`${copy}/czesci/idea`);
  await desk.submit(`${copy}/czesci/idea`, { title });
}

/** Ewa sits on the jury; Mr Kowal is her uncle. */
function excludeEwa(): void {
  app.deps.db.raw.exec(`insert into jury_members (call_id, person_id, function, appointed_at) values (1, ${ewa.id}, 'member', '2024-03-05T10:00:00.000Z');
    insert into jury_declarations (member_id, text_version, signed_at) select id, '1', '2024-03-05T11:00:00.000Z' from jury_members;
    insert into recusals (member_id, application_id, kind, ground, declared_at) select id, 1, 'exclusion', 'kin', '2024-03-05T11:00:00.000Z' from jury_members`);
}

describe('a coordinator who is excluded from a keyed-in application', () => {
  test('begins no change of it in its person’s name', async () => {
    const client = app.as(ewa);
    expect((await client.get(home)).status).toBe(200);
    excludeEwa();
    expect((await client.post(`${home}/zmiana`)).status).toBe(404);
    expect((await client.get(home)).status).toBe(404);
    expect(app.deps.db.all(sql`select * from amendments`)).toEqual([]);
  });

  test('does not read the change a colleague is writing, not even its name', async () => {
    await begin();
    await rename('Ławka i tajny stół');
    const before = await app.as(ewa).get(`${copy}/w-imieniu`);
    expect([before.status, before.text.includes('tajny stół')]).toEqual([200, true]);
    expect((await app.as(ewa).get('/wnioski')).text).toContain('tajny stół');
    excludeEwa();
    const client = app.as(ewa);
    for (const path of [copy, `${copy}/czesci/idea`, `${copy}/w-imieniu`, `${copy}/wiadomosci`, '/wnioski']) {
      const page = await client.get(path);
      expect([path, page.text.includes('tajny stół'), page.text.includes('Kowal')]).toEqual([path, false, false]);
    }
    expect((await client.get(copy)).status).toBe(404);
    expect((await desk.get('/wnioski')).text).toContain('tajny stół');
  });
});

describe('Mr Kowal’s word for a change', () => {
  const scan = { name: 'podpis.pdf', content: Buffer.from('%PDF-1.7 Jan Kowal podpisał wersję drugą') };

  beforeEach(async () => {
    await begin();
    await rename('Ławka i stół pod lipą');
    await desk.get(`${copy}/w-imieniu`);
    await desk.submit(`${copy}/w-imieniu/podpis`, { way: 'printout', signedOn: '06.03.2024' }, { file: scan });
    await desk.get(`${copy}/czesci/sprawdz`);
    await desk.submit(`${copy}/zlozenie`);
  });

  const fileId = () => app.deps.db.get<{ id: number }>(sql`select file_id as id from submission_confirmations`)?.id;

  test('stays with the application once the change is sent: on its page, on the shelf, behind its address', async () => {
    expect(app.deps.db.get(sql`select title from applications where id = 1`)).toEqual({
      title: 'Ławka i stół pod lipą',
    });
    const page = await desk.get(home);
    expect(plain(page.text)).toContain('Podpis na wydruku z 6 marca 2024 r.');
    expect(page.html).toContain(`href="/pliki/${fileId()}"`);
    const got = await desk.send({ method: 'GET', url: `/pliki/${fileId()}` });
    expect([got.status, got.body.toString()]).toEqual([200, '%PDF-1.7 Jan Kowal podpisał wersję drugą']);
    expect((await desk.get(`${home}/dokumenty`)).html).toContain(`/pliki/${fileId()}`);
  });

  test('is not for jurors, strangers or whoever is excluded', async () => {
    excludeEwa();
    const tomas = app.person('Tomas Vaina', 'tomas@example.org', ['juror']);
    app.deps.db.raw.exec(`update applications set state = 'accepted' where id = 1;
      insert into jury_members (call_id, person_id, function, appointed_at) values (1, ${tomas.id}, 'member', '2024-03-05T10:00:00.000Z');
      insert into jury_declarations (member_id, text_version, signed_at) select id, '1', '2024-03-05T11:00:00.000Z' from jury_members where person_id = ${tomas.id}`);
    expect((await app.as(tomas).get(home)).status).toBe(200);
    const anna = app.person('Anna Obca', 'anna@example.org');
    for (const person of [tomas, ewa, anna]) {
      const got = await app.as(person).send({ method: 'GET', url: `/pliki/${fileId()}` });
      expect([person.id, got.status]).toEqual([person.id, 404]);
    }
  });

  test('stands in the history of the application, with every saving in his name', async () => {
    expect(
      app.deps.db.all(sql`select what, subject_id as about, facts ->> 'section' as section from events
        where what in ('application.saved_in_name', 'application.word_given') order by id`),
    ).toEqual([
      { what: 'application.saved_in_name', about: 1, section: 'idea' },
      { what: 'application.word_given', about: 1, section: null },
    ]);
  });
});
