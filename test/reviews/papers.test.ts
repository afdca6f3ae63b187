import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { paperOn, plain, statusesOf, wordsOf } from '../support/papers.ts';
import { applications, storyFor } from '../support/story/ground.ts';
import { adopted, nth, type ScoredStory, scored } from '../support/story/jury.ts';

let app: TestApp;
let told: ScoredStory;
let marianna: Client;
let joanna: Client;
let cardPage: string;

/** Two applications; Tomas is excluded from the first, every other card is sent. The scoring still goes on. */
beforeAll(async () => {
  app = await startTestApp({ beginning: 'open' });
  told = scored(app, {
    ...storyFor(app),
    applications: applications.slice(0, 2),
    given: [
      [[5, 4, 5, 4, 5, 4, 5, 3, 0], null, 4, 4],
      [4, 3, 4, 4],
    ],
  });
  marianna = app.as({ id: nth(told.jury, 0).personId });
  joanna = app.as({ id: told.coordinator.personId });
  cardPage = `/wnioski/${nth(told.applications, 0).id}/ocena`;
});
afterAll(() => app.close());

const title = (code: number, juror: number) => `Karta oceny PB/2024/0${code} – ${nth(told.jury, juror).name}`;
const progress = () => `/nabory/${told.callId}/oceny`;
const papers = () =>
  app.deps.db.get<{ n: number }>(sql`select count(*) as n from documents where kind = 'score_card'`)?.n;

test('a juror prints the own sent card: criteria, points by weight, sum, bonus, justification, name and moment', async () => {
  await marianna.get(cardPage);
  expect(plain((await marianna.submit(`${cardPage}/wydruk`)).text)).toContain('w przygotowaniu, odśwież stronę');
  await app.drain();
  const words = await wordsOf(marianna, paperOn(await marianna.get(cardPage), title(1, 0)));
  const { sum } = sumsOf();
  for (const part of [
    'Karta oceny merytorycznej Wniosek PB/2024/01 w konkursie „Para-buch!',
    'Kto składa Lentyna Ocena Marianna Zubrycka, przewodniczący / przewodnicząca Wysłana 2 kwietnia 2024 r.',
    '5 z 5 4 20',
    `Suma ${sum.merit} z 100`,
    'Razem dodatkowe 3',
    `Razem na karcie: ${sum.total} punkt`,
    'Uzasadnienie Pomysł jest potrzebny i dobrze policzony',
  ])
    expect(words).toContain(part);
  expect(words).not.toContain('nie liczy się');
});

test('before the ranking is adopted nobody else opens it, and staff have nothing to print', async () => {
  const href = paperOn(await marianna.get(cardPage), title(1, 0));
  const people = {
    'another juror': app.as({ id: nth(told.jury, 2).personId }),
    'the leader': app.as({ id: nth(told.applications, 0).personId }),
    visitor: app.visitor(),
    coordinator: joanna,
    marianna,
  };
  expect(await statusesOf(people, href)).toEqual({
    ...{ 'another juror': 404, 'the leader': 404, visitor: 404, coordinator: 404 },
    marianna: 200,
  });
  expect(plain((await joanna.get(progress())).text)).not.toContain('Karty oceny na papierze');
});

test('once it is adopted staff print the cards, each once, and read them except what is closed to them', async () => {
  const { deps } = app;
  adopted(app, told);
  const excluded = nth(told.jury, 1);
  const leader = nth(told.applications, 1);
  deps.db.write((tx) => {
    for (const personId of [excluded.personId, leader.personId])
      grantRole(tx, deps, { kind: 'system' }, { personId, role: 'coordinator', callId: null });
  });
  const [tomas, ewa] = [app.as({ id: excluded.personId }), app.as({ id: leader.personId })];
  // Who is excluded from the first application prints the cards of the second alone.
  expect(plain((await tomas.get(progress())).text)).toContain(`${title(2, 0)} jeszcze nie w PDF`);
  await tomas.submit(`${progress()}/wydruki`);
  expect(papers()).toBe(5);
  await joanna.get(progress());
  expect(plain((await joanna.submit(`${progress()}/wydruki`)).text)).toContain('Przygotowujemy 2 karty w PDF.');
  expect(papers()).toBe(7);
  await app.drain();
  const page = await joanna.get(progress());
  expect(page.forms.filter(({ action }) => action.endsWith('/wydruki'))).toEqual([]);
  const hrefs = [0, 2, 3].map((juror) => paperOn(page, title(1, juror)));
  expect(await wordsOf(joanna, nth(hrefs, 1))).toContain('Ocena Halina Rapczyńska');
  const inspector = app.as(app.person('Ryszard Wiatr', 'ryszard@example.org', ['inspector']));
  for (const href of hrefs) {
    expect(await statusesOf({ joanna, inspector, tomas, ewa }, href)).toEqual({
      ...{ joanna: 200, inspector: 200 },
      ...{ tomas: 404, ewa: 200 },
    });
  }
  // A card of the application that a coordinator leads is closed to her, as are jurors' names to its group.
  const second = paperOn(page, title(2, 2));
  expect(await statusesOf({ joanna, tomas, ewa }, second)).toEqual({ joanna: 200, tomas: 200, ewa: 404 });
  const seen = plain((await tomas.get(progress())).text);
  expect(seen).toContain(title(2, 0));
  expect(seen).not.toContain(title(1, 0));
  const ofEwa = plain((await ewa.get(progress())).text);
  expect(ofEwa).toContain(title(1, 0));
  expect(ofEwa).not.toContain(title(2, 0));
});

/** Marianna's points on the first application, summed by hand: 5·4 + 4·4 + 5·4 + 4·3 + 5·3 + 4·1 + 5·1 and a bonus of 3. */
function sumsOf() {
  return { sum: { merit: 20 + 16 + 20 + 12 + 15 + 4 + 5, total: 95 } };
}
