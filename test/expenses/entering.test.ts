import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readExpense } from '../../src/features/expenses/queries.ts';
import { grosze } from '../../src/lib/money.ts';
import type { Client, Fields } from '../support/client.ts';
import { widthOf } from '../support/pictures.ts';
import { bookedInvoice, draftInvoice } from '../support/story/expenses.ts';
import { brokenTruths, eventsOf, exclude, photo, plain, type Rewound, rewoundGround } from './ground.ts';

let ground: Rewound;
let browser: Client;
beforeAll(async () => {
  ground = await rewoundGround();
});
beforeEach(async () => {
  ground.begin();
  browser = ground.as(ground.coordinator);
  await browser.get('/wydatki/nowy');
});
afterEach(() => ground.end());
afterAll(() => ground.app.close());

const invoice = (changes: Fields = {}): Fields => ({
  kind: 'invoice',
  number: 'FV/118/06/2024',
  sellerName: 'Pracownia Druku „Hańcza” sp. z o.o., Suwałki',
  sellerNip: '123-456-32-18',
  issuedOn: '12.06.2024',
  total: '1 230,00',
  description: 'Zakładki dwujęzyczne, 600 sztuk',
  initiative: String(ground.shelf),
  ...changes,
});
const count = () => ground.app.deps.db.get<{ n: number }>(sql`select count(*) as n from expenses`)?.n;

describe('the first screen', () => {
  test('keeps the photograph and suggests the whole sum on the line of the plan that has room', async () => {
    const page = await browser.submit('/wydatki/nowy', invoice(), { scan: photo });
    const [id] = ground.app.deps.db.all<{ id: number }>(sql`select id from expenses`).map((row) => row.id);
    const expense = readExpense(ground.app.deps.db, id ?? 0);
    expect(expense).toMatchObject({
      state: 'draft',
      kind: 'invoice',
      sellerNip: '1234563218',
      issuedOn: '2024-06-12',
      totalGrosze: 123000,
      enteredBy: 'Joanna Wasilewska',
    });
    expect(expense?.parts.map(({ lineId, initiativeId, amount }) => [lineId, initiativeId, amount])).toEqual([
      [ground.lines.print, ground.shelf, 123000],
    ]);
    expect(plain(page.text)).toContain('Teraz sprawdź podział');
    expect(new Map(page.forms.find((form) => form.action.endsWith('/poprawa'))?.filled).get('rows[0][amount]')).toBe(
      '1 230,00',
    );
    expect(eventsOf(ground, id ?? 0)).toEqual(['expense.entered', 'expense.scan_added']);

    const scan = await browser.get(`/pliki/${expense?.fileId}`);
    expect([scan.status, scan.headers['content-type'], await widthOf(scan.body)]).toEqual([200, 'image/jpeg', 8]);
  });

  test('without an initiative leaves the split to be made, the whole sum waiting in one row', async () => {
    const page = await browser.submit('/wydatki/nowy', invoice({ initiative: '' }));
    const filled = new Map(page.forms.find((form) => form.action.endsWith('/poprawa'))?.filled);
    expect([filled.get('rows[0][line]'), filled.get('rows[0][amount]')]).toEqual(['', '1 230,00']);
  });

  test('asks for what is missing, in words, and keeps the rest', async () => {
    const page = await browser.post('/wydatki/nowy', { description: 'Zakładki' });
    expect(page.status).toBe(422);
    for (const words of [
      'Wybierz rodzaj dokumentu.',
      'Wpisz numer dokumentu',
      'Wpisz, kto wystawił dokument',
      'Brakuje daty.',
      'Brakuje kwoty.',
    ]) {
      expect(plain(page.text)).toContain(words);
    }
    expect(new Map(page.forms.find((form) => form.action === '/wydatki/nowy')?.filled).get('description')).toBe(
      'Zakładki',
    );
    expect(count()).toBe(0);
  });

  test.each([
    ['1.234,56', 'więcej niż jeden przecinek lub kropka'],
    ['1,155', 'więcej niż dwie cyfry'],
    ['-5', 'Kwota nie może być ujemna'],
    ['1e3', 'To nie jest kwota'],
    ['1000000000000000', 'Ta kwota jest za duża'],
    ['', 'Brakuje kwoty'],
    ['0,00', 'musi być większa od zera'],
  ])('does not take „%s” for an amount', async (total, words) => {
    const page = await browser.post('/wydatki/nowy', invoice({ total }));
    expect(page.status).toBe(422);
    expect(plain(page.text)).toContain(words);
    expect(new Map(page.forms.find((form) => form.action === '/wydatki/nowy')?.filled).get('total')).toBe(total);
    expect(count()).toBe(0);
  });

  test.each([
    [{ sellerNip: '1234563219' }, 'To nie jest poprawny NIP'],
    [{ issuedOn: '14.06.2024' }, 'Ta data jeszcze nie nadeszła'],
    [{ issuedOn: '31.06.2024' }, 'Nie ma takiej daty'],
    [{ number: 'F'.repeat(101) }, 'Numer ma więcej niż 100 znaków'],
    [{ sellerName: 'ż'.repeat(300) }, 'Nazwa ma więcej niż 200 znaków'],
    [{ description: '🧵'.repeat(1001) }, 'Opis ma więcej niż 1000 znaków'],
    [{ kind: 'bribe' }, 'Wybierz rodzaj dokumentu'],
    [{ initiative: '987654321' }, 'Tej inicjatywy nie ma na liście'],
  ])('refuses %o', async (wrong, words) => {
    const page = await browser.post('/wydatki/nowy', invoice(wrong));
    expect([page.status, count()]).toEqual([422, 0]);
    expect(plain(page.text)).toContain(words);
  });

  test('takes a Lithuanian VAT number and a seller without any', async () => {
    await browser.submit('/wydatki/nowy', invoice({ sellerNip: 'LT 100001234567' }));
    await browser.get('/wydatki/nowy');
    await browser.submit('/wydatki/nowy', invoice({ sellerNip: '', kind: 'receipt', number: '17' }));
    expect(ground.app.deps.db.all(sql`select seller_nip as nip from expenses order by id`)).toEqual([
      { nip: 'LT100001234567' },
      { nip: '' },
    ]);
  });

  test('refuses a program that calls itself a PDF, and keeps what was typed', async () => {
    const page = await browser.post('/wydatki/nowy', invoice(), { scan: { name: 'faktura.pdf', content: 'MZ\u0090' } });
    expect(page.status).toBe(422);
    expect(plain(page.text)).toContain('To program, a nie dokument');
    expect(new Map(page.forms.find((form) => form.action === '/wydatki/nowy')?.filled).get('number')).toBe(
      'FV/118/06/2024',
    );
    expect(count()).toBe(0);
  });

  test('clicked twice enters the document once', async () => {
    const [first, second] = [
      await browser.post('/wydatki/nowy', invoice()),
      await browser.post('/wydatki/nowy', invoice()),
    ];
    expect(first.status).toBe(303);
    expect([second.status, second.location]).toEqual([303, first.location]);
    expect(count()).toBe(1);
  });
});

describe('the same document a second time', () => {
  test('is refused, with the way to the first', async () => {
    await browser.submit('/wydatki/nowy', invoice());
    const id = ground.app.deps.db.get<{ id: number }>(sql`select id from expenses`)?.id;
    const teresa = ground.as(ground.accountant);
    await teresa.get('/wydatki/nowy');
    const page = await teresa.post('/wydatki/nowy', invoice({ total: '999,99', sellerName: 'Hańcza' }));
    expect(page.status).toBe(422);
    expect(plain(page.text)).toContain(
      'Ten dokument już jest w systemie: faktura FV/118/06/2024 z 12.06.2024, stan: szkic.',
    );
    expect(page.links.get('Otwórz: faktura FV/118/06/2024 z 12.06.2024')).toBe(`/wydatki/${id}`);
    expect(count()).toBe(1);
  });

  test('closed to the person is refused too, and nothing is told of it but that it is there', async () => {
    await browser.submit('/wydatki/nowy', invoice());
    exclude(ground, ground.accountant, ground.shelf);
    const teresa = ground.as(ground.accountant);
    await teresa.get('/wydatki/nowy');
    const page = await teresa.post('/wydatki/nowy', invoice({ initiative: '', issuedOn: '11.06.2024' }));
    expect(page.status).toBe(422);
    expect(plain(page.text)).toContain('przy inicjatywie, która jest dla Ciebie zamknięta');
    for (const told of ['z 12.06.2024', 'szkic', 'Otwórz:']) expect(plain(page.text)).not.toContain(told);
    expect(count()).toBe(1);
  });

  test('entered by two people at the same moment stands once', async () => {
    const teresa = ground.as(ground.accountant);
    await teresa.get('/wydatki/nowy');
    const answers = await Promise.all([
      browser.post('/wydatki/nowy', invoice()),
      teresa.post('/wydatki/nowy', invoice()),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422]);
    expect(count()).toBe(1);
  });

  test('is not even let in beside the commands', () => {
    draftInvoice(ground.app.deps, { number: 'FV/7', parts: [], outside: grosze(100) });
    const copy =
      'insert into expenses (project_id, kind, number, seller_name, seller_nip, issued_on, total_grosze, description, created_at, created_by)';
    expect(() =>
      ground.app.deps.db.raw.exec(
        `${copy} select project_id, kind, number, seller_name, seller_nip, issued_on, 5, 'x', created_at, created_by from expenses`,
      ),
    ).toThrow('UNIQUE');
  });

  test('may come again once the mistaken draft is discarded', async () => {
    const page = await browser.submit('/wydatki/nowy', invoice());
    const id = Number(/\/wydatki\/(\d+)\/poprawa/.exec(page.html)?.[1]);
    await browser.get(`/wydatki/${id}/usuniecie`);
    expect((await browser.submit(`/wydatki/${id}/usuniecie`)).text).toContain('Szkic odrzucony');
    expect(readExpense(ground.app.deps.db, id)).toMatchObject({ state: 'discarded', parts: [] });
    await browser.get('/wydatki/nowy');
    await browser.submit('/wydatki/nowy', invoice());
    expect(count()).toBe(2);
    expect((await browser.get('/wydatki')).text).toContain('Razem 1');
    expect(eventsOf(ground, id)).toEqual(['expense.entered', 'expense.discarded']);
    expect(brokenTruths(ground)).toEqual([]);
  });
});

describe('a scan', () => {
  test('may be added to a booked document that has none, and then stays', async () => {
    const id = bookedInvoice(ground.app.deps, {
      parts: [{ lineId: ground.lines.print, initiativeId: ground.shelf, amount: grosze(10_00) }],
    });
    const page = await browser.get(`/wydatki/${id}`);
    expect(plain(page.text)).toContain('Nie ma zdjęcia ani PDF-u dokumentu');
    const kept = await browser.submit(`/wydatki/${id}/skan`, {}, { scan: photo });
    expect(plain(kept.text)).toContain('Zdjęcie albo PDF dokumentu jest w systemie.');
    expect(kept.forms.map((form) => form.action)).not.toContain(`/wydatki/${id}/skan`);
  });

  test('is asked for when none was chosen', async () => {
    const id = draftInvoice(ground.app.deps, { parts: [], outside: grosze(10_00) });
    await browser.get(`/wydatki/${id}`);
    const page = await browser.post(`/wydatki/${id}/skan`);
    expect([page.status, page.text.includes('Nie wybrano pliku')]).toEqual([422, true]);
  });
});
