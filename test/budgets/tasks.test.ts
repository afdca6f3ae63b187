import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTasks } from '../../src/features/budgets/queries.ts';
import { draftVersion, versionLines } from '../../src/features/budgets/versions.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';

let app: TestApp;
let barbara: Client;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-01-22T10:00:00.000Z' });
  barbara = app.as(app.person('Barbara Kmieć', 'barbara@example.org', ['accountant']));
  await barbara.get('/budzet');
  await barbara.submit('/budzet/nowy-szkic');
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const draft = '/budzet/szkic';
const fresh = `${draft}/dzialania`;
const tasks = () => readTasks(app.deps.db, 1);
const added = () => tasks().at(-1);
const lastEvent = () =>
  app.deps.db.get(sql`select e.what, e.facts, t.content as words
    from events e left join event_texts t on t.event_id = e.id order by e.id desc limit 1`);

async function addWorkshops(): Promise<number> {
  await barbara.get(draft);
  await barbara.submit(fresh, { name: 'Warsztaty w świetlicach' });
  return added()?.id ?? 0;
}

test('Barbara adds a task under the next number and then its first line', async () => {
  const before = tasks();
  const id = await addWorkshops();
  expect(tasks()).toEqual([...before, { id, code: '8', name: 'Warsztaty w świetlicach', hasLines: false }]);
  expect(lastEvent()).toEqual({
    what: 'budget.task_added',
    facts: `{"task":${id}}`,
    words: '8. Warsztaty w świetlicach',
  });
  const line = { task: '8', category: 'honoraria', year: '2024', source: 'grant', amount: '1 200' };
  const page = await barbara.submit(`${draft}/pozycja`, line);
  expect(plain(page.text)).toContain('8. Warsztaty w świetlicach, 2024');
  const version = draftVersion(app.deps.db, 1)?.id ?? 0;
  expect(versionLines(app.deps.db, version).find(({ taskId }) => taskId === id)).toMatchObject({
    category: 'honoraria',
    amount: 1_200_00,
  });
});

test('a name mends everywhere at once, and the history has both', async () => {
  const [first, ...rest] = tasks();
  await barbara.get(`${fresh}/${first?.id}`);
  await barbara.submit(`${fresh}/${first?.id}`, { name: 'Szkolenia zespołu' });
  expect(tasks()).toEqual([{ ...first, name: 'Szkolenia zespołu' }, ...rest]);
  expect(lastEvent()).toMatchObject({
    what: 'budget.task_renamed',
    words: '1. Szkolenia zespołu i partnerów → 1. Szkolenia zespołu',
  });
  expect(plain((await barbara.get('/budzet')).text)).toContain('1. Szkolenia zespołu, 2023');
});

test('a task without lines goes, one with lines stays and says why', async () => {
  const before = tasks();
  const id = await addWorkshops();
  await barbara.get(`${fresh}/${id}/usuniecie`);
  const page = await barbara.submit(`${fresh}/${id}/usuniecie`);
  expect(page.text).toContain('Działania już nie ma.');
  expect(tasks()).toEqual(before);
  const first = before[0]?.id;
  const own = await barbara.get(`${fresh}/${first}`);
  expect(own.html).not.toContain('usuniecie');
  await barbara.get(`${fresh}/${first}/usuniecie`);
  const kept = await barbara.post(`${fresh}/${first}/usuniecie`);
  expect([kept.status, plain(kept.text).includes('To działanie ma pozycje w budżecie, więc zostaje.')]).toEqual([
    422,
    true,
  ]);
  expect(tasks()).toEqual(before);
});

test.each([
  [{ code: '', name: 'Warsztaty' }, 'Wpisz numer działania'],
  [{ code: '8', name: '' }, 'Wpisz nazwę działania'],
  [{ code: '1', name: 'Warsztaty' }, 'Numer 1 ma już działanie „Szkolenia zespołu i partnerów”.'],
  [{ code: '8', name: 'szkolenia ZESPOŁU i partnerów' }, 'Tak nazywa się już działanie nr 1.'],
])('%o is refused in words, and what was typed stays', async (typed, words) => {
  const before = tasks();
  await barbara.get(draft);
  const answer = await barbara.post(fresh, typed);
  expect(answer.status).toBe(422);
  expect(plain(answer.text)).toContain(words);
  expect(new Map(answer.forms.find(({ action }) => action === fresh)?.filled).get('name')).toBe(typed.name);
  expect(tasks()).toEqual(before);
});

test('a line is never written under a task that was removed meanwhile', async () => {
  const id = await addWorkshops();
  const second = app.as(app.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']));
  await second.get(`${fresh}/${id}/usuniecie`);
  await second.submit(`${fresh}/${id}/usuniecie`);
  await barbara.get(draft);
  const line = { task: '8', category: 'honoraria', year: '2024', source: 'grant', amount: '1 200' };
  const answer = await barbara.post(`${draft}/pozycja`, line);
  expect([answer.status, answer.text.includes('Tego działania już nie ma.')]).toEqual([422, true]);
  expect(tasks().some(({ code }) => code === '8')).toBe(false);
});

test('no draft, no change: and a coordinator of one call has no page of tasks', async () => {
  await barbara.get(draft);
  await barbara.submit(draft, { act: 'force' });
  expect((await barbara.get(`${fresh}/1`)).status).toBe(404);
  await barbara.get('/budzet');
  await barbara.submit('/budzet/nowy-szkic');
  const piotr = app.as(app.person('Piotr Rak', 'piotr@example.org', [{ role: 'coordinator', callId: 1 }]));
  expect((await piotr.get(`${fresh}/1`)).status).toBe(404);
});
