import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordPayment } from '../../src/features/expenses/commands/pay.ts';
import { readExpense } from '../../src/features/expenses/queries.ts';
import { day } from '../../src/lib/days.ts';
import { grosze } from '../../src/lib/money.ts';
import type { Client, Fields } from '../support/client.ts';
import { approvedInvoice, bookedInvoice } from '../support/story/expenses.ts';
import { balanceOf, brokenTruths, eventsOf, plain, type Rewound, rewoundGround } from './ground.ts';

let ground: Rewound;
let contract: number;
let browser: Client;
beforeAll(async () => {
  ground = await rewoundGround();
});
beforeEach(async () => {
  ground.begin();
  // A workshop leader's 1 200,00 zł with everything on top: net, tax, social insurance.
  contract = approvedInvoice(ground.app.deps, {
    kind: 'contract',
    number: 'UZ 4/2024',
    sellerName: 'Rasa Grigutienė',
    sellerNip: '',
    parts: [{ lineId: ground.lines.pay, initiativeId: ground.benches, amount: grosze(1_200_00) }],
  });
  browser = ground.as(ground.accountant);
  await browser.get(`/wydatki/${contract}`);
});
afterEach(() => ground.end());
afterAll(() => ground.app.close());

const pay = (changes: Fields = {}) =>
  browser.post(path(), {
    amount: '861,30',
    paidOn: '13.06.2024',
    payee: 'Rasa Grigutienė',
    kind: 'net',
    statement: '24',
    ...changes,
  });
const path = () => `/wydatki/${contract}/zaplata`;
const stateOf = () => readExpense(ground.app.deps.db, contract)?.state;

test('a contract is paid in parts: person, tax office, social insurance; only the last makes it spent', async () => {
  await browser.submit(path(), {
    amount: '861,30',
    paidOn: '13.06.2024',
    payee: 'Rasa Grigutienė',
    kind: 'net',
    statement: '24',
  });
  const halfway = await browser.submit(path(), {
    amount: '100,00',
    paidOn: '12.06.2024',
    payee: 'Urząd Skarbowy w Suwałkach',
    kind: 'tax',
    statement: '24',
  });
  expect(plain(halfway.text)).toContain('Zostaje do zapłaty 238,70 zł');
  expect(stateOf()).toBe('approved');
  expect(balanceOf(ground, ground.lines.pay)).toMatchObject({ owed: 120000, spent: 0, committed: 60000 });

  const whole = await browser.submit(path(), {
    amount: '238,70',
    paidOn: '13.06.2024',
    payee: 'ZUS',
    kind: 'social_insurance',
    statement: '25',
  });
  expect(plain(whole.text)).toContain('Dokument jest zapłacony w całości');
  expect(plain(whole.text)).toContain('Umowa z listą płac na 1 200,00 zł: zapłacona w całości');
  expect(whole.forms.map((form) => form.action)).not.toContain(path());
  expect(balanceOf(ground, ground.lines.pay)).toMatchObject({
    planned: 900000,
    owed: 0,
    spent: 120000,
    committed: 60000,
    left: 720000,
  });
  expect(eventsOf(ground, contract).slice(4)).toEqual([
    'expense.payment_recorded',
    'expense.payment_recorded',
    'expense.payment_recorded',
    'expense.paid',
  ]);
  expect(brokenTruths(ground)).toEqual([]);
});

test.each<[string, Fields, string]>([
  ['more than is left', { amount: '1 200,01' }, 'Do zapłaty zostało 1 200,00 zł, ta zapłata jest większa o 0,01 zł'],
  ['tomorrow', { paidOn: '14.06.2024' }, 'Zapłatę wpisuje się po tym, jak wyjdzie z banku'],
  ['nothing', { amount: '0' }, 'Zapłata musi być większa od zera'],
  ['nobody', { payee: '' }, 'Wpisz, komu zapłacono'],
  ['an amount of letters', { amount: 'sto' }, 'To nie jest kwota'],
  [
    'with a statement number too long to be one',
    { statement: '1'.repeat(41) },
    'Numer wyciągu ma więcej niż 40 znaków',
  ],
])('does not take a payment of %s', async (_what, changes, words) => {
  const page = await pay(changes);
  expect(page.status).toBe(422);
  expect(plain(page.text)).toContain(words);
  const filled = new Map(page.forms.find((form) => form.action === path())?.filled);
  for (const [name, value] of Object.entries(changes)) expect(filled.get(name)).toBe(value);
  expect(readExpense(ground.app.deps.db, contract)?.payments).toEqual([]);
});

test('a double click pays once', async () => {
  const [first, second] = [await pay(), await pay()];
  expect([first.status, second.status, second.location]).toEqual([303, 303, `/wydatki/${contract}`]);
  expect(readExpense(ground.app.deps.db, contract)?.paid).toBe(86130);
});

test('nothing is paid before it is approved', () => {
  const booked = bookedInvoice(ground.app.deps, {
    parts: [{ lineId: ground.lines.pay, initiativeId: ground.benches, amount: grosze(10_00) }],
  });
  const payment = {
    expenseId: booked,
    kind: 'net',
    payee: 'Hańcza',
    amount: grosze(10_00),
    paidOn: day('2024-06-13'),
    statement: '',
  } as const;
  expect(recordPayment(ground.app.deps, ground.accountant, payment)).toMatchObject({
    ok: false,
    code: 'not_in_this_state',
  });
});

test('a recorded payment stays, and no more can be squeezed in, by the database itself', async () => {
  await pay({ amount: '1 000,00' });
  const { raw, get } = ground.app.deps.db;
  const { id } = get<{ id: number }>(sql`select id from payments`) ?? { id: 0 };
  expect(() => raw.exec(`update payments set amount_grosze = 1 where id = ${id}`)).toThrow('payment_recorded');
  expect(() => raw.exec(`delete from payments where id = ${id}`)).toThrow('payment_recorded');
  expect(() =>
    raw.exec(`insert into payments (expense_id, kind, payee, amount_grosze, paid_on, recorded_at, recorded_by)
      select expense_id, kind, payee, 20001, paid_on, recorded_at, recorded_by from payments`),
  ).toThrow('payment_not_due');
  expect(() => raw.exec(`update expenses set state = 'paid' where id = ${contract}`)).toThrow('expense_step');
});
