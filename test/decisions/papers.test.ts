import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishDecisions } from '../../src/features/decisions/commands/publish.ts';
import { grosze } from '../../src/lib/money.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { pagesOf, paperOn, plain, statusesOf, wordsOf } from '../support/papers.ts';
import { approvedDecisions, preparedDecisions } from '../support/story/decisions.ts';
import { storyFor } from '../support/story/ground.ts';
import { nth, type ScoredStory } from '../support/story/jury.ts';

const reason = 'Bez wynajmu sceny: jest w świetlicy.';
const innerNote = 'W świetlicy przecieka dach, ale o tym cicho.';

let app: TestApp;
let told: ScoredStory;

/** Approved and not published: the first gets less than it asked for, with a reason. */
beforeAll(async () => {
  app = await startTestApp({ beginning: 'open' });
  app.deps.db.raw.exec("update organisations set director_name = 'Regina Bielska'");
  told = preparedDecisions(app, storyFor(app));
  const [first, fourth] = [nth(told.applications, 0).id, nth(told.applications, 3).id];
  approvedDecisions(app, told.callId, [
    { applicationId: first, amount: grosze(7_500_50), reason },
    { applicationId: fourth, reason: 'Tyle zostało w puli.' },
  ]);
  // Notes of a decided card are held fast; these stand in for notes written before.
  app.deps.db.raw.exec('drop trigger formal_answers_frozen_update');
  app.deps.db.raw.exec(`update formal_answers set note = '${innerNote}'`);
});
afterAll(() => app.close());

const leaderOf = (index: number): Client => app.as({ id: nth(told.applications, index).personId });
const resultOf = (index: number) => `/wnioski/${nth(told.applications, index).id}/wynik`;
const letterOn = async (browser: Client, index: number) =>
  paperOn(await browser.get(resultOf(index)), `Pismo o wyniku ${nth(told.applications, index).code}`);
const asked = () =>
  app.deps.db.get<{ n: number }>(sql`select count(*) as n from documents where kind = 'result_letter'`)?.n;

test('letters are asked for with the publication and not without it', async () => {
  const { deps } = app;
  expect(asked()).toBe(0);
  deps.db.raw.exec("create trigger no_letters before insert on publications begin select raise(abort, 'disk'); end");
  expect(() => publishDecisions(deps, told.coordinator, { callId: told.callId })).toThrow();
  expect(asked()).toBe(0);
  deps.db.raw.exec('drop trigger no_letters');
  expect(publishDecisions(deps, told.coordinator, { callId: told.callId }).ok).toBe(true);
  expect(asked()).toBe(told.applications.length);
  expect(plain((await leaderOf(0).get(resultOf(0))).text)).toContain('w przygotowaniu, odświeżcie stronę za chwilę');
  await app.drain();
});

test('an award is told in figures and words, with its reason, what comes next and a place for the director to sign', async () => {
  const birute = leaderOf(0);
  const pages = await pagesOf(birute, await letterOn(birute, 0));
  const words = pages.join(' ');
  for (const part of [
    'Sejny, 22 kwietnia 2024 r. Lentyna Birutė Jurkianis ul.',
    'Inicjatywa wybrana Wniosek PB/2024/01',
    'Wasza inicjatywa „Dwa języki, jedna półka” została wybrana w konkursie „Para-buch!',
    'Kwota na realizację: 7 500,50 zł (słownie: siedem tysięcy pięćset złotych 50/100).',
    'We wniosku było 8 000,00 zł (słownie: osiem tysięcy złotych 00/100).',
    `Uzasadnienie ${reason}`,
    'Co dalej 1) Zadzwonimy, żeby uzgodnić kosztorys',
    `Wynik na ekranie: ${app.url}${resultOf(0)}`,
    'Dyrektor Regina Bielska',
  ])
    expect(words).toContain(part);
  const annex = pages.find((page) =>
    page.includes(
      'Załącznik. Punkty i uzasadnienia komisji Wynik to średnia kart komisji, z dokładnością do dwóch miejsc po przecinku. Policzono 4 karty oceny.',
    ),
  );
  expect(annex).toContain('Razem 100,00');
  expect(annex).toContain('Pomysł jest potrzebny i dobrze policzony');
});

test('a reserve place and a refusal say why, in the words of the page', async () => {
  const kazimierz = leaderOf(4);
  const reserve = await wordsOf(kazimierz, await letterOn(kazimierz, 4));
  expect(reserve).toContain('Inicjatywa na liście rezerwowej Wniosek PB/2024/05');
  expect(reserve).toMatch(/jest na liście rezerwowej, na miejscu \d\. Osiągnęła wymagany próg\./);
  const romuald = leaderOf(5);
  const refusal = await wordsOf(romuald, await letterOn(romuald, 5));
  expect(refusal).toContain('nie została wybrana w konkursie „Para-buch!');
  expect(refusal).toMatch(/Próg to 60,00, zabrakło \d+,\d\d\./);
  expect(refusal).not.toContain('Kwota na realizację');
});

test('no letter names a juror in its own words, or tells what staff noted for themselves', async () => {
  const names = told.jury.map(({ name }) => name);
  // The jurors of this story sign their justifications by themselves; here they do not.
  app.deps.db.raw.exec('drop trigger score_cards_sent_frozen');
  app.deps.db.raw.exec(
    "update score_cards set justification = 'Pomysł jest potrzebny i dobrze policzony, a grupa ma siły.'",
  );
  const joanna = app.as({ id: told.coordinator.personId });
  for (const index of told.applications.keys()) {
    await joanna.get(resultOf(index));
    await joanna.submit(`${resultOf(index)}/pismo`);
    await app.drain();
    const words = await wordsOf(leaderOf(index), await letterOn(leaderOf(index), index));
    expect(names.filter((name) => words.includes(name))).toEqual([]);
    expect(words).not.toContain(innerNote);
  }
});

test('a letter opens to its group and to staff, and to nobody who judges or is excluded', async () => {
  const href = await letterOn(leaderOf(1), 1);
  const tomas = nth(told.jury, 1);
  app.deps.db.raw.exec(
    `insert into role_grants (person_id, role, granted_at) values (${tomas.personId}, 'director', '2024-04-22T08:00:00.000Z')`,
  );
  const people = {
    'its leader': leaderOf(1),
    accountant: app.as(app.person('Alicja Rowicka', 'alicja@example.org', ['accountant'])),
    inspector: app.as(app.person('Ryszard Wiatr', 'ryszard@example.org', ['inspector'])),
    'another leader': leaderOf(0),
    juror: app.as({ id: nth(told.jury, 0).personId }),
    'a director excluded from it': app.as({ id: tomas.personId }),
    visitor: app.visitor(),
  };
  expect(await statusesOf(people, href)).toEqual({
    'its leader': 200,
    accountant: 200,
    inspector: 200,
    'another leader': 404,
    juror: 404,
    'a director excluded from it': 404,
    visitor: 404,
  });
  expect(plain((await leaderOf(1).get(resultOf(1))).text)).not.toContain('Przygotuj pismo');
});
