import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestPerson } from '../support/house.ts';

let app: TestApp;
let marta: TestPerson;

/** The first days of February: the call is a draft, its timetable says that the rules are consulted until the 9th. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'draft', at: '2024-02-05T10:00:00.000Z' });
  marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const page = '/nabory/1/konsultacje';

async function share(): Promise<void> {
  const browser = app.as(marta);
  await browser.get('/nabory/1/opinie');
  await browser.submit('/nabory/1/opinie/projekt');
}

async function say(fields: Record<string, string | null> = {}) {
  const visitor = app.visitor();
  await visitor.get(page);
  return visitor.post(page, {
    place: 'Załącznik nr 2. Terminarz',
    opinion: 'Nabór kończy się w dzień targowy.',
    name: 'Regina Żuk',
    organisation: 'Koło Gospodyń „Jezioranki”',
    email: 'Regina@Example.org',
    ...fields,
  });
}

async function answer(id: number, fields: Record<string, string> = {}) {
  const browser = app.as(marta);
  await browser.get(`/nabory/1/opinie/${id}`);
  return browser.post(`/nabory/1/opinie/${id}`, {
    outcome: 'not_taken',
    answer: 'Termin zostaje, wniosek można złożyć wcześniej.',
    ...fields,
  });
}

async function publish() {
  const browser = app.as(marta);
  await browser.get('/nabory/1/opinie');
  return browser.post('/nabory/1/opinie/podsumowanie', { summary: 'Zasady zostają bez zmian.' });
}

describe('draft rules', () => {
  test('are shown by nobody’s calendar alone: until the coordinator shares them the page is absent', async () => {
    expect((await app.visitor().get(page)).status).toBe(404);
    expect((await app.visitor().get('/')).html).not.toContain(page);
    await share();
    const shown = await app.visitor().get(page);
    expect(plain(shown.text)).toContain('Konsultacje: 1–9 lutego 2024 r.');
    expect(plain(shown.text)).toContain('§ 2. ');
    expect(shown.forms.map(({ action }) => action)).toContain(page);
    expect((await app.visitor().get('/')).html).toContain(page);
    expect((await app.visitor().get('/nabory')).html).toContain(page);
  });

  test('shared for consultation open nothing else of the draft, and no feed has it', async () => {
    await share();
    for (const path of ['/nabory/1/regulamin', '/nabory/1/bip', '/nabory/1/pytania', '/nabory/1/terminy.ics'])
      expect([path, (await app.visitor().get(path)).status]).toEqual([path, 404]);
    expect(JSON.parse(String((await app.visitor().get('/calls.json')).body))).toMatchObject({ calls: [] });
  });

  test.each([
    ['before its first day', '2024-01-31T22:59:59.999Z', 404, false],
    ['from its first moment', '2024-01-31T23:00:00.000Z', 200, true],
    ['until its last millisecond but one', '2024-02-09T22:59:59.998Z', 200, true],
    ['from its end', '2024-02-09T22:59:59.999Z', 200, false],
  ])('%s open and close by the clock', async (_when, at, status, takesOpinions) => {
    await share();
    app.clock.set(at);
    const shown = await app.visitor().get(page);
    expect([shown.status, shown.forms.some(({ action }) => action === page)]).toEqual([status, takesOpinions]);
  });
});

describe('an opinion', () => {
  test('is read by staff alone until the summary, with the author who left an address', async () => {
    await share();
    expect((await say()).status).toBe(303);
    for (const path of [page, '/', '/nabory', '/calls.json']) {
      const { body } = await app.visitor().get(path);
      for (const secret of ['dzień targowy', 'Regina', 'regina@', 'Jezioranki'])
        expect([path, String(body).includes(secret)]).toEqual([path, false]);
    }
    const list = plain((await app.as(marta).get('/nabory/1/opinie')).text);
    expect(list).toContain('Nabór kończy się w dzień targowy.');
    expect(list).toContain('regina@example.org');
    expect(plain((await app.as(marta).get('/pulpit')).text)).toContain('Odpowiedz: 1 opinia o projekcie regulaminu');
  });

  test('after the end is refused and its text given back', async () => {
    await share();
    const visitor = app.visitor();
    await visitor.get(page);
    app.clock.set('2024-02-10T10:00:00.000Z');
    const late = await visitor.post(page, { place: 'Cały projekt', opinion: 'Za krótki nabór.' });
    expect(late.status).toBe(422);
    expect(app.deps.db.all(sql`select id from opinions`)).toEqual([]);
  });

  test('filled in by a program, about no part of the draft, or empty is refused', async () => {
    await share();
    for (const fields of [{ trap: 'x' }, { place: '§ 99. Nagrody' }, { opinion: ' ' }, { email: 'regina@' }])
      expect([fields, (await say(fields)).status]).toEqual([fields, 422]);
    expect(app.deps.db.all(sql`select id from opinions`)).toEqual([]);
  });
});

describe('the summary', () => {
  test('waits for the end and for every answer', async () => {
    await share();
    await say();
    expect(plain((await publish()).text)).toContain('Konsultacje jeszcze trwają.');
    app.clock.set('2024-02-10T10:00:00.000Z');
    expect(plain((await publish()).text)).toContain('Najpierw odpowiedz na wszystkie opinie');
    expect((await answer(1)).status).toBe(303);
    expect((await app.visitor().get(page)).text, 'an answer is not out before the summary').not.toContain(
      'Termin zostaje',
    );
    expect((await publish()).status).toBe(303);
  });

  test('names only who ticked it, never an address, leaves out what was no opinion, and is printed', async () => {
    await share();
    await say({ named: 'tak' });
    await say({ opinion: 'Prosimy o dłuższy nabór.', name: 'Wanda Moroz', organisation: '', named: null });
    await say({ opinion: 'Tanie opony, dzwoń!', name: 'Zbigniew', organisation: '' });
    app.clock.set('2024-02-10T10:00:00.000Z');
    await answer(1);
    await answer(2, { outcome: 'taken', answer: 'Przedłużamy.' });
    await answer(3, { outcome: 'set_aside', answer: 'Reklama.' });
    expect((await publish()).status).toBe(303);
    await app.drain();
    const shown = await app.visitor().get(page);
    const text = plain(shown.text);
    for (const words of [
      'Zasady zostają bez zmian.',
      'Regina Żuk, Koło Gospodyń „Jezioranki”',
      'uwzględniona',
      'Przedłużamy.',
    ])
      expect(text).toContain(words);
    for (const secret of ['regina@', 'Wanda Moroz', 'opony', 'Zbigniew', 'Reklama'])
      expect([secret, shown.html.includes(secret)]).toEqual([secret, false]);
    const paper = [...shown.links].find(([name]) => name.startsWith('Podsumowanie konsultacji'))?.[1] ?? '';
    expect((await app.visitor().get(paper)).status).toBe(200);
  });

  test('once published stands: answers can no longer be changed', async () => {
    await share();
    await say();
    app.clock.set('2024-02-10T10:00:00.000Z');
    const open = app.as(marta);
    await open.get('/nabory/1/opinie/1');
    await answer(1);
    await publish();
    const late = await open.post('/nabory/1/opinie/1', { outcome: 'taken', answer: 'Jednak tak.' });
    expect(late.status).toBe(422);
    const change = (statement: string) => () => app.deps.db.raw.exec(statement);
    expect(change("update opinions set answer = 'Jednak tak.'")).toThrow('consultation_frozen');
    expect(change("update opinions set opinion = 'inna'")).toThrow('opinion_given');
    expect(change('delete from opinions')).toThrow('opinion_given');
  });
});
