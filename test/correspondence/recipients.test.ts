import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { noteCall, recordDispatch } from '../../src/features/correspondence/dispatches.ts';
import { day } from '../../src/lib/days.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Page } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { secondCall } from '../support/story/ground.ts';
import { letterToStanislawa } from '../support/story/letters.ts';

const words = (page: Pick<Page, 'text'>) => page.text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');

let app: TestApp;
let joanna: TestPerson;
let desk: Client;
let told: ReturnType<typeof letterToStanislawa>;
let callId: number;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', mail: true });
  joanna = app.person('Joanna Milewska', 'joanna@example.org', ['coordinator']);
  desk = app.as(joanna);
  told = letterToStanislawa(app.deps);
  callId = app.deps.db.get<{ id: number }>(sql`select call_id as id from applications where id = ${told.id}`)?.id ?? 0;
});
afterEach(() => app.close());

const letters = () =>
  app.deps.db.all<{ kind: string; channel: string; state: string; toName: string; body: string }>(
    sql`select kind, channel, state, to_name as toName, body from letters where kind = 'call'`,
  );

describe('how Stanisława is written to', () => {
  test('is known from her application and asked of nobody again', async () => {
    const page = words(await desk.get(`/skrzynka/osoby/${told.personId}`));
    expect(page).toContain('Wszystko, co wysłaliśmy do: Stanisława Krejpcio');
    expect(page).toContain('Następny list list na papierze');
    expect(page).toContain('Adres pocztowy Krasnowo 14, 16-515 Krasnowo');
    expect(page).toContain('Adres albo telefon znamy z wniosku.');
    const form = await desk.get(`/skrzynka/osoby/${told.personId}/dane`);
    expect(form.forms[1]?.filled).toEqual(
      expect.arrayContaining([
        ['street', 'Krasnowo 14'],
        ['postalCode', '16-515'],
        ['phone', '600 000 411'],
        ['channel', 'usual'],
      ]),
    );
  });

  test('is changed by Joanna: the paper that waits is drawn anew, the next letter goes the chosen way', async () => {
    await app.drain();
    const papers = () =>
      app.deps.db.all(sql`select id from documents where kind = 'letter' and subject_id = ${told.letterId}`).length;
    expect(papers()).toBe(1);
    await desk.get(`/skrzynka/osoby/${told.personId}/dane`);
    const saved = await desk.submit(`/skrzynka/osoby/${told.personId}/dane`, {
      ...{ channel: 'e_delivery', street: 'ul. Łąkowa 3 m. 2', postalCode: '16500', city: 'Sejny' },
      eDelivery: 'ae:pl-12345-67890-abcde-12',
    });
    expect(words(saved)).toContain('Następny list e-Doręczenia');
    expect(words(saved)).toContain('ul. Łąkowa 3 m. 2, 16-500 Sejny');
    expect(words(saved)).toContain('AE:PL-12345-67890-ABCDE-12');
    expect(papers()).toBe(2);
    expect(app.deps.db.get(sql`select facts from events where what = 'person.contact_changed'`)).toEqual({
      facts: '{"channel":"e_delivery"}',
    });
    expect(app.deps.db.get(sql`select street from applicants where application_id = ${told.id}`)).toEqual({
      street: 'Krasnowo 14',
    });
  });

  test.each([
    ['channel', { channel: 'email' }, 'nie ma potwierdzonego adresu e-mail'],
    ['phone', { channel: 'phone', phone: '' }, 'wpisz numer telefonu'],
    ['eDelivery', { channel: 'e_delivery', eDelivery: '' }, 'wpisz adres do e-Doręczeń'],
    ['eDelivery', { channel: 'e_delivery', eDelivery: 'AE:PL-1' }, 'Adres do e-Doręczeń wygląda tak'],
    ['postalCode', { postalCode: '🐈‍⬛\u0000' }, 'Kod pocztowy ma pięć cyfr'],
    ['phone', { phone: 'u sąsiadki' }, 'Sprawdź numer telefonu'],
  ])('with a wrong %s is told what to do, and nothing is stored', async (_field, typed, said) => {
    await desk.get(`/skrzynka/osoby/${told.personId}/dane`);
    const again = await desk.post(`/skrzynka/osoby/${told.personId}/dane`, typed);
    expect([again.status, words(again).includes(said)]).toEqual([422, true]);
    expect(app.deps.db.get(sql`select 1 from contacts`)).toBeUndefined();
  });

  test('written down by two at once: the later is told', async () => {
    const other = app.as(app.person('Adam Sawko', 'adam@example.org', ['coordinator']));
    const path = `/skrzynka/osoby/${told.personId}/dane`;
    for (const browser of [desk, other]) await browser.get(path);
    await desk.submit(path, { city: 'Sejny' });
    const late = await other.post(path, { city: 'Puńsk' });
    expect([late.status, words(late).includes('Ktoś zapisał te dane w międzyczasie')]).toEqual([409, true]);
    expect(app.deps.db.get(sql`select city from contacts`)).toEqual({ city: 'Sejny' });
  });
});

describe('a call that belongs to no letter', () => {
  test('is noted on the page of the application, and stands there, in the log and on her page', async () => {
    app.clock.advance({ hours: 3 });
    await desk.get(`/wnioski/${told.id}/rozmowa`);
    const said = 'Pyta, czy pierze mogą kupić u sąsiadki bez rachunku. Oddzwonię jutro.';
    const page = await desk.submit(`/wnioski/${told.id}/rozmowa`, { note: said, withWhom: 'Stanisława Krejpcio' });
    expect(words(page)).toContain('Zapisano rozmowę.');
    expect(words(page)).toContain(said);
    expect(letters()).toEqual([
      { kind: 'call', channel: 'phone', state: 'sent', toName: 'Stanisława Krejpcio', body: said },
    ]);
    expect(words(await desk.get('/skrzynka?rodzaj=call'))).toMatch(
      /Rozmowa telefoniczna.*27 lutego 2024 r\., godz\. 15\.00/,
    );
    expect(words(await desk.get(`/skrzynka/osoby/${told.personId}`))).toContain('Rozmowa telefoniczna');
    expect(words(await desk.get(`/skrzynka?sprawa=${encodeURIComponent(told.code.toLowerCase())}`))).toContain(
      'Rozmowa',
    );
    expect(words(await desk.get('/skrzynka?sprawa=PB%2F2024%2F99'))).toContain('Nie ma takich listów');
    expect(
      app.deps.db.get(sql`select subject_kind as kind, facts from events where what = 'call.noted'`),
    ).toMatchObject({
      kind: 'application',
    });
  });

  test.each([
    ['tomorrow', { doneOn: '28.02.2024' }, 'Ta chwila jeszcze nie nadeszła'],
    ['in an hour', { doneTime: '13.00' }, 'Ta chwila jeszcze nie nadeszła'],
    ['without words', { note: '\u0007' }, 'co zostało powiedziane'],
    ['with nobody', { withWhom: '' }, 'z kim była rozmowa'],
  ])('%s is not noted', async (_when, typed, said) => {
    await desk.get(`/wnioski/${told.id}/rozmowa`);
    const again = await desk.post(`/wnioski/${told.id}/rozmowa`, { note: 'Tak.', ...typed });
    expect([again.status, words(again).includes(said)]).toEqual([422, true]);
    expect(letters()).toEqual([]);
  });
});

describe('what went to Stanisława is closed', () => {
  const secret = 'Mówi, że mąż jest chory i proszą o cierpliwość.';
  let paths: string[];

  beforeEach(async () => {
    const { deps } = app;
    noteCall(deps, joanna.actor, {
      ...{ about: { kind: 'application', id: told.id }, callId, personId: told.personId },
      ...{ withWhom: 'Stanisława Krejpcio', doneBy: 'Joanna', at: deps.clock.now(), note: secret },
    });
    const facts = { way: 'post', doneOn: day('2024-02-27'), doneAt: null, deliveredOn: null } as const;
    const stored = await deps.files.receive(
      (await import('node:stream')).Readable.from(['%PDF-1.7 skan z adresem']),
      1000,
    );
    if (!stored.ok) throw new Error(stored.code);
    const proof = { blob: stored.value, name: 'skan.pdf' };
    recordDispatch(
      deps,
      joanna.actor,
      told.letterId,
      { ...facts, doneBy: 'Joanna', withWhom: '', number: '7', note: '' },
      proof,
    );
    await app.drain();
    const files = deps.db.all<{ id: number }>(sql`select id from files where subject_kind in ('dispatch', 'letter')`);
    expect(files).toHaveLength(2);
    const call = told.letterId + 1;
    paths = [
      `/skrzynka/${told.letterId}`,
      `/skrzynka/${call}`,
      `/skrzynka/${told.letterId}/przekazanie/poczta`,
      `/skrzynka/${told.letterId}/wpisy/2/poprawka`,
      `/skrzynka/${call}/wpisy/1/poprawka`,
      `/skrzynka/osoby/${told.personId}`,
      `/skrzynka/osoby/${told.personId}/dane`,
      `/wnioski/${told.id}/rozmowa`,
      ...files.map(({ id }) => `/pliki/${id}`),
    ];
    for (const path of paths) expect([path, (await desk.get(path)).status]).toEqual([path, 200]);
  });

  async function seesNothing(browser: Client): Promise<void> {
    for (const path of paths)
      expect([path, [403, 404].includes((await browser.get(path)).status)]).toEqual([path, true]);
    for (const path of ['/skrzynka', '/skrzynka/do-wydruku', '/pulpit', '/historia', `/wnioski/${told.id}`]) {
      const page = words(await browser.get(path));
      for (const leak of [secret, 'Krasnowo 14', 'wynik oceny formalnej'])
        expect([path, page.includes(leak)]).toEqual([path, false]);
    }
  }

  test('to coordinators of another call', async () => {
    const elsewhere = app.person('Irena Sawko', 'irena@example.org', [
      { role: 'coordinator', callId: secondCall(app) },
    ]);
    await seesNothing(app.as(elsewhere));
  });

  test('to a coordinator who stepped out of this application as a juror', async () => {
    const { deps } = app;
    const tomas = app.person('Tomas Vaina', 'tomas@example.org', ['coordinator']);
    deps.db.raw.exec(`insert into jury_members (call_id, person_id, function, represents, appointed_at)
      values (${callId}, ${tomas.id}, 'member', '', '2024-02-01T10:00:00.000Z')`);
    deps.db.raw.exec(`insert into recusals (member_id, application_id, kind, ground, declared_at)
      select id, ${told.id}, 'exclusion', 'kin', '2024-02-20T10:00:00.000Z' from jury_members where person_id = ${tomas.id}`);
    await seesNothing(app.as(tomas));
  });

  test('to a juror, to the accountant and to a stranger', async () => {
    const juror = app.person('Halina Rapczyńska', 'halina@example.org', [{ role: 'juror', callId }]);
    await seesNothing(app.as(juror));
    await seesNothing(app.as(app.person('Zofia Wróbel', 'zofia@example.org')));
  });

  test('a note of a call also to a coordinator who wrote the application with her', async () => {
    const { deps } = app;
    deps.db.raw.exec(
      `insert into application_members (application_id, person_id, role) values (${told.id}, ${joanna.id}, 'co_author')`,
    );
    expect((await desk.get(`/skrzynka/${told.letterId}`)).status).toBe(200);
    expect((await desk.get(`/skrzynka/${told.letterId + 1}`)).status).toBe(404);
    expect((await desk.get(`/wnioski/${told.id}/rozmowa`)).status).toBe(404);
    expect(words(await desk.get('/skrzynka'))).not.toContain('Rozmowa telefoniczna');
    expect(words(await desk.get(`/wnioski/${told.id}`))).not.toContain(secret);
  });
});
