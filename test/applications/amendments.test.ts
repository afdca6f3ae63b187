import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { readActor } from '../../src/features/accounts/queries.ts';
import { beginAmendment } from '../../src/features/applications/amendments/commands.ts';
import { removeAttachment } from '../../src/features/applications/commands/attach.ts';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { readSubmitted } from '../../src/features/applications/content.ts';
import { applicationInvariants } from '../../src/features/applications/invariants.ts';
import { inviteMember } from '../../src/features/applications/members/commands.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { type SubmittedStory, submittedApplication } from '../support/story/applications.ts';
import { coordinatorOf } from '../support/story/jury.ts';
import { withoutAddress } from '../support/story/letters.ts';

let app: TestApp;
let sent: SubmittedStory;
let birute: Client;
let joanna: Client;

const home = '/wnioski/1';
const copy = '/wnioski/2';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const at = (moment: string) => app.clock.set(moment);

/** Birutė sent „Dwa języki, jedna półka” on 4 March; the deadline is 15 March at 15.00. */
async function open(options: { mail?: true } = {}): Promise<void> {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z', ...options });
  sent = submittedApplication(app.deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki, jedna półka',
  });
  birute = app.as({ id: sent.personId });
  joanna = app.as({ id: coordinatorOf(app.deps).personId });
  at('2024-03-06T10:00:00.000Z');
}

afterEach(() => {
  for (const invariant of applicationInvariants)
    expect({ name: invariant.name, broken: offendersOf(app.deps.db, invariant) }).toEqual({
      name: invariant.name,
      broken: [],
    });
  return app.close();
});

async function begin(who = birute): Promise<void> {
  await who.get(home);
  await who.submit(`${home}/zmiana`);
}

async function rename(title: string, who = birute): Promise<void> {
  await who.get(`${copy}/czesci/idea`);
  await who.submit(`${copy}/czesci/idea`, { title });
}

async function send(who = birute) {
  const page = await who.get(`${copy}/czesci/sprawdz`);
  const revision = /name="revision" value="(\d+)"/.exec(page.html)?.[1] ?? '';
  return who.post(`${copy}/zlozenie`, { revision });
}

const versions = () =>
  app.deps.db.all(
    sql`select number, content ->> 'title' as title, submitted_at as at from application_versions order by id`,
  );
const live = () => app.deps.db.get(sql`select number, state, title, submitted_at as at from applications where id = 1`);
const closed = () =>
  app.deps.db.all(sql`select closed_at as at, sent_version_id as version from amendments order by application_id`);
const first = { number: 1, title: 'Dwa języki, jedna półka', at: '2024-03-04T17:40:00.000Z' };

describe('Birutė changes what she sent, before the deadline', () => {
  test('and the same number has a second version; the first stays word for word', async () => {
    await open();
    const before = readSubmitted(app.deps.db, 1);
    expect(plain((await birute.get(home)).text)).toContain(
      'Do piątku 15 marca 2024 r., godz. 15.00 możecie zmienić wniosek i wysłać go jeszcze raz.',
    );
    await begin();
    await rename('Dwa języki, trzy półki');
    const check = await birute.get(`${copy}/czesci/sprawdz`);
    expect(plain(check.text)).toContain('Zmieniacie złożony wniosek PB/2024/01. Wersja 1 jest ważna');
    expect(check.html).toContain(
      '<del><span class="vh" lang="pl">usunięto: </span>jedna</del><ins><span class="vh" lang="pl">dodano: </span>trzy</ins>',
    );
    expect(versions()).toEqual([first]);

    at('2024-03-07T18:42:00.000Z');
    expect((await send()).headers['location']).toBe('/wnioski/1/potwierdzenie');
    expect(versions()).toEqual([first, { number: 2, title: 'Dwa języki, trzy półki', at: '2024-03-07T18:42:00.000Z' }]);
    expect(live()).toEqual({
      ...{ number: 1, state: 'submitted' },
      ...{ title: 'Dwa języki, trzy półki', at: '2024-03-07T18:42:00.000Z' },
    });
    const now = readSubmitted(app.deps.db, 1);
    expect({ ...now?.content, title: first.title }).toEqual(before?.content);
    expect(closed()).toEqual([{ at: '2024-03-07T18:42:00.000Z', version: now?.versionId }]);
    expect(
      app.deps.db.all(
        sql`select what, subject_id as about from events where what like 'application.amend%' order by id`,
      ),
    ).toEqual([
      { what: 'application.amendment_opened', about: 1 },
      { what: 'application.amended', about: 1 },
    ]);
  });

  test('and has a receipt, a copy and a letter that say which version it is', async () => {
    await open({ mail: true });
    await begin();
    await rename('Dwa języki, trzy półki');
    await send();
    await app.drain();
    const letter = await app.mailbox.waitFor(({ subject }) => (subject ?? '').includes('zmieniony'));
    expect(letter.subject).toBe('Wniosek PB/2024/01 zmieniony: Dwa języki, trzy półki');
    expect(plain(letter.text ?? '')).toContain('To jest teraz wersja 2 i tylko ona będzie oceniana.');
    expect(letter.attachments.map(({ filename }) => filename)).toEqual(['wniosek-PB-2024-01.pdf']);
    const receipt = await birute.get(`${home}/potwierdzenie`);
    expect(plain(receipt.text)).toContain('Zmiany wniosku są złożone');
    expect(
      app.deps.db.all(sql`select kind, state from documents where subject_kind = 'application' order by id`),
    ).toEqual([
      { kind: 'application', state: 'made' },
      { kind: 'application_receipt', state: 'made' },
      { kind: 'application', state: 'made' },
      { kind: 'application_receipt', state: 'made' },
    ]);
  });

  test('and nobody reads a word of it before it is sent; then staff read what changed', async () => {
    await open();
    await begin();
    await rename('Tajny zamiar Birutė');
    for (const path of ['/wnioski', home, `${home}/wersje`, '/pulpit', '/historia', '/korespondencja']) {
      const page = await joanna.get(path);
      expect([path, page.html.includes('Tajny zamiar')]).toEqual([path, false]);
    }
    expect((await joanna.get(copy)).status).toBe(404);
    expect((await joanna.get(home)).html).not.toContain('Wróćcie do zmian');
    await send();
    expect(plain((await joanna.get(home)).text)).toContain('To jest wersja 2.');
    const told = await joanna.get(`${home}/wersje`);
    expect(told.html).toContain('Tajny zamiar Birutė');
    expect(plain((await joanna.get(`${home}/wersje/1`)).text)).toContain('Tę wersję zastąpiła nowsza');
    expect((await joanna.get(`${home}/wersje/3`)).status).toBe(404);
  });

  test('and sending without a change is refused and keeps the version', async () => {
    await open();
    await begin();
    const refused = await send();
    expect([refused.status, plain(refused.text)]).toEqual([422, expect.stringContaining('nie ma czego wysyłać')]);
    expect(versions()).toEqual([first]);
    expect(closed()).toEqual([{ at: null, version: null }]);
  });

  test('and may change it once more', async () => {
    await open();
    await begin();
    await rename('Dwa języki, dwie półki');
    await send();
    await begin();
    await birute.get('/wnioski/3/czesci/idea');
    await birute.submit('/wnioski/3/czesci/idea', { title: 'Dwa języki, trzy półki' });
    const page = await birute.get('/wnioski/3/czesci/sprawdz');
    const revision = /name="revision" value="(\d+)"/.exec(page.html)?.[1] ?? '';
    await birute.post('/wnioski/3/zlozenie', { revision });
    expect(versions()).toMatchObject([
      { number: 1, title: 'Dwa języki, jedna półka' },
      { number: 2, title: 'Dwa języki, dwie półki' },
      { number: 3, title: 'Dwa języki, trzy półki' },
    ]);
    expect(app.deps.db.get(sql`select count(*) as count from applications where number is not null`)).toEqual({
      count: 1,
    });
  });
});

describe('the deadline', () => {
  test('takes a change a second before it and refuses it at its moment; the words stay to be read', async () => {
    await open();
    await begin();
    await rename('Dwa języki, trzy półki');
    at('2024-03-15T14:00:00.000Z');
    expect((await send()).status).toBe(422);
    expect(versions()).toEqual([first]);
    const page = await birute.get(home);
    expect(plain(page.text)).toContain('Nabór się skończył, zanim je wysłaliście.');
    expect((await birute.get(copy)).text).toContain('Dwa języki, trzy półki');
    at('2024-03-15T13:59:59.000Z');
    expect((await send()).status).toBe(303);
    expect(versions()).toHaveLength(2);
  });

  test('leaves no button to begin with', async () => {
    await open();
    at('2024-03-15T14:00:00.000Z');
    expect((await birute.get(home)).html).not.toContain('/wnioski/1/zmiana');
    expect(beginAmendment(app.deps, sent.actor, 1)).toMatchObject({ ok: false, code: 'deadline_passed' });
    expect(closed()).toEqual([]);
  });
});

describe('a change that is not to be', () => {
  test('is set aside: what was sent stands, what was typed stays with its group', async () => {
    await open();
    await begin();
    await rename('Dwa języki, trzy półki');
    await birute.get(`${copy}/odlozenie`);
    await birute.submit(`${copy}/odlozenie`);
    expect(live()).toEqual({ ...first, number: 1, state: 'submitted' });
    expect(closed()).toEqual([{ at: '2024-03-06T10:00:00.000Z', version: null }]);
    const list = await birute.get(`${home}/wersje`);
    expect(list.html).toContain(`href="${copy}"`);
    const kept = await birute.get(copy);
    expect(plain(kept.text)).toContain('Te zmiany nie weszły do wniosku. Ważne jest to, co złożyliście.');
    expect(kept.text).toContain('Dwa języki, trzy półki');
    expect(removeAttachment(app.deps, sent.actor, { applicationId: 2, attachmentId: 1 })).toMatchObject({
      ok: false,
      code: 'amendment_over',
    });
    expect((await birute.get(`${copy}/czesci/idea`)).headers['location']).toBe(copy);
    expect((await joanna.get(`${home}/wersje`)).html).not.toContain(copy);
  });

  test('is over once the application is withdrawn', async () => {
    await open();
    await begin();
    await rename('Dwa języki, trzy półki');
    await birute.get(`${home}/wycofanie`);
    await birute.submit(`${home}/wycofanie`);
    const late = submitApplication(app.deps, sent.actor, { applicationId: 2, revision: 2 });
    expect(late).toMatchObject({ ok: false, code: 'amendment_over' });
    expect(live()).toMatchObject({ state: 'withdrawn', title: 'Dwa języki, jedna półka' });
    const kept = plain((await birute.get(copy)).text);
    expect(kept).toContain('Te zmiany nie weszły do wniosku.');
    expect(kept).toContain('Dwa języki, trzy półki');
    expect(beginAmendment(app.deps, sent.actor, 1)).toMatchObject({ ok: false, code: 'not_in_this_state' });
  });
});

describe('attachments', () => {
  test('kept ones stay the same file, new ones are the version’s, removed ones stay with the group alone', async () => {
    await open();
    const attach = async (path: string, label: string, words: string) => {
      await birute.get(`${path}/czesci/zalaczniki`);
      const file = { name: `${label}.pdf`, content: Buffer.from(`%PDF-1.7\n${words}`) };
      await birute.submit(`${path}/czesci/zalaczniki`, { label }, { file });
    };
    await begin();
    await attach(copy, 'List', 'Popieramy.');
    await attach(copy, 'Zgoda', 'Zgadzamy się.');
    await send();
    const files = () =>
      readSubmitted(app.deps.db, 1)?.content.attachments.map(({ label, fileId }) => ({ label, fileId }));
    const [list, consent] = files() ?? [];
    expect([list?.label, consent?.label]).toEqual(['List', 'Zgoda']);

    await begin();
    const page = await birute.get('/wnioski/3/czesci/zalaczniki');
    const removal = /\/wnioski\/3\/czesci\/zalaczniki\/\d+\/usuniecie/.exec(page.html)?.[0] ?? '';
    await birute.submit(removal);
    await attach('/wnioski/3', 'Plan', 'Sala.');
    const check = await birute.get('/wnioski/3/czesci/sprawdz');
    await birute.post('/wnioski/3/zlozenie', { revision: /name="revision" value="(\d+)"/.exec(check.html)?.[1] ?? '' });
    expect(files()).toEqual([consent, { label: 'Plan', fileId: expect.any(Number) }]);
    const statusFor = async (who: Client) => (await who.send({ method: 'GET', url: `/pliki/${list?.fileId}` })).status;
    expect([await statusFor(birute), await statusFor(joanna)]).toEqual([200, 404]);
  });
});

describe('people', () => {
  test('who join or leave the application join and leave its change', async () => {
    await open({ mail: true });
    await begin();
    await birute.get(`${home}/osoby`);
    await birute.submit(`${home}/osoby`, { email: 'jonas@example.org', may: 'edit' });
    await app.drain();
    const letter = await app.mailbox.waitFor(({ subject }) => (subject ?? '').startsWith('Zaproszenie'));
    const link = /\/zaproszenie\/[\w-]+/.exec(letter.text ?? '')?.[0] ?? '';
    const jonas = app.visitor();
    await jonas.get(link);
    await jonas.submit(link);
    expect((await jonas.get(`${copy}/czesci/idea`)).status).toBe(200);
    const more = { applicationId: 2, email: 'kto@example.org', may: 'edit' } as const;
    expect(inviteMember(app.deps, sent.actor, more)).toMatchObject({ ok: false, code: 'absent' });
    const person = app.deps.db.get<{ id: number }>(sql`select id from people where email = 'jonas@example.org'`)?.id;
    await birute.get(`${home}/osoby`);
    await birute.submit(`${home}/osoby/${person}/usuniecie`);
    expect((await jonas.get(`${copy}/czesci/idea`)).status).toBe(404);
  });

  test('who only read cannot begin, and other groups see nothing of it', async () => {
    await open();
    const ruta = app.person('Rūta Vaina', 'ruta@example.org');
    app.deps.db.raw
      .prepare(
        "insert into application_members (application_id, person_id, role, may) values (1, ?, 'co_author', 'read')",
      )
      .run(ruta.id);
    const reading = app.as(ruta);
    expect((await reading.get(home)).html).not.toContain('/wnioski/1/zmiana');
    const actor = readActor(app.deps.db, ruta.id);
    expect(actor && beginAmendment(app.deps, actor, 1)).toMatchObject({ ok: false, code: 'right_missing' });
    await begin();
    const other = app.as(app.person('Daiva Kapčiūtė', 'daiva@example.org'));
    for (const path of [copy, `${copy}/czesci/idea`, `${copy}/odlozenie`, `${home}/wersje`, `${home}/wersje/1`])
      expect([path, (await other.get(path)).status]).toEqual([path, 404]);
  });

  test('without e-mail have their keyed-in application changed by staff, at their word', async () => {
    await open();
    app.deps.db.raw
      .prepare(
        "insert into assisted_applications (application_id, lane, started_at, started_by) values (1, 'paper', '2024-03-04T17:00:00.000Z', ?)",
      )
      .run(coordinatorOf(app.deps).personId);
    withoutAddress(app.deps, sent.personId);
    await begin(joanna);
    await rename('Dwa języki, trzy półki', joanna);
    expect((await send(joanna)).status).toBe(422);
    await joanna.get(`${copy}/w-imieniu`);
    const scan = { name: 'podpis.pdf', content: Buffer.from('%PDF-1.7 Birutė podpisała') };
    await joanna.submit(`${copy}/w-imieniu/podpis`, { way: 'printout', signedOn: '06.03.2024' }, { file: scan });
    expect((await send(joanna)).status).toBe(303);
    expect(versions()).toMatchObject([{ number: 1 }, { number: 2, title: 'Dwa języki, trzy półki' }]);
    expect((await joanna.get('/wnioski')).html).not.toContain(`href="${copy}`);
  });
});
