import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeDoorLetter } from '../../src/features/accounts/post.ts';
import { checkLetters } from '../../src/features/checks/letters.ts';
import { dispatchesOf } from '../../src/features/correspondence/dispatch-queries.ts';
import { writeLetter } from '../../src/mail/write.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Page } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { submittedApplication } from '../support/story/applications.ts';
import { letterToStanislawa } from '../support/story/letters.ts';

const words = (page: Pick<Page, 'text'>) => page.text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
const scan = { name: 'potwierdzenie.pdf', content: '%PDF-1.7 potwierdzenie nadania 00759007731' };

let answers: Record<string, number | string | undefined>;
let app: TestApp;
let joanna: TestPerson;
let desk: Client;

beforeEach(async () => {
  answers = {};
  app = await startTestApp({ beginning: 'open', mail: { reject: (to) => answers[to] } });
  joanna = app.person('Joanna Milewska', 'joanna@example.org', ['coordinator']);
  desk = app.as(joanna);
});
afterEach(() => app.close());

const stored = (id: number) =>
  app.deps.db.get<{ channel: string; state: string }>(sql`select channel, state from letters where id = ${id}`);
const events = (what: string) =>
  app.deps.db.all<{ facts: string; who: number }>(
    sql`select facts, actor_person_id as who from events where what = ${what} order by id`,
  );
const count = (table: 'dispatches' | 'files' | 'letters') =>
  app.deps.db.get<{ n: number }>(sql`select count(*) as n from ${sql.identifier(table)}`)?.n ?? 0;

/** A letter about Birutė's application by e-mail, refused for good. */
async function refusedLetter(): Promise<number> {
  const { id, personId } = submittedApplication(app.deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki, jedna półka',
  });
  await app.drain();
  answers = { 'birute@example.org': '550 5.1.1 No such user' };
  const kind = checkLetters.formal_outcome;
  app.deps.db.write((tx) =>
    writeLetter(tx, app.deps, kind, {
      to: { personId, name: 'Birutė Jurkianis', address: 'birute@example.org' },
      fields: kind.sample,
      about: { kind: 'application', id },
      uniqueKey: 'birute',
    }),
  );
  await app.drain();
  return app.deps.db.get<{ id: number }>(sql`select id from letters where unique_key = 'birute'`)?.id ?? 0;
}

describe('Stanisława of the housewives’ circle, who has no e-mail', () => {
  test('gets her letter on paper: nothing fails, and it waits for the post with its address and words', async () => {
    const { letterId, code } = letterToStanislawa(app.deps);
    expect(stored(letterId)).toEqual({ channel: 'print', state: 'waiting' });
    expect(app.deps.db.get(sql`select 1 from jobs where unique_key = ${`letter:${letterId}`}`)).toBeUndefined();
    await app.drain();
    expect(app.mailbox.letters.map(({ subject }) => subject)).toEqual([`Wniosek ${code} złożony: Pierzajki i bajki`]);
    expect(words(await desk.get('/pulpit'))).toContain('Do wydrukowania i wysłania: 1 list');
    expect(words(await desk.get('/pulpit'))).not.toContain('Nie doszło');

    const list = await desk.get('/skrzynka/do-wydruku');
    expect(words(list)).toContain('Krasnowo 14, 16-515 Krasnowo');
    const pdf = await desk.send({
      method: 'GET',
      url: [...list.links.values()].find((href) => href.startsWith('/pliki/')) ?? '',
    });
    const file = app.deps.db.get<{ sha256: string }>(sql`
      select f.sha256 from documents d join files f on f.id = d.file_id where d.kind = 'letter' and d.subject_id = ${letterId}`);
    const path = app.deps.files.pathOf(file?.sha256 ?? '');
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    const printed = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll('\u00a0', ' ');
    expect(printed).toMatch(/Stanisława Krejpcio\n\s*Krasnowo 14\n\s*16-515 Krasnowo\n/);
    expect(printed).toContain('„Pierzajki i bajki”');
    expect(printed).toContain('przeszedł ocenę formalną');
  });

  test('has her address in the window of a DL envelope', async () => {
    const { letterId } = letterToStanislawa(app.deps);
    await app.drain();
    const file = app.deps.db.get<{ sha256: string }>(sql`
      select f.sha256 from documents d join files f on f.id = d.file_id where d.kind = 'letter' and d.subject_id = ${letterId}`);
    const boxes = execFileSync('pdftotext', ['-bbox', app.deps.files.pathOf(file?.sha256 ?? ''), '-'], {
      encoding: 'utf8',
    });
    const millimetres = (points: string | undefined) => (Number(points) * 25.4) / 72;
    for (const word of ['Stanisława', '16-515']) {
      const [, x, top, , bottom] =
        new RegExp(`xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">${word}<`).exec(boxes) ?? [];
      expect([
        word,
        millimetres(x) > 22 && millimetres(x) < 30,
        millimetres(top) >= 48,
        millimetres(bottom) <= 85,
      ]).toEqual([word, ...[true, true, true]]);
    }
  });

  test('and Joanna posts it: the row, its proof, the log and the history tell the same', async () => {
    const { letterId, id } = letterToStanislawa(app.deps);
    app.clock.advance({ days: 1 });
    await desk.get(`/skrzynka/${letterId}/przekazanie/poczta`);
    const done = await desk.submit(
      `/skrzynka/${letterId}/przekazanie/poczta`,
      { doneOn: '28.02.2024', number: '00759007731', note: 'Zza okienka 🐈‍⬛' },
      { proof: scan },
    );
    expect(words(done)).toContain('Zapisano. Wpis jest na stronie listu');
    expect(words(done)).toContain('Na adres: Krasnowo 14, 16-515 Krasnowo; nr 00759007731; kto: Joanna Milewska.');
    expect(stored(letterId)).toEqual({ channel: 'print', state: 'sent' });
    expect(dispatchesOf(app.deps.db, letterId)).toMatchObject([
      {
        ...{
          way: 'post',
          doneOn: '2024-02-28',
          deliveredOn: null,
          number: '00759007731',
          toAddress: 'Krasnowo 14, 16-515 Krasnowo',
        },
        ...{
          note: 'Zza okienka 🐈‍⬛',
          recordedBy: 'Joanna Milewska',
          holds: true,
          proofs: [{ name: 'potwierdzenie.pdf' }],
        },
      },
    ]);
    const log = words(await desk.get('/skrzynka?droga=print'));
    expect(log).toMatch(
      /Wniosek .*wynik oceny formalnej.*list na papierze.*wysłany.*Wysłano pocztą 28 lutego 2024 r., nr 00759007731, z potwierdzeniem/,
    );
    expect(events('letter.dispatched')).toEqual([
      { who: joanna.id, facts: expect.stringContaining('"way":"post","doneOn":"2024-02-28"') },
    ]);
    expect(words(await desk.get('/historia'))).toContain('list przekazano poza e-mailem');
    expect(words(await desk.get(`/wnioski/${id}`))).toContain('Wysłano pocztą 28 lutego 2024 r.');
    expect(words(await desk.get('/pulpit'))).not.toContain('Do wydrukowania');
  });

  test('is called too: the letter has several dispatches, and the confirmation of delivery comes as a correction', async () => {
    const { letterId } = letterToStanislawa(app.deps);
    app.clock.advance({ days: 4 });
    const path = `/skrzynka/${letterId}/przekazanie`;
    await desk.get(`${path}/poczta`);
    await desk.submit(`${path}/poczta`, { doneOn: '28.02.2024' });
    await desk.get(`${path}/telefon`);
    await desk.submit(`${path}/telefon`, {
      ...{ doneOn: '29.02.2024', doneTime: '14.30', withWhom: 'Stanisława Krejpcio' },
      note: 'Wie, że wniosek przeszedł. Czeka na list.',
    });
    const [posted] = dispatchesOf(app.deps.db, letterId);
    const correction = `/skrzynka/${letterId}/wpisy/${posted?.id}/poprawka`;
    await desk.get(correction);
    expect((await desk.post(correction, { deliveredOn: '01.03.2024' })).status).toBe(422);
    const after = await desk.submit(correction, {
      deliveredOn: '01.03.2024',
      reason: 'przyszło potwierdzenie odbioru',
    });
    expect(words(after)).toContain('Poprawka poprzedniego wpisu: przyszło potwierdzenie odbioru.');
    expect(
      dispatchesOf(app.deps.db, letterId).map(({ way, holds, deliveredOn, correctsId }) => [
        way,
        holds,
        deliveredOn,
        correctsId,
      ]),
    ).toEqual([
      ['post', false, null, null],
      ['phone', true, '2024-02-29', null],
      ['post', true, '2024-03-01', posted?.id],
    ]);
    expect(words(await desk.get('/skrzynka?stan=delivered'))).toContain('wynik oceny formalnej');
  });

  test('posted by mistake of another day: taken back, the letter waits again', async () => {
    const { letterId } = letterToStanislawa(app.deps);
    await desk.get(`/skrzynka/${letterId}/przekazanie/poczta`);
    await desk.submit(`/skrzynka/${letterId}/przekazanie/poczta`);
    const [posted] = dispatchesOf(app.deps.db, letterId);
    const correction = `/skrzynka/${letterId}/wpisy/${posted?.id}/poprawka`;
    await desk.get(correction);
    await desk.submit(correction, { takeBack: 'tak', reason: 'to był inny list' });
    expect(stored(letterId)).toEqual({ channel: 'print', state: 'waiting' });
    expect(words(await desk.get(`/skrzynka/${letterId}`))).toContain('Wpis cofnięty: to był inny list.');
    const late = await app.as(joanna).send({ method: 'GET', url: correction });
    expect(late.status).toBe(303);
  });

  test('three letters carried to the post office at once are printed as one file and are three rows of one press', async () => {
    const { letterId, personId, id } = letterToStanislawa(app.deps);
    const kind = checkLetters.formal_outcome;
    app.deps.db.write((tx) => {
      for (const uniqueKey of ['second', 'third'])
        writeLetter(tx, app.deps, kind, {
          to: { personId, name: 'Stanisława Krejpcio', address: '' },
          fields: kind.sample,
          about: { kind: 'application', id },
          uniqueKey,
        });
    });
    await desk.get('/skrzynka/do-wydruku');
    const all = await desk.send({ method: 'GET', url: '/skrzynka/do-wydruku/listy.pdf' });
    const file = join(app.dataDir, 'listy.pdf');
    writeFileSync(file, all.body);
    const printed = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    expect(printed.split('\f').filter((page) => page.includes('Krasnowo 14'))).toHaveLength(3);
    expect(printed.match(/strona 1 z 1/gu)).toHaveLength(3);
    execFileSync('qpdf', ['--check', file]);
    expect((await desk.post('/skrzynka/do-wydruku')).text).toContain('Zaznacz przynajmniej jeden list.');
    await desk.get('/skrzynka/do-wydruku');
    const letters = [letterId, letterId + 1, letterId + 2].map(String);
    const done = await desk.submit('/skrzynka/do-wydruku', { letters });
    expect(words(done)).toContain('Zapisano wysłanie pocztą: 3 listy.');
    expect(words(done)).toContain('Nic nie czeka');
    expect((await desk.send({ method: 'GET', url: '/skrzynka/do-wydruku/listy.pdf' })).status).toBe(404);
    expect(count('dispatches')).toBe(3);
  });
});

describe('what cannot be', () => {
  test.each([
    ['a day to come', { doneOn: '29.02.2024' }, 'Ta chwila jeszcze nie nadeszła'],
    ['a day before the letter', { doneOn: '26.02.2024' }, 'Tego dnia list nie był jeszcze napisany'],
    ['no day', { doneOn: 'wczoraj' }, 'Sprawdź datę'],
    [
      'delivery before sending',
      { doneOn: '28.02.2024', deliveredOn: '27.02.2024' },
      'List nie mógł dojść przed wysłaniem',
    ],
    ['delivery to come', { doneOn: '27.02.2024', deliveredOn: '1.03.2024' }, 'Wpisz dzień z potwierdzenia odbioru'],
    ['nobody who did it', { doneOn: '28.02.2024', doneBy: ' \u0000 ' }, 'Wpisz, kto to zrobił'],
  ])('%s is told at its field, and nothing is written', async (_what, typed, said) => {
    const { letterId } = letterToStanislawa(app.deps);
    app.clock.advance({ days: 1 });
    await desk.get(`/skrzynka/${letterId}/przekazanie/poczta`);
    const again = await desk.post(`/skrzynka/${letterId}/przekazanie/poczta`, typed);
    expect([again.status, words(again).includes(said)]).toEqual([422, true]);
    expect([count('dispatches'), stored(letterId)?.state]).toEqual([0, 'waiting']);
  });

  test('a proof that is no scan', async () => {
    const { letterId } = letterToStanislawa(app.deps);
    const files = count('files');
    await desk.get(`/skrzynka/${letterId}/przekazanie/wreczenie`);
    const again = await desk.post(
      `/skrzynka/${letterId}/przekazanie/wreczenie`,
      {},
      {
        proof: { name: 'potwierdzenie.pdf', content: 'MZ program' },
      },
    );
    expect(again.status).toBe(422);
    expect(words(again)).toMatch(/PDF/);
    expect([count('dispatches'), count('files')]).toEqual([0, files]);
  });

  test('a call without an hour or without words', async () => {
    const { letterId } = letterToStanislawa(app.deps);
    await desk.get(`/skrzynka/${letterId}/przekazanie/telefon`);
    const again = words(
      await desk.post(`/skrzynka/${letterId}/przekazanie/telefon`, { doneTime: 'po południu', note: '' }),
    );
    expect(again).toContain('Sprawdź godzinę');
    expect(again).toContain('co zostało powiedziane');
    expect(count('dispatches')).toBe(0);
  });

  test('the same press of a shaking hand is one row', async () => {
    const { letterId } = letterToStanislawa(app.deps);
    const path = `/skrzynka/${letterId}/przekazanie/wreczenie`;
    await desk.get(path);
    const [first, second] = [await desk.post(path, {}, { proof: scan }), await desk.post(path, {}, { proof: scan })];
    expect([first.status, first.location, second.location]).toEqual([303, second.location, `/skrzynka/${letterId}`]);
    expect(count('dispatches')).toBe(1);
  });

  test('a way that does not exist', async () => {
    const { letterId } = letterToStanislawa(app.deps);
    expect((await desk.get(`/skrzynka/${letterId}/przekazanie/golab`)).status).toBe(404);
  });

  test('a row changed or taken away in the database', async () => {
    const { letterId } = letterToStanislawa(app.deps);
    await desk.get(`/skrzynka/${letterId}/przekazanie/wreczenie`);
    await desk.submit(`/skrzynka/${letterId}/przekazanie/wreczenie`);
    const run = (statement: string) => () => app.deps.db.raw.exec(statement);
    expect(run("update dispatches set number = '1'")).toThrow('dispatches_are_frozen');
    expect(run("update dispatches set note = 'nic takiego'")).toThrow('dispatches_are_frozen');
    expect(run('delete from dispatches')).toThrow('dispatches_are_frozen');
    run("update dispatches set with_whom = '', note = ''")();
  });
});

describe('a letter that opens a door', () => {
  test('is never printed, read out or written down as handed over, whatever its person prefers', async () => {
    const { deps } = app;
    deps.db.raw.exec(
      `insert into contacts (person_id, channel, updated_at) values (${joanna.id}, 'print', '2024-02-27T11:00:00.000Z')`,
    );
    answers = { 'joanna@example.org': 550 };
    const guest = app.visitor();
    await guest.get('/wejscie');
    await guest.submit('/wejscie', { email: 'joanna@example.org' });
    await app.drain();
    const letter = deps.db.get<{ id: number; channel: string; linkId: number }>(
      sql`select id, channel, link_id as linkId from letters order by id desc`,
    );
    expect(letter?.channel).toBe('email');
    const page = await desk.get(`/skrzynka/${letter?.id}`);
    expect(words(page)).toContain('więc idzie tylko e-mailem');
    expect(page.html).not.toMatch(/przekazanie\/(poczta|telefon)|\/wydruk/);
    for (const way of ['poczta', 'wreczenie', 'telefon', 'e-doreczenia'])
      expect((await desk.get(`/skrzynka/${letter?.id}/przekazanie/${way}`)).status).toBe(404);
    const run = (statement: string) => () => deps.db.raw.exec(statement);
    expect(run(`update letters set channel = 'print' where id = ${letter?.id}`)).toThrow('letters_doors_by_email');
    expect(
      run(`insert into dispatches (letter_id, way, done_on, delivered_on, done_by, recorded_at, recorded_by)
        values (${letter?.id}, 'hand', '2024-02-27', '2024-02-27', 'J', '2024-02-27', ${joanna.id})`),
    ).toThrow('dispatches_of_no_door');
    expect(deps.db.get(sql`select 1 from documents where kind = 'letter'`)).toBeUndefined();
    expect(() =>
      deps.db.write((tx) =>
        writeDoorLetter(tx, deps, 'sign_in', {
          personId: joanna.id,
          email: 'joanna@example.org',
          linkId: letter?.linkId ?? 0,
        }),
      ),
    ).not.toThrow();
  });
});

describe('a letter refused for good', () => {
  test('goes on paper instead: its tries stay, its paper is drawn, and it is not lost', async () => {
    const id = await refusedLetter();
    expect(stored(id)).toEqual({ channel: 'email', state: 'failed' });
    expect(words(await desk.get('/pulpit'))).toContain(
      'Nie doszło: 1 list. Zadzwoń do tych osób albo wydrukuj i wyślij pocztą',
    );
    await desk.get(`/skrzynka/${id}`);
    const page = await desk.submit(`/skrzynka/${id}/wydruk`);
    expect(words(page)).toContain('Ten list pójdzie na papierze.');
    expect(stored(id)).toEqual({ channel: 'print', state: 'waiting' });
    expect(events('letter.on_paper')).toHaveLength(1);
    answers = {};
    await app.drain();
    expect(app.mailbox.letters.filter(({ subject }) => subject?.includes('wynik oceny formalnej'))).toEqual([]);
    const after = await desk.get(`/skrzynka/${id}`);
    expect(words(after)).toContain('Takiego adresu nie ma');
    expect([...after.links.keys()].some((link) => link.includes('Wydruk (PDF)'))).toBe(true);
    expect(words(await desk.get('/skrzynka?stan=to_hand_over'))).toContain('do wydruku');
  });

  test('told by telephone is a failure no more', async () => {
    const id = await refusedLetter();
    await desk.get(`/skrzynka/${id}/przekazanie/telefon`);
    await desk.submit(`/skrzynka/${id}/przekazanie/telefon`, { note: 'Powiedziałam wynik. Nowy adres poda jutro.' });
    expect(words(await desk.get('/pulpit'))).not.toContain('Nie doszło');
    expect(words(await desk.get('/skrzynka?stan=delivered'))).toContain('Birutė Jurkianis');
  });
});

describe('e-Doręczenia', () => {
  test('ask for their number, and the proof of delivery may come later, as a file of the row', async () => {
    const { letterId } = letterToStanislawa(app.deps);
    const path = `/skrzynka/${letterId}/przekazanie/e-doreczenia`;
    await desk.get(path);
    expect(words(await desk.post(path))).toContain('Wpisz numer wiadomości z e-Doręczeń.');
    await desk.get(path);
    const page = await desk.submit(path, { number: 'AE-2024-000017' });
    expect(words(page)).toContain('Wysłano przez e-Doręczenia');
    const proof = `/skrzynka/${letterId}/wpisy/${dispatchesOf(app.deps.db, letterId)[0]?.id}/potwierdzenie`;
    await desk.get(proof);
    expect(words(await desk.post(proof))).toContain('Wybierz plik');
    await desk.get(proof);
    const after = await desk.submit(proof, {}, { proof: { name: 'dowód otrzymania.pdf', content: '%PDF-1.7 UPO' } });
    expect([...after.links.keys()].some((link) => link.includes('dowód otrzymania.pdf'))).toBe(true);
    expect(events('letter.proof_added')).toHaveLength(1);
    expect(dispatchesOf(app.deps.db, letterId)).toHaveLength(1);
  });
});

test('a letter in Stanisława’s hands: what was enclosed is listed on it and lies beside it', async () => {
  const { letterId, id } = letterToStanislawa(app.deps);
  const { deps } = app;
  deps.db.raw.exec(
    `insert into letter_documents select ${letterId}, id from documents where subject_kind = 'application' and subject_id = ${id} and kind = 'application'`,
  );
  await app.drain();
  const list = await desk.get('/skrzynka/do-wydruku');
  expect([...list.links.keys()].some((link) => /^Załącznik: .*\.pdf$/.test(link))).toBe(true);
  const file = deps.db.get<{ sha256: string }>(sql`
    select f.sha256 from documents d join files f on f.id = d.file_id where d.kind = 'letter' and d.subject_id = ${letterId}`);
  const printed = execFileSync('pdftotext', ['-layout', deps.files.pathOf(file?.sha256 ?? ''), '-'], {
    encoding: 'utf8',
  });
  expect(printed.replaceAll('\u00a0', ' ')).toMatch(/Załączniki\s+1\)\s+Wniosek PB\/2024\/01/);
});
