import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reserve } from '../../src/features/budgets/commands/entries.ts';
import { draftVersion, versionInForce, versionLines } from '../../src/features/budgets/versions.ts';
import { grosze } from '../../src/lib/money.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { bareInitiative } from './initiative.ts';

let app: TestApp;
let barbara: TestPerson;
let browser: Client;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-04-22T10:00:00.000Z' });
  barbara = app.person('Barbara Kmieć', 'barbara@example.org', ['accountant']);
  browser = app.as(barbara);
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u00ad', '');
const inForce = () => versionInForce(app.deps.db, 1)?.number;
const filled = (page: Awaited<ReturnType<Client['get']>>) =>
  new Map(page.forms.find((form) => form.action === '/budzet/szkic')?.filled);

describe('the budget page', () => {
  test('shows both pots, every line and the totals', async () => {
    const text = plain((await browser.get('/budzet')).text);
    expect(text).toMatch(/Dotacja NCK\s+119 600,00 zł/);
    expect(text).toMatch(/Wkład własny\s+14 100,00 zł/);
    expect(text).toContain('Przykład – uzupełnij z umowy NCK.');
    for (const line of [
      '1. Szkolenia zespołu i partnerów, 2023',
      '4. Inicjatywy lokalne, 2024',
      '7. Koordynacja i obsługa księgowa, 2024',
    ]) {
      expect(text).toContain(line);
    }
    expect(text).toContain('133 700,00');
  });

  test('of one year shows its lines and sums only, the pots whole', async () => {
    const page = await browser.get('/budzet?rok=2023');
    const text = plain(page.text);
    expect(text).not.toContain('Inicjatywy lokalne');
    expect(text).toContain('52 000,00');
    expect(text).toContain('5 100,00');
    expect(text).toContain('57 100,00');
    expect(text).toMatch(/Dotacja NCK\s+119 600,00 zł/);
  });

  test('moves money from left to reserved, to the grosz, and tells it in the journal', async () => {
    const initiativeId = bareInitiative(app.deps, 'PB/2024/01');
    const lines = [{ lineId: 9, amount: grosze(1_050_05) }];
    app.deps.db.write((tx) => reserve(tx, app.deps, barbara.actor, { initiativeId, lines, reason: 'Wyniki konkursu' }));
    const page = await browser.get('/budzet?rok=2024');
    expect(plain(page.html)).toContain('dotacja: wydano 0,00 zł, zajęte 1 050,05 zł, zostaje 4 949,95 zł');
    expect(plain(page.text)).toContain('118 549,95 zł');
    const journal = plain((await browser.get('/budzet/dziennik')).text);
    for (const part of ['PB/2024/01', 'rezerwacja', 'Wyniki konkursu', 'Barbara Kmieć', '1 050,05'])
      expect(journal).toContain(part);
  });

  test('gives the inspector no button', async () => {
    const irena = app.person('Irena Sawko', 'irena@example.org', ['inspector']);
    const page = await app.as(irena).get('/budzet');
    expect(page.status).toBe(200);
    expect(page.forms.filter((form) => form.action.startsWith('/budzet'))).toEqual([]);
  });
});

describe('the draft', () => {
  async function openDraft(): Promise<void> {
    await browser.get('/budzet');
    await browser.submit('/budzet/nowy-szkic');
  }

  test('is absent until somebody begins it', async () => {
    expect((await browser.get('/budzet/szkic')).status).toBe(404);
    await openDraft();
    expect((await browser.get('/budzet/szkic')).status).toBe(200);
  });

  test('is counted without being saved', async () => {
    await openDraft();
    const page = await browser.get('/budzet/szkic');
    const form = page.forms.find((one) => one.action === '/budzet/szkic');
    const payload = new URLSearchParams([
      ...(form?.filled ?? []).filter(([name]) => name !== 'amounts[l2]'),
      ['amounts[l2]', '7 000,50'],
    ]);
    const sent = (headers: Record<string, string>) =>
      browser.send({
        method: 'POST',
        url: '/budzet/szkic/sumy',
        headers: {
          origin: app.url,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
        payload: payload.toString(),
      });
    const whole = await sent({});
    expect([whole.status, filled(whole).get('amounts[l2]')]).toEqual([200, '7 000,50']);
    expect(plain(whole.text)).toContain('W umowie 119 600,00 zł, pozycjom brakuje 999,50 zł.');
    const fragment = await sent({ 'hx-request': 'true' });
    expect(fragment.html.trimStart()).toMatch(/^<section[^>]* id="sumy"/);
    expect(plain(fragment.text)).toContain('pozycjom brakuje 999,50 zł.');
    expect(versionLines(app.deps.db, draftVersion(app.deps.db, 1)?.id ?? 0).find((line) => line.id === 2)?.amount).toBe(
      8_000_00,
    );
  });

  test('that does not sum is refused in words, what was typed stays, the example stays in force', async () => {
    await openDraft();
    const page = await browser.post('/budzet/szkic', { 'amounts[l2]': '7 000,50', act: 'force' });
    expect(page.status).toBe(422);
    expect(plain(page.text)).toContain('Dotacja: pozycje 118 600,50 zł, umowa 119 600,00 zł.');
    expect(filled(page).get('amounts[l2]')).toBe('7 000,50');
    expect(inForce()).toBe(1);
  });

  test('that sums comes into force', async () => {
    await openDraft();
    const page = await browser.submit('/budzet/szkic', {
      'amounts[l2]': '7 000,50',
      'amounts[l1]': '12 999,50',
      act: 'force',
    });
    expect(plain(page.text)).toContain('Nowa wersja budżetu obowiązuje od teraz.');
    expect(plain(page.text)).not.toContain('To jest przykład');
    expect(inForce()).toBe(2);
  });

  test.each(['1.234,56', '1,155', '-5', '1e3', '1000000000000000', ''])(
    'refuses the amount „%s” at its field and keeps it',
    async (typed) => {
      await openDraft();
      const page = await browser.post('/budzet/szkic', { 'amounts[l2]': typed, act: 'save' });
      expect(page.status).toBe(422);
      expect(page.html).toContain('id="amounts-l2-error"');
      expect(filled(page).get('amounts[l2]')).toBe(typed);
      expect(
        versionLines(app.deps.db, draftVersion(app.deps.db, 1)?.id ?? 0).find((line) => line.id === 2)?.amount,
      ).toBe(8_000_00);
    },
  );

  test('takes a new line of an existing task', async () => {
    await openDraft();
    const line = { task: '6', category: 'ogłoszenia w radiu', year: '2024', source: 'grant', amount: '600' };
    const page = await browser.submit('/budzet/szkic/pozycja', line);
    expect(plain(page.text)).toContain('Pozycja jest dodana do szkicu.');
    expect(plain(page.text)).toContain('ogłoszenia w radiu');
    const again = await browser.post('/budzet/szkic/pozycja', line);
    expect([again.status, plain(again.text).includes('Taka pozycja już jest w tym szkicu')]).toEqual([422, true]);
  });

  test('shows the second of two editors what is stored now', async () => {
    await openDraft();
    const second = app.as(barbara);
    await second.get('/budzet/szkic');
    await browser.get('/budzet/szkic');
    await browser.submit('/budzet/szkic', { 'amounts[l2]': '6 000', act: 'save' });
    const clash = await second.post('/budzet/szkic', { 'amounts[l2]': '5 000', act: 'save' });
    expect([clash.status, filled(clash).get('amounts[l2]')]).toEqual([409, '5 000']);
    expect(plain(clash.text)).toContain('2024, dotacja: 6 000,00 zł');
  });
});
