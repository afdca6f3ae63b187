import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z' });
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const count = (table: 'applications' | 'people' | 'sessions') =>
  app.deps.db.raw.prepare(`select count(*) as n from ${table}`).pluck().get();

/** Birutė gives her address and is writing. */
async function begin(browser: Client, email = 'birute@example.org'): Promise<number> {
  await browser.get('/wnioski/nowy?nabor=1');
  const answer = await browser.post('/wnioski/nowy', { kind: 'informal_group', email });
  const id = Number(/^\/wnioski\/(\d+)\/czesci\/wnioskodawca$/.exec(answer.location ?? '')?.[1]);
  await browser.get(answer.location ?? '');
  return id;
}

describe('a visitor begins', () => {
  test('with an address and who applies, and writes at once', async () => {
    const birute = app.visitor();
    const id = await begin(birute);
    const section = await birute.get(`/wnioski/${id}/czesci/wnioskodawca`);
    expect(section.status).toBe(200);
    expect(section.text).toContain('1. Kto składa');
    expect(section.html).toContain('value="birute@example.org"');
    expect(
      app.deps.db.all(sql`select a.state, b.kind, b.email, p.email as confirmed, p.pending_email as claimed, m.role from applications a
      join applicants b on b.application_id = a.id join application_members m on m.application_id = a.id join people p on p.id = m.person_id`),
    ).toEqual([
      {
        state: 'draft',
        kind: 'informal_group',
        email: 'birute@example.org',
        confirmed: null,
        claimed: 'birute@example.org',
        role: 'leader',
      },
    ]);
    expect(
      app.deps.db.get(
        sql`select what, actor_kind as who, to_state as state, call_id as callId from events order by id desc limit 1`,
      ),
    ).toEqual({
      what: 'application.started',
      who: 'person',
      state: 'draft',
      callId: 1,
    });
  });

  test('by a double click (B4), and there is one draft, one person, one session', async () => {
    const birute = app.visitor();
    const page = await birute.get('/wnioski/nowy?nabor=1');
    const form = page.forms.find(({ action }) => action === '/wnioski/nowy');
    const payload = new URLSearchParams(
      [...(form?.filled ?? []), ['kind', 'person'], ['email', 'birute@example.org']].filter(
        ([name, value]) => name !== 'email' || value !== '',
      ) as [string, string][],
    ).toString();
    const click = {
      method: 'POST',
      url: '/wnioski/nowy',
      payload,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: app.url,
        'sec-fetch-site': 'same-origin',
      },
    } as const;
    const [first, second] = await Promise.all([birute.send(click), birute.send(click)]);
    const places = [first, second].filter((answer) => answer.status === 303).map((answer) => answer.location);
    expect([...new Set(places)]).toEqual(['/wnioski/1/czesci/wnioskodawca']);
    expect([count('applications'), count('people'), count('sessions')]).toEqual([1, 1, 1]);
  });

  test('without an address or a kind (B2), and is told at the fields', async () => {
    const visitor = app.visitor();
    await visitor.get('/wnioski/nowy?nabor=1');
    const answer = await visitor.post('/wnioski/nowy', { email: 'birutė@wieś' });
    expect(answer.status).toBe(422);
    expect(plain(answer.text)).toContain('Wybierzcie, kto składa wniosek.');
    expect(plain(answer.text)).toContain('To nie wygląda na adres e-mail.');
    expect(answer.html).toContain('value="birutė@wieś"');
    expect(count('applications')).toBe(0);
  });

  test('who is signed in is not asked for an address', async () => {
    const ona = app.as(app.person('Ona Žukauskienė', 'ona@example.org'));
    const page = await ona.get('/wnioski/nowy?nabor=1');
    expect(page.forms.find(({ action }) => action === '/wnioski/nowy')?.names.has('email')).toBe(false);
    const section = await ona.submit('/wnioski/nowy', { kind: 'person' });
    expect(section.html).toContain('value="Ona Žukauskienė"');
    expect(count('people')).toBe(1);
  });

  test.each([
    [
      'before the window opens',
      '2024-02-11T12:00:00.000Z',
      'Wnioski przyjmujemy od poniedziałku 12 lutego 2024 r. do piątku 15 marca 2024 r., godz. 15.00.',
    ],
    [
      'at the very deadline',
      '2024-03-15T14:00:00.000Z',
      'Wnioski przyjmowaliśmy do piątku 15 marca 2024 r., godz. 15.00.',
    ],
  ])('not %s', async (_, at, words) => {
    const visitor = app.visitor();
    const form = await visitor.get('/wnioski/nowy?nabor=1');
    app.clock.setNow(at);
    expect(plain((await visitor.get('/wnioski/nowy?nabor=1')).text)).toContain(words);
    const late = await visitor.send({
      method: 'POST',
      url: '/wnioski/nowy',
      payload: new URLSearchParams([
        ...(form.forms.find(({ action }) => action === '/wnioski/nowy')?.filled ?? []).filter(
          ([name]) => name !== 'email',
        ),
        ['kind', 'person'],
        ['email', 'birute@example.org'],
      ]).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: app.url,
        'sec-fetch-site': 'same-origin',
      },
    });
    expect(late.status).toBe(422);
    expect(plain(late.text)).toContain(words);
    expect(count('applications')).toBe(0);
  });

  test('nor in a call that does not exist', async () => {
    expect((await app.visitor().get('/wnioski/nowy?nabor=99')).status).toBe(404);
  });
});

describe('Birutė writes', () => {
  let birute: Client;
  let id: number;
  beforeEach(async () => {
    birute = app.visitor();
    id = await begin(birute);
  });
  const section = (code: string) => `/wnioski/${id}/czesci/${code}`;
  const contents = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/toc__name">([^<]*)<\/span>(?:<span class="toc__state[^"]*">([^<]*))?/g)].map(
        ([, name, state]) => [name, plain(state ?? '')],
      ),
    );

  test('and every saving leads to the next section, with what is done and what is not', async () => {
    await birute.get(section('idea'));
    const next = await birute.submit(section('idea'), {
      title: 'Dwa języki, jedna półka',
      'answers[summary]': 'Czytamy na głos.',
    });
    expect(next.text).toContain('3. Ludzie');
    expect(next.text).toContain('Zapisano.');
    expect(contents(next.html)).toMatchObject({
      'Kto składa': 'puste',
      Pomysł: 'brakuje 2',
      Ludzie: 'puste',
      Kosztorys: 'puste',
      Załączniki: 'nieobowiązkowe',
    });
  });

  test('text as it was typed: NUL falls out, emoji and Lithuanian letters stay, too much of it is kept (B2)', async () => {
    await birute.get(section('idea'));
    const long = 'Ž'.repeat(900);
    const back = await birute.submit(section('idea'), {
      title: 'Ka\u0000raliai 👩‍👩‍👧 ąčęėįšųū',
      'answers[summary]': long,
    });
    expect(back.text).toContain('2. Pomysł');
    expect(plain(back.text)).toContain('Tekst jest za długi o 200 znaków: zmieści się najwyżej 700.');
    expect(back.html).toContain(long);
    expect(app.deps.db.get(sql`select title from applications`)).toEqual({ title: 'Karaliai 👩‍👩‍👧 ąčęėįšųū' });
    expect(app.deps.db.get(sql`select content from answers where question = 'summary'`)).toEqual({ content: long });
  });

  test('a section larger than we keep is refused whole, and stands in its fields', async () => {
    await birute.get(section('idea'));
    const huge = 'a'.repeat(100_001);
    const answer = await birute.post(section('idea'), { 'answers[summary]': huge });
    expect(answer.status).toBe(422);
    expect(plain(answer.text)).toContain('Ten rozdział jest dłuższy niż 100 000 znaków');
    expect(answer.html).toContain(huge);
    expect(app.deps.db.all(sql`select * from answers`)).toEqual([]);
  });

  test('a field that did not arrive stays as it was (B2)', async () => {
    await birute.get(section('idea'));
    await birute.submit(section('idea'), { title: 'Dwa języki', 'answers[summary]': 'Czytamy.' });
    const page = await birute.get(section('idea'));
    const tokens =
      page.forms
        .find(({ action }) => action === section('idea'))
        ?.filled.filter(([name]) => ['_csrf', '_once', 'seen', 'page', 'step'].includes(name)) ?? [];
    const answer = await birute.send({
      method: 'POST',
      url: section('idea'),
      payload: new URLSearchParams([...tokens, ['answers[need]', 'Bo tak mówią.']]).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: app.url,
        'sec-fetch-site': 'same-origin',
      },
    });
    expect(answer.status).toBe(303);
    expect(app.deps.db.all(sql`select question, content from answers where content <> '' order by question`)).toEqual([
      { question: 'need', content: 'Bo tak mówią.' },
      { question: 'summary', content: 'Czytamy.' },
    ]);
    expect(app.deps.db.get(sql`select title from applications`)).toEqual({ title: 'Dwa języki' });
  });

  test('dates her own way: the one that does not exist is named and kept', async () => {
    await birute.get(section('harmonogram'));
    const row = {
      'rows[0][activity]': 'Spotkanie',
      'rows[0][starts]': '31 czerwca 2024',
      'rows[0][place]': 'czytelnia',
    };
    const back = await birute.submit(section('harmonogram'), row);
    expect(plain(back.text)).toContain('6. Działania i terminy');
    expect(plain(back.text)).toContain('Pozycja 1, początek: Nie ma takiej daty.');
    expect(back.html).toContain('value="31 czerwca 2024"');
    const next = await birute.submit(section('harmonogram'), { 'rows[0][starts]': '15 czerwca 2024' });
    expect(next.text).toContain('7. Kosztorys');
    expect(
      app.deps.db.all(sql`select starts_text as typed, starts_on as "on", ends_on as until from schedule_items`),
    ).toEqual([{ typed: '15 czerwca 2024', on: '2024-06-15', until: '2024-06-15' }]);
  });

  test('a row more, and one less', async () => {
    await birute.get(section('harmonogram'));
    const more = await birute.submit(section('harmonogram'), { 'rows[0][activity]': 'Pierwsze', add: '1' });
    expect(more.html).toContain('name="rows[1][activity]"');
    await birute.submit(section('harmonogram'), { 'rows[1][activity]': 'Drugie', stay: '1' });
    await birute.submit(section('harmonogram'), { remove: '0' });
    expect(app.deps.db.all(sql`select activity, position from schedule_items`)).toEqual([
      { activity: 'Drugie', position: 0 },
    ]);
  });

  test('who applies may change, and what the other kind had is not lost', async () => {
    await birute.get(section('wnioskodawca'));
    await birute.submit(section('wnioskodawca'), { name: 'Lentyna', groupMembers: 'Birutė\nJonas\nEwa', stay: '1' });
    const person = await birute.submit(section('wnioskodawca'), { applicantKind: 'person', stay: '1' });
    expect(person.html).not.toContain('name="groupMembers"');
    const group = await birute.submit(section('wnioskodawca'), { applicantKind: 'informal_group', stay: '1' });
    expect(group.html).toContain('Birutė\nJonas\nEwa');
  });

  test('one box holds all that is stated and may be taken back; about personal data one reads and ticks nothing', async () => {
    const consents = () => app.deps.db.all(sql`select code from application_consents`);
    const page = await birute.get(section('oswiadczenia'));
    expect(page.html.match(/type="checkbox"/g)).toHaveLength(1);
    expect(plain(page.text)).toContain(
      'Oświadczamy, że: znamy regulamin konkursu i zgadzamy się na jego zasady, to, co',
    );
    expect(page.links.get('informacja o\u00a0danych osobowych')).toBe('/nabory/1/dane-osobowe');
    await birute.submit(section('oswiadczenia'), { 'given[statement]': 'tak', stay: '1' });
    expect(consents()).toEqual([{ code: 'statement' }]);
    await birute.submit(section('oswiadczenia'), { 'given[statement]': null, stay: '1' });
    expect(consents()).toEqual([]);
    await birute.submit(section('oswiadczenia'), { 'given[statement]': 'tak', stay: '1' });
  });

  test('and the home of the draft says where it is and what next', async () => {
    const home = await birute.get(`/wnioski/${id}`);
    expect(plain(home.text)).toContain('To jest szkic. Widzicie go tylko Wy.');
    expect(plain(home.text)).toContain('Nabór trwa do 15 marca 2024 r., godz. 15.00: zostało 10 dni i 20 godzin.');
    expect(home.links.get('Piszcie dalej')).toBe(section('wnioskodawca'));
    expect(plain(home.text)).toContain('Żeby wejść z innego i żeby złożyć wniosek, potwierdźcie adres e-mail');
  });

  test('the last section lists what is missing with links to the fields', async () => {
    const check = await birute.get(section('sprawdz'));
    expect(check.links.get('Telefon')).toBe(`${section('wnioskodawca')}?braki=1#phone`);
    const there = await birute.get(`${section('wnioskodawca')}?braki=1`);
    expect(there.html).toMatch(/id="phone-error"/);
    expect(plain(there.text)).toContain('Wpiszcie numer telefonu.');
  });

  test('several drafts are allowed', async () => {
    await birute.get('/wnioski/nowy?nabor=1');
    await birute.submit('/wnioski/nowy', { kind: 'person' });
    const list = await birute.get('/wnioski');
    expect(list.text.match(/Wniosek bez tytułu/g)).toHaveLength(2);
  });
});
