import { execFileSync } from 'node:child_process';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestAppOptions } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { fillIn } from '../support/story/applications.ts';

let app: TestApp;
let joanna: TestPerson;
let desk: Client;
afterEach(() => app.close());

const start = '/nabory/1/w-imieniu';
const help = '/wnioski/1/w-imieniu';
const check = '/wnioski/1/czesci/sprawdz';
const send = '/wnioski/1/zlozenie';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const scan = { name: 'podpis.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.7 Stefania podpisała') };
const story = { leader: 'Stefania Wróbel', email: '', title: 'Obrus na sto lat', groupName: 'Koło z Łąki' };

/** Mrs Stefania, 75, has a telephone, a house number and no e-mail. */
const stefania = {
  ...{ lane: 'paper', kind: 'informal_group', name: 'Stefania Wróbel', phone: '87 516 20 11', email: '' },
  ...{ street: 'Żegary 14', postalCode: '16-500', city: 'Sejny' },
  ...{ arrivedOn: '14.03.2024', arrivedTime: '10.30', way: 'hand', journalNumber: '88/2024' },
};

async function open(at: string, options: TestAppOptions = {}) {
  app = await startTestApp({ beginning: 'open', at, ...options });
  joanna = app.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']);
  desk = app.as(joanna);
}

/** Everything of the paper keyed in by Joanna. */
async function keyedIn(fields: Record<string, string> = stefania) {
  await desk.get(start);
  const page = await desk.submit(start, fields);
  fillIn(app.deps, joanna.actor, 1, {
    ...story,
    email: fields['email'] ?? '',
    applicant: { email: fields['email'] ?? '', street: 'Żegary 14' },
  });
  return page;
}

async function wordsOf(fileId: number | undefined): Promise<string> {
  const pdf = await desk.send({ method: 'GET', url: `/pliki/${fileId}` });
  return plain(execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf.body, encoding: 'utf8' }));
}

const sign = async (fields: Record<string, string> = {}) => {
  await desk.get(help);
  return desk.submit(`${help}/podpis`, { way: 'paper_form', signedOn: '14.03.2024', ...fields }, { file: scan });
};
const sent = async () => {
  await desk.get(check);
  return desk.submit(send);
};
const row = () =>
  app.deps.db.get<{ state: string; submittedAt: string | null; number: number | null }>(
    sql`select state, submitted_at as submittedAt, number from applications where id = 1`,
  );

describe('a paper application of somebody without e-mail', () => {
  beforeEach(() => open('2024-03-14T11:00:00.000Z'));

  test('is keyed in, signed, sent and answered on paper', async () => {
    const first = await keyedIn();
    expect(plain(first.text)).toContain('Przepisujesz wniosek z papieru. W imieniu: Stefania Wróbel.');
    const unsigned = await desk.get(check);
    expect(plain(unsigned.text)).toContain('Wniosek jest kompletny');
    expect(plain(unsigned.text)).toContain('Najpierw potrzebna jest zgoda osoby.');

    const signed = await sign();
    expect(plain(signed.text)).toContain('Podpis na wniosku papierowym z 14 marca 2024 r.');
    const receipt = await sent();
    expect(plain(receipt.text)).toContain('14 marca 2024 r., godz. 10.30');
    expect(row()).toEqual({ state: 'submitted', submittedAt: '2024-03-14T09:30:00.000Z', number: 1 });
    expect(
      app.deps.db.all(sql`select kind, channel, to_name as name, to_address as address, state from letters`),
    ).toEqual([
      { kind: 'application_submitted', channel: 'print', name: 'Stefania Wróbel', address: '', state: 'waiting' },
    ]);
    await app.drain();
    const read = await desk.get('/wnioski/1');
    expect(plain(read.text)).toContain('Na papierze: 14 marca 2024 r., godz. 10.30, przyniesiono.');
    const scanned = /\/pliki\/\d+(?=">Skan podpisanego wniosku)/.exec(read.html)?.[0] ?? '';
    expect((await desk.send({ method: 'GET', url: scanned })).body.toString()).toBe('%PDF-1.7 Stefania podpisała');
    const paper = app.deps.db.get<{ id: number }>(sql`select file_id as id from documents where kind = 'letter'`)?.id;
    expect(await wordsOf(paper)).toContain('Żegary 14');
  });

  test('is in the history part by part, with who wrote and in whose name', async () => {
    await keyedIn();
    await desk.get('/wnioski/1/czesci/idea');
    await desk.submit('/wnioski/1/czesci/idea', { title: 'Obrus na sto dwa lata' });
    const leader = app.deps.db.get<{ id: number }>(sql`select person_id as id from application_members`)?.id;
    const written = app.deps.db.all<{ actor: number; facts: string }>(
      sql`select actor_person_id as actor, facts from events where what = 'application.saved_in_name' order by id desc limit 1`,
    );
    expect(written).toEqual([{ actor: joanna.id, facts: JSON.stringify({ section: 'idea', inNameOf: leader }) }]);
    expect(app.deps.db.get(sql`select name, email, phone from people where id = ${leader}`)).toEqual({
      name: 'Stefania Wróbel',
      email: null,
      phone: '+48875162011',
    });
  });

  test('is not sent by staff without the person’s word', async () => {
    await keyedIn();
    await desk.get(check);
    const refused = await desk.post(send);
    expect(refused.status).toBe(422);
    expect(plain(refused.text)).toContain('Nikt nie złoży wniosku bez zgody osoby');
    expect(row()).toEqual({ state: 'draft', submittedAt: null, number: null });
  });

  test('a signature on the printout speaks for what was printed alone', async () => {
    await keyedIn();
    await sign({ way: 'printout' });
    await desk.get('/wnioski/1/czesci/idea');
    await desk.submit('/wnioski/1/czesci/idea', { title: 'Obrus na sto dwa lata' });
    expect(plain((await desk.get(help)).text)).toContain('Po tym potwierdzeniu zmieniono treść: potrzebne jest nowe.');
    await desk.get(check);
    expect((await desk.post(send)).status).toBe(422);
    expect(row()?.state).toBe('draft');
  });

  test('is closed to everybody but the coordinators of its call and the person herself', async () => {
    await keyedIn();
    await sign();
    const file = app.deps.db.get<{ id: number }>(sql`select file_id as id from submission_confirmations`)?.id ?? 0;
    const strangers = [
      app.as(app.person('Dyrektor', 'dyrektor@example.org', ['director', 'inspector', 'accountant'])),
      app.as(app.person('Anna Obca', 'anna@example.org')),
    ];
    for (const stranger of strangers)
      for (const url of ['/wnioski/1', help, check, `/pliki/${file}`]) {
        const page = await stranger.get(url);
        expect([url, [403, 404].includes(page.status), page.text.includes('Stefania')]).toEqual([url, true, false]);
      }
    expect((await desk.get(`/pliki/${file}`)).status).toBe(200);
  });

  test('the scan stays closed to jurors when the application opens to them', async () => {
    await keyedIn();
    await sign();
    await sent();
    const tomas = app.person('Tomas Juror', 'tomas@example.org', ['juror']);
    app.deps.db.raw.exec(`update applications set state = 'accepted' where id = 1;
      insert into jury_members (call_id, person_id, function, appointed_at) values (1, ${tomas.id}, 'member', '2024-03-20T10:00:00.000Z');
      insert into jury_declarations (member_id, text_version, signed_at) select id, '1', '2024-03-21T10:00:00.000Z' from jury_members`);
    const file = app.deps.db.get<{ id: number }>(sql`select file_id as id from submission_confirmations`)?.id ?? 0;
    const juror = app.as(tomas);
    const read = await juror.get('/wnioski/1');
    expect(read.status).toBe(200);
    expect(read.text).not.toContain('Skan podpisanego wniosku');
    expect((await juror.get(`/pliki/${file}`)).status).toBe(404);
  });
});

describe('the deadline of a paper application', () => {
  test('is judged by when it came; keyed in later, it says why', async () => {
    await open('2024-03-18T08:00:00.000Z');
    await desk.get(start);
    const without = await desk.post(start, { ...stefania, arrivedOn: '15.03.2024', arrivedTime: '14.55' });
    expect(without.status).toBe(422);
    expect(plain(without.text)).toContain('Napisz przy wpływie, dlaczego wpisujesz wniosek dopiero teraz');
    await keyedIn({
      ...stefania,
      ...{
        arrivedOn: '15.03.2024',
        arrivedTime: '14.55',
        lateReason: 'Przyniesiony pięć minut przed końcem, w piątek.',
      },
    });
    await sign();
    await sent();
    expect(row()).toEqual({ state: 'submitted', submittedAt: '2024-03-15T13:55:00.000Z', number: 1 });
    expect(plain((await desk.get('/wnioski/1')).text)).toContain('Przyniesiony pięć minut przed końcem, w piątek.');
    const letter = app.deps.db.get<{ body: string }>(
      sql`select body from letters where kind = 'application_submitted'`,
    );
    expect(plain(letter?.body ?? '')).toContain('Do ogłoszenia wyników możecie na tej stronie wycofać wniosek.');
    expect(letter?.body).not.toContain('zmienić wniosek');
  });

  test('is not stretched: what came a minute late, or is said to come tomorrow, is not taken', async () => {
    await open('2024-03-18T08:00:00.000Z');
    await desk.get(start);
    const late = await desk.post(start, {
      ...stefania,
      arrivedOn: '15.03.2024',
      arrivedTime: '15.00',
      lateReason: 'x',
    });
    expect(plain(late.text)).toContain('Ten wpłynął później');
    const early = await desk.post(start, { ...stefania, arrivedOn: '01.02.2024', lateReason: 'x' });
    expect(plain(early.text)).toContain('Wnioski przyjmujemy od poniedziałku 12 lutego 2024 r. Sprawdź dzień');
    const ahead = await desk.post(start, { ...stefania, arrivedOn: '19.03.2024', lateReason: 'x' });
    expect(plain(ahead.text)).toContain('Wniosek nie mógł wpłynąć później niż teraz.');
    expect(row()).toBeUndefined();
  });
});

describe('filled in together', () => {
  const zofia = { ...stefania, lane: 'together', name: 'Zofia Lipska', email: 'zofia@example.org' };
  const codeIn = (text: string | undefined) => /^\d{3} ?\d{3}$/m.exec(text ?? '')?.[0] ?? '';

  async function asked() {
    await open('2024-03-14T11:00:00.000Z', { mail: true });
    await keyedIn(zofia);
    await desk.get(help);
    await desk.submit(`${help}/list`);
    await app.drain();
    return app.mailbox.waitFor(({ subject }) => subject?.startsWith('Wniosek czeka') ?? false);
  }

  test('is confirmed by the code told at the desk, which a wrong one is not', async () => {
    const letter = await asked();
    await desk.get(help);
    const wrong = await desk.post(`${help}/kod`, { code: '000 000' });
    expect(plain(wrong.text)).toContain('Ten kod nie pasuje.');
    await desk.get(help);
    expect(plain((await desk.submit(`${help}/kod`, { code: codeIn(letter.text) })).text)).toContain(
      'Kod podany przy biurku',
    );
    await sent();
    const told = app.deps.db.get<{ body: string }>(sql`select body from letters where kind = 'application_submitted'`);
    expect(plain(told?.body ?? '')).toContain('Do piątku 15 marca 2024 r., godz. 15.00 możecie na tej stronie zmienić');
    expect(row()).toEqual({ state: 'submitted', submittedAt: '2024-03-14T11:00:00.000Z', number: 1 });
    expect(app.deps.db.get(sql`select email, name from people where email = 'zofia@example.org'`)).toEqual({
      email: 'zofia@example.org',
      name: 'Zofia Lipska',
    });
  });

  test('is sent by the person who opens the link alone, once', async () => {
    const letter = await asked();
    const link = /\/potwierdzenie\/[\w-]+/.exec(letter.text ?? '')?.[0] ?? '';
    const atHome = app.visitor();
    expect(plain((await atHome.get(link)).text)).toContain('Obrus na sto lat');
    expect(plain((await atHome.submit(link)).text)).toContain('Dziękujemy, wniosek jest złożony');
    expect(row()?.state).toBe('submitted');
    expect((await atHome.get('/wnioski/1')).status).not.toBe(200);
    expect((await app.visitor().get(link)).status).toBe(410);
  });

  test('a link speaks for what the letter was about; a forged one is as if it were not', async () => {
    const letter = await asked();
    const link = /\/potwierdzenie\/[\w-]+/.exec(letter.text ?? '')?.[0] ?? '';
    await desk.get('/wnioski/1/czesci/idea');
    await desk.submit('/wnioski/1/czesci/idea', { title: 'Całkiem inny pomysł' });
    const page = await app.visitor().get(link);
    expect(plain(page.text)).toContain('Po wysłaniu listu zmieniono coś we wniosku');
    expect(page.forms.filter(({ action }) => action === link)).toEqual([]);
    expect((await app.visitor().get(`${link.slice(0, -3)}AAA`)).status).toBe(404);
    expect((await app.visitor().get(link.replace('potwierdzenie', 'wejscie'))).status).toBe(404);
    expect(row()?.state).toBe('draft');
  });
});

test('the draft is printed to be signed, for its writers alone', async () => {
  await open('2024-03-14T11:00:00.000Z');
  await keyedIn();
  await desk.get(help);
  await desk.submit('/wnioski/1/wydruk');
  await app.drain();
  const file = app.deps.db.get<{ id: number }>(
    sql`select file_id as id from documents where kind = 'application_printout'`,
  )?.id;
  const words = await wordsOf(file);
  expect(words).toContain('Stefania Wróbel');
  expect(words).toContain('Data i podpis osoby prowadzącej');
  const director = app.as(app.person('Dyrektor', 'dyrektor@example.org', ['director']));
  expect((await director.get(`/pliki/${file}`)).status).toBe(404);
});
