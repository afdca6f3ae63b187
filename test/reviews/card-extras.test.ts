import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMeritCriteria } from '../../src/features/calls/criteria.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { saveScoreCard } from '../../src/features/reviews/commands/save.ts';
import { sendScoreCard } from '../../src/features/reviews/commands/send.ts';
import { readScoreCard } from '../../src/features/reviews/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Fields } from '../support/client.ts';
import { paperOn, plain, wordsOf } from '../support/papers.ts';
import { adopted, justificationBy, nth, pointsOf, type ScoredStory, score, scored } from '../support/story/jury.ts';

const privateNote = 'Zapytać Tomasa o klucz do remizy.';

let app: TestApp;
let callId: number;
let told: ScoredStory;
let halina: Client;
let card: string;
let first: { id: number };

/** Halina Rapczyńska before the application of Birutė's circle; nobody has scored yet. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
  const applications = [
    { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
    { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
  ];
  told = scored(app, { callId, applications, given: [] });
  halina = app.as({ id: nth(told.jury, 2).personId });
  first = nth(told.applications, 0);
  card = `/wnioski/${first.id}/ocena`;
});
afterEach(() => app.close());

const criteria = () => readMeritCriteria(app.deps.db, callId);
const ticked = (points: number): Fields =>
  Object.fromEntries(criteria().map(({ id, isBonus }) => [`points[k${id}]`, isBonus ? '0' : String(points)]));
const asksForReasons = () => app.deps.db.raw.exec('update calls set extreme_reasons = 1');
const requested = () =>
  app.deps.db.get<{ grosze: number }>(sql`select requested_grosze as grosze from applications where id = ${first.id}`)
    ?.grosze ?? 0;

/** Fills in a card with a suggested amount and a note, and sends it. */
function sendWith(juror: number, suggestedAmount: string, note = '') {
  const { actor, name } = nth(told.jury, juror);
  const points = pointsOf(app.deps, callId, 4);
  const written = { applicationId: first.id, revision: 0, points, justification: justificationBy(name) };
  const saved = saveScoreCard(app.deps, actor, { ...written, suggestedAmount, privateNote: note });
  if (!saved.ok) throw new Error(saved.code);
  return sendScoreCard(app.deps, actor, { applicationId: first.id, revision: saved.value });
}

describe('the private note', () => {
  test('comes back to its juror before and after sending, and to nobody else on any page, file or event', async () => {
    await halina.get(card);
    const saved = await halina.submit(card, { ...ticked(4), privateNote, act: 'save' });
    expect(saved.html).toContain(`${privateNote}</textarea>`);
    const sent = await halina.submit(card, { justification: justificationBy('Halina Rapczyńska'), act: 'send' });
    expect(sent.html, 'what is sent is reviewed without it').not.toContain(privateNote);
    await halina.submit(`${card}/wyslanie`);
    const own = await halina.get(card);
    expect(plain(own.text)).toContain(privateNote);
    await halina.submit(`${card}/wydruk`);
    await app.drain();
    const paper = paperOn(await halina.get(card), 'Karta oceny PB/2024/01 – Halina Rapczyńska');
    expect(await wordsOf(halina, paper)).not.toContain('remizy');

    for (const juror of [0, 1, 3]) score(app.deps, callId, nth(told.jury, juror), first.id, 4);
    for (const juror of told.jury) score(app.deps, callId, juror, nth(told.applications, 1).id, 3);
    adopted(app, told);
    const marianna = app.as({ id: nth(told.jury, 0).personId });
    const joanna = app.as({ id: told.coordinator.personId });
    expect((await marianna.get(card)).text, 'others read her points').toContain('Halina Rapczyńska');
    for (const [browser, path] of [
      [marianna, card],
      [joanna, `/nabory/${callId}/oceny`],
      [joanna, `/nabory/${callId}/ranking`],
      [joanna, `/wnioski/${first.id}`],
    ] as const)
      expect((await browser.get(path)).html, path).not.toContain('remizy');
    expect(JSON.stringify(app.deps.db.all(sql`select * from events`))).not.toContain('remizy');
  });
});

describe('a suggested amount', () => {
  test.each([
    ['trzy tysiące', 'To nie jest kwota'],
    ['-5', 'ujemn'],
    ['999', 'Najniższa kwota na jedną inicjatywę w tym naborze to 2 000,00 zł'],
    ['7000,01', 'Grupa prosi o'],
  ])('of %s is told at its field when sending, and kept as typed when saving', async (typed, words) => {
    await halina.get(card);
    const justification = justificationBy('Halina Rapczyńska');
    const wrong = await halina.post(card, { ...ticked(4), justification, suggestedAmount: typed, act: 'send' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#suggestedAmount"');
    expect(plain(wrong.text)).toContain(words);
    await halina.submit(card, { ...ticked(4), justification, suggestedAmount: typed, act: 'save' });
    const { memberId } = nth(told.jury, 2);
    expect(readScoreCard(app.deps.db, memberId, first.id)).toMatchObject({ suggestedAmount: typed, state: 'draft' });
    const revision = 1;
    expect(sendScoreCard(app.deps, nth(told.jury, 2).actor, { applicationId: first.id, revision })).toMatchObject({
      code: 'card_incomplete',
    });
  });

  test('reaches the other jurors and the coordinator only when the last card of the application is sent', async () => {
    expect(requested()).toBeGreaterThan(2_345_00);
    expect(sendWith(0, '2345').ok).toBe(true);
    for (const juror of [1, 2]) score(app.deps, callId, nth(told.jury, juror), first.id, 4);
    const joanna = app.as({ id: told.coordinator.personId });
    const seenBy = async () => [
      plain((await halina.get(card)).text).includes('2 345,00 zł'),
      plain((await joanna.get(`/nabory/${callId}/oceny`)).text).includes('2 345,00 zł'),
    ];
    expect(plain((await halina.get(card)).text), 'the card itself is read').toContain('Marianna Zubrycka');
    expect(await seenBy()).toEqual([false, false]);
    const piotr = app.as({ id: nth(told.jury, 3).personId });
    expect((await piotr.get(card)).text).not.toContain('Marianna');
    score(app.deps, callId, nth(told.jury, 3), first.id, 5);
    expect(await seenBy()).toEqual([true, true]);
    expect(plain((await piotr.get(card)).text)).toContain('Marianna Zubrycka\n80, proponuje 2 345,00 zł');
  });
});

describe('a reason where nothing or everything is given', () => {
  test('is asked for by no call that did not say so', async () => {
    expect((await halina.get(card)).html).not.toContain('reasons[');
    await halina.get(card);
    const justification = justificationBy('Halina Rapczyńska');
    expect((await halina.submit(card, { ...ticked(5), justification, act: 'send' })).title).toContain('Wysłać ocenę');
  });

  test('is asked at each such criterion, and goes with the card: its own page, the paper, nobody else’s screen', async () => {
    asksForReasons();
    await halina.get(card);
    const [needs, reading, third] = criteria();
    const given = { ...ticked(4), [`points[k${needs?.id}]`]: '5', [`points[k${reading?.id}]`]: '0' };
    const justification = justificationBy('Halina Rapczyńska');
    const wrong = await halina.post(card, { ...given, justification, act: 'send' });
    expect(wrong.status).toBe(422);
    for (const id of [needs?.id, reading?.id]) expect(wrong.html).toContain(`href="#reasons-k${id}"`);
    expect(wrong.html).not.toContain(`href="#reasons-k${third?.id}"`);
    const why = 'W Sejwach nikt dotąd o to nie zapytał.';
    const reasons = { [`reasons[k${needs?.id}]`]: why, [`reasons[k${reading?.id}]`]: 'Nie ma ani słowa o książce.' };
    await halina.submit(card, { ...given, ...reasons, justification, act: 'send' });
    await halina.submit(`${card}/wyslanie`);
    expect((await halina.get(card)).text).toContain(why);
    await halina.submit(`${card}/wydruk`);
    await app.drain();
    const paper = paperOn(await halina.get(card), 'Karta oceny PB/2024/01 – Halina Rapczyńska');
    expect(await wordsOf(halina, paper)).toContain(why);
    score(app.deps, callId, nth(told.jury, 0), first.id, 4);
    const marianna = await app.as({ id: nth(told.jury, 0).personId }).get(card);
    expect(marianna.text).toContain('Halina Rapczyńska');
    expect(marianna.text).not.toContain('Sejwach');
  });

  test('written before any point is chosen stays', async () => {
    asksForReasons();
    await halina.get(card);
    const [needs] = criteria();
    const saved = await halina.submit(card, { [`reasons[k${needs?.id}]`]: 'Zacznę od słów.', act: 'save' });
    expect(saved.html).toContain('Zacznę od słów.</textarea>');
  });
});

test('B1: two tabs of one card: note, amount and reasons of both are on the page, and nothing is written over unseen', async () => {
  asksForReasons();
  const [needs] = criteria();
  const key = `reasons[k${needs?.id}]`;
  await halina.get(card);
  const other = app.as({ id: nth(told.jury, 2).personId });
  await other.get(card);
  await other.submit(card, {
    privateNote: 'Z telefonu',
    suggestedAmount: '2000',
    [key]: 'Powód z telefonu',
    act: 'save',
  });
  const clash = await halina.post(card, {
    privateNote: 'Z komputera',
    suggestedAmount: '3000',
    [key]: 'Powód z komputera',
    act: 'save',
  });
  expect(clash.status).toBe(409);
  for (const stored of ['Z telefonu', '2000', 'Powód z telefonu']) expect(plain(clash.text)).toContain(stored);
  for (const typed of ['Z komputera</textarea>', 'value="3000"', 'Powód z komputera</textarea>'])
    expect(clash.html).toContain(typed);
  expect(readScoreCard(app.deps.db, nth(told.jury, 2).memberId, first.id)).toMatchObject({
    privateNote: 'Z telefonu',
    suggestedAmount: '2000',
    revision: 1,
  });
});

test('B4: points beyond the scale are stored by nobody: not a number above it, not half a bonus, not another call’s criterion', () => {
  const { actor, memberId } = nth(told.jury, 2);
  const [needs] = criteria();
  const bonus = criteria().find(({ isBonus, maxPoints }) => isBonus && maxPoints > 1);
  const points = [
    { criterionId: needs?.id ?? 0, points: 6 },
    { criterionId: bonus?.id ?? 0, points: 1 },
    { criterionId: 999_999, points: 1 },
  ];
  const draft = { applicationId: first.id, revision: 0, points, justification: justificationBy('Halina') };
  expect(saveScoreCard(app.deps, actor, draft).ok).toBe(true);
  expect(readScoreCard(app.deps.db, memberId, first.id).points).toEqual([]);
  expect(sendScoreCard(app.deps, actor, { applicationId: first.id, revision: 1 })).toMatchObject({
    code: 'card_incomplete',
  });
});
