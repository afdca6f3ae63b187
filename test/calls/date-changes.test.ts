import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDraft } from '../../src/features/applications/commands/start.ts';
import { readCall } from '../../src/features/calls/queries.ts';
import { stageOf } from '../../src/features/calls/stages.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { completeDraft, submittedApplication } from '../support/story/applications.ts';

let app: TestApp;
let marta: TestPerson;
let browser: Client;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-12T10:00:00.000Z' });
  marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
  browser = app.as(marta);
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const submission = () => stageOf(readCall(app.deps.db, 1)?.stages ?? [], 'submission');

async function extend(fields: Record<string, string> = {}) {
  await browser.get('/nabory/1/terminarz');
  return browser.post('/nabory/1/terminarz', {
    [`stages[s${submission()?.id}][endDay]`]: '18.03.2024',
    [`stages[s${submission()?.id}][endHour]`]: '12.00',
    reason: 'W czwartek przez cały dzień nie było prądu.',
    ...fields,
  });
}

describe('the deadline of an announced call', () => {
  test('does not change without a reason', async () => {
    const refused = await extend({ reason: ' ' });
    expect(refused.status).toBe(422);
    expect(plain(refused.text)).toContain('napisz jednym zdaniem, dlaczego termin się zmienia');
    expect(submission()?.endsAt).toBe('2024-03-15T14:00:00.000Z');
    expect(app.deps.db.all(sql`select id from timetable_changes`)).toEqual([]);
  });

  test('changed, is told to everybody: was, is, why and when', async () => {
    expect((await extend()).location).toBe('/nabory/1/zmiany/1');
    const text = plain((await app.visitor().get('/')).text);
    expect(text).toContain('Termin zmieniono 12 marca 2024 r.');
    expect(text).toContain(
      'Nabór wniosków: było 12 lutego – 15 marca 2024 r., godz. 15.00, jest 12 lutego – 18 marca 2024 r., godz. 12.00.',
    );
    expect(text).toContain('Powód: W czwartek przez cały dzień nie było prądu.');
    expect(text).toContain('Wnioski przyjmujemy do poniedziałku 18 marca 2024 r., godz. 12.00');
  });

  test('stays told after the fortnight, beside the timetable alone', async () => {
    await extend();
    app.clock.set('2024-04-02T10:00:00.000Z');
    const page = await app.visitor().get('/');
    expect(plain(page.text).match(/nie było prądu/g)).toHaveLength(1);
    expect(plain(page.text)).toContain('Zmiany terminów');
  });

  test('a date of the library alone needs no reason and is nobody else’s news', async () => {
    const payments = stageOf(readCall(app.deps.db, 1)?.stages ?? [], 'payments');
    await browser.get('/nabory/1/terminarz');
    const saved = await browser.post('/nabory/1/terminarz', { [`stages[s${payments?.id}][endDay]`]: '22.11.2024' });
    expect(saved.location).toBe('/nabory/1/ustawienia');
    expect((await app.visitor().get('/')).text).not.toContain('Zmiany terminów');
  });
});

describe('the letter about a changed date', () => {
  /** Jonas has submitted, Zofia writes a draft, Anna began one with an address she has not confirmed. */
  async function withGroups(): Promise<{ jonas: number }> {
    const sent = submittedApplication(app.deps, {
      leader: 'Jonas Vaičiulis',
      email: 'jonas@example.org',
      title: 'Łąka opowieści',
    });
    completeDraft(app.deps, { leader: 'Zofia Wróbel', email: 'zofia@example.org', title: 'Zielnik babci' });
    startDraft(app.deps, { kind: 'visitor' }, { callId: 1, kind: 'person', email: 'anna@example.org', userAgent: 'x' });
    await extend();
    return { jonas: sent.id };
  }
  const letters = () =>
    app.deps.db.all<{ to: string; body: string }>(
      sql`select to_address as "to", body from letters where kind = 'dates_changed' order by to_address`,
    );

  test('waits on the coordinator’s desk, says to how many it goes and never who writes a draft', async () => {
    await withGroups();
    expect(letters()).toEqual([]);
    expect(plain((await browser.get('/pulpit')).text)).toContain('Zdecyduj, czy napisać do grup: 1 zmiana terminu');
    const page = await browser.get('/nabory/1/zmiany/1');
    expect(plain(page.text)).toContain('List dla 2 osób: 1 lider złożonego wniosku i 1 lider szkicu.');
    for (const secret of ['Zofia', 'zofia@', 'Zielnik', 'anna@']) expect(page.html).not.toContain(secret);
  });

  test('goes once to leaders of drafts and of submitted applications, not to an address nobody confirmed', async () => {
    const { jonas } = await withGroups();
    await browser.get('/nabory/1/zmiany/1');
    expect((await browser.post('/nabory/1/zmiany/1', { what: 'send' })).status).toBe(303);
    expect(letters().map(({ to }) => to)).toEqual(['jonas@example.org', 'zofia@example.org']);
    expect(letters()[0]?.body).toContain(`/wnioski/${jonas}`);
    expect(plain(letters()[0]?.body ?? '')).toContain('jest 12 lutego – 18 marca 2024 r., godz. 12.00');
    expect((await browser.get('/pulpit')).text).not.toContain('zmiana terminu');
    expect((await browser.get('/nabory/1/zmiany/1')).forms.map(({ action }) => action)).not.toContain(
      '/nabory/1/zmiany/1',
    );
    const outbox = await browser.get('/skrzynka');
    expect(outbox.html).toContain('jonas@example.org');
    expect(outbox.html, 'letters to drafts are their groups’ alone').not.toContain('zofia@example.org');
  });

  test('stands on the home page of whoever writes', async () => {
    await withGroups();
    const zofia = app.deps.db.get<{ id: number }>(sql`select id from people where email = 'zofia@example.org'`);
    const home = await app.as({ id: zofia?.id ?? 0 }).get('/pulpit');
    expect(plain(home.text)).toContain('Termin zmieniono 12 marca 2024 r.');
  });
});

test('the database keeps an announced change as it was announced', async () => {
  await extend();
  const change = (statement: string) => () => app.deps.db.raw.exec(statement);
  expect(change("update timetable_changes set reason = 'inny'")).toThrow('change_announced');
  expect(change('delete from timetable_change_dates')).toThrow('change_announced');
});
