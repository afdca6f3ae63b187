import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCall } from '../../src/features/calls/commands/create.ts';
import { printPoster } from '../../src/features/calls/commands/papers.ts';
import type { CallFeed } from '../../src/features/calls/public/feed.ts';
import { call as seededCall } from '../../src/seed/call.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Page } from '../support/client.ts';

let app: TestApp;
let draftId: number;

/** An announced call in the middle of its submission, and beside it the draft of another, which nobody outside may learn of. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-02-28T10:00:00.000Z' });
  const place = app.deps.db.get<{ projectId: number; taskId: number }>(
    sql`select project_id as projectId, task_id as taskId from calls`,
  );
  const categories = app.deps.db.all<Parameters<typeof createCall>[3]['categories'][number]>(sql`
    select code, name, is_eligible as isEligible, budget_line_id as budgetLineId, cap_percent as capPercent, note from cost_categories`);
  const secret = { ...seededCall, projectId: place?.projectId ?? 0, taskId: place?.taskId ?? 0, categories };
  draftId = app.deps.db.write((tx) =>
    createCall(tx, app.deps, { kind: 'system' }, { ...secret, code: 'LA', title: 'Lato w ogrodzie' }),
  );
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const linkOf = (page: Page, words: string) => [...page.links].find(([name]) => plain(name) === words)?.[1] ?? '';

describe('the list of all calls', () => {
  test('tells what may be done with each, and nothing of a draft', async () => {
    const page = await app.visitor().get('/nabory');
    const text = plain(page.text);
    expect(text).toContain('Można składać wnioski');
    expect(text).toContain('Wnioski przyjmujemy do piątku 15 marca 2024 r., godz. 15.00');
    expect(text).toContain('Do podziału 24 000,00 zł, na jedną inicjatywę do 8 000,00 zł.');
    expect(linkOf(page, '„Para-buch! Biblioteka – w ruch!”')).toBe('/nabory/1');
    expect(text).not.toContain('Lato w ogrodzie');
    expect(text).not.toContain('Zakończone');
  });

  test.each([
    ['2024-02-11T12:00:00.000Z', 'Wkrótce'],
    ['2024-03-15T14:00:00.000Z', 'W toku'],
    ['2024-10-14T21:59:59.999Z', 'Zakończone'],
  ])('at %s the call stands under „%s”', async (at, heading) => {
    app.clock.set(at);
    const { html } = await app.visitor().get('/nabory');
    const headings = [...html.matchAll(/<h2 id="(?:open|before|running|over)">([^<]*)/g)].map(([, found]) => found);
    expect(headings).toEqual([heading]);
  });
});

describe('calls.json', () => {
  test('gives announced calls with their stages as instants; drafts and dates of the library alone are not there', async () => {
    const { body } = await app.visitor().get('/calls.json');
    const feed = JSON.parse(String(body)) as CallFeed;
    expect(feed).toMatchObject({ version: 1, generatedAt: '2024-02-28T10:00:00.000Z' });
    expect(feed.calls).toHaveLength(1);
    const [call] = feed.calls;
    expect(call).toMatchObject({
      id: 1,
      title: 'Para-buch! Biblioteka – w ruch!',
      url: `${app.url}/nabory/1`,
      phase: 'open',
      opensAt: '2024-02-11T23:00:00.000Z',
      closesAt: '2024-03-15T14:00:00.000Z',
      poolGrosze: 24_000_00,
      maxGrosze: 8_000_00,
      resultsUrl: null,
    });
    expect(call?.stages).toContainEqual({
      kind: 'information_meeting',
      name: 'Spotkanie informacyjne',
      startsAt: '2024-02-21T16:00:00.000Z',
      endsAt: '2024-02-21T17:30:00.000Z',
      place: 'czytelnia biblioteki, ul. Łąkowa 1',
    });
    expect(call?.stages.map(({ kind }) => kind)).not.toContain('funder_report');
    expect(String(body)).not.toContain('Lato w ogrodzie');
  });
});

describe('dates for a calendar', () => {
  test('come as one file, the submission as its last day, each under a lasting name', async () => {
    const { body, headers } = await app.visitor().get('/nabory/1/terminy.ics');
    expect(headers['content-type']).toContain('text/calendar');
    const file = plain(String(body).replaceAll('\r\n ', ''));
    expect(file).toContain('SUMMARY:Nabór wniosków do piątku 15 marca 2024 r.\\, godz. 15.00');
    expect(file).toContain('DTSTART;VALUE=DATE:20240315');
    expect(file).toContain('DTSTART:20240221T160000Z');
    expect(file).not.toContain('Raport z wykonania zadania');
    expect(new Set([...file.matchAll(/UID:(.*)/g)].map(([, uid]) => uid)).size).toBe(16);
  });

  test('come one by one; those of the library alone and of a draft are absent', async () => {
    const idOf = (callId: number, kind: string) =>
      app.deps.db.get<{ id: number }>(sql`select id from call_stages where call_id = ${callId} and kind = ${kind}`)?.id;
    const { body } = await app.visitor().get(`/nabory/1/terminy/${idOf(1, 'information_meeting')}`);
    expect([...String(body).matchAll(/BEGIN:VEVENT/g)]).toHaveLength(1);
    const absent = [
      `/nabory/1/terminy/${idOf(1, 'payments')}`,
      `/nabory/1/terminy/${idOf(draftId, 'information_meeting')}`,
      `/nabory/${draftId}/terminy/${idOf(draftId, 'information_meeting')}`,
      `/nabory/${draftId}/terminy.ics`,
      `/nabory/${draftId}/bip`,
    ];
    for (const path of absent) expect([path, (await app.visitor().get(path)).status]).toEqual([path, 404]);
  });
});

test('the announcement to copy holds every legal fact in plain paragraphs', async () => {
  const page = await app.visitor().get('/nabory/1/bip');
  const text = plain(page.text);
  for (const fact of [
    'Ogłoszenie o konkursie „Para-buch! Biblioteka – w ruch!”',
    'Pula konkursu: 24 000,00 zł. Kwota na realizację jednej inicjatywy: od 2 000,00 zł do 8 000,00 zł.',
    'Termin: 12 lutego – 15 marca 2024 r., godz. 15.00.',
    'Komisja rozstrzyga w składzie co najmniej 3 osób. Ogłoszenie wyników: 22 kwietnia 2024 r.',
    `Informacja o przetwarzaniu danych: ${app.url}/nabory/1/dane-osobowe`,
  ])
    expect(text).toContain(fact);
  expect(text).not.toContain('Raport z wykonania zadania');
});

test('a poster is made for the coordinator alone, of an announced call alone, and then everybody opens it', async () => {
  const marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
  const dorota = app.person('Dorota Wilk', 'dorota@example.org', ['director']);
  expect(printPoster(app.deps, dorota.actor, 1)).toMatchObject({ code: 'absent' });
  expect(printPoster(app.deps, marta.actor, draftId)).toMatchObject({ code: 'not_announced' });
  expect(printPoster(app.deps, marta.actor, 1)).toMatchObject({ ok: true });
  await app.drain();
  const page = await app.visitor().get('/nabory/1');
  const href = linkOf(page, 'Plakat – Para-buch! Biblioteka – w ruch!');
  expect(href).toMatch(/^\/pliki\/\d+$/);
  expect((await app.visitor().get(href)).status).toBe(200);
});
