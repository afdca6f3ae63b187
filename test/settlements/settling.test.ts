import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bookExpense } from '../../src/features/expenses/commands/book.ts';
import { readInitiative } from '../../src/features/initiatives/queries.ts';
import { settleInitiative } from '../../src/features/settlements/commands.ts';
import { settlementOf } from '../../src/features/settlements/queries.ts';
import { grosze } from '../../src/lib/money.ts';
import { balanceOf, brokenTruths, plain, type Rewound, rewoundGround } from '../expenses/ground.ts';
import { bookedInvoice, draftInvoice, paidInvoice } from '../support/story/expenses.ts';

let ground: Rewound;
beforeAll(async () => {
  ground = await rewoundGround();
});
beforeEach(() => ground.begin());
afterEach(() => ground.end());
afterAll(() => ground.app.close());

/** The shelf's two bills: 1 000,00 of 1 230,00 for print with 400,00 from own promotion, 480,50 of 1 000,00 for materials. */
function paidBills(): void {
  const { deps } = ground.app;
  const { print, materials, ownPromotion } = ground.lines;
  paidInvoice(deps, {
    parts: [
      { lineId: print, initiativeId: ground.shelf, amount: grosze(1_000_00) },
      { lineId: print, initiativeId: ground.benches, amount: grosze(430_00) },
      { lineId: ownPromotion, initiativeId: ground.shelf, amount: grosze(400_00) },
    ],
    outside: grosze(15_00),
    number: 'FV/118',
  });
  paidInvoice(deps, {
    parts: [{ lineId: materials, initiativeId: ground.shelf, amount: grosze(480_50) }],
    number: 'KS 9',
  });
}
const page = () => `/inicjatywy/${ground.shelf}/rozliczenie`;
const settle = () => settleInitiative(ground.app.deps, ground.accountant, { initiativeId: ground.shelf, note: '' });

describe('before settling', () => {
  test('the page puts what was agreed beside what is paid, line by line', async () => {
    paidBills();
    const { text } = await ground.as(ground.inspector).get(page());
    const words = plain(text);
    expect(words).toMatch(/druk i promocja, 2024\s+Zakładki dwujęzyczne: 1 230,00 zł\s+1 230,00\s+1 000,00\s+230,00/);
    expect(words).toMatch(/materiały, 2024\s+Książki do wspólnej półki: 1 000,00 zł\s+1 000,00\s+480,50\s+519,50/);
    expect(words).toMatch(/Razem z dotacji\s+2 230,00\s+1 480,50\s+749,50/);
    expect(words).toMatch(/Dołożono z wkładu własnego\s+400,00 zł/);
    expect(words).toContain('Faktura FV/118');
    expect(words).not.toContain('Rozlicz inicjatywę');
  });

  test('what is booked and unpaid, or still a draft, stands in the way and counts for nothing', async () => {
    paidBills();
    bookedInvoice(ground.app.deps, {
      parts: [{ lineId: ground.lines.materials, initiativeId: ground.shelf, amount: grosze(99_00) }],
      number: 'KS 10',
    });
    expect(settlementOf(ground.app.deps.db, ground.shelf)).toMatchObject({
      blockers: ['documents_open'],
      sums: { agreed: 223000, spent: 148050, own: 40000, unused: 74950 },
    });
    const { text, links } = await ground.as(ground.accountant).get(page());
    expect(plain(text)).toContain('Są dokumenty, które nie są zapłacone w całości.');
    expect([...links.keys()]).not.toContain('Rozlicz inicjatywę');
    expect(settle()).toMatchObject({ ok: false, code: 'documents_open' });
  });

  test('a draft alone is enough to wait', () => {
    draftInvoice(ground.app.deps, {
      parts: [{ lineId: ground.lines.materials, initiativeId: ground.shelf, amount: grosze(1) }],
    });
    expect(settle()).toMatchObject({ code: 'documents_open' });
  });

  test('a line outside the plan is shown as such', async () => {
    paidInvoice(ground.app.deps, {
      parts: [{ lineId: ground.lines.pay, initiativeId: ground.shelf, amount: grosze(50_00) }],
    });
    const words = plain((await ground.as(ground.accountant).get(page())).text);
    expect(words).toMatch(/wynagrodzenia i honoraria, 2024 poza kosztorysem\s+0,00\s+50,00\s+−50,00/);
    expect(words).toMatch(/Razem z dotacji\s+2 230,00\s+50,00\s+2 180,00/);
  });
});

describe('settling', () => {
  test('freezes the figures, gives the rest back to the line and closes the initiative', async () => {
    paidBills();
    expect(balanceOf(ground, ground.lines.materials)).toMatchObject({ committed: 51950, spent: 48050, left: 500000 });
    const teresa = ground.as(ground.accountant);
    const asked = await teresa.get(`${page()}/zamkniecie`);
    expect(plain(asked.text)).toMatch(/Wraca do puli\s+749,50 zł/);
    const done = await teresa.submit(`${page()}/zamkniecie`, { note: 'Zakładki wyszły taniej.' });
    expect(plain(done.text)).toContain('Inicjatywa jest rozliczona.');
    expect(done.text).toContain('Zakładki wyszły taniej.');

    const row = ground.app.deps.db.get(
      sql`select agreed_grosze as agreed, spent_grosze as spent, own_grosze as own, unused_grosze as unused from settlements`,
    );
    expect(row).toEqual({ agreed: 223000, spent: 148050, own: 40000, unused: 74950 });
    // 230,00 and 519,50 are free again; the benches keep what is theirs.
    expect(balanceOf(ground, ground.lines.print)).toEqual({
      planned: 250000,
      reserved: 0,
      committed: 18500,
      owed: 0,
      spent: 143000,
      left: 88500,
    });
    expect(balanceOf(ground, ground.lines.materials)).toEqual({
      planned: 600000,
      reserved: 0,
      committed: 0,
      owed: 0,
      spent: 48050,
      left: 551950,
    });
    expect(readInitiative(ground.app.deps.db, ground.shelf)?.state).toBe('settled');
    const events = ground.app.deps.db
      .all<{ what: string }>(sql`select what from events order by id desc limit 3`)
      .map(({ what }) => what);
    expect(events).toEqual(['settlement.made', 'initiative.settled', 'budget.commitment_released']);
    expect(ground.app.deps.db.get(sql`select kind, state from documents where subject_kind = 'settlement'`)).toEqual({
      kind: 'settlement',
      state: 'queued',
    });
    expect(brokenTruths(ground)).toEqual([]);
  });

  test('works when nothing was spent at all', () => {
    expect(settle().ok).toBe(true);
    expect(ground.app.deps.db.get(sql`select spent_grosze as spent, unused_grosze as unused from settlements`)).toEqual(
      { spent: 0, unused: 223000 },
    );
    expect(balanceOf(ground, ground.lines.materials)).toMatchObject({ committed: 0, left: 600000 });
  });

  test('happens once, however many times it is clicked', async () => {
    paidBills();
    const teresa = ground.as(ground.accountant);
    await teresa.get(`${page()}/zamkniecie`);
    const [first, second] = [await teresa.post(`${page()}/zamkniecie`), await teresa.post(`${page()}/zamkniecie`)];
    expect([first.status, second.status, second.location]).toEqual([303, 303, page()]);
    expect(settle()).toMatchObject({ ok: false, code: 'not_in_realisation' });
    expect(ground.app.deps.db.get(sql`select count(*) as n from settlements`)).toEqual({ n: 1 });
  });

  test('is refused when somebody paid another bill after the figures were shown', async () => {
    paidBills();
    const teresa = ground.as(ground.accountant);
    await teresa.get(`${page()}/zamkniecie`);
    paidInvoice(ground.app.deps, {
      parts: [{ lineId: ground.lines.materials, initiativeId: ground.shelf, amount: grosze(19_50) }],
      number: 'KS 11',
    });
    const late = await teresa.post(`${page()}/zamkniecie`, { note: 'Koniec.' });
    expect(late.status).toBe(422);
    expect(plain(late.text)).toContain('kwoty są inne');
    expect(plain(late.text)).toMatch(/Wraca do puli\s+730,00 zł/);
    expect(late.text).toContain('Koniec.');
    await teresa.submit(`${page()}/zamkniecie`);
    expect(brokenTruths(ground)).toEqual([]);
  });

  test('takes no more documents afterwards', () => {
    expect(settle().ok).toBe(true);
    const id = draftInvoice(ground.app.deps, {
      parts: [{ lineId: ground.lines.materials, initiativeId: ground.shelf, amount: grosze(1_00) }],
    });
    expect(bookExpense(ground.app.deps, ground.accountant, { expenseId: id })).toMatchObject({
      code: 'initiative_not_in_realisation',
    });
  });

  test('is refused before the agreement, with the reason on the page', async () => {
    ground.app.deps.db.raw.exec(`update initiatives set state = 'agreed' where id = ${ground.shelf}`);
    expect(settle()).toMatchObject({ code: 'not_in_realisation' });
    const asked = await ground.as(ground.accountant).get(`${page()}/zamkniecie`);
    expect(plain(asked.text)).toContain('Rozliczyć można inicjatywę w realizacji');
    expect(asked.forms.map((form) => form.action)).not.toContain(`${page()}/zamkniecie`);
  });
});

test('an absent initiative and one that is not there for the reader look alike', async () => {
  const leader = ground.app.deps.db.get<{ id: number }>(
    sql`select person_id as id from application_members limit 1`,
  ) ?? { id: 0 };
  expect((await ground.app.as(leader).get(page())).status).toBe(403);
  expect((await ground.as(ground.accountant).get('/inicjatywy/987654321/rozliczenie')).status).toBe(404);
});
