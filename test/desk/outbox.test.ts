import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documents } from '../../src/db/schema/pdf.ts';
import { addFile } from '../../src/files/records.ts';
import { writeLetter } from '../../src/mail/write.ts';
import { askForDocument } from '../../src/pdf/register.ts';
import { letterKinds } from '../../src/registries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { submittedApplication } from '../support/story/applications.ts';
import { secondCall } from '../support/story/ground.ts';

let app: TestApp;
let joanna: TestPerson;
let desk: Client;
/** What the far end answers by recipient; nothing = it takes the letter. */
let answers: Record<string, number | string | undefined>;

beforeEach(async () => {
  answers = {};
  app = await startTestApp({ beginning: 'open', mail: { reject: (to) => answers[to] } });
  joanna = app.person('Joanna Milewska', 'joanna@example.org', ['coordinator']);
  desk = app.as(joanna);
});
afterEach(() => app.close());

const words = (page: { text: string }) => page.text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');

/** A letter about Birutė's application, with a file of its own. */
function write(address: string, more: { key?: string; name?: string; documentIds?: number[] } = {}): number {
  const { deps } = app;
  const about = { kind: 'application', id: applicationId() };
  const kind =
    letterKinds['application_receipt'] ?? Object.values(letterKinds).find(({ opensDoor }) => opensDoor !== true);
  if (kind === undefined) throw new Error('no kind of letter');
  return deps.db.write((tx) => {
    writeLetter(tx, deps, kind, {
      to: { personId: null, name: more.name ?? 'Birutė Jurkianis', address },
      fields: kind.sample,
      about,
      uniqueKey: more.key ?? address,
      documentIds: more.documentIds ?? [],
    });
    return tx.get<{ id: number }>(sql`select max(id) as id from letters`)?.id ?? 0;
  });
}

function applicationId(): number {
  const known = app.deps.db.get<{ id: number }>(
    sql`select id from applications where title = 'Dwa języki, jedna półka'`,
  );
  if (known !== undefined) return known.id;
  const { deps } = app;
  const { id } = submittedApplication(deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki, jedna półka',
  });
  deps.db.raw.exec('delete from letter_documents; delete from letters; delete from jobs');
  return id;
}

async function enclose(title: string, subject: { kind: string; id: number }): Promise<number> {
  const { deps } = app;
  const actor = { kind: 'system' } as const;
  const stored = await deps.files.receive(Readable.from([Buffer.from('%PDF-1.7 '), randomBytes(2000)]), 10_000);
  if (!stored.ok) throw new Error(stored.code);
  return deps.db.write((tx) => {
    const id = askForDocument(tx, deps.clock, actor, 'application', subject, title);
    const fileId = addFile(tx, deps.clock, actor, stored.value, `${title}.pdf`, subject);
    tx.orm.update(documents).set({ state: 'made', fileId }).where(sql`id = ${id}`).run();
    // It is made already.
    deps.db.raw.exec("update jobs set state = 'done' where kind = 'make_document'");
    return id;
  });
}

const events = () =>
  app.deps.db.all(
    sql`select what, subject_kind as subject, actor_person_id as who from events where what like 'letter.%'`,
  );

describe('the list', () => {
  test('shows what was sent, what waits and what did not arrive, each by itself and by whom it went to', async () => {
    answers = { 'nikt@example.org': '550 5.1.1 No such user', 'zofia@example.org': 451 };
    write('birute@example.org');
    write('nikt@example.org', { name: 'Łucja Krupa' });
    write('zofia@example.org', { name: 'Zofia Wróbel' });
    await app.drain();

    const all = await desk.get('/skrzynka');
    expect(words(all)).toMatch(/Wszystkie \(3\).*Wysłane \(1\).*Czekające \(1\).*Nie doszły \(1\)/);
    const rows = async (path: string) => ['birute', 'nikt', 'zofia'].filter((name) => rowsOf(path, name));
    const pages = new Map<string, string>();
    for (const path of [
      '/skrzynka?stan=sent',
      '/skrzynka?stan=waiting',
      '/skrzynka?stan=failed',
      '/skrzynka?kto=lucja',
      '/skrzynka?kto=ZOFIA%40',
    ])
      pages.set(path, (await desk.get(path)).html.split('<tbody')[1] ?? '');
    function rowsOf(path: string, name: string): boolean {
      return pages.get(path)?.includes(`${name}@example.org`) === true;
    }
    expect(await rows('/skrzynka?stan=sent')).toEqual(['birute']);
    expect(await rows('/skrzynka?stan=waiting')).toEqual(['zofia']);
    expect(await rows('/skrzynka?stan=failed')).toEqual(['nikt']);
    expect(await rows('/skrzynka?kto=lucja')).toEqual(['nikt']);
    expect(await rows('/skrzynka?kto=ZOFIA%40')).toEqual(['zofia']);
    expect(words(await desk.get('/skrzynka?kto=Kazimierz'))).toContain('Nie ma takich listów');
  });

  test('has pages of fifty, and a page beyond the last is no page', async () => {
    for (let n = 1; n <= 51; n += 1) write(`grupa-${n}@example.org`);
    const second = await desk.get('/skrzynka?strona=2');
    expect(second.text).toContain('grupa-1@example.org');
    expect(second.text).not.toContain('grupa-2@example.org');
    expect((await desk.get('/skrzynka?strona=3')).status).toBe(404);
  });

  test('tells of an address that does not exist, to staff there and on the person’s page, until it takes a letter', async () => {
    answers = { 'marek@example.org': 550 };
    const marek = app.person('Marek Borkowski', 'marek@example.org', ['director']);
    const anna = app.as(app.person('Anna Nowik', 'anna@example.org', ['administrator', 'inspector']));
    write('marek@example.org', { key: 'first', name: 'Marek Borkowski' });
    await app.drain();
    const told = 'Na te adresy listy nie dochodzą';
    expect(words(await desk.get('/skrzynka'))).toContain(told);
    expect(words(await anna.get(`/administracja/osoby/${marek.id}`))).toContain('Na ten adres listy nie dochodzą');

    const next = write('marek@example.org', { key: 'second', name: 'Marek Borkowski' });
    expect(words(await desk.get('/skrzynka'))).toContain('Na ten adres listy nie dochodziły; spróbujemy jeszcze raz.');
    expect(words(await desk.get(`/skrzynka/${next}`))).toContain('Na ten adres listy nie dochodzą');
    answers = {};
    await app.drain();
    expect(words(await desk.get('/skrzynka'))).not.toContain(told);
    expect(words(await anna.get(`/administracja/osoby/${marek.id}`))).not.toContain('Na ten adres');
  });

  test('says once, in plain words, that the post is down', async () => {
    await app.mailbox.close();
    write('birute@example.org');
    write('zofia@example.org');
    await app.drain();
    const page = words(await desk.get('/skrzynka'));
    expect(page.match(/Listy czekają, bo poczta nie działa/g)).toHaveLength(1);
    expect(page).toContain('Serwer poczty nie odpowiada. Jeśli to trwa dłużej niż godzinę');
    expect(page).toContain('Żaden list nie przepadł');
  });
});

describe('one letter', () => {
  test('is shown whole, with its tries in plain words and the files that its reader may open', async () => {
    answers = { 'birute@example.org': '451 4.2.0 Greylisted, come back' };
    const own = await enclose('Wniosek PB-2024-01', { kind: 'application', id: applicationId() });
    const foreign = await enclose('Tajny załącznik', { kind: 'attachment', id: 987 });
    const id = write('birute@example.org', { documentIds: [own, foreign] });
    await app.drain();
    const page = await desk.get(`/skrzynka/${id}`);
    const body = app.deps.db.get<{ body: string }>(sql`select body from letters where id = ${id}`)?.body ?? '';
    for (const paragraph of body.split(/\n+/)) expect(words(page)).toContain(paragraph.replace(/\s+/g, ' '));
    expect(words(page)).toContain('Serwer adresata poprosił, żeby spróbować później.');
    expect(words(page)).toContain('Odpowiedź serwera: ');
    expect(words(page)).toContain('451 4.2.0 Greylisted, come back');
    expect(words(page)).toContain('Następna próba: 27 lutego 2024 r., godz. 12.00');
    expect(words(page)).toContain('Wniosek PB-2024-01.pdf');
    expect(words(page)).not.toContain('Tajny załącznik');
    expect(words(page)).toContain('1 załącznika nie pokazujemy');
    expect(page.text).not.toContain('Wyślij jeszcze raz');
  });

  test('comes as .eml, with its door masked and the same files', async () => {
    const own = await enclose('Wniosek PB-2024-01', { kind: 'application', id: applicationId() });
    const foreign = await enclose('Tajny załącznik', { kind: 'attachment', id: 987 });
    const id = write('birute@example.org', { documentIds: [own, foreign] });
    await app.drain();
    const answer = await desk.get(`/skrzynka/${id}/list.eml`);
    const letter = await simpleParser(answer.body);
    const sent = app.mailbox.letters[0];
    expect([letter.messageId, letter.date, letter.subject]).toEqual([sent?.messageId, sent?.date, sent?.subject]);
    expect(letter.text).toBe(sent?.text);
    expect(letter.attachments.map(({ filename }) => filename)).toEqual(['Wniosek PB-2024-01.pdf']);
  });

  test('that opens a door shows it to nobody but its recipient', async () => {
    const guest = app.visitor();
    await guest.get('/wejscie');
    await guest.submit('/wejscie', { email: 'joanna@example.org' });
    await app.drain();
    const sent = app.mailbox.letters[0]?.text ?? '';
    const token = /\/wejscie\/(\S+)/.exec(sent)?.[1] ?? 'none';
    const anna = app.as(app.person('Anna Nowik', 'anna@example.org', ['administrator']));
    const id = app.deps.db.get<{ id: number }>(sql`select max(id) as id from letters`)?.id ?? 0;
    const [page, eml] = [await anna.get(`/skrzynka/${id}`), await anna.get(`/skrzynka/${id}/list.eml`)];
    const masked = (await simpleParser(eml.body)).text ?? '';
    expect(page.text).toContain('[jednorazowy link]');
    expect(masked).toContain('[jednorazowy link]');
    for (const shown of [page.html, eml.body.toString(), masked]) expect(shown).not.toContain(token.slice(0, 20));
  });

  test('that did not arrive is sent once more, the same letter, and the history says who asked', async () => {
    answers = { 'birute@example.org': 550 };
    const id = write('birute@example.org');
    await app.drain();
    const page = await desk.get(`/skrzynka/${id}`);
    expect(words(page)).toContain('Ten list nie doszedł Takiego adresu nie ma');
    answers = {};
    const again = await desk.submit(`/skrzynka/${id}/ponowienie`);
    expect(words(again)).toContain('List czeka na wysłanie.');
    await app.drain();
    await app.drain();
    const messageId = app.deps.db.get<{ id: string }>(sql`select message_id as id from letters where id = ${id}`)?.id;
    expect(app.mailbox.letters.map((letter) => letter.messageId)).toEqual([`<${messageId}@localhost>`]);
    expect(events()).toEqual([{ what: 'letter.sent_again', subject: 'application', who: joanna.id }]);
    expect(words(await desk.get('/historia'))).toContain('wysłano list jeszcze raz');
    const after = words(await desk.get(`/skrzynka/${id}`));
    expect(after).toContain('Serwer poczty przyjął list.');
    expect(after).toContain('Takiego adresu nie ma');
  });

  test('that was sent meanwhile is not sent again from a page that is old', async () => {
    answers = { 'birute@example.org': 550 };
    const id = write('birute@example.org');
    await app.drain();
    const other = app.as(joanna);
    for (const browser of [desk, other]) await browser.get(`/skrzynka/${id}`);
    answers = {};
    await desk.submit(`/skrzynka/${id}/ponowienie`);
    await app.drain();
    const late = await other.post(`/skrzynka/${id}/ponowienie`);
    expect([late.status, words(late).includes('Ten list nie czeka na ponowne wysłanie')]).toEqual([422, true]);
    await app.drain();
    expect(events()).toHaveLength(1);
    expect(app.mailbox.letters).toHaveLength(1);
  });

  test('whose door is over is not sent again, and staff are told what to do', async () => {
    answers = { 'joanna@example.org': 550 };
    const guest = app.visitor();
    await guest.get('/wejscie');
    await guest.submit('/wejscie', { email: 'joanna@example.org' });
    await app.drain();
    const id = app.deps.db.get<{ id: number }>(sql`select max(id) as id from letters`)?.id ?? 0;
    const anna = app.as(app.person('Anna Nowik', 'anna@example.org', ['administrator']));
    await anna.get(`/skrzynka/${id}`);
    app.clock.advance({ hours: 1 });
    const over = await anna.post(`/skrzynka/${id}/ponowienie`);
    expect([
      over.status,
      words(over).includes('Link z tego listu był już użyty albo stracił ważność, więc nie ma czego'),
    ]).toEqual([422, true]);
    await app.drain();
    expect([events(), app.mailbox.letters]).toEqual([[], []]);
  });

  test('is closed to staff of another call and to whoever holds no role here', async () => {
    const id = write('birute@example.org');
    const elsewhere = app.as(
      app.person('Irena Sawko', 'irena@example.org', [{ role: 'coordinator', callId: secondCall(app) }]),
    );
    for (const path of [`/skrzynka/${id}`, `/skrzynka/${id}/list.eml`])
      expect((await elsewhere.get(path)).status).toBe(404);
    expect((await app.as(app.person('Zofia Wróbel', 'zofia@example.org')).get(`/skrzynka/${id}`)).status).toBe(403);
  });
});
