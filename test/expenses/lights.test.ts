import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DocumentFacts, findingsOn, type InitiativeFacts } from '../../src/features/expenses/eligibility.ts';
import { lightOf } from '../../src/features/expenses/eligibility-texts.ts';
import { readFindings } from '../../src/features/expenses/facts.ts';
import { readExpense } from '../../src/features/expenses/queries.ts';
import { day } from '../../src/lib/days.ts';
import { grosze } from '../../src/lib/money.ts';
import { draftInvoice, paidInvoice, type StoryExpense } from '../support/story/expenses.ts';
import { exclude, plain, type Rewound, rewoundGround } from './ground.ts';

const initiative: InitiativeFacts = {
  code: 'PB/2024/01',
  firstOn: day('2024-05-13'),
  lastOn: day('2024-09-30'),
  lastBillOn: day('2024-10-15'),
  signedOn: day('2024-05-13'),
  lines: [{ label: 'druk', wanted: grosze(100), agreed: grosze(300), used: grosze(200) }],
};
const document: DocumentFacts = {
  kind: 'invoice',
  issuedOn: day('2024-06-12'),
  sellerNip: '1234563218',
  hasScan: true,
  project: { startsOn: day('2023-07-01'), endsOn: day('2024-11-15'), paymentsUntilOn: day('2024-11-15') },
  initiatives: [initiative],
  similar: [],
  lineYears: [2024],
  paidOn: [],
};
const codes = (changes: Partial<DocumentFacts>) =>
  findingsOn({ ...document, ...changes }).map(({ code, state }) => `${state} ${code}`);
const changed = (changes: Partial<DocumentFacts>) => codes(changes).filter((light) => !codes({}).includes(light));
const of = (changes: Partial<InitiativeFacts>) => ({ initiatives: [{ ...initiative, ...changes }] });

describe('what a light says', () => {
  test('of a document with nothing to look at', () => {
    expect(codes({})).toEqual([
      'ok scan',
      'ok nip',
      'ok single',
      'ok project_period',
      'ok line_year',
      'ok realisation',
      'ok agreement',
      'ok in_plan',
    ]);
  });

  test.each<[string, Partial<DocumentFacts>, string[]]>([
    ['without a scan', { hasScan: false }, ['bad scan_missing']],
    ['an invoice without a tax number', { sellerNip: '' }, ['bad nip_missing']],
    ['a receipt without one', { sellerNip: '', kind: 'receipt' }, ['bad receipt_without_nip']],
    ['a person’s bill without one', { sellerNip: '', kind: 'bill' }, ['warn nip_not_given']],
    ['of a Lithuanian seller', { sellerNip: 'LT100001234567' }, ['warn nip_foreign']],
    ['like another', { similar: [{ id: 5, label: 'faktura 1' }] }, ['warn similar']],
    [
      'before the project',
      { issuedOn: day('2023-06-30') },
      ['warn outside_project_period', 'warn other_line_year', 'warn outside_realisation', 'warn before_agreement'],
    ],
    ['on its last day', { issuedOn: day('2024-11-15') }, ['warn outside_realisation']],
    ['of another year than its line', { lineYears: [2024, 2023] }, ['warn other_line_year']],
    ['on the last day of realisation', { issuedOn: day('2024-09-30') }, []],
    ['a day later', { issuedOn: day('2024-10-01') }, ['warn outside_realisation']],
    ['a bill from a contract a day later', { issuedOn: day('2024-10-01'), kind: 'bill' }, []],
    [
      'a bill after the last day for bills',
      { issuedOn: day('2024-10-16'), kind: 'contract' },
      ['warn outside_realisation'],
    ],
    ['without a signed agreement', of({ signedOn: null }), ['bad agreement_missing']],
    ['issued on the day of signing', of({ signedOn: day('2024-06-12') }), []],
    ['issued the day before', of({ signedOn: day('2024-06-13') }), ['warn before_agreement']],
    ['paid before it was signed', { paidOn: [day('2024-05-12')] }, ['warn paid_before_agreement']],
    ['paid after the last day of payments', { paidOn: [day('2024-11-16')] }, ['warn paid_too_late']],
    [
      'on a line outside the plan',
      of({ lines: [{ label: 'druk', wanted: grosze(1), agreed: grosze(0), used: grosze(0) }] }),
      ['warn not_in_plan'],
    ],
    [
      'over the line of the plan by a grosz',
      of({ lines: [{ label: 'druk', wanted: grosze(101), agreed: grosze(300), used: grosze(200) }] }),
      ['warn over_plan'],
    ],
  ])('of a document %s', (_what, changes, lights) => {
    expect(changed(changes)).toEqual(lights);
  });

  test('has words and what they stand on, every one', () => {
    const all = [
      codes({}),
      ...['receipt', 'bill'].map((kind) => codes({ sellerNip: '', kind: kind as 'bill' })),
    ].flat();
    expect(all.length).toBeGreaterThan(8);
    const everyFinding = [
      ...findingsOn(document),
      ...findingsOn({
        ...document,
        hasScan: false,
        sellerNip: '',
        issuedOn: day('2025-01-02'),
        similar: [{ id: 5, label: 'faktura 1' }],
        paidOn: [day('2024-05-01'), day('2025-01-02')],
      }),
      ...findingsOn({
        ...document,
        ...of({ signedOn: null, lines: [{ label: 'druk', wanted: grosze(1), agreed: grosze(0), used: grosze(0) }] }),
        sellerNip: 'LT100001234567',
      }),
    ];
    for (const light of everyFinding.map(lightOf)) {
      expect(light.text).not.toMatch(/undefined|NaN/);
      expect(light.cite).not.toMatch(/^$|undefined|NaN/);
    }
  });
});

describe('what the house knows of a document', () => {
  let ground: Rewound;
  beforeAll(async () => {
    ground = await rewoundGround();
  });
  beforeEach(() => ground.begin());
  afterEach(() => ground.end());
  afterAll(() => ground.app.close());

  const lightsOf = (story: StoryExpense) => {
    const expense = readExpense(ground.app.deps.db, draftInvoice(ground.app.deps, story));
    return expense ? readFindings(ground.app.deps.db, ground.accountant, expense) : [];
  };
  const onPrint = (amount: number) => [
    { lineId: ground.lines.print, initiativeId: ground.shelf, amount: grosze(amount) },
  ];

  test('comes from the call’s timetable, the agreement and the plan', () => {
    const lights = new Map(
      lightsOf({ parts: onPrint(1_230_01), issuedOn: day('2024-05-13') }).map((light) => [light.code, light.facts]),
    );
    expect(lights.get('realisation')).toMatchObject({
      initiative: 'PB/2024/01',
      firstOn: '2024-05-13',
      until: '2024-09-30',
    });
    expect(lights.get('agreement')).toMatchObject({ signedOn: '2024-05-13' });
    expect(lights.get('project_period')).toMatchObject({ startsOn: '2023-07-01', endsOn: '2024-11-15' });
    expect(lights.get('over_plan')).toMatchObject({ agreed: 123000, used: 0, wanted: 123001 });
  });

  test('counts other documents of the plan, never itself', () => {
    paidInvoice(ground.app.deps, { parts: onPrint(1_000_00), number: 'FV/1' });
    const codesOf = (story: StoryExpense) => lightsOf(story).map(({ code }) => code);
    expect(codesOf({ parts: onPrint(230_00), number: 'FV/2' })).toContain('in_plan');
    expect(codesOf({ parts: onPrint(230_01), number: 'FV/3' })).toContain('over_plan');
    const paid = readExpense(ground.app.deps.db, 1);
    expect(
      paid && readFindings(ground.app.deps.db, ground.accountant, paid).find(({ code }) => code === 'in_plan')?.facts,
    ).toMatchObject({
      used: 0,
      wanted: 100000,
    });
  });

  test('sees through another spelling of the same number, and leads there', async () => {
    const first = draftInvoice(ground.app.deps, {
      parts: onPrint(1_00),
      number: 'FV 7/2024',
      sellerNip: '',
      sellerName: 'Księgarnia „Sudovia”',
    });
    const again = {
      parts: onPrint(1_00),
      number: 'fv-7/2024',
      sellerNip: '',
      sellerName: 'KSIĘGARNIA SUDOVIA',
      issuedOn: day('2024-06-01'),
    };
    const second = draftInvoice(ground.app.deps, again);
    const page = await ground.as(ground.accountant).get(`/wydatki/${second}`);
    expect(plain(page.text)).toContain('Bardzo podobny dokument już jest: faktura FV 7/2024 z 13.06.2024.');
    expect(page.links.get('Otwórz tamten')).toBe(`/wydatki/${first}`);
    expect(lightsOf({ ...again, number: '8', sellerName: 'Kto inny' }).map(({ code }) => code)).toContain('single');
  });

  test('says nothing of a document closed to its reader', async () => {
    draftInvoice(ground.app.deps, { parts: onPrint(1_00), number: 'FV 7/2024' });
    const parts = [{ lineId: ground.lines.print, initiativeId: ground.benches, amount: grosze(1_00) }];
    const second = draftInvoice(ground.app.deps, { parts, number: 'FV 7/2024/bis' });
    exclude(ground, ground.accountant, ground.shelf);
    const regina = plain((await ground.as(ground.director).get(`/wydatki/${second}`)).text);
    expect(regina).toContain('Bardzo podobny dokument już jest: faktura FV 7/2024 z');
    const teresa = await ground.as(ground.accountant).get(`/wydatki/${second}`);
    expect(teresa.status).toBe(200);
    expect(plain(teresa.text)).not.toContain('FV 7/2024 z');
    expect(plain(teresa.text)).toContain('Takiego dokumentu nie ma w innym wpisie.');
  });

  test('stands on the page with what needs a look first', async () => {
    const id = draftInvoice(ground.app.deps, { parts: onPrint(1_00) });
    const { text } = await ground.as(ground.director).get(`/wydatki/${id}`);
    const words = ['Brakuje. Nie ma zdjęcia', 'Zgodne. NIP sprzedawcy', 'Zgodne. PB/2024/01: data mieści się'];
    const places = words.map((one) => plain(text).indexOf(one));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});
