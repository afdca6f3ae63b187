import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bookExpense } from '../../src/features/expenses/commands/book.ts';
import { readExpense } from '../../src/features/expenses/queries.ts';
import { grosze } from '../../src/lib/money.ts';
import { bookedInvoice, draftInvoice, paidInvoice } from '../support/story/expenses.ts';
import { balanceOf, brokenTruths, eventsOf, plain, type Rewound, rewoundGround } from './ground.ts';

let ground: Rewound;
beforeAll(async () => {
  ground = await rewoundGround();
});
beforeEach(() => ground.begin());
afterEach(() => ground.end());
afterAll(() => ground.app.close());

/** 1 845,00 zł: two lines, both sources, two initiatives and 15,00 zł outside the project. */
const shared = () => ({
  parts: [
    { lineId: ground.lines.print, initiativeId: ground.shelf, amount: grosze(1_000_00) },
    { lineId: ground.lines.print, initiativeId: ground.benches, amount: grosze(430_00) },
    { lineId: ground.lines.ownPromotion, initiativeId: ground.shelf, amount: grosze(400_00) },
  ],
  outside: grosze(15_00),
});
const book = (expenseId: number) => bookExpense(ground.app.deps, ground.accountant, { expenseId });

describe('an invoice of 1 845,00 zł over two lines, both sources and two initiatives', () => {
  test('takes from what the agreements hold and leaves nothing unaccounted for', () => {
    const { print, ownPromotion } = ground.lines;
    expect(balanceOf(ground, print)).toEqual({
      planned: 250000,
      reserved: 0,
      committed: 184500,
      owed: 0,
      spent: 0,
      left: 65500,
    });

    const id = bookedInvoice(ground.app.deps, shared());

    // 1 230 − 1 000 and 615 − 430 stay committed; what is left on the line is as before.
    expect(balanceOf(ground, print)).toEqual({
      planned: 250000,
      reserved: 0,
      committed: 41500,
      owed: 143000,
      spent: 0,
      left: 65500,
    });
    expect(balanceOf(ground, ownPromotion)).toEqual({
      planned: 100000,
      reserved: 0,
      committed: 0,
      owed: 40000,
      spent: 0,
      left: 60000,
    });
    expect(readExpense(ground.app.deps.db, id)).toMatchObject({
      state: 'booked',
      totalGrosze: 184500,
      outsideGrosze: 1500,
    });
    expect(eventsOf(ground, id)).toEqual(['expense.entered', 'expense.booked']);
    expect(brokenTruths(ground)).toEqual([]);
  });

  test('is spent once it is paid, and only then', () => {
    paidInvoice(ground.app.deps, shared());
    expect(balanceOf(ground, ground.lines.print)).toEqual({
      planned: 250000,
      reserved: 0,
      committed: 41500,
      owed: 0,
      spent: 143000,
      left: 65500,
    });
    expect(balanceOf(ground, ground.lines.ownPromotion)).toMatchObject({ owed: 0, spent: 40000, left: 60000 });
    const bySource = ground.app.deps.db.all(sql`
      select source, sum(spent_grosze) as spent from budget_balances group by source order by source`);
    expect(bySource).toEqual([
      { source: 'grant', spent: 143000 },
      { source: 'own', spent: 40000 },
    ]);
    expect(brokenTruths(ground)).toEqual([]);
  });

  test('is booked by the accountant from its page, after a question', async () => {
    const id = draftInvoice(ground.app.deps, shared());
    const browser = ground.as(ground.accountant);
    const asked = await browser.get(`/wydatki/${id}/ksiegowanie`);
    expect(plain(asked.text)).toContain('Zaksięgować ten dokument?');
    for (const part of ['1 000,00', '430,00', '400,00', '15,00']) expect(plain(asked.text)).toContain(part);
    const page = await browser.submit(`/wydatki/${id}/ksiegowanie`);
    expect(plain(page.text)).toContain('Dokument zaksięgowany.');
    expect(plain(page.text)).toContain('Faktura na 1 845,00 zł: do wstępnej kontroli');
    expect(page.forms.map((form) => form.action)).not.toContain(`/wydatki/${id}/poprawa`);
    expect(plain(page.text)).toContain('nie można zmienić ani cofnąć do szkicu');
  });
});

describe('booking is refused', () => {
  test.each([
    ['short', 1_829_00, { code: 'split_short', facts: { gap: 100, total: 184500 } }],
    ['by one grosz', 1_829_99, { code: 'split_short', facts: { gap: 1, total: 184500 } }],
    ['over', 1_830_01, { code: 'split_over', facts: { gap: 1, total: 184500 } }],
  ])('when the split is %s', (_how, given, refusal) => {
    const { parts, outside } = shared();
    const id = draftInvoice(ground.app.deps, { parts, outside });
    const changed = given - 1_830_00 + 400_00;
    ground.app.deps.db.raw.exec(
      `update expense_parts set amount_grosze = ${changed} where expense_id = ${id} and amount_grosze = 40000`,
    );
    expect(book(id)).toMatchObject(refusal);
    expect(readExpense(ground.app.deps.db, id)?.state).toBe('draft');
  });

  test('when nothing is split at all', () => {
    const id = draftInvoice(ground.app.deps, { parts: [], outside: grosze(50_00) });
    expect(book(id)).toMatchObject({ ok: false, code: 'parts_missing' });
  });

  test('when a line would be overdrawn: another initiative’s commitment is not there to be taken', () => {
    // Left on the line: 655,00. The shelf may use its own 1 230,00 beside it, but not the benches’ 615,00.
    const over = { lineId: ground.lines.print, initiativeId: null, amount: grosze(655_01) };
    const id = draftInvoice(ground.app.deps, { parts: [over] });
    expect(book(id)).toEqual({
      ok: false,
      code: 'line_overdrawn',
      facts: { line: 'Inicjatywy lokalne: druk i promocja, 2024, dotacja', left: 65500, wanted: 65501, over: 1 },
    });
    const enough = draftInvoice(ground.app.deps, { parts: [{ ...over, amount: grosze(655_00) }], number: 'FV/655' });
    expect(book(enough).ok).toBe(true);
    expect(balanceOf(ground, ground.lines.print)?.left).toBe(0);
  });

  test('when two parts of one document overdraw a line only together', () => {
    const half = (initiativeId: number | null) => ({
      lineId: ground.lines.ownPromotion,
      initiativeId,
      amount: grosze(500_01),
    });
    const id = draftInvoice(ground.app.deps, { parts: [half(null), half(ground.shelf)] });
    expect(book(id)).toMatchObject({ code: 'line_overdrawn', facts: { left: 100000, wanted: 100002, over: 2 } });
  });

  test('when an initiative would take more from the grant than was agreed, though the line has it', () => {
    const parts = [{ lineId: ground.lines.materials, initiativeId: ground.shelf, amount: grosze(2_230_01) }];
    const id = draftInvoice(ground.app.deps, { parts });
    expect(book(id)).toEqual({
      ok: false,
      code: 'over_agreed',
      facts: { initiative: 'PB/2024/01', left: 223000, wanted: 223001, over: 1 },
    });
  });

  test('when the initiative is not in realisation', () => {
    ground.app.deps.db.raw.exec(`update initiatives set state = 'agreed' where id = ${ground.benches}`);
    const id = draftInvoice(ground.app.deps, shared());
    expect(book(id)).toEqual({ ok: false, code: 'initiative_not_in_realisation', facts: { initiative: 'PB/2024/02' } });
  });

  test('with the sum of the line on the page, and the draft as it was', async () => {
    const parts = [{ lineId: ground.lines.print, initiativeId: null, amount: grosze(700_00) }];
    const id = draftInvoice(ground.app.deps, { parts });
    const browser = ground.as(ground.accountant);
    await browser.get(`/wydatki/${id}/ksiegowanie`);
    const page = await browser.post(`/wydatki/${id}/ksiegowanie`);
    expect(page.status).toBe(422);
    expect(plain(page.text)).toContain('potrzeba 700,00 zł, a zostaje 655,00 zł');
    expect(plain(page.text)).toContain('Zmniejsz tę część o 45,00 zł');
    expect(eventsOf(ground, id)).toEqual(['expense.entered']);
  });

  test('when somebody changed the draft after the question was asked', async () => {
    const id = draftInvoice(ground.app.deps, shared());
    const browser = ground.as(ground.accountant);
    await browser.get(`/wydatki/${id}/ksiegowanie`);
    ground.app.deps.db.raw.exec(`update expenses set revision = revision + 1 where id = ${id}`);
    expect((await browser.post(`/wydatki/${id}/ksiegowanie`)).status).toBe(409);
    expect(readExpense(ground.app.deps.db, id)?.state).toBe('draft');
  });
});

test('a double click books once and leads to the same page', async () => {
  const id = draftInvoice(ground.app.deps, shared());
  const browser = ground.as(ground.accountant);
  await browser.get(`/wydatki/${id}/ksiegowanie`);
  const [first, second] = [
    await browser.post(`/wydatki/${id}/ksiegowanie`),
    await browser.post(`/wydatki/${id}/ksiegowanie`),
  ];
  expect([first.status, first.location]).toEqual([303, `/wydatki/${id}`]);
  expect([second.status, second.location]).toEqual([303, `/wydatki/${id}`]);
  expect(eventsOf(ground, id)).toEqual(['expense.entered', 'expense.booked']);
});

test('what is booked is held by the database itself', () => {
  const id = bookedInvoice(ground.app.deps, shared());
  const { raw } = ground.app.deps.db;
  for (const sentence of [
    `update expenses set total_grosze = 1 where id = ${id}`,
    `update expenses set state = 'draft' where id = ${id}`,
    `update expenses set state = 'paid' where id = ${id}`,
    `update expenses set state = 'controlled' where id = ${id}`,
    `delete from expenses where id = ${id}`,
    `update expense_parts set amount_grosze = 1 where expense_id = ${id}`,
    `delete from expense_parts where expense_id = ${id}`,
    `insert into payments (expense_id, kind, payee, amount_grosze, paid_on, recorded_at, recorded_by) values (${id}, 'net', 'x', 1, '2024-06-13', '', 1)`,
  ]) {
    expect(() => raw.exec(sentence), sentence).toThrow(/expense_booked|expense_step|payment_not_due/);
  }
});
