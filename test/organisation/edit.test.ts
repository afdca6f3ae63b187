import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOrganisation } from '../../src/features/organisation/queries.ts';
import { words } from '../accounts/door.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';

const path = '/administracja/instytucja';
let house: TestApp;
let joanna: Client;

beforeEach(async () => {
  house = await startTestApp({ beginning: 'draft', at: '2024-03-15T11:00:00.000Z' });
  joanna = house.as(house.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']));
});
afterEach(() => house.close());

test('Joanna completes the institution; every page and the history know it', async () => {
  const before = readOrganisation(house.deps.db);
  house.clock.advance({ hours: 1 });
  await joanna.get(path);
  const answer = await joanna.post(path, {
    phone: '87 516 20 30',
    nip: '526-025-02-74',
    contactName: 'Joanna Wasilewska',
  });
  expect(answer).toMatchObject({ status: 303, location: path });

  expect(readOrganisation(house.deps.db)).toEqual({
    ...before,
    phone: '87 516 20 30',
    nip: '5260250274',
    contactName: 'Joanna Wasilewska',
    updatedAt: house.clock.now(),
    version: 2,
  });
  expect((await house.visitor().get('/pomoc')).text).toContain('87 516 20 30');
  expect(house.deps.db.get(sql`select what, facts from events order by id desc`)).toEqual({
    what: 'organisation.changed',
    facts: '{"fields":"phone nip contactName"}',
  });
});

test('saving what already stands changes nothing and leaves no trace', async () => {
  const [before, events] = [readOrganisation(house.deps.db), sql`select count(*) as n from events`];
  const count = house.deps.db.get(events);
  await joanna.get(path);
  expect((await joanna.post(path)).status).toBe(303);
  expect(readOrganisation(house.deps.db)).toEqual(before);
  expect(house.deps.db.get(events)).toEqual(count);
});

test('two people edit at once: the second gets 409 with both texts, and her second try stands', async () => {
  const adam = house.as(house.person('Adam Nowik', 'adam@example.org', ['administrator']));
  await joanna.get(path);
  await adam.get(path);
  await adam.post(path, { phone: '87 111 22 33', contactName: 'Adam Nowik' });
  const late = await joanna.post(path, { phone: '87 516 20 30', area: 'gmina Przykładowo' });

  expect(late.status).toBe(409);
  expect(words(late)).toContain('Ktoś zapisał te pola w międzyczasie.');
  expect(words(late)).toContain('Telefon\n87 111 22 33');
  expect(words(late)).toContain('Osoba do kontaktu\nAdam Nowik');
  expect(late.html).toContain('value="87 516 20 30"');
  expect(late.html).toContain('value="gmina Przykładowo"');
  expect(readOrganisation(house.deps.db)).toMatchObject({ phone: '87 111 22 33', version: 2 });

  expect((await joanna.post(path, { contactName: 'Adam Nowik' })).status).toBe(303);
  expect(readOrganisation(house.deps.db)).toMatchObject({
    phone: '87 516 20 30',
    area: 'gmina Przykładowo',
    contactName: 'Adam Nowik',
    version: 3,
  });
});

test('every wrong field is named at once, with what was typed', async () => {
  const before = readOrganisation(house.deps.db);
  await joanna.get(path);
  const answer = await joanna.post(path, {
    name: '',
    postalCode: '16500',
    phone: '12',
    email: 'biblioteka',
    nip: '5260250275',
    regon: '123',
    privacyOfficerEmail: 'iod@',
    area: 'a'.repeat(201),
    accessibilityReviewedOn: '31.02.2024',
  });
  expect(answer.status).toBe(422);
  const wrong = [...answer.links.values()].filter((href) => href.startsWith('#') && href !== '#tresc');
  expect(wrong.sort()).toEqual([
    '#accessibilityReviewedOn',
    '#area',
    '#email',
    '#name',
    '#nip',
    '#phone',
    '#postalCode',
    '#privacyOfficerEmail',
    '#regon',
  ]);
  expect(answer.html).toContain('value="5260250275"');
  expect(answer.html).toContain('value="31.02.2024"');
  expect(readOrganisation(house.deps.db)).toEqual(before);
});

test('a review of the declaration cannot lie ahead', async () => {
  await joanna.get(path);
  const answer = await joanna.post(path, { accessibilityReviewedOn: '16.03.2024' });
  expect(answer.status).toBe(422);
  expect(words(answer)).toContain('Ten dzień jeszcze nie nadszedł.');
  expect((await joanna.post(path, { accessibilityReviewedOn: '15.03.2024' })).status).toBe(303);
});

test('Irena the inspector reads the same as a list: no form, no field, whatever is empty said so', async () => {
  await joanna.get(path);
  const given = { buildingAccess: 'Wejście od ulicy.\n\nPodjazd od podwórza.', accessibilityReviewedOn: '14.03.2024' };
  expect((await joanna.post(path, given)).status).toBe(303);
  const irena = house.as(house.person('Irena Sawko', 'irena@example.org', ['inspector']));
  const page = await irena.get(path);
  const main = /<main[\s\S]*<\/main>/u.exec(page.html)?.[0] ?? '';
  expect(main).not.toMatch(/<(?:form|input|textarea|button|select)\b/u);
  const read = words(page);
  for (const pair of [
    'Nazwa\nBiblioteka Publiczna w Sejnach',
    'Imię i nazwisko\nnie podano',
    'Dzień ostatniego przeglądu deklaracji\n14 marca 2024 r.',
  ])
    expect(read).toContain(pair);
  expect(main).toContain('<p>Podjazd od podwórza.</p>');
  expect(main.match(/<dt>/gu)).toHaveLength(21);
});
