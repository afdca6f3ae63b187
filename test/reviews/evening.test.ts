import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { excludeFrom } from '../../src/features/jury/commands/conflicts.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { pagesOf, plain } from '../support/papers.ts';
import { momentOf, nth, type ScoredStory, score, scored } from '../support/story/jury.ts';

let app: TestApp;
let callId: number;
let told: ScoredStory;

const secret = 'skrzynia po dziadku Jonasie';

/** Three applications; Piotr is excluded from the second, which holds a secret phrase. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
  const applications = [
    { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
    {
      ...{ leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Kufry i walizki' },
      answers: { summary: secret, idea: secret },
    },
    { leader: 'Algis Nevulis', email: 'algis@example.org', title: 'Dwa języki, jedna półka' },
  ];
  told = scored(app, { callId, applications, given: [[], [undefined, undefined, undefined, null], []] });
});
afterEach(() => app.close());

const all = () => `/nabory/${callId}/oceny/wnioski.pdf`;
const blanks = () => `/nabory/${callId}/oceny/puste-karty.pdf`;
const juror = (at: number) => app.as({ id: nth(told.jury, at).personId });

test('all applications open to a juror are one file, in the order of filing, with their list in front', async () => {
  const halina = juror(2);
  expect([...(await halina.get('/oceny')).links.values()]).toContain(all());
  const [contents = '', ...rest] = (await pagesOf(halina, all())).map(plain);
  expect(contents).toMatch(/Spis wniosków.*PB\/2024\/01.*PB\/2024\/02.*PB\/2024\/03/s);
  const words = rest.join(' ');
  expect(words).toContain(secret);
  const places = ['Ławki z wierszem', 'Kufry i walizki', 'Dwa języki, jedna półka'].map((title) =>
    words.indexOf(`${title} Wniosek PB/2024/0`),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('what is closed to the juror is in neither file, by no word and no count, also once it closes later', async () => {
  const piotr = juror(3);
  for (const path of [all(), blanks()]) {
    const words = (await pagesOf(piotr, path)).map(plain).join(' ');
    expect(words, path).toContain('Dwa języki, jedna półka');
    expect(words, path).not.toMatch(/Kufry|dziadku|PB\/2024\/02|jadwiga@/);
  }
  const halina = nth(told.jury, 2);
  excludeFrom(app.deps, halina.actor, { applicationId: nth(told.applications, 1).id, ground: 'kin', note: '' });
  expect((await pagesOf(juror(2), all())).join(' ')).not.toMatch(/Kufry|dziadku/);
});

test('blank cards bear the juror, the application and every criterion; the coordinator prints them, but not of what is closed to her', async () => {
  const joanna = app.as({ id: told.coordinator.personId });
  const { memberId } = nth(told.jury, 2);
  const cards = (await pagesOf(joanna, `${blanks()}?osoba=${memberId}`)).map(plain);
  const words = cards.join(' ');
  for (const part of ['Ocenia Halina Rapczyńska', 'PB/2024/02', 'Kosztorys 0', 'Data i podpis'])
    expect(words).toContain(part);
  // Piotr coordinates too, and is excluded from the second application.
  app.deps.db.write((tx) =>
    grantRole(
      tx,
      app.deps,
      { kind: 'system' },
      { personId: nth(told.jury, 3).personId, role: 'coordinator', callId: null },
    ),
  );
  expect((await pagesOf(juror(3), `${blanks()}?osoba=${memberId}`)).join(' ')).not.toMatch(/Kufry|PB\/2024\/02/);
  expect((await juror(2).get(`${blanks()}?osoba=${nth(told.jury, 1).memberId}`)).status).toBe(200);
  expect((await pagesOf(juror(2), `${blanks()}?osoba=${nth(told.jury, 1).memberId}`)).join(' ')).not.toContain('Tomas');
});

test('one press reminds whoever has unsent cards, once a day, of how many and never of whom', async () => {
  for (const { id } of told.applications) score(app.deps, callId, nth(told.jury, 0), id, 4);
  score(app.deps, callId, nth(told.jury, 1), nth(told.applications, 0).id, 4);
  const joanna = app.as({ id: told.coordinator.personId });
  const progress = `/nabory/${callId}/oceny`;
  await joanna.get(progress);
  const pressed = await joanna.submit(`${progress}/przypomnienie`);
  expect(plain(pressed.text)).toContain('3 przypomnienia idą do osób z niewysłanymi kartami.');
  const letters = app.deps.db.all<{ toName: string; subject: string; body: string }>(
    sql`select to_name as toName, subject, body from letters where kind = 'cards_reminder' order by id`,
  );
  expect(letters.map(({ toName, subject }) => [toName, plain(subject)])).toEqual([
    ['Tomas Vaina', 'Do wysłania: 2 karty oceny, termin 15 kwietnia 2024 r., godz. 23.59'],
    ['Halina Rapczyńska', 'Do wysłania: 3 karty oceny, termin 15 kwietnia 2024 r., godz. 23.59'],
    ['Piotr Maksimowicz', 'Do wysłania: 2 karty oceny, termin 15 kwietnia 2024 r., godz. 23.59'],
  ]);
  for (const { body } of letters) expect(body).not.toMatch(/Ławki|Kufry|PB\/2024/);
  const again = await joanna.post(`${progress}/przypomnienie`);
  expect(again.status).toBe(422);
  expect(plain(again.text)).toContain('Dziś przypomnienie już wyszło.');
  app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
  expect((await joanna.get(progress)).forms.map(({ action }) => action)).not.toContain(`${progress}/przypomnienie`);
});
