import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeNewForm } from '../../src/features/applications/commands/form.ts';
import { readSubmitted } from '../../src/features/applications/content.ts';
import { editForm, publishForm } from '../../src/features/calls/form/commands.ts';
import type { FormEdit } from '../../src/features/calls/form/edits.ts';
import type { Question } from '../../src/features/calls/form/questions.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, openBrowser, shot, type Visitor } from '../support/browser.ts';
import { smallPhoto } from '../support/pictures.ts';
import { completeDraft, type StartedStory } from '../support/story/applications.ts';

const browser = openBrowser();
const asked = { hint: '', optional: false };
const where = { question: 'where', values: ['out'] };
const questions: Question[] = [
  { ...asked, code: 'count', label: 'Ile osób weźmie udział?', kind: 'number', least: 1, most: 500, unit: 'osób' },
  { ...asked, code: 'ticket', label: 'Ile kosztuje bilet?', kind: 'amount', leastGrosze: null, mostGrosze: null },
  {
    ...{ ...asked, code: 'where', label: 'Gdzie się spotkacie?', kind: 'choice' },
    options: [
      { code: 'in', label: 'W świetlicy' },
      { code: 'out', label: 'Na dworze' },
    ],
  },
  { ...asked, code: 'tent', label: 'Co zrobicie, gdy spadnie deszcz?', kind: 'short', maxLetters: 200, shownIf: where },
  {
    ...{ ...asked, code: 'help', label: 'Kto pomoże?', kind: 'many' },
    options: [
      { code: 'osp', label: 'Straż' },
      { code: 'kgw', label: 'Koło gospodyń' },
    ],
  },
  { ...asked, code: 'when', label: 'Kiedy?', kind: 'range', inRealisation: true },
  { ...asked, code: 'agreed', label: 'Sołtys się zgadza.', kind: 'statement' },
  {
    ...{ ...asked, code: 'tools', label: 'Co trzeba pożyczyć?', kind: 'table', optional: true, mostRows: 5 },
    columns: [
      { code: 'c1', label: 'Co' },
      { code: 'c2', label: 'Od kogo' },
    ],
  },
  { ...asked, code: 'support_letter', label: 'List od szkoły', kind: 'file', mostFiles: 2 },
];

let app: TestApp;
let draft: StartedStory;
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z', listening: true });
  const marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']).actor;
  draft = completeDraft(app.deps, { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki' });
  const edits: FormEdit[] = [
    { do: 'add_section', code: 's1', title: 'Spotkanie' },
    ...questions.map((question) => ({ do: 'add_question' as const, section: 's1', question })),
  ];
  edits.forEach((edit, revision) => {
    editForm(app.deps, marta, { callId: 1, revision, edit });
  });
  publishForm(app.deps, marta, 1, edits.length);
  takeNewForm(app.deps, draft.actor, { applicationId: draft.id });
});
afterEach(() => app.close());

async function arrive(width: number, javaScript = true): Promise<Visitor> {
  const visitor = await browser.newVisitor({ origin: app.url, width, javaScript });
  const session = app.as({ id: draft.personId }).cookies.get('session') ?? '';
  await visitor.context.addCookies([{ name: 'session', value: session, url: app.url }]);
  return visitor;
}

const sent = () =>
  Object.fromEntries(
    (readSubmitted(app.deps.db, draft.id)?.content.answers ?? []).map(({ code, text }) => [code, text]),
  );

async function fillIn({ page }: Visitor, hasScript: boolean): Promise<void> {
  await page.goto(`/wnioski/${draft.id}/czesci/s1`);
  await page.getByLabel('Ile osób weźmie udział?').fill('40');
  await page.getByLabel('Ile kosztuje bilet?').fill('0,00');
  const rain = page.getByLabel('Co zrobicie, gdy spadnie deszcz?');
  expect(await rain.isVisible()).toBe(!hasScript);
  await page.getByLabel('Na dworze').check();
  await rain.fill('Przeniesiemy się do remizy.');
  await page.getByLabel('Koło gospodyń').check();
  await page.getByLabel('Od', { exact: true }).fill('1.06.2024');
  await page.getByLabel('Do', { exact: true }).fill('2.06.2024');
  await page.getByLabel('Sołtys się zgadza.').check();
  await page.getByLabel('Co, wiersz 1').fill('namiot');
  await page.getByLabel('Od kogo, wiersz 1').fill('OSP');
  await page
    .getByLabel('List od szkoły')
    .setInputFiles({ name: 'list.jpg', mimeType: 'image/jpeg', buffer: smallPhoto });
  await page.getByRole('button', { name: /^Dodaj plik/ }).click();
  await page.getByRole('link', { name: 'list.jpg' }).waitFor();
  expect(await page.getByLabel('Co, wiersz 1').inputValue()).toBe('namiot');
  await page.getByRole('button', { name: 'Zapisz i przejdź dalej' }).click();
  await page
    .getByRole('heading', { name: /Działania i terminy/u })
    .first()
    .waitFor();
}

const everything = {
  count: '40\u00a0osób',
  ticket: '0,00\u00a0zł',
  where: 'Na dworze',
  tent: 'Przeniesiemy się do remizy.',
  help: 'Koło gospodyń',
  agreed: 'Tak',
  tools: 'Co: namiot; Od kogo: OSP',
  support_letter: 'list.jpg',
};

test('on a phone every kind of question is answered, one opened by another, and sent as it is read', async () => {
  const visitor = await arrive(360);
  await fillIn(visitor, true);
  const { page } = visitor;
  await page.goto(`/wnioski/${draft.id}/czesci/s1`);
  await shot(page, 'questions-360');
  expect(await axeFindings(page)).toEqual([]);
  expect(await hasSidewaysScroll(page)).toBe(false);
  expect(await page.getByLabel('Co, wiersz 1').inputValue()).toBe('namiot');
  await page.getByLabel('W świetlicy').check();
  expect(await page.getByLabel('Co zrobicie, gdy spadnie deszcz?').isVisible()).toBe(false);
  await page.getByLabel('Na dworze').check();
  expect(await page.getByLabel('Co zrobicie, gdy spadnie deszcz?').inputValue()).toBe('Przeniesiemy się do remizy.');
  await page.goto(`/wnioski/${draft.id}/czesci/sprawdz`);
  await page.getByRole('button', { name: 'Złóż wniosek' }).click();
  await page.getByText('jest złożony').first().waitFor();
  expect(sent()).toMatchObject(everything);
});

test('without JavaScript the same is answered, and what is taken back leaves the application', async () => {
  const visitor = await arrive(1280, false);
  await fillIn(visitor, false);
  const { page } = visitor;
  await page.goto(`/wnioski/${draft.id}/czesci/s1`);
  await shot(page, 'questions-1280');
  await page.getByLabel('Straż').check();
  await page.getByLabel('Koło gospodyń').uncheck();
  await page.getByLabel('W świetlicy').check();
  await page.getByLabel('Sołtys się zgadza.').uncheck();
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click();
  await page.goto(`/wnioski/${draft.id}/czesci/sprawdz`);
  await page.getByText('Przeczytajcie to zdanie i zaznaczcie, że tak jest.').waitFor();
  await page.goto(`/wnioski/${draft.id}/czesci/s1`);
  await page.getByLabel('Sołtys się zgadza.').check();
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click();
  await page.goto(`/wnioski/${draft.id}/czesci/sprawdz`);
  await page.getByRole('button', { name: 'Złóż wniosek' }).click();
  const { tent: _, ...rest } = everything;
  expect(sent()).toMatchObject({ ...rest, where: 'W świetlicy', help: 'Straż' });
  expect(sent()).not.toHaveProperty('tent');
  expect(
    app.deps.db.get(sql`select content from answers where application_id = ${draft.id} and question = 'tent'`),
  ).toEqual({ content: 'Przeniesiemy się do remizy.' });
});
