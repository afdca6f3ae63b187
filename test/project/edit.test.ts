import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readProject } from '../../src/features/project/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';

const path = '/projekt/zmiana';
let house: TestApp;
let joanna: Client;

/** As a reader sees it: hard spaces are spaces. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

beforeEach(async () => {
  house = await startTestApp({ beginning: 'draft', at: '2024-03-15T11:00:00.000Z' });
  joanna = house.as(house.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']));
});
afterEach(() => house.close());

const events = sql`select what, facts from events where subject_kind = 'project' order by id`;

test('Joanna writes down the agreement and the words it asks for; every page has them, history the names of the fields', async () => {
  const before = readProject(house.deps.db);
  await joanna.get('/projekt');
  await joanna.get(path);
  const answer = await joanna.post(path, {
    agreementNumber: 'NPRCZ/17/2023',
    agreementOn: '28.06.2023',
    creditLine: 'Dofinansowano z programu przykładowego.',
  });
  expect(answer).toMatchObject({ status: 303, location: '/projekt' });
  expect(readProject(house.deps.db)).toEqual({
    ...before,
    agreementNumber: 'NPRCZ/17/2023',
    agreementOn: '2023-06-28',
    creditLine: 'Dofinansowano z programu przykładowego.',
    version: before.version + 1,
  });
  const page = plain((await house.visitor().get('/projekt')).text);
  expect(page).toContain('nr NPRCZ/17/2023 z 28 czerwca 2023 r.');
  expect(page).toContain('Dofinansowano z programu przykładowego.');
  expect(house.deps.db.all(events).at(-1)).toEqual({
    what: 'project.changed',
    facts: '{"fields":"creditLine agreementNumber agreementOn"}',
  });
});

test('saving what already stands changes nothing and leaves no trace', async () => {
  const before = [readProject(house.deps.db), house.deps.db.all(events)];
  await joanna.get(path);
  expect((await joanna.post(path)).status).toBe(303);
  expect([readProject(house.deps.db), house.deps.db.all(events)]).toEqual(before);
});

test.each([
  [{ endsOn: '30.06.2023' }, 'Zadanie kończy się, zanim się zacznie.'],
  [{ paymentsUntilOn: '30.06.2023' }, 'Płatności kończą się przed początkiem zadania.'],
  [{ reportDueOn: '30.06.2023' }, 'Raport jest wcześniej niż początek zadania.'],
  [{ startsOn: '31.02.2023' }, 'W polu „Początek zadania” wpisz dzień'],
  [{ title: '' }, 'Uzupełnij pole „Nazwa zadania”.'],
])('%o is refused in words and nothing is kept', async (typed, words) => {
  const before = readProject(house.deps.db);
  await joanna.get(path);
  const answer = await joanna.post(path, typed);
  expect(answer.status).toBe(422);
  expect(plain(answer.text)).toContain(words);
  expect(answer.html).toContain(`value="${Object.values(typed)[0]}"`);
  expect(readProject(house.deps.db)).toEqual(before);
});

test('two people at once: the second sees what stands now, and her second try stands', async () => {
  const adam = house.as(house.person('Adam Nowik', 'adam@example.org', ['administrator']));
  await joanna.get(path);
  await adam.get(path);
  await adam.post(path, { funderShortName: 'NCK w Warszawie' });
  const late = await joanna.post(path, { funderShortName: 'NCK, Warszawa' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('NCK w Warszawie');
  expect(late.html).toContain('value="NCK, Warszawa"');
  expect((await joanna.post(path, { funderShortName: 'NCK, Warszawa' })).status).toBe(303);
  expect(readProject(house.deps.db).funderShortName).toBe('NCK, Warszawa');
});

test('a coordinator of one call alone does not write for the whole institution', async () => {
  const piotr = house.as(house.person('Piotr Rak', 'piotr@example.org', [{ role: 'coordinator', callId: 1 }]));
  expect((await piotr.get(path)).status).toBe(404);
  expect((await piotr.get('/projekt')).text).not.toContain('Zmień zadanie');
});
