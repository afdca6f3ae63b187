import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { changeTerms } from '../../src/features/calls/commands/amounts.ts';
import { announceCall, returnToDraft } from '../../src/features/calls/commands/lifecycle.ts';
import { printRules } from '../../src/features/calls/commands/papers.ts';
import { changeTimetable, moveTimetable } from '../../src/features/calls/commands/timetable.ts';
import { readCall } from '../../src/features/calls/queries.ts';
import { grosze } from '../../src/lib/money.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestPerson } from '../support/house.ts';
import { pagesOf, paperOn, plain, statusesOf, wordsOf } from '../support/papers.ts';

let app: TestApp;
let marta: TestPerson;
afterEach(() => app.close());

async function begin(beginning: 'draft' | 'open' = 'draft'): Promise<void> {
  app = await startTestApp({ beginning, at: '2024-02-12T07:00:00.000Z' });
  marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
}

const asked = (kind: string) =>
  app.deps.db.get<{ count: number }>(sql`select count(*) as count from documents where kind = ${kind}`)?.count;
const call = () => {
  const read = readCall(app.deps.db, 1);
  if (read === undefined) throw new Error('There is no call');
  return read;
};

test('the rules are asked for in the transaction that announces them, and again when dates or amounts change', async () => {
  await begin();
  const { deps } = app;
  expect(asked('call_rules')).toBe(0);
  // A draft changes as often as it likes: there is nothing published to keep up with.
  moveTimetable(deps, marta.actor, 1, { to: 'today' });
  expect(asked('call_rules')).toBe(0);
  announceCall(deps, marta.actor, 1);
  expect(asked('call_rules')).toBe(1);
  announceCall(deps, marta.actor, 1);
  expect(asked('call_rules')).toBe(1);

  const { version, stages, quorum, thresholdPercent, applicationsPerLeader, minInitiatives } = call();
  const { scoreMethod, scoreDecimals, bonusLimit, unevenCards, extremeReasons, cardsPerApplication, blindReview } =
    call();
  const later = stages.map((stage) =>
    stage.kind === 'jury_meeting' ? { ...stage, place: 'sala nad czytelnią' } : stage,
  );
  expect(changeTimetable(deps, marta.actor, { callId: 1, version, stages: later, reason: 'Remont czytelni.' }).ok).toBe(
    true,
  );
  expect(asked('call_rules')).toBe(2);
  const terms = {
    quorum,
    thresholdPercent,
    applicationsPerLeader,
    applicationsPerOrganisation: null,
    minInitiatives,
    ...{ scoreMethod, scoreDecimals, bonusLimit, unevenCards, extremeReasons, cardsPerApplication, blindReview },
    callId: 1,
  };
  const amounts = { pool: grosze(20_000_00), min: grosze(1_000_00), max: grosze(7_000_00) };
  expect(changeTerms(deps, marta.actor, { ...terms, ...amounts, version: call().version }).ok).toBe(true);
  expect(asked('call_rules')).toBe(3);
  // A refused change asks for nothing.
  expect(changeTerms(deps, marta.actor, { ...terms, ...amounts, version: 1 })).toMatchObject({ ok: false });
  expect(asked('call_rules')).toBe(3);
});

test('everybody opens the published rules from the call’s page; their annexes begin on pages of their own', async () => {
  await begin();
  announceCall(app.deps, marta.actor, 1);
  const visitor = app.visitor();
  expect(plain((await visitor.get('/nabory/1/regulamin')).text)).toContain(
    'w przygotowaniu, odświeżcie stronę za chwilę',
  );
  await app.drain();
  for (const path of ['/nabory/1', '/nabory/1/regulamin'])
    expect(paperOn(await visitor.get(path), 'Regulamin konkursu')).toMatch(/^\/pliki\/\d+$/);
  const href = paperOn(await visitor.get('/nabory/1'), 'Regulamin konkursu');
  const pages = await pagesOf(visitor, href);
  for (const annex of [
    'Załącznik nr 1. Kto, kwoty i liczby Kto może złożyć wniosek',
    'Załącznik nr 2. Terminarz',
    'Załącznik nr 3. Rodzaje kosztów Koszty kwalifikowane',
    'Załącznik nr 4. Kryteria Kryteria formalne',
    'Jak przetwarzamy dane Kto odpowiada za Wasze dane',
  ]) {
    const [page, ...more] = pages.filter((words) => words.includes(annex));
    expect([annex, more.length]).toEqual([annex, 0]);
    // Only the letterhead stands above it.
    expect(page?.indexOf(annex)).toBeLessThan(260);
  }
  const words = pages.join(' ');
  for (const part of [
    'Regulamin konkursu „Para-buch!',
    'Ogłoszony 12 lutego 2024 r.',
    'Pula konkursu 24 000,00 zł (słownie: dwadzieścia cztery tysiące złotych 00/100)',
    'Przy równej liczbie punktów decyduje kolejno: Odpowiedź na potrzeby z diagnozy, Kosztorys.',
    '§ 1. O konkursie 1. Konkurs ogłasza Biblioteka Publiczna w Sejnach',
    'Nabór wniosków 12 lutego – 15 marca 2024 r., godz. 15.00',
    'Najmniejsza kwota na inicjatywę 2 000,00 zł (słownie: dwa tysiące złotych 00/100)',
    'Próg punktów 60% z 100',
    'Razem 100',
  ])
    expect(words).toContain(part);
});

test('an older version stays in the settings; a call taken back takes its rules along', async () => {
  await begin();
  announceCall(app.deps, marta.actor, 1);
  await app.drain();
  const visitor = app.visitor();
  const first = paperOn(await visitor.get('/nabory/1'), 'Regulamin konkursu');
  app.clock.set('2024-02-14T09:30:00.000Z');
  const { version, stages } = call();
  const later = stages.map((stage) =>
    stage.kind === 'jury_meeting' ? { ...stage, place: 'sala nad czytelnią' } : stage,
  );
  changeTimetable(app.deps, marta.actor, { callId: 1, version, stages: later, reason: 'Remont czytelni.' });
  await app.drain();
  const second = paperOn(await visitor.get('/nabory/1'), 'Regulamin konkursu');
  expect(await wordsOf(visitor, first)).not.toContain('sala nad czytelnią');
  const words = await wordsOf(visitor, second);
  expect(words).toContain('sala nad czytelnią');
  expect(words).toContain('z terminami i kwotami na dzień 14 lutego 2024 r., godz. 10.30');
  const settings = await app.as(marta).get('/nabory/1/ustawienia');
  expect([...settings.links.values(), settings.text].join(' ')).toContain(second);
  // Two versions of the rules, and the form of the newer.
  expect(settings.html.match(/href="\/pliki\//g)).toHaveLength(3);
  returnToDraft(app.deps, marta.actor, 1);
  expect(await statusesOf({ visitor, marta: app.as(marta) }, second)).toEqual({ visitor: 404, marta: 200 });
});

test('rules that could not be made say so and are asked for anew by the coordinator alone', async () => {
  await begin();
  expect(printRules(app.deps, marta.actor, 1)).toMatchObject({ code: 'not_announced' });
  announceCall(app.deps, marta.actor, 1);
  app.deps.db.raw.exec("update documents set state = 'failed', last_error = 'full disk'");
  const browser = app.as(marta);
  expect(plain((await browser.get('/nabory/1/ustawienia')).text)).toContain('nie udało się przygotować');
  const again = await browser.submit('/nabory/1/regulamin');
  expect(plain(again.text)).toContain('Dokument będzie gotowy za chwilę.');
  await app.drain();
  expect(paperOn(await app.visitor().get('/nabory/1'), 'Regulamin konkursu')).not.toBe('');
});

test('the draft order has blanks for the director’s lawyer, the draft’s mark, and opens to the coordinator and the director alone', async () => {
  await begin('open');
  app.deps.db.raw.exec("update organisations set director_name = 'Dorota Sawicka'");
  const people = {
    visitor: app.visitor(),
    leader: app.as(app.person('Birutė Jurkianis', 'birute@example.org')),
    juror: app.as(app.person('Tomas Vaina', 'tomas@example.org', ['juror'])),
    accountant: app.as(app.person('Teresa Krupińska', 'teresa@example.org', ['accountant'])),
    inspector: app.as(app.person('Ryszard Wiatr', 'ryszard@example.org', ['inspector'])),
    director: app.as(app.person('Dorota Sawicka', 'dorota@example.org', ['director'])),
    coordinator: app.as(marta),
  };
  const { director } = people;
  await director.get('/nabory/1/ustawienia');
  const waiting = await director.submit('/nabory/1/zarzadzenie');
  expect(plain(waiting.text)).toContain('w przygotowaniu, odśwież stronę za chwilę');
  await app.drain();
  const href = paperOn(await director.get('/nabory/1/ustawienia'), 'Projekt zarządzenia w sprawie regulaminu');
  const words = await wordsOf(director, href);
  for (const part of [
    'Zarządzenie nr ………/2024 Dyrektora Biblioteki Publicznej w Sejnach',
    'w sprawie ogłoszenia konkursu „Para-buch!',
    'art. 17 ustawy z dnia 25 października 1991 r. o organizowaniu i prowadzeniu działalności kulturalnej (Dz. U. z ……… r. poz. ………) oraz § ……… statutu',
    'przeznacza się 24 000,00 zł (słownie: dwadzieścia cztery tysiące złotych 00/100)',
    'Zarządzenie wchodzi w życie z dniem podpisania.',
    'Dorota Sawicka',
    'P R O J E K T',
  ])
    expect(words).toContain(part);
  expect(await statusesOf(people, href)).toEqual({
    ...{ visitor: 404, leader: 404, juror: 404, accountant: 404, inspector: 404 },
    ...{ director: 200, coordinator: 200 },
  });
  const seen = plain((await people.inspector.get('/nabory/1/ustawienia')).text);
  expect(seen).not.toContain('Projekt zarządzenia');
});
