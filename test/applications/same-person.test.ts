import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Fields } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { fillIn } from '../support/story/applications.ts';
import { secondCall } from '../support/story/ground.ts';

let app: TestApp;
let joanna: TestPerson;
let desk: Client;

const start = '/nabory/1/w-imieniu';
const question = 'Czy to ktoś, kogo wniosek już wpisywaliście?';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Mrs Stefania has a telephone, a house number and no e-mail; her first application is keyed in from paper and sent. */
const stefania = {
  ...{ lane: 'paper', kind: 'informal_group', name: 'Stefania Wróbel', phone: '87 516 20 11', email: '' },
  ...{ street: 'Żegary 14', postalCode: '16-500', city: 'Sejny' },
  ...{ arrivedOn: '13.03.2024', arrivedTime: '10.30', way: 'hand', journalNumber: '88/2024' },
};

beforeEach(async () => {
  app = await startTestApp({ at: '2024-03-14T11:00:00.000Z' });
  joanna = app.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']);
  desk = app.as(joanna);
  await desk.get(start);
  await desk.submit(start, stefania);
  await filledAndSent(1, 'Obrus na sto lat');
});
afterEach(() => app.close());

async function filledAndSent(id: number, title: string) {
  const applicant = { email: '', street: 'Żegary 14', phone: '87 516 20 11' };
  fillIn(app.deps, joanna.actor, id, {
    ...{ leader: 'Stefania Wróbel', email: '', title, groupName: 'Koło z Łąki', applicant },
  });
  await desk.get(`/wnioski/${id}/w-imieniu`);
  const file = { name: 'podpis.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.7 podpis') };
  await desk.submit(`/wnioski/${id}/w-imieniu/podpis`, { way: 'paper_form', signedOn: '13.03.2024' }, { file });
  await desk.get(`/wnioski/${id}/czesci/sprawdz`);
  return desk.post(`/wnioski/${id}/zlozenie`);
}

const leaders = () =>
  app.deps.db.all(sql`select m.application_id as application, m.person_id as person from application_members m
    where m.role = 'leader' order by 1`);
const people = () => app.deps.db.get<{ count: number }>(sql`select count(*) as count from people`)?.count;

/** The start as typed by somebody, and once more with what she answers. */
async function typed(browser: Client, fields: Fields) {
  await browser.get(start);
  return browser.post(start, { ...stefania, ...fields });
}

test('her second application asks whether it is she, and then is hers: her data, her limit', async () => {
  const before = people();
  const asked = await typed(desk, { phone: '+48 875 162 011', street: 'Żegary 14A' });
  expect(asked.status).toBe(422);
  const words = plain(asked.text);
  expect(words).toContain('Ktoś o tym imieniu i nazwisku ma już wpisany wniosek.');
  expect(words).toContain('Ta sama osoba, co we wniosku nr PB/2024/01 „Obrus na sto lat”');
  expect(words).toContain('zgadza się imię i nazwisko, telefon');
  expect(leaders()).toHaveLength(1);

  const begun = await desk.submit(start, { sameAs: '1' });
  expect(plain(begun.text)).toContain('Dane z poprzedniego wniosku są przepisane: sprawdź, czy są aktualne.');
  const [first] = leaders() as { person: number }[];
  expect(leaders()).toEqual([
    { application: 1, person: first?.person },
    { application: 2, person: first?.person },
  ]);
  expect(people()).toBe(before);
  const applicant = sql`select name, phone, street, postal_code as postalCode, city, leader_name as leader from applicants where application_id = 2`;
  expect(app.deps.db.get(applicant)).toEqual({
    ...{ name: 'Koło z Łąki', phone: '+48 875 162 011', street: 'Żegary 14A', postalCode: '16-500' },
    ...{ city: 'Sejny', leader: 'Stefania Wróbel' },
  });
  expect(
    app.deps.db.get(sql`select facts from events where what = 'application.begun_in_name' order by id desc limit 1`),
  ).toEqual({ facts: JSON.stringify({ lane: 'paper', inNameOf: first?.person, sameAs: 1 }) });

  const sent = await filledAndSent(2, 'Drugi obrus');
  expect(sent.status).toBe(422);
  expect(plain(sent.text)).toContain('Jedna osoba prowadząca może złożyć w tym naborze najwyżej 1 wniosek.');
  expect(app.deps.db.get(sql`select state from applications where id = 2`)).toEqual({ state: 'draft' });
});

test('her namesake next door stays somebody else', async () => {
  await typed(desk, { phone: '87 516 99 99' });
  await desk.submit(start, { sameAs: 'inna' });
  const [first, second] = leaders() as { person: number }[];
  expect(second?.person).not.toBe(first?.person);
  expect(app.deps.db.get(sql`select name, phone, street from applicants where application_id = 2`)).toEqual({
    name: '',
    phone: '87 516 99 99',
    street: 'Żegary 14',
  });
  expect((await filledAndSent(2, 'Obrus na dwieście lat')).status).toBe(303);
});

test.each([
  [{ phone: '87 516 99 99', street: 'Krasnowo 2' }, 'the name alone'],
  [{ name: 'Zofia Lipska' }, 'the telephone alone'],
  [{ email: 'stefania@example.org' }, 'whoever has an address of her own'],
])('%o is nobody known: %s', async (fields: Fields, _why: string) => {
  const answer = await typed(desk, fields);
  expect(answer.status).toBe(303);
  const [first, second] = leaders() as { person: number }[];
  expect(second?.person).not.toBe(first?.person);
});

test('what was chosen counts for what was asked about: other data, a strange number or a guess link nobody', async () => {
  await typed(desk, {});
  const other = await desk.post(start, { sameAs: '1', phone: '87 516 99 99', street: 'Krasnowo 2' });
  expect(other.status).toBe(422);
  expect(plain(other.text)).toContain('Te dane nie pasują już do wniosku, który zaznaczono.');
  await typed(desk, {});
  expect((await desk.post(start, { sameAs: '77' })).status).toBe(422);
  expect(leaders()).toHaveLength(1);
});

test('staff of another call learn nothing of her, and cannot reach her by number', async () => {
  const elsewhere = secondCall(app);
  app.deps.db.raw.exec(`update applications set call_id = ${elsewhere} where id = 1`);
  const piotr = app.as(app.person('Piotr Rak', 'piotr@example.org', [{ role: 'coordinator', callId: 1 }]));
  await piotr.get(start);
  const wrong = await piotr.post(start, { ...stefania, way: null });
  expect(wrong.status).toBe(422);
  expect(plain(wrong.text)).not.toContain(question);
  expect(plain(wrong.text)).not.toContain('Obrus');
  const begun = await piotr.post(start, stefania);
  expect(begun.status).toBe(303);
  const [first, second] = leaders() as { person: number }[];
  expect(second?.person).not.toBe(first?.person);
});
