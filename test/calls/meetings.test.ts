import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCall } from '../../src/features/calls/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestPerson } from '../support/house.ts';

let app: TestApp;
let marta: TestPerson;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-05T10:00:00.000Z' });
  marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const advice = () => (readCall(app.deps.db, 1)?.stages ?? []).filter(({ kind }) => kind === 'advice');

async function add(fields: Record<string, string> = {}) {
  const browser = app.as(marta);
  await browser.get('/nabory/1/spotkania');
  return browser.post('/nabory/1/spotkania', {
    kind: 'advice',
    day: '13.03.2024',
    from: '16.00',
    until: '19.00',
    place: 'świetlica w Krasnowie',
    ...fields,
  });
}

async function callOff(stageId: number, reason: string) {
  const browser = app.as(marta);
  await browser.get('/nabory/1/spotkania');
  return browser.post(`/nabory/1/spotkania/${stageId}/odwolanie`, { reason });
}

describe('a meeting', () => {
  test('is added to those there are, with its place, told on the page and in a calendar of its own', async () => {
    expect((await add()).status).toBe(303);
    expect(advice()).toHaveLength(4);
    const page = await app.visitor().get('/');
    const text = plain(page.text);
    expect(text).toContain('13 marca 2024 r., godz. 16.00–19.00, świetlica w Krasnowie');
    expect(text).toContain(
      'Konsultacje wniosków: nowy termin, 13 marca 2024 r., godz. 16.00–19.00, świetlica w Krasnowie.',
    );
    const added = advice().find(({ place }) => place === 'świetlica w Krasnowie');
    const { body } = await app.visitor().get(`/nabory/1/terminy/${added?.id}`);
    expect(String(body)).toContain('DTSTART:20240313T150000Z');
    expect(String(body).match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  test('that is over is no longer among those to come', async () => {
    const text = plain((await app.visitor().get('/')).html.match(/<ul class="cal">[\s\S]*?<\/ul>/)?.[0] ?? '');
    expect(text).toContain('11 marca 2024');
    expect(text).not.toContain('4 marca 2024');
  });

  test('announced is called off only with a reason, which everybody reads', async () => {
    const last = advice().at(-1)?.id ?? 0;
    expect((await callOff(last, ' ')).status).toBe(422);
    expect(advice()).toHaveLength(3);
    expect((await callOff(last, 'Pani Joanna jest chora.')).status).toBe(303);
    expect(advice()).toHaveLength(2);
    const text = plain((await app.visitor().get('/')).text);
    expect(text).toContain(
      'Konsultacje wniosków: 11 marca 2024 r., godz. 14.00–18.00, czytelnia biblioteki, ul. Łąkowa 1 – odwołano.',
    );
    expect(text).toContain('Powód: Pani Joanna jest chora.');
    expect((await app.visitor().get(`/nabory/1/terminy/${last}`)).status).toBe(404);
  });

  test('gone by can be neither added nor called off, and no other date goes this way', async () => {
    expect((await add({ day: '04.03.2024' })).status).toBe(422);
    const [first] = advice();
    const browser = app.as(marta);
    const page = await browser.get('/nabory/1/spotkania');
    const actions = page.forms.map(({ action }) => action);
    expect(actions).not.toContain(`/nabory/1/spotkania/${first?.id}/odwolanie`);
    const submission = app.deps.db.get<{ id: number }>(sql`select id from call_stages where kind = 'submission'`);
    expect(actions).not.toContain(`/nabory/1/spotkania/${submission?.id}/odwolanie`);
  });

  test.each([
    [{ day: '' }, 'Wpisz dzień spotkania.'],
    [{ from: '' }, 'Wpisz godzinę, na przykład 17.00.'],
    [{ until: '15.00' }, 'Koniec musi być później niż początek.'],
    [{ place: ' ' }, 'Wpisz, gdzie jest spotkanie.'],
  ])('with %j is refused at its field', async (fields, sentence) => {
    const refused = await add(fields);
    expect(refused.status).toBe(422);
    expect(plain(refused.text)).toContain(sentence);
    expect(advice()).toHaveLength(3);
  });
});
