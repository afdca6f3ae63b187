import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestPerson } from '../support/house.ts';
import { happenings, lastEvent, words } from './door.ts';

let house: TestApp;
let irena: TestPerson;

beforeEach(async () => {
  house = await startTestApp({ beginning: 'draft' });
  irena = house.person('Irena Wasilewska', 'irena@example.org');
});
afterEach(() => house.close());

function stored(): unknown {
  return house.deps.db.get(sql`select name, phone, version from people where id = ${irena.id}`);
}

test('Irena corrects her name and adds a telephone, written as she likes', async () => {
  const before = lastEvent(house.deps);
  const browser = house.as(irena);
  await browser.get('/konto');
  await browser.post('/konto', { name: 'Irena Wasilewska-Jurkianis', phone: '600 100-200' });
  expect(stored()).toEqual({ name: 'Irena Wasilewska-Jurkianis', phone: '+48600100200', version: 2 });
  expect(happenings(house.deps, before)).toEqual(['person.changed']);

  await browser.get('/konto');
  const wrong = await browser.post('/konto', { phone: '600 100' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('value="600 100"');
  expect(words(wrong)).toContain('Polski numer ma 9 cyfr');
});

test('two devices save at once: the second gets 409, sees both and may save after all', async () => {
  const [telephone, computer] = [house.as(irena), house.as(irena)];
  await telephone.get('/konto');
  await computer.get('/konto');
  await telephone.post('/konto', { name: 'Irena W.' });
  const late = await computer.post('/konto', { name: 'Irena Wasilewska', phone: '600100200' });
  expect(late.status).toBe(409);
  expect(words(late)).toContain('Teraz zapisane jest\nIrena W.');
  expect(late.html).toContain('value="600100200"');
  expect((await computer.post('/konto')).status).toBe(303);
  expect(stored()).toEqual({ name: 'Irena Wasilewska', phone: '+48600100200', version: 3 });
});

test('Irena sees where she is signed in and ends the one session she does not know', async () => {
  const [here, there, third] = [house.as(irena), house.as(irena), house.as(irena)];
  const page = await here.get('/konto');
  expect(words(page)).toContain('Firefox to urządzenie');
  const ends = page.forms.filter(
    (form) => form.action.startsWith('/konto/urzadzenia/') && form.action !== '/konto/urzadzenia/wylogowanie',
  );
  expect(ends).toHaveLength(2);

  const oldest = ends.map((form) => form.action).sort()[0] ?? '';
  expect(await here.post(oldest)).toMatchObject({ status: 303, location: '/konto' });
  expect([(await there.get('/konto')).status, (await third.get('/konto')).status]).toEqual([303, 200]);

  await here.get('/konto');
  await here.post('/konto/urzadzenia/wylogowanie');
  expect([(await here.get('/konto')).status, (await third.get('/konto')).status]).toEqual([200, 303]);
});

test('nobody ends another person’s session: her session is as absent as one that never was', async () => {
  const adam = house.person('Adam Nowik', 'adam@example.org');
  const hers = house.as(irena);
  const foreign = house.deps.db.get<{ id: number }>(sql`select id from sessions where person_id = ${irena.id}`)?.id;
  const his = house.as(adam);
  const another = house.as(adam);
  await another.get('/konto');
  const page = await his.get('/konto');
  const form = page.forms.find((candidate) => candidate.action === '/konto/urzadzenia/wylogowanie');
  const answers = [];
  for (const id of [foreign, 99_999]) {
    const payload = new URLSearchParams([
      ...(form?.filled ?? []).filter(([name]) => name !== '_once'),
      ['_once', `raz-${id}`],
    ]).toString();
    answers.push(
      await his.send({
        method: 'POST',
        url: `/konto/urzadzenia/${id}/wylogowanie`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload,
      }),
    );
  }
  expect(answers.map((answer) => answer.status)).toEqual([404, 404]);
  expect((await hers.get('/konto')).status).toBe(200);
});
