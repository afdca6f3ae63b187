import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { announceCall } from '../../src/features/calls/commands/lifecycle.ts';
import { correctOrder, type OrderFacts, storeOrder } from '../../src/features/calls/orders/commands.ts';
import { readOrders, readStandingOrders } from '../../src/features/calls/orders/queries.ts';
import { readLegalVersions } from '../../src/features/calls/rules/queries.ts';
import { day } from '../../src/lib/days.ts';
import { refused } from '../../src/lib/result.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestPerson } from '../support/house.ts';
import { plain } from '../support/papers.ts';

let app: TestApp;
let marta: TestPerson;
const page = '/nabory/1/zarzadzenia';

beforeEach(async () => {
  app = await startTestApp({ beginning: 'draft', at: '2024-02-12T07:00:00.000Z' });
  marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
});
afterEach(() => app.close());

const visitor = async (path: string) => plain((await app.visitor().get(path)).text);

function facts(changes: Partial<OrderFacts> = {}): OrderFacts {
  const about = readLegalVersions(app.deps.db, 1, 'rules')[0]?.id ?? 0;
  return {
    number: '3/2024',
    signedOn: day('2024-02-09'),
    concerns: 'rules',
    about,
    note: '',
    isPublic: false,
    ...changes,
  };
}

async function scan(words: string) {
  const stored = await app.deps.files.receive(Readable.from([Buffer.from(`%PDF-1.7 ${words}`)]), 1000);
  if (!stored.ok) throw new Error(stored.code);
  return { blob: stored.value, name: 'zarzadzenie.pdf' };
}

describe('an order of the director', () => {
  test('is stored with number, day and scan, and stands on the rules and on the call’s page', async () => {
    const browser = app.as(marta);
    expect(plain((await browser.get('/nabory/1/ustawienia')).text)).toContain(
      'Nie zapisano zarządzenia, które wprowadza regulamin.',
    );
    await browser.get(page);
    const version = `rules:${facts().about}`;
    const stored = await browser.submit(
      page,
      { number: 'Zarządzenie nr 3/2024', signedOn: '9.02.2024', subject: version, isPublic: 'tak' },
      { scan: { name: 'z3.pdf', content: '%PDF-1.7 podpis' } },
    );
    expect(plain(stored.text)).toContain('Zarządzenie dyrektora nr 3/2024 z dnia 9 lutego 2024 r.');
    expect(plain((await browser.get('/nabory/1/ustawienia')).text)).not.toContain('Nie zapisano zarządzenia');
    // Everybody reads the scan of an announced call, and nobody that of a draft.
    const [order] = readStandingOrders(app.deps.db, 1);
    const file = `/pliki/${order?.scans[0]?.fileId}`;
    expect((await app.visitor().get(file)).status).toBe(404);
    announceCall(app.deps, marta.actor, 1);
    expect((await app.visitor().get(file)).status).toBe(200);
    expect(await visitor('/nabory/1')).toContain('Zarządzenie dyrektora nr 3/2024 z dnia 9 lutego 2024 r.');
    expect(await visitor('/nabory/1/regulamin')).toContain(
      'Wprowadzony zarządzeniem nr 3/2024 z dnia 9 lutego 2024 r.',
    );
    expect(await visitor('/nabory/1/regulamin/wersje/1')).toContain('Wprowadzony zarządzeniem nr 3/2024');
    expect(app.deps.db.get(sql`select facts from events where what = 'order.stored'`)).toEqual({
      facts: '{"orderNumber":"3/2024","signedOn":"2024-02-09","concerns":"rules"}',
    });
  });

  test('a later one about the rules makes their paper anew and stands behind the first', async () => {
    storeOrder(app.deps, marta.actor, { callId: 1, facts: facts() });
    announceCall(app.deps, marta.actor, 1);
    const papers = () =>
      app.deps.db.get<{ count: number }>(sql`select count(*) as count from documents where kind = 'call_rules'`)?.count;
    expect(papers()).toBe(1);
    storeOrder(app.deps, marta.actor, { callId: 1, facts: facts({ number: '5/2024', signedOn: day('2024-02-11') }) });
    expect(papers()).toBe(2);
    storeOrder(app.deps, marta.actor, { callId: 1, facts: facts({ number: '6/2024', concerns: 'jury', about: null }) });
    expect(papers()).toBe(2);
    expect(await visitor('/nabory/1/regulamin')).toContain(
      'Wprowadzony zarządzeniem nr 3/2024 z dnia 9 lutego 2024 r., zmieniony zarządzeniem nr 5/2024 z dnia 11 lutego 2024 r.',
    );
  });

  test('is corrected by a further row that keeps its scan; a scan closed to the public closes the earlier one too', async () => {
    const first = storeOrder(app.deps, marta.actor, {
      ...{ callId: 1, facts: facts({ number: '2/2024', isPublic: true }), scan: await scan('podpis') },
    });
    if (!first.ok) throw new Error(first.code);
    announceCall(app.deps, marta.actor, 1);
    const file = `/pliki/${readOrders(app.deps.db, 1)[0]?.scans[0]?.fileId}`;
    expect((await app.visitor().get(file)).status).toBe(200);
    const again = { callId: 1, orderId: first.value, facts: facts() };
    expect(correctOrder(app.deps, marta.actor, again).ok).toBe(true);
    expect(correctOrder(app.deps, marta.actor, again)).toEqual(refused('order_corrected'));
    expect(readOrders(app.deps.db, 1).map(({ number, holds, scans }) => [number, holds, scans.length])).toEqual([
      ['2/2024', false, 1],
      ['3/2024', true, 1],
    ]);
    expect((await app.visitor().get(file)).status).toBe(404);
    expect((await app.as(marta).get(file)).status).toBe(200);
    expect(() => app.deps.db.raw.exec("update director_orders set number = '9/2024'")).toThrow('order_stored');
    expect(() => app.deps.db.raw.exec('delete from director_orders')).toThrow('order_stored');
  });

  test('a scan that another took the place of is closed to everybody but the staff', async () => {
    const first = storeOrder(app.deps, marta.actor, {
      ...{ callId: 1, facts: facts({ isPublic: true }), scan: await scan('Jan Kowal, PESEL 44051401359') },
    });
    if (!first.ok) throw new Error(first.code);
    announceCall(app.deps, marta.actor, 1);
    const withNumber = `/pliki/${readOrders(app.deps.db, 1)[0]?.scans[0]?.fileId}`;
    expect((await app.visitor().get(withNumber)).status).toBe(200);
    const blackened = { facts: facts({ isPublic: true }), scan: await scan('Jan Kowal, PESEL zamazany') };
    const second = correctOrder(app.deps, marta.actor, { callId: 1, orderId: first.value, ...blackened });
    if (!second.ok) throw new Error(second.code);
    // A further correction of words alone keeps the blackened scan.
    const words = { facts: facts({ isPublic: true, note: 'Skan bez numeru' }) };
    expect(correctOrder(app.deps, marta.actor, { callId: 1, orderId: second.value, ...words }).ok).toBe(true);
    const shown = `/pliki/${readStandingOrders(app.deps.db, 1)[0]?.scans[0]?.fileId}`;
    expect(shown).not.toBe(withNumber);
    expect((await app.visitor().get('/nabory/1')).html).toContain(`href="${shown}"`);
    const ofEverybody = async (path: string) => (await app.visitor().get(path)).status;
    expect([await ofEverybody(withNumber), await ofEverybody(shown)]).toEqual([404, 200]);
    expect((await app.as(marta).get(withNumber)).status).toBe(200);
  });

  test('taken back stays in the history and leaves every page', async () => {
    storeOrder(app.deps, marta.actor, { callId: 1, facts: facts({ isPublic: true }), scan: await scan('nie ten') });
    announceCall(app.deps, marta.actor, 1);
    const browser = app.as(marta);
    await browser.get(`${page}?popraw=1`);
    await browser.submit(page, { takeBack: 'tak' });
    expect(readStandingOrders(app.deps.db, 1)).toEqual([]);
    expect(readOrders(app.deps.db, 1).map(({ isWithdrawn }) => isWithdrawn)).toEqual([false, true]);
    expect(await visitor('/nabory/1')).not.toContain('3/2024');
    expect((await app.visitor().get('/pliki/1')).status).toBe(404);
  });

  test('of a day to come, of another call’s version, or stored twice is refused', () => {
    const store = (changes: Partial<OrderFacts>) =>
      storeOrder(app.deps, marta.actor, { callId: 1, facts: facts(changes) });
    expect(store({ signedOn: day('2024-02-13') })).toEqual(refused('signed_later', { field: 'signedOn' }));
    expect(store({ about: 999 })).toEqual(refused('about_unknown', { field: 'subject' }));
    expect(store({ concerns: 'timetable', about: 1 })).toEqual(refused('about_unknown', { field: 'subject' }));
    expect(store({}).ok).toBe(true);
    expect(store({})).toEqual(refused('order_known', { field: 'number' }));
    const ewa = app.person('Ewa Księgowa', 'ewa@example.org', ['accountant']);
    expect(storeOrder(app.deps, ewa.actor, { callId: 1, facts: facts({ number: '9/2024' }) })).toEqual(
      refused('absent'),
    );
  });
});
