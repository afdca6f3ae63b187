import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readyQuestion } from '../../src/features/calls/form/library.ts';
import { readNeeds, readPartners } from '../../src/features/project/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';

let house: TestApp;
let joanna: Client;

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const needs = () => readNeeds(house.deps.db, 1);
const partners = () => readPartners(house.deps.db, 1);
const lastEvent = () =>
  house.deps.db.get(sql`select e.what, e.subject_kind as kind, e.subject_id as id, t.content as words
    from events e left join event_texts t on t.event_id = e.id order by e.id desc limit 1`);

const drivers = {
  title: 'Dojazd starszych osób na zajęcia',
  description: 'Z czterech wsi nie ma autobusu po godz. 15.00.',
  source: 'Rozmowy w świetlicach, wiosna 2024',
};

beforeEach(async () => {
  house = await startTestApp({ beginning: 'draft', at: '2024-01-15T11:00:00.000Z' });
  joanna = house.as(house.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']));
});
afterEach(() => house.close());

test('Joanna adds a need on the page of the project, and everybody reads it', async () => {
  const before = needs();
  const last = before.at(-1)?.id ?? 0;
  const project = await joanna.get('/projekt');
  expect([...project.links.values()]).toContain('/projekt/potrzeby/nowa');
  await joanna.get('/projekt/potrzeby/nowa');
  const page = await joanna.submit('/projekt/potrzeby/nowa', drivers);
  expect(page.text).toContain('Potrzeba jest na liście.');
  expect(needs()).toEqual([...before, { id: last + 1, ...drivers, isExample: false }]);
  expect(lastEvent()).toMatchObject({ what: 'need.added', kind: 'diagnosis_need', id: last + 1 });
  const read = await house.visitor().get('/projekt');
  expect(plain(read.text)).toContain('Źródło: Rozmowy w świetlicach, wiosna 2024');
  expect(read.html).not.toContain('/projekt/potrzeby/');
});

test('an example changed by staff is theirs from then on', async () => {
  const [first, ...rest] = partners();
  await joanna.get(`/projekt/partnerzy/${first?.id}`);
  const text = {
    name: 'Ośrodek Kultury w Giżach',
    kind: 'culture_house',
    contribution: 'Sala z kuchnią w każdą środę.',
  };
  await joanna.submit(`/projekt/partnerzy/${first?.id}`, text);
  expect(partners()).toEqual([{ id: first?.id, ...text, isExample: false }, ...rest]);
  expect(lastEvent()).toEqual({ what: 'partner.changed', kind: 'partner', id: first?.id, words: text.name });
});

test('a need taken off the list leaves its number to nobody, and a form made before keeps it', async () => {
  const made = readyQuestion('needs', needs());
  const last = needs().at(-1);
  await joanna.get(`/projekt/potrzeby/${last?.id}/usuniecie`);
  const page = await joanna.submit(`/projekt/potrzeby/${last?.id}/usuniecie`);
  expect(page.text).toContain('Potrzeby nie ma już na liście.');
  expect(page.text).not.toContain(last?.title);
  expect(lastEvent()).toEqual({ what: 'need.removed', kind: 'diagnosis_need', id: last?.id, words: last?.title });
  await joanna.get('/projekt/potrzeby/nowa');
  await joanna.submit('/projekt/potrzeby/nowa', drivers);
  const added = needs().at(-1);
  expect(added).toEqual({ id: (last?.id ?? 0) + 1, ...drivers, isExample: false });
  const codes = (question: typeof made) => (question?.kind === 'many' ? question.options.map(({ code }) => code) : []);
  expect(codes(made)).toContain(`n${last?.id}`);
  expect(codes(readyQuestion('needs', needs()))).toEqual(
    codes(made).map((code) => (code === `n${last?.id}` ? `n${added?.id}` : code)),
  );
  expect((await joanna.get(`/projekt/potrzeby/${last?.id}`)).status).toBe(404);
  expect(() => house.deps.db.raw.exec(`delete from diagnosis_needs where id = ${last?.id}`)).toThrow('listed_once');
});

test.each([
  [{ title: '' }, 'Uzupełnij pole „Potrzeba”.'],
  [{ title: 'ż'.repeat(201) }, 'Pole „Potrzeba” może mieć najwyżej 200 znaków.'],
  [{ source: '' }, 'Uzupełnij pole „Skąd o niej wiecie”.'],
])('%o is refused in words, with what was typed', async (wrong, words) => {
  const before = needs();
  await joanna.get('/projekt/potrzeby/nowa');
  const answer = await joanna.post('/projekt/potrzeby/nowa', { ...drivers, ...wrong });
  expect(answer.status).toBe(422);
  expect(plain(answer.text)).toContain(words);
  expect(answer.html).toContain(drivers.description);
  expect(needs()).toEqual(before);
});

test('the same partner twice is pointed at, whatever its letters', async () => {
  const [first] = partners();
  await joanna.get('/projekt/partnerzy/nowy');
  const answer = await joanna.post('/projekt/partnerzy/nowy', {
    name: first?.name.toUpperCase() ?? '',
    kind: 'library',
  });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('To już jest na liście.');
});

test('two people at once: the second sees what stands now, and her second try stands', async () => {
  const [first] = partners();
  const path = `/projekt/partnerzy/${first?.id}`;
  const adam = house.as(house.person('Adam Nowik', 'adam@example.org', ['administrator']));
  await joanna.get(path);
  await adam.get(path);
  await adam.post(path, { contribution: 'Sala i nagłośnienie.' });
  const late = await joanna.post(path, { contribution: 'Sala.' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('Sala i nagłośnienie.');
  expect((await joanna.post(path, { contribution: 'Sala.' })).status).toBe(303);
  expect(partners()[0]?.contribution).toBe('Sala.');
});

test('a coordinator of one call alone finds no such page and no way to it', async () => {
  const piotr = house.as(house.person('Piotr Rak', 'piotr@example.org', [{ role: 'coordinator', callId: 1 }]));
  for (const path of ['/projekt/potrzeby/nowa', '/projekt/potrzeby/1', '/projekt/partnerzy/1/usuniecie'])
    expect([path, (await piotr.get(path)).status]).toEqual([path, 404]);
  expect((await piotr.get('/projekt')).html).not.toContain('/projekt/potrzeby/');
});
