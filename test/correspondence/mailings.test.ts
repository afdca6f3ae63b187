import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Fields, Page } from '../support/client.ts';
import { submittedApplication } from '../support/story/applications.ts';
import { secondCall } from '../support/story/ground.ts';

let app: TestApp;
let desk: Client;
/** What the far end answers by recipient; nothing = it takes the letter. */
let answers: Record<string, number | string | undefined>;

beforeEach(async () => {
  answers = {};
  app = await startTestApp({ beginning: 'open', mail: { reject: (to) => answers[to] } });
  desk = app.as(app.person('Joanna Milewska', 'joanna@example.org', ['coordinator']));
});
afterEach(() => app.close());

const plain = (page: Page) => page.text.replace(/\s+/gu, ' ');
const callId = () => app.deps.db.get<{ id: number }>(sql`select min(id) as id from calls`)?.id ?? 0;
const stateOf = (id: number) =>
  app.deps.db.get<{ state: string }>(sql`select state from mailings where id = ${id}`)?.state;
const outbox = () =>
  app.deps.db.all<{ to: string; subject: string; body: string; state: string; stopped: string | null }>(sql`
    select to_address as "to", subject, body, state, stopped_at as stopped from letters where kind = 'mailing' order by id`);
const groups = {
  birute: { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki, jedna półka' },
  kazimierz: { leader: 'Kazimierz Nevulis', email: 'kazimierz@example.org', title: 'Sad sąsiedzki' },
} as const;

function apply(...names: (keyof typeof groups)[]): void {
  for (const name of names) submittedApplication(app.deps, groups[name]);
  // What the group was written when it sent its application is told elsewhere.
  app.deps.db.raw.exec('delete from letter_documents; delete from letters; delete from jobs');
}

/** A draft with its recipients and its text; the browser stands on its page. */
async function drafted(
  who: Client,
  {
    sets = [],
    byHand = '',
    subject = 'Zapraszamy na konsultacje',
    body = 'Dzień dobry!\n\nPrzyjdźcie.',
  }: {
    sets?: string[];
    byHand?: string;
    subject?: string;
    body?: string;
  },
): Promise<number> {
  await who.get('/pisma/wysylki');
  const started = await who.post('/pisma/wysylki');
  const people = started.location ?? '';
  const id = Number(/wysylki\/(\d+)/u.exec(people)?.[1]);
  await who.get(people);
  await who.submit(people, { sets, byHand });
  await who.get(`/pisma/wysylki/${id}/tresc`);
  await who.submit(`/pisma/wysylki/${id}/tresc`, { subject, body });
  return id;
}

async function prepared(who: Client, wanted: Parameters<typeof drafted>[1]): Promise<number> {
  const id = await drafted(who, wanted);
  await who.submit(`/pisma/wysylki/${id}/listy`);
  return id;
}

const decide = (who: Client, id: number, fields: Fields) => who.post(`/pisma/wysylki/${id}/wyslanie`, fields);

describe('a mailing', () => {
  test('goes from its text to a letter for each person, seen whole before it leaves, and its progress is told', async () => {
    apply('birute', 'kazimierz');
    const body =
      'Dzień dobry!\n\nWniosek {{number}}, „{{title}}”: przyjdźcie w środę.\n{{address}}\n\n{{organisationName}}';
    const id = await prepared(desk, { sets: ['submitted'], subject: 'Środa: {{title}}', body });
    const page = await desk.get(`/pisma/wysylki/${id}`);
    expect(plain(page)).toContain('Do wysłania: 2 listy.');
    expect(plain(page)).toContain('Wniosek PB/2024/01, „Dwa języki, jedna półka”: przyjdźcie w środę.');
    expect(plain(page)).toContain('Wniosek PB/2024/02, „Sad sąsiedzki”: przyjdźcie w środę.');
    expect(outbox()).toEqual([]);

    const sent = await decide(desk, id, { do: 'send' });
    expect(sent.location).toBe(`/pisma/wysylki/${id}`);
    expect(plain(await desk.get(`/pisma/wysylki/${id}`))).toMatch(/Listy wychodzą po kolei.*Wyszły 0 z 2 Czekają 2/);
    await app.drain();
    expect(app.mailbox.letters.map(({ envelope, subject }) => [envelope.to, subject])).toEqual([
      [['birute@example.org'], 'Środa: Dwa języki, jedna półka'],
      [['kazimierz@example.org'], 'Środa: Sad sąsiedzki'],
    ]);
    expect(app.mailbox.letters[0]?.text).toContain(`${app.url}/wnioski/`);
    expect(plain(await desk.get(`/pisma/wysylki/${id}`))).toMatch(/Wszystkie listy wyszły.*Wyszły 2 z 2 Czekają 0/);
    expect(
      app.deps.db.all(
        sql`select what, from_state as was, to_state as became, facts from events where what like 'mailing.%' order by id`,
      ),
    ).toEqual([
      { what: 'mailing.started', was: null, became: null, facts: '{}' },
      { what: 'mailing.prepared', was: null, became: null, facts: '{"letters":2}' },
      { what: 'mailing.sent', was: 'draft', became: 'sent', facts: '{"letters":2}' },
    ]);
  });

  test('writes one letter to whoever is in two sets or typed as well, and one to two people with one address', async () => {
    app.deps.db.raw.exec('update calls set applications_per_leader = 2');
    apply('birute', 'kazimierz');
    submittedApplication(app.deps, { ...groups.birute, title: 'Ławki z wierszem' });
    app.deps.db.raw.exec('delete from letter_documents; delete from letters; delete from jobs');
    const byHand = 'Kazimierz Nevulis, KAZIMIERZ@example.org\nAnna Rutko, dom@example.org\nJan Rutko <dom@example.org>';
    const id = await prepared(desk, {
      sets: ['submitted'],
      byHand,
      subject: '{{name}}',
      body: '{{title}} · {{number}}\n{{address}}',
    });
    await desk.get(`/pisma/wysylki/${id}`);
    await decide(desk, id, { do: 'send' });
    const written = outbox();
    expect(written.map(({ to, subject }) => [to, subject.replaceAll('\u00a0', ' ')])).toEqual([
      ['birute@example.org', 'Birutė Jurkianis'],
      ['kazimierz@example.org', 'Kazimierz Nevulis'],
      ['dom@example.org', 'Anna Rutko i Jan Rutko'],
    ]);
    expect(written[0]?.body).toMatch(
      /^Dwa języki, jedna półka, Ławki z wierszem · PB\/2024\/01, PB\/2024\/03\nhttp\S+\/wnioski\/\d+\nhttp\S+\/wnioski\/\d+$/,
    );
    expect(written[2]?.body).toBe('·');
  });

  test('takes one letter in other words and drops one with its reason; the words are never read as fields', async () => {
    apply('birute', 'kazimierz');
    const id = await prepared(desk, { sets: ['submitted'], subject: 'Do {{name}}' });
    const page = await desk.get(`/pisma/wysylki/${id}`);
    const [first = '', second = ''] = [...page.links.values()].filter((href) => /listy\/\d+$/u.test(href));
    await desk.get(first);
    await desk.post(first, {
      do: 'edit',
      subject: 'Pani Birutė\nBcc: zly@example.net',
      body: 'Dzwoniła Pani: {{title}}',
    });
    await desk.get(second);
    expect(plain(await desk.post(`${second}/pominiecie`))).toContain('Napisz krótko, dlaczego');
    await desk.post(`${second}/pominiecie`, { reason: 'Rozmawialiśmy w poniedziałek.' });
    const after = plain(await desk.get(`/pisma/wysylki/${id}`));
    expect(after).toContain('Do wysłania: 1 list. Pominięto: 1 osobę.');
    expect(after).toContain('Powód: Rozmawialiśmy w poniedziałek.');

    // Written anew, the letters keep what was decided about each.
    await desk.submit(`/pisma/wysylki/${id}/listy`);
    await desk.get(`/pisma/wysylki/${id}`);
    await decide(desk, id, { do: 'send' });
    expect(outbox()).toEqual([
      expect.objectContaining({
        to: 'birute@example.org',
        subject: 'Pani Birutė Bcc: zly@example.net',
        body: 'Dzwoniła Pani: {{title}}',
      }),
    ]);
  });

  test('to somebody without an address, and to one who prefers the telephone, waits for hands', async () => {
    apply('birute');
    const birute = app.deps.db.get<{ id: number }>(sql`select id from people where email = 'birute@example.org'`)?.id;
    await desk.get(`/skrzynka/osoby/${birute}/dane`);
    await desk.submit(`/skrzynka/osoby/${birute}/dane`, { channel: 'phone' });
    const id = await prepared(desk, {
      ...{ sets: ['submitted'], byHand: 'Stefania Kimszal\nAnna Rutko, anna@example.org' },
      body: 'Dzień dobry, {{name}}!',
    });
    const page = plain(await desk.get(`/pisma/wysylki/${id}`));
    expect(page).toContain('Do wysłania: 3 listy. W tym na papierze: 1, przez telefon: 1.');
    expect(page).toContain('Ten list pójdzie na papierze. Po wysłaniu wydrukujesz go');
    await decide(desk, id, { do: 'send' });
    const ways = sql`select to_name as name, channel from letters where kind = 'mailing' order by name`;
    expect(app.deps.db.all(ways)).toEqual([
      { name: 'Anna Rutko', channel: 'email' },
      { name: 'Birutė Jurkianis', channel: 'phone' },
      { name: 'Stefania Kimszal', channel: 'print' },
    ]);
    await app.drain();
    expect(app.mailbox.letters.map(({ envelope }) => envelope.to)).toEqual([['anna@example.org']]);
    const after = plain(await desk.get(`/pisma/wysylki/${id}`));
    expect(after).toContain('E-maile wyszły. Reszta czeka na wydruk albo telefon.');
    expect(plain(await desk.get('/skrzynka/do-wydruku'))).toContain('Stefania Kimszal');
  });

  test('begins with the text and the sets of an earlier one', async () => {
    apply('birute');
    const earlier = await prepared(desk, { sets: ['submitted'], subject: 'Środa' });
    await desk.get('/pisma/wysylki');
    await desk.submit('/pisma/wysylki', { from: String(earlier) });
    expect(app.deps.db.get(sql`select subject, sets, by_hand as byHand, state from mailings order by id desc`)).toEqual(
      {
        ...{ subject: 'Środa', sets: '["submitted"]', byHand: '', state: 'draft' },
      },
    );
  });
});

describe('a faulty mailing', () => {
  test.each([
    ['a misspelt field', 'Dzień dobry!\n\n{{titel}}', 'Linia 3: nie ma pola {{titel}}.', 'Czy chodziło o {{title}}?'],
    ['an unclosed condition', '{{#if title}}tak', 'Linia 1: warunek {{#if title}} nie ma końca.', 'Wstaw {{/if}}.'],
  ])('with %s is told where and what to do, and keeps what was typed', async (_what, body, said, hint) => {
    const id = await drafted(desk, { sets: ['submitted'] });
    await desk.get(`/pisma/wysylki/${id}/tresc`);
    const answer = await desk.post(`/pisma/wysylki/${id}/tresc`, { body });
    expect(answer.status).toBe(422);
    expect(plain(answer)).toContain(said);
    expect(plain(answer)).toContain(hint);
    expect(answer.forms.flatMap(({ filled }) => filled)).toContainEqual(['body', body]);
  });

  test('B2: a typed line with two addresses or a header is refused by its number, and nothing of it is kept', async () => {
    const id = await drafted(desk, {});
    await desk.get(`/pisma/wysylki/${id}/adresaci`);
    const byHand = 'Anna Rutko, anna@example.org\nBcc: zly@example.net, drugi@example.net\nJan, jan@';
    const answer = await desk.post(`/pisma/wysylki/${id}/adresaci`, { byHand });
    expect(answer.status).toBe(422);
    expect(plain(answer)).toMatch(/Linia 2: .*nie wygląda na adres e-mail.*Linia 3: /);
    expect(app.deps.db.get(sql`select by_hand as byHand from mailings`)).toEqual({ byHand: '' });
  });

  test('titles that look like fields, tags and headers stay words of their letter', async () => {
    const title = '{{organisationPhone}} <script>alert(1)</script> Bcc: zly@example.net';
    submittedApplication(app.deps, { ...groups.birute, title });
    app.deps.db.raw.exec('delete from letter_documents; delete from letters; delete from jobs');
    const id = await prepared(desk, { sets: ['submitted'], subject: 'O: {{title}}', body: '{{title}}' });
    const page = await desk.get(`/pisma/wysylki/${id}`);
    expect(page.html).not.toContain('<script>alert');
    await decide(desk, id, { do: 'send' });
    await app.drain();
    const [letter] = app.mailbox.letters;
    expect([letter?.subject, letter?.text?.trim(), letter?.envelope.to]).toEqual([
      `O: ${title}`,
      title,
      ['birute@example.org'],
    ]);
    expect(String(letter?.html)).not.toContain('<script');
  });
});

describe('B4: a mailing', () => {
  test('to nobody is refused in words, before and after its letters are written', async () => {
    const id = await drafted(desk, { sets: ['submitted'] });
    const nobody = await desk.get(`/pisma/wysylki/${id}`);
    expect(plain(nobody)).toContain('Złożyli wniosek: 0 osób');
    expect(plain(await desk.post(`/pisma/wysylki/${id}/listy`))).toContain('Na razie nie ma żadnego adresata.');
    const dropped = await prepared(desk, { byHand: 'Stefania Kimszal' });
    const [link = ''] = [...(await desk.get(`/pisma/wysylki/${dropped}`)).links.values()].filter((href) =>
      href.includes('/listy/'),
    );
    await desk.get(link);
    await desk.post(`${link}/pominiecie`, { reason: 'Powiem jej jutro w bibliotece.' });
    await desk.get(`/pisma/wysylki/${dropped}`);
    const answer = await decide(desk, dropped, { do: 'send' });
    expect([answer.status, stateOf(dropped)]).toEqual([422, 'draft']);
    expect(plain(answer)).toContain('Nie ma do kogo wysłać');
    expect(outbox()).toEqual([]);
  });

  test('sent twice by one press, from an old page and by two people goes once; the later ones are told who sent it', async () => {
    apply('birute', 'kazimierz');
    const ewa = app.as(app.person('Ewa Rutko', 'ewa.rutko@example.org', ['coordinator']));
    const id = await prepared(desk, { sets: ['submitted'] });
    await ewa.get(`/pisma/wysylki/${id}`);
    await desk.get(`/pisma/wysylki/${id}`);
    const [first, second] = await Promise.all([decide(desk, id, { do: 'send' }), decide(desk, id, { do: 'send' })]);
    expect([first?.status, second?.status]).toEqual([303, 303]);
    const late = await decide(ewa, id, { do: 'send' });
    expect(late.status).toBe(422);
    expect(plain(late)).toContain('Ta wysyłka już wyszła (Joanna Milewska, 27 lutego 2024 r., godz. 12.00)');
    await app.drain();
    expect(app.mailbox.letters.map(({ envelope }) => envelope.to)).toEqual([
      ['birute@example.org'],
      ['kazimierz@example.org'],
    ]);
  });

  test('begun while another runs sends its own letters, each once', async () => {
    apply('birute', 'kazimierz');
    for (const subject of ['Pierwsza', 'Druga']) {
      const id = await prepared(desk, { sets: ['submitted'], subject });
      await desk.get(`/pisma/wysylki/${id}`);
      await decide(desk, id, { do: 'send' });
    }
    await app.drain();
    expect(app.mailbox.letters.map(({ envelope, subject }) => `${envelope.to} ${subject}`).sort()).toEqual([
      'birute@example.org Druga',
      'birute@example.org Pierwsza',
      'kazimierz@example.org Druga',
      'kazimierz@example.org Pierwsza',
    ]);
  });
});

describe('B6: what was seen is what goes', () => {
  test('a text changed after the letters were seen is told, and the seen letters go or are written anew', async () => {
    apply('birute');
    const ewa = app.as(app.person('Ewa Rutko', 'ewa.rutko@example.org', ['coordinator']));
    const id = await prepared(desk, { sets: ['submitted'], subject: 'Spotkanie w środę' });
    await desk.get(`/pisma/wysylki/${id}`);
    await ewa.get(`/pisma/wysylki/${id}/tresc`);
    await ewa.submit(`/pisma/wysylki/${id}/tresc`, { subject: 'Spotkanie w piątek' });

    const told = await decide(desk, id, { do: 'send' });
    expect([told.status, stateOf(id)]).toEqual([422, 'draft']);
    expect(plain(told)).toContain('Niczego jeszcze nie wysłano: od napisania listów coś się zmieniło.');
    expect(plain(told)).toContain(
      'Inaczej brzmiałby teraz list (zmienił się tekst, stopka albo dane) do: Birutė Jurkianis.',
    );
    expect(plain(told)).toContain('Wyślij listy, które widzę: 1 list');
    expect((await decide(desk, id, { do: 'send' })).status).toBe(303);
    expect(outbox().map(({ subject }) => subject)).toEqual(['Spotkanie w środę']);
  });

  test('letters that another person edited or wrote anew are looked at again before anything goes', async () => {
    apply('birute');
    const ewa = app.as(app.person('Ewa Rutko', 'ewa.rutko@example.org', ['coordinator']));
    const id = await prepared(desk, { sets: ['submitted'] });
    await desk.get(`/pisma/wysylki/${id}`);
    const letter =
      [...(await ewa.get(`/pisma/wysylki/${id}`)).links.values()].find((href) => /listy\/\d+$/u.test(href)) ?? '';
    await ewa.get(letter);
    await ewa.post(letter, { do: 'edit', subject: 'Inny temat' });
    const late = await decide(desk, id, { do: 'send' });
    expect([late.status, outbox()]).toEqual([409, []]);
    expect(plain(late)).toContain('Inny temat');
    expect((await decide(desk, id, { do: 'send' })).status).toBe(303);
    expect(outbox().map(({ subject }) => subject)).toEqual(['Inny temat']);
  });

  test('people who came, went or changed an address since, and a new foot, are named while it waits for its hour', async () => {
    apply('birute', 'kazimierz');
    const id = await prepared(desk, { sets: ['submitted'], subject: 'Zaproszenie' });
    await desk.get(`/pisma/wysylki/${id}`);
    await decide(desk, id, { do: 'schedule', on: '28.02.2024', time: '9.00' });
    submittedApplication(app.deps, { leader: 'Ewa Sidorowicz', email: 'ewa@example.org', title: 'Ławka do czytania' });
    app.deps.db.raw.exec(`update people set email = 'b.jurkianis@example.org' where email = 'birute@example.org';
      update applications set state = 'withdrawn' where title = 'Sad sąsiedzki'`);
    const page = plain(await desk.get(`/pisma/wysylki/${id}`));
    expect(page).toContain('Doszła 1 osoba: Ewa Sidorowicz.');
    expect(page).toContain('Ubyła 1 osoba: Kazimierz Nevulis.');
    expect(page).toContain('Zmieniło się imię, nazwisko albo adres: Birutė Jurkianis.');
    app.clock.set('2024-02-28T08:00:00.000Z');
    await app.drain();
    expect(outbox().map(({ to }) => to)).toEqual(['birute@example.org', 'kazimierz@example.org']);
  });
});

describe('a mailing that does not go at once', () => {
  test('waits for its hour of competition time and goes then, once, even if nobody looks', async () => {
    apply('birute');
    const id = await prepared(desk, { sets: ['submitted'] });
    await desk.get(`/pisma/wysylki/${id}`);
    expect(plain(await decide(desk, id, { do: 'schedule', on: '27.02.2024', time: '8.00' }))).toContain(
      'Ta chwila już minęła.',
    );
    expect(plain(await decide(desk, id, { do: 'schedule', on: 'jutro', time: '' }))).toContain(
      'Wpisz godzinę, na przykład 9.00.',
    );
    expect((await decide(desk, id, { do: 'schedule', on: '28.02.2024', time: '9.00' })).status).toBe(303);
    await app.drain();
    expect([stateOf(id), outbox()]).toEqual(['scheduled', []]);
    app.clock.set('2024-02-28T07:59:59.000Z');
    await app.drain();
    expect(outbox()).toEqual([]);
    app.clock.set('2024-02-28T08:00:00.000Z');
    await app.drain();
    await app.drain();
    expect([stateOf(id), app.mailbox.letters.length]).toEqual(['sent', 1]);
    expect(app.deps.db.get(sql`select actor_kind as by, what from events order by id desc`)).toEqual({
      by: 'system',
      what: 'mailing.sent',
    });
  });

  test('can be held, put off, changed again and called off until it goes; an older hour sends nothing', async () => {
    apply('birute');
    const id = await prepared(desk, { sets: ['submitted'] });
    const page = () => desk.get(`/pisma/wysylki/${id}`);
    await page();
    await decide(desk, id, { do: 'schedule', on: '28.02.2024', time: '9.00' });
    await page();
    await decide(desk, id, { do: 'hold' });
    expect(plain(await desk.get('/pulpit'))).toContain('Wyślij albo odwołaj: 1 wstrzymana wysyłka');
    app.clock.set('2024-02-28T10:00:00.000Z');
    await app.drain();
    expect([stateOf(id), outbox()]).toEqual(['held', []]);
    await page();
    await decide(desk, id, { do: 'schedule', on: '29.02.2024', time: '9.00' });
    await page();
    await desk.submit(`/pisma/wysylki/${id}/odwolanie`, { do: 'reopen' });
    expect(stateOf(id)).toBe('draft');
    await page();
    await desk.submit(`/pisma/wysylki/${id}/odwolanie`, { do: 'cancel' });
    app.clock.set('2024-03-01T10:00:00.000Z');
    await app.drain();
    expect([stateOf(id), outbox()]).toEqual(['cancelled', []]);
    expect(plain(await page())).toContain('Nikt nic nie dostał.');
  });

  test('called off while it goes keeps back the letters that no server has taken', async () => {
    apply('birute', 'kazimierz');
    answers = { 'kazimierz@example.org': 451 };
    const id = await prepared(desk, { sets: ['submitted'] });
    await desk.get(`/pisma/wysylki/${id}`);
    await decide(desk, id, { do: 'send' });
    await app.drain();
    await desk.get(`/pisma/wysylki/${id}`);
    await desk.submit(`/pisma/wysylki/${id}/odwolanie`, { do: 'cancel' });
    answers = {};
    app.clock.advance({ hours: 1 });
    await app.drain();
    expect(app.mailbox.letters.map(({ envelope }) => envelope.to)).toEqual([['birute@example.org']]);
    const now = app.clock.now();
    expect(outbox().map(({ state, stopped }) => [state, stopped !== null && stopped < now])).toEqual([
      ['sent', false],
      ['failed', true],
    ]);
    const page = plain(await desk.get(`/pisma/wysylki/${id}`));
    expect(page).toMatch(/Wysyłka jest zatrzymana.*Zatrzymane 1/);
    expect(plain(await desk.get('/pulpit'))).not.toContain('Nie doszło');
  });
});

test('an address refused for good is named on the mailing and the desk, with what to do', async () => {
  apply('birute', 'kazimierz');
  answers = { 'kazimierz@example.org': '550 5.1.1 No such user' };
  const id = await prepared(desk, { sets: ['submitted'] });
  await desk.get(`/pisma/wysylki/${id}`);
  await decide(desk, id, { do: 'send' });
  await app.drain();
  const page = plain(await desk.get(`/pisma/wysylki/${id}`));
  expect(page).toMatch(
    /Te listy nie doszły Zadzwoń do tych osób i zapytaj o właściwy adres.*Kazimierz Nevulis, kazimierz@example.org/,
  );
  expect(plain(await desk.get('/pulpit'))).toContain('Nie doszło: 1 list. Zadzwoń do tych osób');
  // The next mailing says so before anything is sent.
  const next = await prepared(desk, { sets: ['submitted'] });
  expect(plain(await desk.get(`/pisma/wysylki/${next}`))).toContain(
    'Na ten adres listy nie dochodzą od 27 lutego 2024 r.',
  );
});

test('a coordinator of another call neither sees this mailing nor writes to this call’s people', async () => {
  apply('birute');
  const id = await prepared(desk, { sets: ['submitted'] });
  const elsewhere = secondCall(app);
  const ewa = app.as(app.person('Ewa Rutko', 'ewa.rutko@example.org', [{ role: 'coordinator', callId: elsewhere }]));
  for (const path of ['', '/adresaci', '/tresc'])
    expect((await ewa.get(`/pisma/wysylki/${id}${path}`)).status).toBe(404);
  const list = await ewa.get('/pisma/wysylki');
  expect(plain(list)).not.toContain('Zapraszamy na konsultacje');
  expect((await ewa.post('/pisma/wysylki', { callId: String(callId()) })).status).toBe(404);
  await ewa.get('/pisma/wysylki');
  expect((await ewa.post('/pisma/wysylki', { from: String(id) })).status).toBe(404);
  const own = await drafted(ewa, { sets: ['submitted'] });
  expect(plain(await ewa.get(`/pisma/wysylki/${own}`))).toContain('Złożyli wniosek: 0 osób');
});

test('three hundred people are three hundred letters, once each', async () => {
  // What the disk would hold after a power cut is no matter here.
  app.deps.db.raw.pragma('synchronous = off');
  const people = Array.from({ length: 300 }, (_, n) => `Osoba ${n + 1}, osoba-${n + 1}@example.org`);
  const id = await prepared(desk, { byHand: people.join('\n'), body: 'Dzień dobry, {{name}}!' });
  expect(plain(await desk.get(`/pisma/wysylki/${id}`))).toContain('Do wysłania: 300 listów.');
  await decide(desk, id, { do: 'send' });
  await app.drain();
  expect(new Set(app.mailbox.letters.map(({ envelope, text }) => `${envelope.to}: ${text?.trim()}`))).toEqual(
    new Set(people.map((_, n) => `osoba-${n + 1}@example.org: Dzień dobry, Osoba ${n + 1}!`)),
  );
  expect(app.mailbox.letters).toHaveLength(300);
}, 60_000);
