import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { changesBetween } from '../../src/features/applications/amendments/changes.ts';
import { costsIn, textsOf } from '../../src/features/applications/answers/fields.ts';
import { readSubmitted } from '../../src/features/applications/content.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { freeze } from '../../src/features/applications/freeze.ts';
import { readDraftRules } from '../../src/features/applications/rules.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { pagesOf, paperOn, plain } from '../support/papers.ts';
import { completeDraft, submittedApplication } from '../support/story/applications.ts';

let app: TestApp;
afterEach(() => app.close());

const story = { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki, jedna półka' };
const stored = () =>
  app.deps.db.all<{ payBasis: string }>(sql`select pay_basis as payBasis from cost_lines order by position`);

test('beside pay the group says which sum it wrote, beside other costs it is not asked', async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z' });
  const draft = completeDraft(app.deps, story);
  const birute = app.as({ id: draft.personId });
  const costs = `/wnioski/${draft.id}/czesci/kosztorys`;
  const page = await birute.get(costs);
  expect(page.html.match(/name="rows\[\d\]\[payBasis\]"/g)).toEqual(['name="rows[0][payBasis]"']);
  expect(plain(page.text)).toContain('nie wiem – pomoże biblioteka');

  const check = `/wnioski/${draft.id}/czesci/sprawdz`;
  expect(plain((await birute.get(check)).text)).toContain('pełny koszt policzy biblioteka');
  await birute.get(costs);
  await birute.submit(costs, { 'rows[0][payBasis]': 'gross', stay: '1' });
  expect(stored().map(({ payBasis }) => payBasis)).toEqual(['gross', '', '', '']);
  expect(plain((await birute.get(check)).text)).toContain('kwota brutto na umowie, bez składek biblioteki');

  await birute.get(costs);
  await birute.submit(costs, { 'rows[0][payBasis]': 'netto', stay: '1' });
  expect(stored()[0]).toEqual({ payBasis: '' });
});

test('what was said is frozen, in the paper and seen by the accountant', async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-13T20:17:00.000Z' });
  const pay = { name: 'Lektorka', category: 'pay', quantity: '10', unit: 'spotkań', price: '250,00' };
  const books = { name: 'Książki', category: 'materials', quantity: '10', unit: 'szt.', price: '40,00' };
  const sent = submittedApplication(app.deps, {
    ...story,
    costs: [
      { ...pay, payBasis: 'full_cost' },
      { ...books, payBasis: 'gross' },
    ],
  });
  const content = readSubmitted(app.deps.db, sent.id)?.content;
  expect(content?.costs.map(({ payBasis }) => payBasis)).toEqual(['full_cost', undefined]);
  await app.drain();
  const halina = app.as(app.person('Halina Księgowa', 'halina@example.org', ['accountant']));
  const page = await halina.get(`/wnioski/${sent.id}`);
  expect(plain(page.text).replace(/\s+/g, ' ')).toContain('wynagrodzenia i honoraria pełny koszt biblioteki');
  const paper = await pagesOf(halina, paperOn(page, 'Wniosek'));
  expect(paper.join(' ')).toContain('(pełny koszt biblioteki)');
});

test('another sum is a change between two versions', async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z' });
  const { id } = completeDraft(app.deps, story);
  const draft = readDraft(app.deps.db, id);
  if (draft === undefined) throw new Error('Birutė has no draft');
  const { rules } = readDraftRules(app.deps.db, draft);
  const costs = draft.costs.map((cost, index) => (index === 0 ? { ...cost, payBasis: 'gross' as const } : cost));
  const [change, ...others] = changesBetween(freeze(draft, rules), freeze({ ...draft, costs }, rules));
  expect(others).toEqual([]);
  expect(change?.lines.flat().map(({ kind, text }) => [kind, /honoraria, ([^)]*)\)/.exec(text)?.[1]])).toEqual([
    ['removed', 'pełny koszt policzy biblioteka'],
    ['added', 'kwota brutto na umowie, bez składek biblioteki'],
  ]);
});

test('rows kept before it was asked are read, and stay the same text', () => {
  const before = '[["Lektorka","1","6","spotkań","250,00"]]';
  const rows = costsIn(before);
  expect(rows).toEqual([
    { name: 'Lektorka', category: '1', quantity: '6', unit: 'spotkań', price: '250,00', payBasis: '' },
  ]);
  expect(textsOf({ kind: 'costs', rows })).toEqual({ costs: before });
  const said = rows.map((row) => ({ ...row, payBasis: 'gross' as const }));
  expect(costsIn(textsOf({ kind: 'costs', rows: said })['costs'] ?? '')).toEqual(said);
});
