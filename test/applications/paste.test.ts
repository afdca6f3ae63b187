import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { type PastedCosts, readPastedCosts } from '../../src/features/applications/paste/costs.ts';
import { readPrice } from '../../src/features/applications/paste/numbers.ts';
import type { CostCategory } from '../../src/features/calls/criteria.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { type StartedStory, startedDraft } from '../support/story/applications.ts';

const category = (id: number, name: string): CostCategory => ({
  ...{ id, name, code: `c${id}`, budgetLineId: 1, capPercent: null, note: '', unitThreshold: null, isPay: false },
});
const categories = [
  category(1, 'wynagrodzenia i honoraria'),
  category(2, 'materiały'),
  category(3, 'druk'),
  category(4, 'poczęstunek'),
];
const read = (text: string, chosen?: string[]) => readPastedCosts(text, categories, chosen);
const costsOf = ({ costs }: PastedCosts) =>
  costs.map(({ cost }) => [cost.name, cost.category, cost.quantity, cost.unit, cost.price]);
const unreadOf = ({ unread }: PastedCosts) => unread.map(({ line, why }) => [line, why]);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const tabbed = (rows: string[][]) => rows.map((row) => row.join('\t')).join('\n');

describe('prices as spreadsheets write them', () => {
  it.each([
    ['1 234,56 zł', 123456],
    ['1\u00a0234,56', 123456],
    ['1\u202f234,5', 123450],
    ['1.234,56', 123456],
    ['1,234.56', 123456],
    ['12.345.678', 1234567800],
    ["1'234.50 PLN", 123450],
    ['80', 8000],
    ['80,00 zł brutto', 8000],
    ['= 12', 1200],
    ['12 złotych', 1200],
    ['0,5', 50],
  ])('%s', (text, expected) => expect(readPrice(text)).toEqual({ ok: true, value: expected }));

  it.each([
    ['1.234', 'number_ambiguous'],
    ['1,234', 'number_ambiguous'],
    ['-80', 'amount_negative'],
    ['#ARG!', 'amount_not_a_number'],
    ['ok. 100', 'amount_not_a_number'],
    ['1.234.56', 'amount_two_separators'],
    ['0,999', 'amount_too_precise'],
    ['12345678901', 'amount_too_large'],
    ['', 'amount_missing'],
  ])('not %s', (text, code) => expect(readPrice(text)).toMatchObject({ ok: false, code }));
});

describe('rows of an estimate', () => {
  it('under Polish headers in any order, below a title, with a sum at the end', () => {
    const found = read(
      tabbed([
        ['Kuchnia babci Anieli – kosztorys', '', '', '', '', ''],
        ['Lp.', 'Cena jedn. brutto', 'Wyszczególnienie', 'Ilość', 'J.m.', 'Wartość'],
        ['1', '1 250,00 zł', 'Prowadzenie warsztatów', '2', 'dzień', '2 500,00 zł'],
        ['2', '42,00', 'Mąka i miód', '25', 'kg', '1 000,00 zł'],
        ['', '', '', '', '', ''],
        ['Razem', '', '', '', '', '3 500,00 zł'],
      ]),
    );
    expect(costsOf(found)).toEqual([
      ['Prowadzenie warsztatów', '', '2', 'dzień', '1 250,00'],
      ['Mąka i miód', '', '25', 'kg', '42,00'],
    ]);
    expect(found.costs.map(({ otherValue }) => otherValue)).toEqual([null, 100000]);
    expect(unreadOf(found)).toEqual([
      [1, 'above_header'],
      [6, 'total'],
    ]);
  });

  it('without headers, from what the columns look like', () => {
    expect(costsOf(read('Książki;25;szt.;42,00;1050,00\nZakładki;100;szt.;2,60;260,00'))).toEqual([
      ['Książki', '', '25', 'szt.', '42,00'],
      ['Zakładki', '', '100', 'szt.', '2,60'],
    ]);
    expect(costsOf(read('Autobus do Suwałk\t900 zł\nBilety\t300 zł'))).toEqual([
      ['Autobus do Suwałk', '', '1', 'całość', '900,00'],
      ['Bilety', '', '1', 'całość', '300,00'],
    ]);
  });

  it('as somebody says what stands in which column', () => {
    const text = 'Plakaty\t30\t4,50\nUlotki\t200\t0,40';
    expect(costsOf(read(text))[0]).toEqual(['Plakaty', '', '30', 'szt.', '4,50']);
    expect(costsOf(read(text, ['name', 'price', 'quantity']))[0]).toEqual(['Plakaty', '', '4,50', 'szt.', '30,00']);
  });

  it('with categories in merged cells, in headings over groups, and unknown ones', () => {
    const merged = tabbed([
      ['Kategoria', 'Nazwa', 'Ilość', 'Cena'],
      ['Materiały', 'Glina', '10', '12,00'],
      ['', 'Farby', '4', '25,00'],
      ['remonty', 'Dach', '1', '900,00'],
      ['', 'Rynna', '1', '90,00'],
    ]);
    expect(costsOf(read(merged)).map(([name, id]) => [name, id])).toEqual([
      ['Glina', '2'],
      ['Farby', '2'],
      ['Dach', ''],
      ['Rynna', ''],
    ]);
    const grouped = read(
      tabbed([
        ['Nazwa', 'Ilość', 'Cena'],
        ['Druk', '', ''],
        ['Plakaty', '30', '4,50'],
        ['Uwagi', '', ''],
      ]),
    );
    expect(costsOf(grouped)).toEqual([['Plakaty', '3', '30', 'szt.', '4,50']]);
    expect(unreadOf(grouped)).toEqual([
      [2, 'group_heading'],
      [4, 'price_missing'],
    ]);
  });

  it('with cells of several lines, quotation marks, a quantity with its unit, a value instead of a price', () => {
    const found = read(
      tabbed([
        ['Nazwa', 'Ilość', 'Cena', 'Razem'],
        ['"Stroje ""ludowe"":\nspódnice i kamizelki"', '6 kpl.', '', '1 500,00'],
        ['Rura 3"', '2 m', '10', ''],
        ['Sznurek', '3', '', '10,00'],
      ]),
    );
    expect(costsOf(found)).toEqual([
      ['Stroje "ludowe": spódnice i kamizelki', '', '6', 'kpl.', '250,00'],
      ['Rura 3"', '', '2', 'm', '10,00'],
    ]);
    expect(unreadOf(found)).toEqual([[5, 'value_not_divisible']]);
  });

  it('naming each line it cannot read, and why', () => {
    const found = read(
      tabbed([
        ['Nazwa', 'Ilość', 'Cena'],
        ['Namiot', '1', '#ADR!'],
        ['Scena', 'dwie', '500'],
        ['', '2', '40'],
        ['Lampiony', '1.500', '2'],
        ['Baner', '1', '1.234'],
        ['Rabat', '1', '-50'],
        ['Wolontariusze', '5', '0'],
      ]),
    );
    expect(found.costs).toEqual([]);
    expect(unreadOf(found)).toEqual([
      [2, 'price:amount_not_a_number'],
      [3, 'quantity:quantity_not_a_number'],
      [4, 'name_missing'],
      [5, 'quantity:number_ambiguous'],
      [6, 'price:number_ambiguous'],
      [7, 'price:amount_negative'],
      [8, 'price_nothing'],
    ]);
  });

  it('of which the first begins with empty cells, lost when the form was trimmed', () => {
    const text = tabbed([
      ['', 'Ilość', 'Cena'],
      ['Piłki', '4', '60,00'],
    ]).trim();
    expect(read(text).columns).toEqual({ kinds: ['name', 'quantity', 'price'], header: 0 });
    expect(costsOf(read(text))).toEqual([['Piłki', '', '4', 'szt.', '60,00']]);
  });

  it('no matter how many: five hundred are read, what lies below a thousand is counted', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, n) => `Krzesło nr ${n}\t2\t${n + 1},50`).join('\n');
    expect(read(rows(500)).costs).toHaveLength(500);
    const many = read(rows(1200));
    expect(many.costs).toHaveLength(1000);
    expect(many.unread).toEqual([{ line: 0, text: '', why: 'too_many_lines', facts: { lines: 200 } }]);
  });
});

describe('Teresa has her estimate in a spreadsheet', () => {
  let app: TestApp;
  let draft: StartedStory;
  let teresa: Client;
  const address = () => `/wnioski/${draft.id}/czesci/kosztorys/wklejanie`;
  const stored = () =>
    app.deps.db.all<{ name: string; value: number | null }>(
      sql`select name, value_grosze as value from cost_lines where application_id = ${draft.id} order by position`,
    );
  beforeEach(async () => {
    app = await startTestApp({ at: '2024-03-04T10:00:00.000Z' });
    draft = startedDraft(app.deps, { leader: 'Teresa Krakowska', email: 'teresa@example.org', title: 'Kuchnia' });
    teresa = app.as({ id: draft.personId });
  });
  afterEach(() => app.close());

  test('she sees what was understood before anything is kept, then it stands behind what was there', async () => {
    await teresa.get(`/wnioski/${draft.id}/czesci/kosztorys`);
    await teresa.submit(`/wnioski/${draft.id}/czesci/kosztorys`, {
      ...{
        'rows[0][name]': 'Miód',
        'rows[0][quantity]': '3',
        'rows[0][unit]': 'kg',
        'rows[0][price]': '40,00',
        stay: '1',
      },
    });
    await teresa.get(address());
    const text = 'Nazwa\tIlość\tCena\nGarnki\t2\t1 180,00 zł\n<b>Fartuchy</b>\t10\t35\nRazem\t\t2 710,00';
    const seen = await teresa.post(address(), { text, read: '1' });
    expect(seen.status).toBe(200);
    expect(plain(seen.text)).toContain('Wiersz 4, Razem | 2 710,00: suma; policzymy ją sami.');
    expect(seen.html).not.toContain('<b>Fartuchy');
    expect(stored()).toEqual([{ name: 'Miód', value: 12000 }]);

    const page = await teresa.submit(address(), { add: '1' });
    expect(plain(page.text)).toContain('Dodano 2 pozycje.');
    expect(stored()).toEqual([
      { name: 'Miód', value: 12000 },
      { name: 'Garnki', value: 236000 },
      { name: '<b>Fartuchy</b>', value: 35000 },
    ]);
    expect(app.deps.db.all(sql`select field from answer_versions`)).toEqual([]);
  });

  test('a second press of the button adds nothing twice', async () => {
    await teresa.get(address());
    await teresa.post(address(), { text: 'Nazwa\tIlość\tCena\nGarnki\t2\t100', read: '1' });
    const first = await teresa.post(address(), { add: '1' });
    const second = await teresa.post(address(), { add: '1' });
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(stored()).toHaveLength(1);
  });

  test('columns she chose hold for that table; another one pasted over it is read anew', async () => {
    await teresa.get(address());
    await teresa.post(address(), { text: 'Plakaty\t30\t4,50', read: '1' });
    const chosen = { 'columns[1]': 'price', 'columns[2]': 'quantity' };
    expect((await teresa.post(address(), { ...chosen, read: '1' })).text).toContain(
      'wybierzecie później\n4,50\nszt.\n30,00',
    );
    await teresa.post(address(), { text: 'Ulotki\t200\t0,40', read: '1' });
    await teresa.submit(address(), { add: '1' });
    expect(stored()).toEqual([{ name: 'Ulotki', value: 8000 }]);
  });

  test('nothing pasted, nothing readable and more rows than fit are said in words, and nothing is kept', async () => {
    await teresa.get(address());
    const empty = await teresa.post(address(), { text: '', read: '1' });
    expect([empty.status, plain(empty.text).includes('Wklejcie wiersze z arkusza')]).toEqual([422, true]);
    const words = await teresa.post(address(), { text: 'Szanowna Pani,\nprzesyłam kosztorys.', read: '1' });
    expect(plain(words.text)).toContain('Nie udało się odczytać żadnej pozycji.');
    const rows = Array.from({ length: 500 }, (_, n) => `Krzesło nr ${n}\t1\t10`).join('\n');
    await teresa.post(address(), { text: rows, read: '1' });
    const many = await teresa.post(address(), { add: '1' });
    expect(many.status).toBe(422);
    expect(plain(many.text)).toContain('Kosztorys może mieć najwyżej 300 pozycji');
    expect(stored()).toEqual([]);
  });

  test('three hundred rows fit, and the page they are written on still saves them all', async () => {
    await teresa.get(address());
    const text = Array.from({ length: 300 }, (_, n) => `Krzesło nr ${n}\t1\t10`).join('\n');
    await teresa.post(address(), { text, read: '1' });
    await teresa.submit(address(), { add: '1' });
    expect(stored()).toHaveLength(300);
    await teresa.get(`/wnioski/${draft.id}/czesci/kosztorys`);
    await teresa.submit(`/wnioski/${draft.id}/czesci/kosztorys`, { 'rows[299][price]': '11', stay: '1' });
    expect(stored().at(-1)).toEqual({ name: 'Krzesło nr 299', value: 1100 });
  });
});
