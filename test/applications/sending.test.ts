import { execFileSync } from 'node:child_process';
import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { readActor } from '../../src/features/accounts/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { fillIn, submittedApplication } from '../support/story/applications.ts';

let app: TestApp;
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const story = {
  leader: 'Birutė Jurkianis',
  email: 'birute@example.org',
  title: 'Dwa języki, jedna półka',
  groupName: 'Lentyna',
};
const application = '/wnioski/1';
const check = `${application}/czesci/sprawdz`;

/** A visitor with everything written, her address not yet confirmed. */
async function written(): Promise<Client> {
  const birute = app.visitor();
  await birute.get('/wnioski/nowy?nabor=1');
  await birute.submit('/wnioski/nowy', { kind: 'informal_group', email: 'birute@example.org' });
  const actor = readActor(app.deps.db, 1);
  if (actor === undefined) throw new Error('nobody began');
  fillIn(app.deps, actor, 1, story);
  return birute;
}

const textOf = (pdf: Buffer) =>
  plain(execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })).replace(/\s+/g, ' ');

test('from an unconfirmed address to a numbered application with a letter, a copy and a receipt', async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-13T20:17:00.000Z', mail: true });
  const birute = await written();

  const ready = await birute.get(check);
  expect(plain(ready.text)).toContain('Wniosek jest kompletny');
  expect(plain(ready.text)).toContain('Najpierw potwierdźcie adres e-mail.');
  const tooEarly = await birute.post(`${application}/zlozenie`);
  expect(tooEarly.status).toBe(422);
  expect(plain(tooEarly.text)).toContain('Zanim złożycie wniosek, potwierdźcie adres e-mail.');

  const code = await birute.submit(`${application}/adres`);
  expect(plain(code.text)).toContain('Wysłaliśmy kod i link na adres birute@example.org.');
  await app.drain();
  const letter = await app.mailbox.waitFor(({ subject }) => subject?.startsWith('Potwierdź adres') ?? false);
  const back = await birute.submit('/wejscie/kod', { code: /^\d{3} ?\d{3}$/m.exec(letter.text ?? '')?.[0] ?? '' });
  expect(plain(back.text)).toContain('10. Sprawdź i złóż');
  const letters = app.mailbox.letters.length;
  const again = await birute.send({
    method: 'POST',
    url: `${application}/adres`,
    payload: new URLSearchParams([
      ...(back.forms.find(({ action }) => action === `${application}/zlozenie`)?.filled ?? []),
      ['email', 'sasiadka@example.org'],
    ]).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: app.url, 'sec-fetch-site': 'same-origin' },
  });
  await app.drain();
  expect([again.location, app.mailbox.letters.length]).toEqual([check, letters]);
  await birute.get(check);

  const receipt = await birute.submit(`${application}/zlozenie`);
  expect(plain(receipt.text)).toContain('Wniosek PB/2024/01 jest złożony.');
  expect(plain(receipt.text)).toContain('Wpłynął\n13 marca 2024 r., godz. 21.17');
  expect(plain(receipt.text)).toContain('Do 20 marca 2024 r. sprawdzimy wniosek formalnie');
  expect(plain(receipt.text)).toContain('Wyniki ogłosimy 22 kwietnia 2024 r.');
  const print =
    app.deps.db.get<{ fingerprint: string }>(sql`select fingerprint from application_versions`)?.fingerprint ?? '';
  expect(receipt.text).toContain(print);
  expect(receipt.text).toContain('PDF powstaje');

  await app.drain();
  const copy = await app.mailbox.waitFor(
    ({ subject }) => subject === 'Wniosek PB/2024/01 złożony: Dwa języki, jedna półka',
  );
  expect(copy.envelope.to).toEqual(['birute@example.org']);
  expect(plain(copy.text ?? '')).toContain('Numer wniosku: PB/2024/01');
  expect(copy.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
    ['wniosek-PB-2024-01.pdf', 'application/pdf'],
  ]);
  const pdf = textOf(copy.attachments[0]?.content ?? Buffer.alloc(0));
  for (const words of [
    'Dwa języki, jedna półka',
    'Lentyna',
    'Ewa Sidorowicz',
    '3 050,00 zł',
    'trzy tysiące pięćdziesiąt',
    'šakotis',
    print,
  ])
    expect(pdf).toContain(words);

  const made = await birute.get(`${application}/potwierdzenie`);
  const proof = await birute.get(made.links.get('Potwierdzenie złożenia wniosku PB/2024/01') ?? '');
  expect(textOf(proof.body)).toContain('Numer wniosku PB/2024/01');
  expect(app.deps.db.get(sql`select name from people where id = 1`)).toEqual({ name: 'Birutė Jurkianis' });
});

test('a double click on „Złóż wniosek” (B4) sends once and leads both to the receipt', async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-13T20:17:00.000Z' });
  const birute = app.as({
    id: submittedApplication(app.deps, { leader: 'Teresa Krakowska', email: 'teresa@example.org', title: 'Kuchnia' })
      .personId,
  });
  app.deps.db.raw.exec(`update calls set applications_per_leader = 2`);
  await birute.get('/wnioski/nowy?nabor=1');
  await birute.submit('/wnioski/nowy', { kind: 'person' });
  const actor = readActor(app.deps.db, 1);
  if (actor === undefined) throw new Error('nobody began');
  fillIn(app.deps, actor, 2, { ...story, kind: 'person' });
  const form = (await birute.get('/wnioski/2/czesci/sprawdz')).forms.find(
    ({ action }) => action === '/wnioski/2/zlozenie',
  );
  const click = {
    method: 'POST',
    url: '/wnioski/2/zlozenie',
    payload: new URLSearchParams(form?.filled ?? []).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: app.url, 'sec-fetch-site': 'same-origin' },
  } as const;
  const answers = [await birute.send(click), await birute.send(click)];
  expect(answers.map(({ status, location }) => [status, location])).toEqual([
    [303, '/wnioski/2/potwierdzenie'],
    [303, '/wnioski/2/potwierdzenie'],
  ]);
  expect(app.deps.db.all(sql`select number from applications order by number`)).toEqual([{ number: 1 }, { number: 2 }]);
  expect(app.deps.db.get(sql`select count(*) as letters from letters`)).toEqual({ letters: 2 });
});

test('B5: a second after the deadline the page says so and what to do, and the draft stays', async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-15T13:59:00.000Z' });
  const birute = await written();
  app.deps.db.raw.exec(`update people set email = pending_email, confirmed_at = created_at, pending_email = null`);
  const page = await birute.get(check);
  expect(plain(page.text)).toContain('Na zegarze naboru jest 14.59. Zostało: 1 minuta');
  app.clock.setNow('2024-03-15T14:00:01.000Z');
  const late = await birute.post(`${application}/zlozenie`);
  expect(late.status).toBe(422);
  expect(plain(late.text)).toContain(
    'Wnioski przyjmowaliśmy do piątku 15 marca 2024 r., godz. 15.00. Wniosku nie można już złożyć, ale wszystko, co wpisano, zostaje zapisane.',
  );
  expect(app.deps.db.get(sql`select state, number from applications`)).toEqual({ state: 'draft', number: null });
  expect((await birute.get(`${application}/czesci/idea`)).status).toBe(200);
});

test('the list of what is missing stands where „Złóż wniosek” was pressed', async () => {
  app = await startTestApp({ beginning: 'open' });
  const birute = app.visitor();
  await birute.get('/wnioski/nowy?nabor=1');
  await birute.submit('/wnioski/nowy', { kind: 'person', email: 'birute@example.org' });
  await birute.get(check);
  const answer = await birute.post(`${application}/zlozenie`);
  expect(answer.status).toBe(422);
  expect(answer.title).toMatch(/^Błąd: /);
  expect(plain(answer.text)).toContain('We wniosku jest jeszcze 19 rzeczy do uzupełnienia.');
  expect(plain(answer.text)).toContain('Czego jeszcze brakuje');
});

test('the group follows its application, and takes it back after a question', async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-13T20:17:00.000Z' });
  const sent = submittedApplication(app.deps, story);
  const birute = app.as({ id: sent.personId });
  const home = await birute.get(application);
  expect(plain(home.text)).toContain('Wniosek jest złożony.');
  expect(plain(home.text)).toContain('15–20 marca 2024 r.');
  expect(plain(home.text)).toContain('Raz w miesiącu spotykamy się w czytelni');
  expect((await birute.get(`${application}/czesci/idea`)).location).toBe(application);
  const question = await birute.get(`${application}/wycofanie`);
  expect(plain(question.text)).toContain('Wycofać ten wniosek?');
  const after = await birute.submit(`${application}/wycofanie`);
  expect(plain(after.text)).toContain('Wniosek jest wycofany. Komisja nie będzie go oceniać.');
  expect((await birute.get(`${application}/wycofanie`)).location).toBe(application);
});

test('staff read the list and the frozen content; the sum leaves out what was withdrawn', async () => {
  app = await startTestApp({ beginning: 'open' });
  const sent = submittedApplication(app.deps, story);
  submittedApplication(app.deps, {
    leader: 'Witold Malinowski',
    email: 'witold@example.org',
    title: 'Orkiestra z drewna',
    kind: 'person',
  });
  app.deps.db.raw.exec(`update applications set state = 'withdrawn' where number = 2`);
  const irena = app.as(app.person('Irena Sawko', 'irena@example.org', ['inspector']));
  const list = plain((await irena.get('/wnioski')).text);
  expect(list).toContain('„Dwa języki, jedna półka”\nPB/2024/01\nLentyna');
  expect(list).toContain('„Orkiestra z drewna”\nPB/2024/02\nWitold Malinowski');
  expect(list).toContain('Razem, bez wycofanych\n3 050,00');
  expect(list).not.toContain('W przygotowaniu');
  const page = await irena.get(`/wnioski/${sent.id}`);
  expect(plain(page.text)).toContain('Raz w miesiącu spotykamy się w czytelni');
  expect(page.forms.filter(({ action }) => action.startsWith('/wnioski'))).toEqual([]);
});
