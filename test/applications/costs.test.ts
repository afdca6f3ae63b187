import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Page } from '../support/client.ts';
import { startedDraft } from '../support/story/applications.ts';

let app: TestApp;
let birute: Client;
let costs: string;
const category: Record<string, string> = {};

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z' });
  const draft = startedDraft(app.deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki, jedna półka',
  });
  birute = app.as({ id: draft.personId });
  costs = `/wnioski/${draft.id}/czesci/kosztorys`;
  for (const row of app.deps.db.all<{ code: string; id: number }>(sql`select code, id from cost_categories`))
    category[row.code] = String(row.id);
  await birute.get(costs);
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const row = (index: number, values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`rows[${index}][${name}]`, value]));
const stored = () =>
  app.deps.db.all(
    sql`select price_text as typed, price_grosze as price, value_grosze as value from cost_lines order by position`,
  );
const errorOf = (page: Page, id: string) => plain(new RegExp(`id="${id}-error">([^<]*)`).exec(page.html)?.[1] ?? '');

test.each([
  ['1.234,56', 'Tylko jeden przecinek, np. 1 234,56', 'W kwocie jest więcej niż jeden przecinek lub kropka.'],
  ['1,155', 'Po przecinku najwyżej dwie cyfry', 'Po przecinku lub kropce są więcej niż dwie cyfry.'],
  ['-5', 'Bez minusa', 'Kwota nie może być ujemna.'],
  ['1e3', 'Wpiszcie cyframi, np. 1 234,56', 'To nie jest kwota.'],
  ['1000000000000000', 'Za duża kwota', 'Ta kwota jest za duża.'],
])('B1: „%s” is kept as typed beside nothing, and explained at its field', async (typed, short, words) => {
  const back = await birute.submit(
    costs,
    row(0, { name: 'Książki', category: category['materials'] ?? '', quantity: '2', unit: 'szt.', price: typed }),
  );
  expect(back.title).toContain('Kosztorys');
  expect(errorOf(back, 'rows-0-price')).toBe(short);
  expect(plain(back.text)).toContain(`Pozycja 1, cena: ${words}`);
  expect(back.html).toContain('<a href="#rows-0-price">');
  expect(back.html).toContain(`value="${typed}"`);
  expect(stored()).toEqual([{ typed, price: null, value: null }]);
  expect(plain(back.text)).toContain('do poprawy');
});

test('B1: an empty price is no mistake while writing, and is missing when asked', async () => {
  const next = await birute.submit(
    costs,
    row(0, { name: 'Książki', category: category['materials'] ?? '', quantity: '2', unit: 'szt.', price: '' }),
  );
  expect(next.text).toContain('8. Załączniki');
  expect(stored()).toEqual([{ typed: '', price: null, value: null }]);
  expect(errorOf(await birute.get(`${costs}?braki=1`), 'rows-0-price')).toBe('Wpiszcie cenę');
});

test('values and the sum are worked out to a grosz, half up', async () => {
  await birute.submit(costs, {
    ...row(0, { name: 'Taśma', category: category['materials'] ?? '', quantity: '2,5', unit: 'm', price: '0,33' }),
    add: '1',
  });
  const page = await birute.submit(costs, {
    ...row(1, { name: 'Sala', category: category['rental'] ?? '', quantity: '1', unit: 'dzień', price: '1 180' }),
    stay: '1',
  });
  expect(stored()).toEqual([
    { typed: '0,33', price: 33, value: 83 },
    { typed: '1 180', price: 118_000, value: 118_000 },
  ]);
  expect(app.deps.db.get(sql`select requested_grosze as requested from applications`)).toEqual({ requested: 118_083 });
  expect(plain(page.text)).toContain('1 180,83 zł');
});

test('refreshments over a tenth warn with the amount to aim at; saving goes on', async () => {
  await birute.submit(costs, {
    ...row(0, { name: 'Spotkania', category: category['pay'] ?? '', quantity: '1', unit: 'komplet', price: '3795,00' }),
    add: '1',
  });
  const next = await birute.submit(
    costs,
    row(1, { name: 'Herbata', category: category['catering'] ?? '', quantity: '6', unit: 'spotkanie', price: '90,00' }),
  );
  expect(next.text).toContain('8. Załączniki');
  const page = plain((await birute.get(costs)).text);
  expect(page).toContain(
    'Poczęstunek: najwyżej 10% całej kwoty. Jest 540,00 zł; zmniejszcie do 421,66 zł albo resztę wnieście od siebie.',
  );
  expect(page).toContain('540,00 zł, czyli 12,46% za dużo');
});

test('the sums of what stands in the fields come as a fragment, and nothing is saved', async () => {
  const page = await birute.get(costs);
  const tokens =
    page.forms.find(({ action }) => action === costs)?.filled.filter(([name]) => !name.startsWith('rows')) ?? [];
  const rows = Object.entries({
    ...row(0, { name: 'Książki', category: category['materials'] ?? '', quantity: '40', unit: 'szt.', price: '42' }),
    ...row(1, { name: '', category: '', quantity: 'dwa', unit: '', price: '' }),
  });
  const ask = (headers: Record<string, string>) =>
    birute.send({
      method: 'POST',
      url: `${costs}/suma`,
      payload: new URLSearchParams([...tokens, ...rows]).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: app.url,
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
    });
  const part = await ask({ 'hx-request': 'true' });
  expect(part.status).toBe(200);
  expect(part.html).toMatch(/^\s*<div id="estimate"/);
  expect(plain(part.text)).toContain('1 680,00 zł');
  expect(errorOf(part, 'rows-1-quantity')).toBe('Wpiszcie cyframi, np. 12');
  expect(stored()).toEqual([]);
  expect((await ask({})).location).toBe(costs);
});

test('what money may not go on is said before the table', async () => {
  expect(plain((await birute.get(costs)).text)).toContain(
    'Nie można: środki trwałe i remonty, wynagrodzenie dla siebie jako wnioskodawcy',
  );
});
