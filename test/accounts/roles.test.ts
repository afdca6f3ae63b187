import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { giveRole } from '../../src/features/accounts/administration.ts';
import { findOrAddPerson, grantRole, revokeRole } from '../../src/features/accounts/commands.ts';
import { readActor } from '../../src/features/accounts/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { happenings, lastEvent, words } from './door.ts';

let house: TestApp;
let adam: TestPerson;
let browser: Client;

beforeEach(async () => {
  house = await startTestApp({ beginning: 'draft', mail: true });
  adam = house.person('Adam Nowik', 'adam@example.org', ['administrator']);
  browser = house.as(adam);
});
afterEach(() => house.close());

function grantsOf(id: number): unknown {
  const actor = readActor(house.deps.db, id);
  return actor?.kind === 'person' ? actor.grants : undefined;
}

test('Adam adds the accountant and gives her the role; a letter tells her how to enter', async () => {
  const before = lastEvent(house.deps);
  await browser.get('/administracja/osoby/nowa');
  const added = await browser.post('/administracja/osoby/nowa', {
    name: 'Halina Żukowska',
    email: 'Halina@example.org',
  });
  const path = added.location ?? '';
  const id = Number(path.split('/').at(-1));
  await browser.get(path);
  expect(await browser.post(`${path}/role`, { role: 'accountant', scope: 'all' })).toMatchObject({
    status: 303,
    location: path,
  });

  expect(grantsOf(id)).toEqual([{ role: 'accountant', callId: null }]);
  expect(happenings(house.deps, before)).toEqual(['person.added', 'role.granted']);
  expect(house.deps.db.get(sql`select granted_by as grantedBy from role_grants where person_id = ${id}`)).toEqual({
    grantedBy: adam.id,
  });
  await house.drain();
  const letter = house.mailbox.letters[0];
  expect(letter?.envelope.to).toEqual(['halina@example.org']);
  expect(letter?.text).toContain('księgowość, w całej instytucji');
  expect(letter?.text).toContain('http://localhost:3000/wejscie\n');
});

test('a role for one call reaches that call alone, and its letter names it', async () => {
  const juror = house.person('Marek Jurkianis', 'marek@example.org');
  const call = house.deps.db.get<{ id: number; title: string }>(sql`select id, title from calls`);
  await browser.get(`/administracja/osoby/${juror.id}`);
  await browser.post(`/administracja/osoby/${juror.id}/role`, { role: 'juror', scope: String(call?.id) });
  expect(grantsOf(juror.id)).toEqual([{ role: 'juror', callId: call?.id }]);
  expect(house.deps.db.get<{ body: string }>(sql`select body from letters`)?.body).toContain(
    `w naborze „${call?.title}”`,
  );
});

test('an administrator is one for the whole institution; a role held is not given twice', async () => {
  const irena = house.person('Irena Wasilewska', 'irena@example.org', ['director']);
  const path = `/administracja/osoby/${irena.id}`;
  const callId = house.deps.db.get<{ id: number }>(sql`select id from calls`)?.id;
  await browser.get(path);
  const narrow = await browser.post(`${path}/role`, { role: 'administrator', scope: String(callId) });
  expect(narrow.status).toBe(422);
  expect(words(narrow)).toContain('Administrator działa zawsze w całej instytucji.');
  const twice = await browser.post(`${path}/role`, { role: 'director', scope: 'all' });
  expect(words(twice)).toContain('Ta osoba ma już tę rolę.');
  expect(grantsOf(irena.id)).toEqual([{ role: 'director', callId: null }]);
});

test('taking a role away ends every session of its holder', async () => {
  const halina = house.person('Halina Żukowska', 'halina@example.org', ['accountant', 'inspector']);
  const hers = house.as(halina);
  expect((await hers.get('/administracja/instytucja')).status).toBe(200);
  const path = `/administracja/osoby/${halina.id}`;
  const link = (await browser.get(path)).links.get('Odbierz: kontroler (tylko czyta), w całej instytucji') ?? '';
  await browser.get(link);
  expect(await browser.post(link)).toMatchObject({ status: 303, location: path });

  expect(grantsOf(halina.id)).toEqual([{ role: 'accountant', callId: null }]);
  expect((await hers.get('/konto')).status).toBe(303);
  expect((await house.as(halina).get('/administracja/instytucja')).status).toBe(403);
  expect((await browser.get(link)).status).toBe(404);
});

test('the last administrator keeps the role and the account until there is another', async () => {
  const grant = house.deps.db.get<{ id: number }>(sql`select id from role_grants where person_id = ${adam.id}`)?.id;
  const end = `/administracja/osoby/${adam.id}/role/${grant}/odebranie`;
  await browser.get(end);
  const refused = await browser.post(end);
  expect(refused.status).toBe(422);
  expect(words(refused)).toContain('To ostatni administrator. Najpierw nadaj rolę administratora innej osobie');
  const closing = `/administracja/osoby/${adam.id}/zamkniecie`;
  await browser.get(closing);
  expect((await browser.post(closing)).status).toBe(422);
  expect(grantsOf(adam.id)).toEqual([{ role: 'administrator', callId: null }]);

  const irena = house.person('Irena Wasilewska', 'irena@example.org', ['administrator']);
  await browser.get(end);
  expect((await browser.post(end)).status).toBe(303);
  expect(grantsOf(adam.id)).toEqual([]);
  expect(grantsOf(irena.id)).toEqual([{ role: 'administrator', callId: null }]);
});

test('an administrator whose account is closed does not count as another', () => {
  const irena = house.person('Irena Wasilewska', 'irena@example.org', ['administrator']);
  house.deps.db.raw.prepare('update people set closed_at = ? where id = ?').run(house.clock.now(), irena.id);
  const grant = { personId: adam.id, role: 'administrator', callId: null } as const;
  expect(house.deps.db.write((tx) => revokeRole(tx, house.deps, adam.actor, grant))).toMatchObject({
    code: 'last_administrator',
  });
});

test('a closed account has no roles, no sessions and no way in; opened again it starts without roles', async () => {
  const marek = house.person('Marek Jurkianis', 'marek@example.org', ['coordinator', 'juror']);
  const his = house.as(marek);
  const path = `/administracja/osoby/${marek.id}`;
  const before = lastEvent(house.deps);
  await browser.get(`${path}/zamkniecie`);
  await browser.post(`${path}/zamkniecie`);
  expect(readActor(house.deps.db, marek.id)).toBeUndefined();
  expect((await his.get('/konto')).status).toBe(303);
  expect(happenings(house.deps, before)).toEqual(['role.revoked', 'role.revoked', 'person.closed']);

  await browser.get(path);
  await browser.post(`${path}/ponowne-otwarcie`);
  expect(grantsOf(marek.id)).toEqual([]);
});

test('granting twice is granting once; a person given a role by the administrator gets one letter, nobody for her own', () => {
  const { deps } = house;
  const ids = deps.db.write((tx) => {
    const personId = findOrAddPerson(tx, deps, adam.actor, { name: 'Marek Jurkianis', email: 'MAREK@example.org' });
    const again = findOrAddPerson(tx, deps, adam.actor, { name: 'Ktoś inny', email: 'marek@example.org' });
    const grant = { personId, role: 'juror', callId: null } as const;
    return [personId, again, grantRole(tx, deps, adam.actor, grant) - grantRole(tx, deps, adam.actor, grant)];
  });
  expect(ids).toEqual([ids[0], ids[0], 0]);
  expect(deps.db.all(sql`select to_address from letters`)).toEqual([]);
  giveRole(deps, adam.actor, { personId: adam.id, role: 'inspector', callId: null });
  giveRole(deps, adam.actor, { personId: ids[0] ?? 0, role: 'accountant', callId: null });
  expect(deps.db.all(sql`select to_address as address from letters`)).toEqual([{ address: 'marek@example.org' }]);
  expect(deps.db.all(sql`select name from people order by id`)).toEqual([
    { name: 'Adam Nowik' },
    { name: 'Marek Jurkianis' },
  ]);
});

test('the list finds a person without regard to diacritics, and somebody merged only once', async () => {
  const zofia = house.person('Zofia Żółć-Šešupienė', 'zofia@example.org');
  house.person('Piotr Nowak', 'piotr@example.org');
  house.deps.db.raw
    .prepare(
      "insert into people (name, merged_into_id, created_at) values ('Zofia z telefonu', ?, '2024-03-01T00:00:00.000Z')",
    )
    .run(zofia.id);
  const found = await browser.get('/administracja/osoby?szukaj=zolc-SESUP');
  expect(words(found)).toContain('Zofia Żółć-Šešupienė');
  expect(words(found)).not.toContain('Piotr Nowak');
  const all = words(await browser.get('/administracja/osoby'));
  expect(all.replaceAll('\u00a0', ' ')).toContain('3 osoby');
  expect(all).not.toContain('Zofia z telefonu');
  expect(all.indexOf('Adam Nowik', all.indexOf('Role'))).toBeLessThan(all.indexOf('Zofia'));
});

test('an inspector reads people and changes nobody', async () => {
  const kontroler = house.person('Krystyna Lis', 'krystyna@example.org', ['inspector']);
  const page = await house.as(kontroler).get(`/administracja/osoby/${adam.id}`);
  expect(page.status).toBe(200);
  expect(page.forms.map((form) => form.action)).toEqual(['/wyjscie']);
});
