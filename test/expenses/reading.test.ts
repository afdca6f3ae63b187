import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expensesOf } from '../../src/features/expenses/lists.ts';
import { day } from '../../src/lib/days.ts';
import { grosze } from '../../src/lib/money.ts';
import { approvedInvoice, bookedInvoice, draftInvoice, paidInvoice } from '../support/story/expenses.ts';
import { brokenTruths, exclude, plain, type Rewound, rewoundGround } from './ground.ts';

let ground: Rewound;
beforeAll(async () => {
  ground = await rewoundGround();
});
beforeEach(() => ground.begin());
afterEach(() => ground.end());
afterAll(() => ground.app.close());

const part = (line: 'print' | 'materials' | 'pay' | 'ownPromotion', initiativeId: number | null, amount: number) => ({
  lineId: ground.lines[line],
  initiativeId,
  amount: grosze(amount),
});

/** A paid bill of the shelf, one shared and booked, a draft of the benches issued a year before. */
function threeDocuments(): { paid: number; shared: number; draft: number } {
  const { deps } = ground.app;
  return {
    paid: paidInvoice(deps, { parts: [part('materials', ground.shelf, 480_50)], number: 'KS 9/2024' }),
    shared: bookedInvoice(deps, {
      parts: [part('print', ground.shelf, 100_00), part('print', ground.benches, 30_05)],
      outside: grosze(9_95),
      number: 'FV 2',
    }),
    draft: draftInvoice(deps, {
      parts: [part('pay', ground.benches, 7_00)],
      number: 'FV 3',
      issuedOn: day('2023-12-30'),
    }),
  };
}

describe('the list', () => {
  const rowsOf = (text: string) =>
    ['KS 9/2024', 'FV 2', 'FV 3'].filter((number) => plain(text).includes(`Faktura ${number}`));

  test('sums all, and what is in the project, and what is paid', async () => {
    threeDocuments();
    const text = plain((await ground.as(ground.accountant).get('/wydatki')).text);
    // 480,50 + 140,00 + 7,00; without the 9,95 outside; paid in full.
    expect(text).toMatch(/Razem 3 dokumenty\s+627,50\s+617,55/);
    expect(text).toMatch(/w tym zapłacone w całości\s+480,50/);
    expect(text).toContain('PB/2024/01, PB/2024/02');
  });

  test('of one initiative counts its own parts alone', async () => {
    threeDocuments();
    const text = plain((await ground.as(ground.inspector).get(`/wydatki?inicjatywa=${ground.shelf}`)).text);
    expect(rowsOf(text)).toEqual(['KS 9/2024', 'FV 2']);
    expect(text).toMatch(/Razem 2 dokumenty\s+620,50\s+580,50/);
  });

  test('narrows to what still has no photograph or PDF, where the accountant’s duty leads', async () => {
    const { paid } = threeDocuments();
    const joanna = ground.as(ground.coordinator);
    await joanna.get(`/wydatki/${paid}`);
    await joanna.submit(`/wydatki/${paid}/skan`, {}, { scan: { name: 'f.pdf', content: '%PDF-1.7 faktura' } });
    const teresa = ground.as(ground.accountant);
    const duty = (await teresa.get('/pulpit')).links.get('Dołącz skan albo zdjęcie: 2\u00a0dokumenty');
    expect(duty).toBe('/wydatki?stan=without_scan');
    expect(rowsOf((await teresa.get(duty ?? '')).text)).toEqual(['FV 2', 'FV 3']);
  });

  test('narrows by state and year of issue, and says so when nothing fits', async () => {
    threeDocuments();
    const teresa = ground.as(ground.accountant);
    expect(rowsOf((await teresa.get('/wydatki?stan=booked')).text)).toEqual(['FV 2']);
    expect(rowsOf((await teresa.get('/wydatki?rok=2023')).text)).toEqual(['FV 3']);
    expect(rowsOf((await teresa.get('/wydatki?rok=2023&stan=paid')).text)).toEqual([]);
    expect((await teresa.get('/wydatki?rok=2023&stan=paid')).text).toContain('Nic tu nie pasuje');
    expect(rowsOf((await teresa.get('/wydatki?stan=%27%3B--&rok=x&inicjatywa=-1')).text)).toHaveLength(3);
  });

  test('turns pages, newest first, with sums of the whole', async () => {
    for (let number = 1; number <= 27; number += 1)
      draftInvoice(ground.app.deps, { parts: [part('pay', null, 1_00)], number: `nr ${number}.` });
    const teresa = ground.as(ground.accountant);
    const first = plain((await teresa.get('/wydatki?stan=draft')).text);
    expect([first.includes('nr 27.'), first.includes('nr 3.'), first.includes('nr 2.')]).toEqual([true, true, false]);
    expect(first).toMatch(/Razem 27 dokumentów\s+27,00/);
    const second = await teresa.get('/wydatki?stan=draft&strona=2');
    expect(plain(second.text)).toContain('nr 1.');
    expect(second.links.get('Strona 1')).toBe('/wydatki?stan=draft&strona=1');
    expect((await teresa.get('/wydatki?strona=99')).status).toBe(200);
  });

  test('begins with one sentence when there is nothing yet', async () => {
    expect((await ground.as(ground.coordinator).get('/wydatki')).text).toContain('Nie ma jeszcze żadnego dokumentu');
  });

  test('for an initiative’s page has its documents, oldest first', () => {
    const { paid, shared } = threeDocuments();
    expect(
      expensesOf(ground.app.deps.db, { initiativeId: ground.shelf }).map(({ id, inProject, state }) => [
        id,
        inProject,
        state,
      ]),
    ).toEqual([
      [paid, 48050, 'paid'],
      [shared, 10000, 'booked'],
    ]);
  });
});

describe('whose eyes', () => {
  test('an inspector reads everything and is offered nothing to press', async () => {
    const { draft } = threeDocuments();
    const irena = ground.as(ground.inspector);
    for (const path of ['/wydatki', `/wydatki/${draft}`]) {
      const page = await irena.get(path);
      expect(page.status).toBe(200);
      expect(page.forms.filter((form) => form.method === 'post' && form.action.startsWith('/wydatki'))).toEqual([]);
      expect([...page.links.values()].filter((href) => /poprawa|ksiegowanie|nowy/.test(href))).toEqual([]);
    }
  });

  test('a document for an initiative closed to a person is not there for that person', async () => {
    const { paid, shared, draft } = threeDocuments();
    exclude(ground, ground.director, ground.shelf);
    const regina = ground.as(ground.director);
    const list = plain((await regina.get('/wydatki')).text);
    expect(list).toContain('FV 3');
    for (const hidden of ['KS 9/2024', 'FV 2', 'Dwa języki', '480,50']) expect(list).not.toContain(hidden);
    const answers = await Promise.all([paid, shared, 987654321].map((id) => regina.get(`/wydatki/${id}`)));
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404]);
    const [foreign, , absent] = answers.map(({ text }) => text.replace(/req-\w+|\/wydatki\/\d+/g, ''));
    expect(foreign).toBe(absent);
    expect((await regina.get(`/wydatki/${draft}`)).status).toBe(200);
  });

  test('a scan goes where its document goes', async () => {
    const { paid } = threeDocuments();
    const joanna = ground.as(ground.coordinator);
    await joanna.get(`/wydatki/${paid}`);
    await joanna.submit(`/wydatki/${paid}/skan`, {}, { scan: { name: 'f.pdf', content: '%PDF-1.7 faktura' } });
    const { id } = ground.app.deps.db.get<{ id: number }>(
      sql`select file_id as id from expenses where id = ${paid}`,
    ) ?? { id: 0 };
    expect((await ground.as(ground.director).get(`/pliki/${id}`)).status).toBe(200);
    exclude(ground, ground.director, ground.shelf);
    expect((await ground.as(ground.director).get(`/pliki/${id}`)).status).toBe(404);
    const leader = ground.app.deps.db.get<{ id: number }>(
      sql`select person_id as id from application_members limit 1`,
    ) ?? { id: 0 };
    expect((await ground.app.as(leader).get(`/pliki/${id}`)).status).toBe(404);
  });

  test('a role for one call alone opens no document of the project', async () => {
    const { paid } = threeDocuments();
    const elsewhere = ground.app.as(
      ground.app.person('Ryszard Wiatr', 'ryszard@example.org', [{ role: 'accountant', callId: 1 }]),
    );
    expect((await elsewhere.get(`/wydatki/${paid}`)).status).toBe(404);
    for (const path of ['/wydatki', '/wydatki/nowy', '/raporty', '/rozliczenia.csv'])
      expect((await elsewhere.get(path)).status).toBe(403);
  });
});

test('the truths about expenses hold over documents at every stage', () => {
  threeDocuments();
  approvedInvoice(ground.app.deps, { parts: [part('pay', ground.benches, 100_00)] });
  expect(brokenTruths(ground)).toEqual([]);
});

describe('from money on to the settlement', () => {
  const linksTo = (hrefs: Iterable<string>) => [...hrefs].filter((href) => href.endsWith('/rozliczenie'));

  test('a paid document leads to the settlement of each of its initiatives, one not yet paid to none', async () => {
    const { shelf, benches, accountant, inspector } = ground;
    const parts = [part('print', shelf, 100_00), part('materials', shelf, 50_00), part('print', benches, 30_00)];
    const paid = paidInvoice(ground.app.deps, { parts });
    const booked = bookedInvoice(ground.app.deps, { parts: [part('print', shelf, 7_00)], number: 'FV 2' });
    for (const reader of [accountant, inspector]) {
      const { links } = await ground.as(reader).get(`/wydatki/${paid}`);
      expect(linksTo(links.values())).toEqual([
        `/inicjatywy/${shelf}/rozliczenie`,
        `/inicjatywy/${benches}/rozliczenie`,
      ]);
      expect(links.get('Rozliczenie inicjatywy PB/2024/01')).toBe(`/inicjatywy/${shelf}/rozliczenie`);
    }
    expect(linksTo((await ground.as(accountant).get(`/wydatki/${booked}`)).links.values())).toEqual([]);
  });

  test('the documents of one initiative lead to its settlement; the whole list, and one closed to the reader, do not', async () => {
    threeDocuments();
    const { shelf, benches, accountant, coordinator } = ground;
    exclude(ground, coordinator, benches);
    const seen = async (reader: typeof accountant, path: string) =>
      linksTo((await ground.as(reader).get(path)).links.values());
    expect(await seen(accountant, `/wydatki?inicjatywa=${shelf}`)).toEqual([`/inicjatywy/${shelf}/rozliczenie`]);
    expect(await seen(coordinator, `/wydatki?inicjatywa=${shelf}`)).toEqual([`/inicjatywy/${shelf}/rozliczenie`]);
    expect(await seen(coordinator, `/wydatki?inicjatywa=${benches}`)).toEqual([]);
    for (const path of ['/wydatki', '/wydatki?inicjatywa=x', '/wydatki?inicjatywa=987654'])
      expect(await seen(accountant, path)).toEqual([]);
    expect((await ground.as(accountant).get(`/inicjatywy/${shelf}/rozliczenie`)).status).toBe(200);
  });
});
