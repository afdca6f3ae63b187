import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveExpense } from '../../src/features/expenses/commands/draft.ts';
import { readExpense } from '../../src/features/expenses/queries.ts';
import { day } from '../../src/lib/days.ts';
import { grosze } from '../../src/lib/money.ts';
import type { Client } from '../support/client.ts';
import { bookedInvoice, draftInvoice } from '../support/story/expenses.ts';
import { eventsOf, plain, type Rewound, rewoundGround } from './ground.ts';

let ground: Rewound;
let browser: Client;
let draft: number;
beforeAll(async () => {
  ground = await rewoundGround();
});
beforeEach(async () => {
  ground.begin();
  draft = draftInvoice(ground.app.deps, {
    parts: [{ lineId: ground.lines.print, initiativeId: ground.shelf, amount: grosze(1_845_00) }],
  });
  browser = ground.as(ground.coordinator);
  await browser.get(edit());
});
afterEach(() => ground.end());
afterAll(() => ground.app.close());

const edit = () => `/wydatki/${draft}/poprawa`;
const parts = () =>
  readExpense(ground.app.deps.db, draft)?.parts.map(({ lineId, initiativeId, amount }) => [
    lineId,
    initiativeId,
    amount,
  ]);
const fieldsOf = (page: Awaited<ReturnType<Client['get']>>) =>
  new Map(page.forms.find((form) => form.action === edit())?.filled);

describe('splitting without scripts', () => {
  test('recounts, adds and removes parts, and saves nothing of it', async () => {
    const recounted = await browser.post(edit(), { 'rows[0][amount]': '1 000', outside: '15,00', do: 'recount' });
    expect(recounted.status).toBe(200);
    expect(plain(recounted.text)).toMatch(/Zostaje do podziału\s+830,00 zł/);

    const added = await browser.post(edit(), { do: 'add' });
    expect(fieldsOf(added).get('rows[1][amount]')).toBe('');
    const filled = await browser.post(edit(), {
      'rows[1][line]': String(ground.lines.ownPromotion),
      'rows[1][amount]': '830,01',
      do: 'recount',
    });
    expect(plain(filled.text)).toMatch(/Podzielono za dużo o\s+0,01 zł/);

    const removed = await browser.post(edit(), { do: 'remove:0' });
    expect(fieldsOf(removed).get('rows[0][amount]')).toBe('830,01');
    expect(fieldsOf(removed).has('rows[1][amount]')).toBe(false);
    expect(parts()).toEqual([[ground.lines.print, ground.shelf, 184500]]);
  });

  test('keeps a split that is not whole yet', async () => {
    const page = await browser.submit(edit(), { 'rows[0][amount]': '1 230,00', do: 'save' });
    expect(parts()).toEqual([[ground.lines.print, ground.shelf, 123000]]);
    expect(plain(page.text)).toContain('Do podziału brakuje jeszcze 615,00 zł z 1 845,00 zł.');
    expect(eventsOf(ground, draft)).toEqual(['expense.entered', 'expense.changed']);
  });

  test('says at each field what is wrong and keeps everything that was typed', async () => {
    await browser.post(edit(), { do: 'add' });
    const wrong = {
      'rows[0][amount]': '1,845,00',
      'rows[1][amount]': '20',
      number: '',
      outside: 'trochę',
      sellerName: 'Hańcza',
    };
    const page = await browser.post(edit(), { ...wrong, do: 'save' });
    expect(page.status).toBe(422);
    expect(page.title).toMatch(/^Błąd:/);
    for (const words of [
      'więcej niż jeden przecinek',
      'Wybierz pozycję preliminarza.',
      'Wpisz numer dokumentu',
      'To nie jest kwota.',
    ])
      expect(plain(page.text)).toContain(words);
    expect(page.html).toContain('href="#rows-0-amount"');
    expect(page.html).toContain('id="rows-1-line-error"');
    for (const [name, value] of Object.entries(wrong)) expect(fieldsOf(page).get(name), name).toBe(value);
    expect(eventsOf(ground, draft)).toEqual(['expense.entered']);
  });

  test.each(['1.234,56', '1,155', '-5', '1e3', '1000000000000000'])('does not take „%s” for a part', async (amount) => {
    const page = await browser.post(edit(), { 'rows[0][amount]': amount, do: 'save' });
    expect([page.status, fieldsOf(page).get('rows[0][amount]')]).toEqual([422, amount]);
    expect(parts()).toEqual([[ground.lines.print, ground.shelf, 184500]]);
  });

  test('does not take a line or an initiative that is not there', async () => {
    const foreign = await browser.post(edit(), { 'rows[0][line]': '987654321', do: 'save' });
    expect([foreign.status, plain(foreign.text).includes('Tej pozycji nie ma w obowiązującym budżecie')]).toEqual([
      422,
      true,
    ]);
    const unknown = await browser.post(edit(), {
      'rows[0][line]': String(ground.lines.print),
      'rows[0][initiative]': '987654321',
      do: 'save',
    });
    expect([unknown.status, plain(unknown.text).includes('Tej inicjatywy nie ma na liście')]).toEqual([422, true]);
  });
});

test('the live sum is the same partial, alone', async () => {
  const form = (await browser.get(edit())).forms.find((one) => one.action === edit());
  const sent = new URLSearchParams(form?.filled.filter(([name]) => name !== 'rows[0][amount]'));
  sent.set('rows[0][amount]', '1 844,99');
  const answer = await browser.send({
    method: 'POST',
    url: `${edit()}/suma`,
    headers: { origin: ground.app.url, 'hx-request': 'true', 'content-type': 'application/x-www-form-urlencoded' },
    payload: sent.toString(),
  });
  expect(answer.status).toBe(200);
  expect(answer.html).toMatch(/^<section class="stack-s" id="suma"/);
  expect(plain(answer.text)).toMatch(/Zostaje do podziału\s+0,01 zł/);
});

describe('two people over one draft', () => {
  test('the second sees both versions and decides', async () => {
    const teresa = ground.as(ground.accountant);
    await teresa.get(edit());
    await browser.submit(edit(), { 'rows[0][amount]': '1 000,00', description: 'Plakaty', do: 'save' });

    const late = await teresa.post(edit(), { 'rows[0][amount]': '900,00', do: 'save' });
    expect(late.status).toBe(409);
    expect(plain(late.text)).toContain('Ktoś zapisał ten dokument w międzyczasie');
    expect(plain(late.text)).toContain('1 000,00');
    expect(late.text).toContain('Plakaty');
    expect(fieldsOf(late).get('rows[0][amount]')).toBe('900,00');
    expect(parts()).toEqual([[ground.lines.print, ground.shelf, 100000]]);

    await teresa.submit(edit(), { do: 'save' });
    expect(parts()).toEqual([[ground.lines.print, ground.shelf, 90000]]);
  });

  test('what was typed over a document booked meanwhile is not lost without a word', async () => {
    ground.app.deps.db.raw.exec(
      `update expenses set state = 'booked', booked_at = '2024-06-13T10:00:00.000Z' where id = ${draft}`,
    );
    const late = await browser.post(edit(), { 'rows[0][amount]': '99,00', do: 'save' });
    expect(late.status).toBe(422);
    expect(late.text).toContain('dokument jest na innym etapie');
    expect(fieldsOf(late).get('rows[0][amount]')).toBe('99,00');
  });
});

test('a booked document has no page of editing any more', async () => {
  const booked = bookedInvoice(ground.app.deps, {
    parts: [{ lineId: ground.lines.print, initiativeId: ground.shelf, amount: grosze(10_00) }],
  });
  const answer = await browser.get(`/wydatki/${booked}/poprawa`);
  expect([answer.status, answer.location]).toEqual([303, `/wydatki/${booked}`]);
  const refused = saveExpense(ground.app.deps, ground.coordinator, {
    id: booked,
    document: {
      kind: 'bill',
      number: '1',
      sellerName: 'x',
      sellerNip: '',
      issuedOn: day('2024-06-01'),
      total: grosze(1),
      description: 'x',
    },
    outside: grosze(0),
    parts: [],
  });
  expect(refused).toMatchObject({ ok: false, code: 'not_in_this_state' });
});
