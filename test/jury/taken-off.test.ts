import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { readActor } from '../../src/features/accounts/queries.ts';
import { currentCall, readCall } from '../../src/features/calls/queries.ts';
import { accessLines } from '../../src/features/desk/access-report.ts';
import { signDeclaration } from '../../src/features/jury/commands/conflicts.ts';
import { appointMember } from '../../src/features/jury/commands/members.ts';
import { type CardsWord, takeOff } from '../../src/features/jury/commands/take-off.ts';
import { exclusionsOf, membersOf } from '../../src/features/jury/queries.ts';
import { adoptRanking } from '../../src/features/ranking/commands.ts';
import { openMeeting } from '../../src/features/ranking/meeting/commands/open.ts';
import { pointsAt } from '../../src/features/ranking/meeting/points.ts';
import { readMinutes } from '../../src/features/ranking/minutes.ts';
import { computeRanking } from '../../src/features/ranking/queries.ts';
import { saveScoreCard } from '../../src/features/reviews/commands/save.ts';
import { progressOf, readScoreCard, sentCards } from '../../src/features/reviews/queries.ts';
import { seesPoints } from '../../src/features/reviews/sight.ts';
import { warsawDay } from '../../src/lib/days.ts';
import { fileAccess, invariants } from '../../src/registries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import {
  adopted,
  appointedJury,
  coordinatorOf,
  type Given,
  momentOf,
  nth,
  pointsOf,
  type ScoredStory,
  score,
  scored,
} from '../support/story/jury.ts';

const groups = [
  { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
  { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
  { leader: 'Antoni Krupa', email: 'antoni@example.org', title: 'Opowieści z pogranicza' },
];
const justification = 'Grupa zna swoją wieś i wie, kogo poprosić o pomoc przy ławkach.';

let app: TestApp;
let callId: number;
let story: ScoredStory;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
});
afterEach(() => app.close());

/** Of weight 20 in all: Halina Rapczyńska (the third) has sent two cards and begun one. */
function halfway(
  given: (Given | undefined)[][] = [
    [4, 3, 1, 4],
    [3, 3, 5],
    [4, 4, undefined, 4],
  ],
): ScoredStory {
  story = scored(app, { callId, applications: groups, given });
  return story;
}
const halina = () => nth(story.jury, 2);
const off = (cards: CardsWord | null, memberId = halina().memberId) =>
  takeOff(app.deps, story.coordinator, { callId, memberId, cards, reason: 'zrezygnowała z powodu choroby', order: '' });
const order = () =>
  computeRanking(app.deps.db, callId).map(({ number, totalHundredths, cards }) => ({ number, totalHundredths, cards }));
const broken = () => invariants.filter((one) => offendersOf(app.deps.db, one).length > 0).map(({ name }) => name);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('cards that go on counting: the order is the same to the hundredth, and nobody waits for the rest of hers', () => {
  halfway();
  const before = order();
  expect(before).toEqual([
    { number: 3, totalHundredths: 8000, cards: 3 },
    { number: 2, totalHundredths: 7333, cards: 3 },
    { number: 1, totalHundredths: 6000, cards: 4 },
  ]);
  expect(off('count').ok).toBe(true);
  expect(order()).toEqual(before);
  const progress = progressOf(app.deps.db, callId);
  expect(progress.applications.map(({ sent, possible }) => `${sent}/${possible}`)).toEqual(['4/4', '3/4', '3/3']);
  expect(progress.members.map(({ name }) => name)).not.toContain(halina().name);
  const { db } = app.deps;
  const [first] = story.applications;
  const call = readCall(db, callId);
  if (call === undefined) throw new Error('There is no call');
  expect(pointsAt(db, call, first?.id ?? 0).cards).toHaveLength(4);
});

test('cards put aside: the mean is of the others alone, in the ranking, at the meeting, in the minutes and in the proof', () => {
  halfway();
  expect(off('aside').ok).toBe(true);
  expect(order()).toEqual([
    { number: 3, totalHundredths: 8000, cards: 3 },
    { number: 1, totalHundredths: 7333, cards: 3 },
    { number: 2, totalHundredths: 6000, cards: 2 },
  ]);
  const { db } = app.deps;
  const [first, second] = story.applications;
  const call = readCall(db, callId);
  if (call === undefined) throw new Error('There is no call');
  expect(pointsAt(db, call, first?.id ?? 0)).toMatchObject({
    result: '73,33',
    cards: [{ total: 80 }, { total: 60 }, { total: 80 }],
  });
  expect(sentCards(db, callId).map(({ memberId }) => memberId)).not.toContain(halina().memberId);

  score(app.deps, callId, nth(story.jury, 3), second?.id ?? 0, 3);
  const rankingId = adopted(app, {
    ...story,
    jury: story.jury.filter(({ memberId }) => memberId !== halina().memberId),
  });
  const minutes = readMinutes(db, rankingId);
  expect(minutes.members.map(({ name, until, hasVote }) => ({ name, until, hasVote }))).toEqual([
    { name: 'Marianna Zubrycka', until: null, hasVote: true },
    { name: 'Tomas Vaina', until: null, hasVote: true },
    { name: 'Piotr Maksimowicz', until: null, hasVote: true },
    { name: 'Halina Rapczyńska', until: warsawDay(momentOf(app.deps, callId, 'scoring')), hasVote: false },
  ]);
  expect(minutes.points.jurors.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(JSON.stringify(minutes)).not.toContain('choroby');
  expect(broken()).toEqual([]);
  expect(() =>
    db.raw.exec(
      `update jury_members set removed_at = '2024-04-01T00:00:00.000Z' where id = ${nth(story.jury, 1).memberId}`,
    ),
  ).toThrow('ranking_adopted');
  expect(() => db.raw.exec(`update jury_members set cards_count = 1 where id = ${halina().memberId}`)).toThrow(
    'taken_off_stays',
  );
});

test('the minutes keep the column of whoever was taken off with cards that count', () => {
  halfway([
    [4, 3, 1, 4],
    [3, 3, 5, 3],
    [4, 4, undefined, 4],
  ]);
  off('count');
  const rankingId = adopted(app, {
    ...story,
    jury: story.jury.filter(({ memberId }) => memberId !== halina().memberId),
  });
  const { points } = readMinutes(app.deps.db, rankingId);
  expect(points.jurors).toEqual([
    { number: 1, name: 'Marianna Zubrycka' },
    { number: 2, name: 'Tomas Vaina' },
    { number: 3, name: 'Piotr Maksimowicz' },
    { number: 4, name: 'Halina Rapczyńska' },
  ]);
  expect(points.rows.map(({ cells }) => cells)).toEqual([
    [80, 60, 80, 20],
    [60, 60, 60, 100],
    [80, 80, 80, null],
  ]);
  expect(broken()).toEqual([]);
});

test('the others do not wait for her card: hers was the last one missing', () => {
  halfway([
    [4, 3, 4, 4],
    [3, 3, 5, 3],
    [4, 4, undefined, 4],
  ]);
  const { db } = app.deps;
  const call = readCall(db, callId);
  if (call === undefined) throw new Error('There is no call');
  const sees = () => seesPoints(db, nth(story.jury, 0).actor, call, app.clock.now());
  expect(sees()).toBe(false);
  off('count');
  expect(sees()).toBe(true);
});

test('everything closes at once: pages, files, lists; the open card gives back the words with a plain sentence', async () => {
  halfway();
  const third = nth(story.applications, 2).id;
  const draft = {
    applicationId: third,
    revision: 0,
    points: pointsOf(app.deps, callId, 5),
    justification: 'Zaczęte zdanie o szkole.',
  };
  expect(saveScoreCard(app.deps, halina().actor, draft).ok).toBe(true);
  const browser = app.as({ id: halina().personId });
  const card = `/wnioski/${third}/ocena`;
  expect((await browser.get('/oceny')).text).toContain('Ławki z wierszem');
  expect((await browser.get(card)).status).toBe(200);
  const report = () => accessLines(app.deps.db, fileAccess, halina().email)?.join('\n') ?? '';
  expect(report()).toContain('open');

  off('count');
  const refused = await browser.post(card, {
    revision: '1',
    justification,
    privateNote: 'zapytać o dojazd zimą',
    act: 'save',
  });
  expect(refused.status).toBe(403);
  expect(plain(refused.text)).toContain('nie zasiadasz w komisji konkursu „Para-buch! Biblioteka – w ruch!”');
  expect(plain(refused.text)).toContain(justification);
  expect(plain(refused.text)).toContain('zapytać o dojazd zimą');
  expect(readScoreCard(app.deps.db, halina().memberId, third)).toMatchObject({
    state: 'draft',
    justification: 'Zaczęte zdanie o szkole.',
  });

  const closed = [
    card,
    `/wnioski/${third}`,
    '/oceny',
    `/nabory/${callId}/posiedzenie`,
    `/nabory/${callId}/ranking`,
    `/komisja/${callId}/oswiadczenie`,
  ];
  for (const path of [...closed, `/nabory/${callId}/oceny/wnioski.pdf`, `/nabory/${callId}/oceny/puste-karty.pdf`]) {
    const page = await browser.get(path);
    expect([403, 404], path).toContain(page.status);
    expect(page.text, path).not.toContain('Opowieści z pogranicza');
  }
  expect((await browser.get('/')).text).not.toContain('Moje oceny');
  expect(report()).not.toContain(': open');
  expect(saveScoreCard(app.deps, halina().actor, { ...draft, revision: 1 })).toMatchObject({ code: 'absent' });
});

test('who was never on a jury reads nothing of the kind on a refused page', async () => {
  halfway();
  off('count');
  const joanna = app.as({ id: story.coordinator.personId });
  expect((await joanna.get('/oceny')).text).not.toContain('nie zasiadasz w komisji');
});

test('a letter goes to her, without the reason; history keeps it for staff', () => {
  halfway();
  off('aside');
  const { db } = app.deps;
  const [letter] = db.all<{ address: string; body: string }>(
    sql`select to_address as address, body from letters where kind = 'jury_taken_off'`,
  );
  expect(letter?.address).toBe('halina.r@example.org');
  expect(letter?.body).toContain('Wysłane karty (2) przestają się liczyć do wyniku');
  expect(letter?.body).not.toContain('choroby');
  const said = sql`select t.content as text from events e join event_texts t on t.event_id = e.id where e.what = 'jury.member_taken_off'`;
  expect(db.all(said)).toEqual([{ text: 'zrezygnowała z powodu choroby' }]);
});

test('the page asks about the cards by no default, and the progress says who left and what is short now', async () => {
  halfway([
    [4, 3, 1, null],
    [3, 3, 5],
    [4, 4, undefined, 4],
  ]);
  const joanna = app.as({ id: story.coordinator.personId });
  const path = `/nabory/${callId}/komisja/${halina().memberId}/odejscie`;
  const page = await joanna.get(path);
  expect(page.html).not.toMatch(/name="cards"[^>]*checked/);
  const unsaid = await joanna.post(path, { reason: 'choroba', order: '' });
  expect(unsaid.status).toBe(422);
  expect(plain(unsaid.text)).toContain('Wybierz, czy wysłane karty tej osoby liczą się dalej.');
  expect(membersOf(app.deps.db, callId)).toHaveLength(4);

  await joanna.submit(path, { cards: 'aside', reason: 'choroba', order: '14/2024 z 2 kwietnia 2024 r.' });
  expect(membersOf(app.deps.db, callId)).toHaveLength(3);
  const jury = plain((await joanna.get(`/nabory/${callId}/komisja`)).text);
  expect(jury).toContain('wysłane karty (2) nie liczą się');
  expect(jury).toContain('Zarządzenie: 14/2024 z 2 kwietnia 2024 r.');
  const progress = plain((await joanna.get(`/nabory/${callId}/oceny`)).text);
  expect(progress).toContain('Odwołanie z komisji: Halina Rapczyńska');
  expect(progress).toContain('Poniżej kworum zostaje wniosek: PB/2024/01.');
});

test('not while the jury meets, not after it met; the page says what to do', async () => {
  halfway([
    [4, 3, 1, 4],
    [3, 3, 5, 3],
    [4, 4, 4, 4],
  ]);
  app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
  const attendance = story.jury.map(({ memberId }) => memberId);
  const opening = { callId, place: 'czytelnia', agenda: 'ranking', isOnScreen: false, attendance } as const;
  expect(openMeeting(app.deps, story.coordinator, opening).ok).toBe(true);
  expect(off('count')).toMatchObject({ code: 'meeting_goes_on' });
  const joanna = app.as({ id: story.coordinator.personId });
  const path = `/nabory/${callId}/komisja/${halina().memberId}/odejscie`;
  await joanna.get(path);
  const refused = await joanna.post(path, { cards: 'count', reason: 'choroba', order: '' });
  expect(plain(refused.text)).toContain('Posiedzenie komisji jest otwarte, więc składu nie można teraz zmienić.');
  expect(membersOf(app.deps.db, callId)).toHaveLength(4);
});

test('without its chair the jury neither opens a meeting nor adopts, until another is appointed', () => {
  halfway([
    [4, 3, 1, 4],
    [3, 3, 5, 3],
    [4, 4, 4, 4],
  ]);
  off('count', nth(story.jury, 0).memberId);
  app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
  const attendance = story.jury.slice(1).map(({ memberId }) => memberId);
  const meeting = { callId, place: 'czytelnia', agenda: 'ranking', isOnScreen: false, attendance } as const;
  expect(openMeeting(app.deps, story.coordinator, meeting)).toMatchObject({ code: 'chair_missing' });
  const adoption = { callId, metOn: warsawDay(app.clock.now()), place: 'czytelnia', attendance };
  expect(adoptRanking(app.deps, story.coordinator, adoption)).toMatchObject({ code: 'chair_missing' });
  const vaiva = {
    callId,
    name: 'Vaiva Stankevičienė',
    email: 'vaiva@example.org',
    function: 'chair',
    represents: '',
  } as const;
  expect(appointMember(app.deps, story.coordinator, vaiva).ok).toBe(true);
  expect(openMeeting(app.deps, story.coordinator, meeting).ok).toBe(true);
});

test('appointed again she declares anew, keeps what she was excluded from, and scores nothing twice', () => {
  halfway([
    [4, 3, 1, 4],
    [3, 3, null],
    [4, 4, undefined, 4],
  ]);
  off('count');
  const again = appointMember(app.deps, story.coordinator, {
    ...{ callId, name: 'Halina Rapczyńska', email: 'halina.r@example.org' },
    ...{ function: 'member', represents: 'partner' },
  });
  if (!again.ok) throw new Error(again.code);
  const actor = readActor(app.deps.db, halina().personId);
  if (actor?.kind !== 'person') throw new Error('Halina is nobody');
  expect(signDeclaration(app.deps, actor, { callId, recusals: [] }).ok).toBe(true);
  const [first, second, third] = story.applications;
  expect(exclusionsOf(app.deps.db, callId)).toContainEqual({ memberId: again.value, applicationId: second?.id });
  const card = { revision: 0, points: pointsOf(app.deps, callId, 5), justification };
  expect(saveScoreCard(app.deps, actor, { ...card, applicationId: first?.id ?? 0 })).toMatchObject({ code: 'absent' });
  expect(saveScoreCard(app.deps, actor, { ...card, applicationId: second?.id ?? 0 })).toMatchObject({ code: 'absent' });
  expect(saveScoreCard(app.deps, actor, { ...card, applicationId: third?.id ?? 0 }).ok).toBe(true);
});

test('who declared nothing yet is removed without a word on cards', () => {
  const jury = appointedJury(app.deps, callId);
  const asked = { callId, memberId: nth(jury, 2).memberId, cards: 'count', reason: 'rezygnacja', order: '' } as const;
  expect(takeOff(app.deps, coordinatorOf(app.deps), asked)).toMatchObject({ code: 'not_declared_yet' });
  expect(membersOf(app.deps.db, callId)).toHaveLength(4);
});
