import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import { startTestApp } from '../support/app.ts';
import { completeDraft, submittedApplication } from '../support/story/applications.ts';
import { coordinatorOf } from '../support/story/jury.ts';
import { rehearsalBegun } from '../support/story/rehearsal.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const band = 'PRÓBA GENERALNA – nic tu nie dzieje się naprawdę';

async function begun() {
  const app = await startTestApp({ beginning: 'open', mail: true });
  onTestFinished(() => app.close());
  const { deps } = app;
  const lena = app.person('Lena Próbna', 'lena@example.org');
  const ala = app.person('Ala Próbna', 'ala@example.org');
  const rehearsal = rehearsalBegun(deps, currentCall(deps.db)?.id ?? 0, { leader: lena, jurors: [ala] });
  const joanna = { id: coordinatorOf(deps).personId };
  const draftOf = { leader: lena.name, email: lena.email, callId: rehearsal };
  /** The newest caught letter of a kind, as this person reads it. */
  const letter = (person: { id: number }, kind: string) => {
    const id = deps.db.get<{ id: number }>(sql`select max(id) as id from letters where kind = ${kind}`)?.id;
    return app.as(person).get(`/nabory/${rehearsal}/proba/listy/${id}`);
  };
  return { app, deps, rehearsal, lena, ala, joanna, draftOf, letter };
}

test('whoever began the rehearsal plays the mother of a minor; to others and to strangers her door stays shut', async () => {
  const { app, deps, lena, joanna, draftOf, letter } = await begun();
  const { id } = completeDraft(deps, { ...draftOf, title: 'Rolki o książkach', kind: 'minor' });
  const child = app.as(lena);
  const page = await child.get(`/wnioski/${id}/opiekun`);
  expect(plain(page.text)).toContain('Odpowie na niego osoba, która próbę zaczęła');
  const asked = await child.submit(`/wnioski/${id}/opiekun`, { email: 'mama@example.org' });
  expect(plain(asked.text)).toContain('List do opiekuna czeka w listach z próby.');
  await app.drain();
  expect(app.mailbox.letters).toEqual([]);

  expect((await letter(lena, 'guardian_asked')).text).not.toContain('/zgoda-opiekuna/');
  const read = await letter(joanna, 'guardian_asked');
  const door = /\/zgoda-opiekuna\/[\w-]+/.exec(read.text)?.[0] ?? '';
  expect((await app.visitor().get(door)).status).toBe(404);
  const mother = app.as(joanna);
  const opened = await mother.get(door);
  expect([opened.status, opened.text.includes(band)]).toEqual([200, true]);
  await mother.submit(door, { word: 'given' });
  expect(plain((await child.get(`/wnioski/${id}/opiekun`)).text)).toContain('Zgoda jest. Opiekun: Teresa Krakowska.');
});

test('what was sent is changed in a copy, which bears the band too, and both versions are read', async () => {
  const { app, deps, rehearsal, lena, draftOf } = await begun();
  const { id } = submittedApplication(deps, { ...draftOf, title: 'Dwa języki' });
  const group = app.as(lena);
  await group.get(`/wnioski/${id}`);
  await group.submit(`/wnioski/${id}/zmiana`);
  const copy = deps.db.get<{ id: number }>(
    sql`select application_id as id from amendments where amends_id = ${id}`,
  )?.id;
  const idea = await group.get(`/wnioski/${copy}/czesci/idea`);
  expect([idea.status, idea.text.includes(band)]).toEqual([200, true]);
  await group.submit(`/wnioski/${copy}/czesci/idea`, { title: 'Trzy języki' });
  const check = await group.get(`/wnioski/${copy}/czesci/sprawdz`);
  const revision = /name="revision" value="(\d+)"/.exec(check.html)?.[1] ?? '';
  expect((await group.post(`/wnioski/${copy}/zlozenie`, { revision })).status).toBe(303);
  const own = await group.get(`/nabory/${rehearsal}/proba`);
  expect([...own.html.matchAll(/href="(\/wnioski\/\d+)"/g)].map(([, href]) => href)).toEqual([`/wnioski/${id}`]);
  const versions = await group.get(`/wnioski/${id}/wersje`);
  expect([versions.status, versions.text.includes(band)]).toEqual([200, true]);
  expect(
    deps.db.all(
      sql`select number, content ->> 'title' as title from application_versions where application_id = ${id} order by id`,
    ),
  ).toEqual([
    { number: 1, title: 'Dwa języki' },
    { number: 2, title: 'Trzy języki' },
  ]);
  await app.drain();
  expect(app.mailbox.letters).toEqual([]);
});

test('to write along one invites whoever plays, and she finds the letter among the caught ones', async () => {
  const { app, deps, lena, ala, draftOf, letter } = await begun();
  const { id } = completeDraft(deps, { ...draftOf, title: 'Dwa języki' });
  const leader = app.as(lena);
  const people = `/wnioski/${id}/osoby`;
  const page = await leader.get(people);
  expect(plain(page.text)).toContain('zaproście kogoś, kto już bierze w niej udział');
  expect(page.text).toContain('ala@example.org');
  const outside = await leader.post(people, { email: 'nikt@example.org', may: 'edit' });
  expect([outside.status, plain(outside.text).includes('Tej osoby nie ma w próbie')]).toEqual([422, true]);
  expect(deps.db.get(sql`select 1 from people where email = 'nikt@example.org'`)).toBeUndefined();
  const invited = await leader.submit(people, { email: ala.email, may: 'edit' });
  expect(plain(invited.text)).toContain('Zaproszenie czeka w listach z próby.');
  const door = /\/zaproszenie\/[\w-]+/.exec((await letter(ala, 'member_invitation')).text)?.[0] ?? '';
  const writer = app.as(ala);
  await writer.get(door);
  await writer.submit(door);
  expect((await writer.get(`/wnioski/${id}/czesci/idea`)).status).toBe(200);
});

test('whose session ended is shown the way to sign in, alike for what there is and for what there is not', async () => {
  const { app, rehearsal, lena } = await begun();
  expect((await app.as(lena).get(`/nabory/${rehearsal}`)).status).toBe(200);
  const shown = async (path: string) => {
    const page = await app.visitor().get(path);
    return { status: page.status, text: page.text.replaceAll(/zdarzenia.*|Adres strony: .*/g, '') };
  };
  const [there, nowhere] = [await shown(`/nabory/${rehearsal}`), await shown('/nabory/999')];
  expect(there.status).toBe(404);
  expect(there.text).toBe(nowhere.text);
  expect(there.text).toContain('Jeśli ta strona jest tylko dla zalogowanych, zaloguj się');
  const html = (await app.visitor().get(`/nabory/${rehearsal}`)).html;
  expect(html.replaceAll('&#x3D;', '=')).toContain(`/wejscie?dalej=%2Fnabory%2F${rehearsal}`);
  expect((await app.as(lena).get('/nabory/999')).text).not.toContain('Jeśli ta strona jest tylko dla zalogowanych');
});

test('nobody from outside is drawn in: no late link and no application in the name of whoever does not play', async () => {
  const { app, deps, rehearsal, lena, joanna, letter } = await begun();
  const desk = app.as(joanna);
  const people = () => deps.db.all(sql`select id, email, pending_email from people`);
  const before = people();
  await desk.get(`/nabory/${rehearsal}/po-terminie`);
  const late = { name: 'Zenon Obcy', untilDay: '31.12.2030', untilHour: '15.00', reason: 'Brak prądu.' };
  const given = await desk.post(`/nabory/${rehearsal}/po-terminie`, { ...late, email: 'zenon@example.org' });
  expect([given.status, plain(given.text).includes('Tej osoby nie ma w próbie.')]).toEqual([422, true]);

  const start = `/nabory/${rehearsal}/w-imieniu`;
  const draft = { lane: 'together', kind: 'person', name: 'Zenon Obcy', phone: '87 516 20 11' };
  const home = { street: 'Żegary 14', postalCode: '16-500', city: 'Sejny' };
  await desk.get(start);
  const begunFor = await desk.post(start, { ...draft, ...home, email: 'zenon@example.org' });
  expect([begunFor.status, plain(begunFor.text).includes('W próbie piszemy tylko do jej uczestników')]).toEqual([
    422,
    true,
  ]);
  expect(people()).toEqual(before);
  expect(deps.db.get(sql`select 1 from letters where to_address = 'zenon@example.org'`)).toBeUndefined();

  // Lena plays: what is keyed in for her is hers to confirm, not Joanna's who began the rehearsal.
  await desk.get(start);
  await desk.submit(start, { ...draft, ...home, name: lena.name, email: lena.email });
  const id = deps.db.get<{ id: number }>(sql`select max(id) as id from applications`)?.id;
  await desk.get(`/wnioski/${id}/w-imieniu`);
  await desk.submit(`/wnioski/${id}/w-imieniu/list`);
  const door = /\/potwierdzenie\/[\w-]+/;
  expect((await letter(lena, 'submission_to_confirm')).text).toMatch(door);
  const seen = await letter(joanna, 'submission_to_confirm');
  expect([seen.status, door.test(seen.text), /^\d{3} ?\d{3}$/m.test(seen.text)]).toEqual([200, false, false]);
});

test('an address written in another way is shut and bears the band as the plain one does', async () => {
  const { app, deps, rehearsal, lena, draftOf } = await begun();
  const { id } = submittedApplication(deps, { ...draftOf, title: 'Dwa języki' });
  const inspector = app.as(app.person('Iga Kontrolna', 'iga@example.org', ['inspector']));
  const encoded = (number: number) => String(number).replaceAll(/\d/g, (digit) => `%3${digit}`);
  const paths = [
    `/wnioski/${id}`,
    `/wnioski/${encoded(id)}`,
    `/%77nioski/${id}`,
    `/wnioski/${encoded(id)}/wersje`,
    `/nabory/${encoded(rehearsal)}`,
    `/wnioski?nabor=${encoded(rehearsal)}`,
    `/wnioski?nabor=0${rehearsal}`,
  ];
  for (const path of paths) {
    const page = await inspector.get(path);
    expect([path, page.status, page.text.includes('Dwa języki')]).toEqual([path, 404, false]);
  }
  for (const path of paths.filter((one) => !one.includes('?'))) {
    const page = await app.as(lena).get(path);
    expect([path, page.status, page.text.includes(band)]).toEqual([path, 200, true]);
  }
});
