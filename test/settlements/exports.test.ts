import { sql } from 'drizzle-orm';
import { readXlsx } from 'hucre/xlsx';
import readSheets from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { registerCsv } from '../../src/features/settlements/csv.ts';
import { registerXlsx } from '../../src/features/settlements/xlsx.ts';
import { grosze } from '../../src/lib/money.ts';
import { exclude, type Rewound, rewoundGround } from '../expenses/ground.ts';
import { bookedInvoice, draftInvoice, paidInvoice } from '../support/story/expenses.ts';

let ground: Rewound;
beforeAll(async () => {
  ground = await rewoundGround();
});
beforeEach(() => {
  ground.begin();
  const { deps } = ground.app;
  const { print, materials, ownPromotion } = ground.lines;
  paidInvoice(deps, {
    parts: [
      { lineId: print, initiativeId: ground.shelf, amount: grosze(1_000_10) },
      { lineId: print, initiativeId: ground.benches, amount: grosze(430_20) },
      { lineId: ownPromotion, initiativeId: ground.shelf, amount: grosze(400_00) },
    ],
    outside: grosze(14_70),
    number: '=1+1',
    sellerName: '-Hańcza; „druk” "A4"',
    sellerNip: '5260250274',
    description: '@SUM(A1)',
  });
  bookedInvoice(deps, {
    parts: [{ lineId: materials, initiativeId: ground.shelf, amount: grosze(33) }],
    number: '+48 1',
    sellerNip: '',
    sellerName: 'Žemaitė',
    kind: 'bill',
  });
  draftInvoice(deps, {
    parts: [{ lineId: materials, initiativeId: ground.shelf, amount: grosze(77_77) }],
    number: 'SZKIC',
  });
});
afterEach(() => ground.end());
afterAll(() => ground.app.close());

type SheetCell = string | number | Date | boolean | null;

async function sheetsOf(path: string): Promise<{ sheet: string; data: SheetCell[][] }[]> {
  const answer = await ground.as(ground.accountant).get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  expect(String(answer.headers['content-disposition'])).toMatch(/^attachment; filename="[\w-]+\.xlsx"/);
  return (await readSheets(answer.body)) as { sheet: string; data: SheetCell[][] }[];
}

/** The register as the database has it, in grosze and days. */
const stored = (where = sql`true`) =>
  ground.app.deps.db.all<{
    number: string;
    amount: number;
    total: number;
    issuedOn: string;
    paidOn: string | null;
    source: string;
  }>(sql`
    select e.number, p.amount_grosze as amount, e.total_grosze as total, e.issued_on as issuedOn, l.source,
      (select max(paid_on) from payments y where y.expense_id = e.id) as paidOn
    from expense_parts p join expenses e on e.id = p.expense_id join budget_lines l on l.id = p.line_id
    where e.state <> 'draft' and ${where} order by p.id`);
const heads = [
  'Lp.',
  'Nr dokumentu',
  'Rodzaj',
  'Data wystawienia',
  'Sprzedawca',
  'NIP',
  'Nazwa kosztu',
  'Pozycja preliminarza',
  'Rok',
  'Źródło',
  'Inicjatywa',
  'Kwota części',
  'Kwota dokumentu',
  'Data zapłaty',
  'Nr wyciągu',
];

describe('the workbook', () => {
  test('has every part of every booked document, each figure as in the database', async () => {
    const [sheet, ...more] = await sheetsOf('/rozliczenia.xlsx');
    expect(more).toEqual([]);
    const [head, ...rows] = sheet?.data ?? [];
    expect(head).toEqual(heads);
    const parts = rows.slice(0, 4);
    expect(
      parts.map((row) => ({
        number: row[1],
        amount: row[11],
        total: row[12],
        issuedOn: dayOf(row[3]),
        paidOn: dayOf(row[13]),
        source: row[9] === 'dotacja' ? 'grant' : 'own',
      })),
    ).toEqual(stored().map((row) => ({ ...row, amount: row.amount / 100, total: row.total / 100 })));
    expect(parts[0]).toEqual([
      1,
      '=1+1',
      'faktura',
      new Date('2024-06-13T00:00:00.000Z'),
      '-Hańcza; „druk” "A4"',
      '5260250274',
      '@SUM(A1)',
      '4. Inicjatywy lokalne: druk i promocja, 2024',
      2024,
      'dotacja',
      'PB/2024/01',
      1000.1,
      1845,
      new Date('2024-06-13T00:00:00.000Z'),
      '7',
    ]);
    expect(parts[3]?.slice(1, 6)).toEqual(['+48 1', 'rachunek', new Date('2024-06-13T00:00:00.000Z'), 'Žemaitė', null]);
    expect([parts[3]?.[11], parts[3]?.[13], parts[3]?.[14]]).toEqual([0.33, null, null]);
    // 1 000,10 + 430,20 + 400,00 + 0,33; the first, second and fourth from the grant.
    expect(rows.slice(4).map((row) => [row[1], row[11]])).toEqual([
      ['Razem', 1830.63],
      ['w tym dotacja', 1430.63],
      ['w tym wkład własny', 400],
    ]);
    expect(JSON.stringify(sheet)).not.toContain('SZKIC');
  });

  test('of one initiative has its parts alone, and a sheet of plan and payments', async () => {
    const [documents, plan] = await sheetsOf(`/inicjatywy/${ground.shelf}/rozliczenie.xlsx`);
    expect(documents?.data.slice(1, 4).map((row) => [row[1], row[10], row[11]])).toEqual([
      ['=1+1', 'PB/2024/01', 1000.1],
      ['=1+1', 'PB/2024/01', 400],
      ['+48 1', 'PB/2024/01', 0.33],
    ]);
    expect(documents?.data[4]?.[11]).toBe(1400.43);
    expect([plan?.sheet, ...(plan?.data ?? [])]).toEqual([
      'Kosztorys',
      ['Pozycja kosztorysu', 'Uzgodniono', 'Zapłacono', 'Zostaje'],
      ['Inicjatywy lokalne: druk i promocja, 2024', 1230, 1000.1, 229.9],
      ['Inicjatywy lokalne: materiały, 2024', 1000, 0, 1000],
      ['Promocja: druk i promocja, 2024', 0, 400, -400],
      ['Razem', 2230, 1400.1, 829.9],
    ]);
  });

  test('keeps sums as formulas, and texts as texts whatever they look like', async () => {
    const { body } = await ground.as(ground.accountant).get('/rozliczenia.xlsx');
    const cells =
      (await readXlsx(body)).sheets[0]?.cells ?? new Map<string, { formula?: string; formulaResult?: unknown }>();
    const formulas = [...cells].flatMap(([place, { formula, formulaResult }]) =>
      formula === undefined ? [] : [[place, formula, formulaResult]],
    );
    expect(formulas).toEqual([
      ['5,11', 'SUM(L2:L5)', 1830.63],
      ['6,11', 'SUMIF(J2:J5,"dotacja",L2:L5)', 1430.63],
      ['7,11', 'SUMIF(J2:J5,"wkład własny",L2:L5)', 400],
    ]);
  });

  test('without a document has its head and sums of nought', async () => {
    const [sheet] = (await readSheets(await registerXlsx({ rows: [], hidden: 0 }))) as { data: SheetCell[][] }[];
    expect(sheet?.data.slice(1).map((row) => [row[1], row[11]])).toEqual([
      ['Razem', 0],
      ['w tym dotacja', 0],
      ['w tym wkład własny', 0],
    ]);
  });
});

describe('the plain file', () => {
  const lines = (csv: string) => csv.split('\r\n');

  test('is what a Polish spreadsheet expects, and disarms what looks like a formula', async () => {
    const answer = await ground.as(ground.inspector).get('/rozliczenia.csv');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect([...answer.body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, first, , , fourth, ...sums] = lines(answer.body.toString('utf8').slice(1));
    expect(head).toBe(heads.join(';'));
    expect(first).toBe(
      '1;\'=1+1;faktura;2024-06-13;"\'-Hańcza; „druk” ""A4""";5260250274;\'@SUM(A1);4. Inicjatywy lokalne: druk i promocja, 2024;2024;dotacja;PB/2024/01;1000,10;1845,00;2024-06-13;7',
    );
    expect(fourth).toBe(
      "4;'+48 1;rachunek;2024-06-13;Žemaitė;;Druk zakładek i plakatów;4. Inicjatywy lokalne: materiały, 2024;2024;dotacja;PB/2024/01;0,33;0,33;;",
    );
    expect(sums).toEqual([
      ';Razem;;;;;;;;;;1830,63;;;',
      ';w tym dotacja;;;;;;;;;;1430,63;;;',
      ';w tym wkład własny;;;;;;;;;;400,00;;;',
      '',
    ]);
  });

  test('of one initiative agrees with the database to the grosz', async () => {
    const answer = await ground.as(ground.director).get(`/inicjatywy/${ground.benches}/rozliczenie.csv`);
    const rows = lines(answer.body.toString('utf8')).slice(1, -4);
    const amounts = rows.map((row) => Number(row.split(';').at(-4)?.replace(',', '')));
    expect(amounts).toEqual(stored(sql`p.initiative_id = ${ground.benches}`).map((row) => row.amount));
    expect(amounts).toEqual([43020]);
  });

  test('writes thousands without separators and the smallest amounts whole', () => {
    const csv = registerCsv({ rows: [], hidden: 0 });
    expect(lines(csv)[1]).toBe(';Razem;;;;;;;;;;0,00;;;');
  });
});

test('whoever is excluded from an initiative gets a register without its documents, and is told so', async () => {
  exclude(ground, ground.director, ground.benches);
  const csv = (await ground.as(ground.director).get('/rozliczenia.csv')).body.toString('utf8');
  expect(csv).not.toContain('=1+1');
  expect(csv).toContain('Žemaitė');
  expect(csv).toContain('Bez dokumentów inicjatyw, do których ta osoba nie ma wglądu: 1.');
  expect((await ground.as(ground.director).get(`/inicjatywy/${ground.benches}/rozliczenie.csv`)).status).toBe(404);
  const [sheet] = (await readSheets((await ground.as(ground.director).get('/rozliczenia.xlsx')).body)) as {
    data: SheetCell[][];
  }[];
  expect(sheet?.data.at(-1)?.[1]).toBe('Bez dokumentów inicjatyw, do których ta osoba nie ma wglądu: 1.');
});

function dayOf(value: SheetCell | undefined): string | null {
  return value instanceof Date ? value.toISOString().slice(0, 10) : null;
}
