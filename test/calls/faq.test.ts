import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCall, readQuestions } from '../../src/features/calls/queries.ts';
import { changeQuestions } from '../../src/features/calls/setup/faq.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Fields, Page } from '../support/client.ts';
import { coordinatorOf } from '../support/story/jury.ts';

let app: TestApp;
let joanna: Client;
const path = '/nabory/2/czeste-pytania';

/** The call of the neutral preset, still a draft. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-02-28T10:00:00.000Z' });
  joanna = app.as({ id: coordinatorOf(app.deps).personId });
  await made('wzor-neutralny', 'cz');
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const asked = (callId = 2) => readQuestions(app.deps.db, callId).map(({ question }) => question);

async function made(source: string, code: string): Promise<Page> {
  await joanna.get(`/nabory/nowy?od=${source}`);
  return joanna.post('/nabory/nowy', {
    ...{ title: 'Konkurs na inicjatywy oddolne', year: '2025', code, pool: '22 000', min: '2000', max: '12 000' },
    ...{ kinds: ['person', 'informal_group'], deadlineDay: '17.03.2025', deadlineHour: '15.00' },
    ...{ realisationFrom: '12.05.2025', realisationTo: '30.09.2025', contact: 'Joanna Wasilewska, biblioteka' },
  });
}

/** The beginning of the names of a question's fields. */
function keyOf(page: Page, question: string): string {
  const filled = page.forms.find(({ action }) => action === path)?.filled ?? [];
  const name = filled.find(([field, value]) => field.endsWith('[name]') && String(value).includes(question))?.[0] ?? '';
  return name.replace('[name]', '');
}

async function save(change: (page: Page) => Fields): Promise<Page> {
  const page = await joanna.get(path);
  return joanna.submit(path, change(page));
}

async function announce(): Promise<void> {
  await joanna.get('/nabory/2/ustawienia');
  await joanna.submit('/nabory/2/ogloszenie');
}

const parking = {
  'rows[n1][name]': 'Czy pod świetlicą można zaparkować?',
  'rows[n1][answer]': 'Tak, od strony remizy.',
  'rows[n1][position]': '1',
};

test('in a draft questions are added, moved, corrected and taken away, and the call’s page follows', async () => {
  const [money, ...rest] = asked();
  await joanna.get(`${path}?dodaj=1`);
  await joanna.submit(path, parking);
  expect(asked()).toEqual([money, 'Czy pod świetlicą można zaparkować?', ...rest]);

  await save((page) => ({
    [`${keyOf(page, 'zaparkować')}[position]`]: '1',
    [`${keyOf(page, 'pieniądze na konto')}[position]`]: '2',
    [`${keyOf(page, 'zaparkować')}[answer]`]: 'Tak, na placu za remizą.',
    [`${keyOf(page, 'osobowości prawnej')}[remove]`]: 'tak',
  }));
  expect(asked()).toEqual([
    'Czy pod świetlicą można zaparkować?',
    money,
    ...rest.filter((question) => !question.includes('osobowości prawnej')),
  ]);
  const shown = plain((await joanna.get('/nabory/2')).text);
  expect(shown).toContain('Tak, na placu za remizą.');
  expect(shown).not.toContain('osobowości prawnej');
  expect(app.deps.db.all(sql`select facts from events where what = 'call.questions_changed' order by id`)).toEqual([
    { facts: '{"added":1,"changed":0,"removed":0}' },
    { facts: '{"added":0,"changed":1,"removed":1}' },
  ]);
});

test.each([
  ['an answer without its question', { 'rows[n1][answer]': 'Tak.' }, 'Wpisz pytanie.'],
  ['a question without its answer', { 'rows[n1][name]': 'Czy wolno?' }, 'Wpisz odpowiedź.'],
  [
    'a question twice',
    { 'rows[n1][name]': 'czy dostaniemy pieniądze na konto?', 'rows[n1][answer]': 'Nie.' },
    'To pytanie jest już na liście.',
  ],
])('%s is pointed at, and nothing is lost or saved', async (_what, typed, words) => {
  const before = asked();
  await joanna.get(`${path}?dodaj=1`);
  const page = await joanna.post(path, typed);
  expect([page.status, plain(page.text).includes(words)]).toEqual([422, true]);
  const filled = page.forms.find(({ action }) => action === path)?.filled ?? [];
  for (const [name, value] of Object.entries(typed)) expect(filled).toContainEqual([name, value]);
  expect(asked()).toEqual(before);
});

test('once announced they are corrected and added to, with the earlier words in the history, and none is taken away', async () => {
  await announce();
  const page = await joanna.get(path);
  expect(plain(page.text)).toContain('Te odpowiedzi ludzie już czytali.');
  expect(page.html).not.toContain('[remove]');
  const [first, ...rest] = readQuestions(app.deps.db, 2);
  const rows = Object.fromEntries(
    rest.map(({ id, question, answer }, index) => [`k${id}`, { name: question, answer, position: index + 1 }]),
  );
  const { version = 0 } = readCall(app.deps.db, 2) ?? {};
  const gone = { callId: 2, version, rows, removed: [first?.id ?? 0] };
  expect(changeQuestions(app.deps, coordinatorOf(app.deps), gone)).toMatchObject({
    ...{ ok: false, code: 'rows_wrong' },
    fields: { [`rows.k${first?.id}.remove`]: expect.stringContaining('tego pytania nie można usunąć') },
  });

  const before = asked();
  await save((open) => ({ [`${keyOf(open, 'pieniądze na konto')}[answer]`]: 'Nie, płaci biblioteka.' }));
  expect(asked()).toEqual(before);
  expect(plain((await app.visitor().get('/nabory/2')).text)).toContain('Nie, płaci biblioteka.');
  expect(
    app.deps.db.get<{ content: string }>(sql`
      select t.content from event_texts t join events e on e.id = t.event_id where e.what = 'call.questions_changed'`)
      ?.content,
  ).toContain('biblioteka zamawia i płaci sprzedawcy');
});

test('one left out of a forged form does not vanish, and the second of two editors is told', async () => {
  const before = asked();
  const second = app.as({ id: coordinatorOf(app.deps).personId });
  const page = await second.get(path);
  const form = page.forms.find(({ action }) => action === path);
  const without = Object.fromEntries(
    (form?.filled ?? []).flatMap(([name]) => (name.startsWith(keyOf(page, 'na konto')) ? [[name, null]] : [])),
  );
  expect(Object.keys(without).length).toBeGreaterThan(2);
  expect((await second.post(path, without)).status).toBe(409);
  await second.get(path);
  await save((open) => ({ [`${keyOf(open, 'na konto')}[answer]`]: 'Nie.' }));
  expect((await second.post(path)).status).toBe(409);
  expect(asked()).toEqual(before);
});

test('a copy takes them along', async () => {
  await joanna.get(`${path}?dodaj=1`);
  await joanna.submit(path, parking);
  await made('nabor-2', 'cz2');
  expect(asked(3)).toEqual(asked(2));
  expect(asked(3)).toContain('Czy pod świetlicą można zaparkować?');
});
