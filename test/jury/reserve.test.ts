import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readActor } from '../../src/features/accounts/queries.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { callUpReserve } from '../../src/features/jury/commands/call-up.ts';
import { excludeFrom, signDeclaration } from '../../src/features/jury/commands/conflicts.ts';
import { appointMember } from '../../src/features/jury/commands/members.ts';
import { takeOff } from '../../src/features/jury/commands/take-off.ts';
import type { JuryFunction } from '../../src/features/jury/policy.ts';
import { adoptRanking } from '../../src/features/ranking/commands.ts';
import { openMeeting } from '../../src/features/ranking/meeting/commands/open.ts';
import { openMeetingOf, presentIds, votersPresent } from '../../src/features/ranking/meeting/queries.ts';
import { readMinutes } from '../../src/features/ranking/minutes.ts';
import { saveScoreCard } from '../../src/features/reviews/commands/save.ts';
import { progressOf } from '../../src/features/reviews/queries.ts';
import { unsentCards } from '../../src/features/reviews/unsent.ts';
import { warsawDay } from '../../src/lib/days.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { paperOn, wordsOf } from '../support/papers.ts';
import {
  type Given,
  momentOf,
  nth,
  pointsOf,
  type ScoredStory,
  type StoryJuror,
  scored,
} from '../support/story/jury.ts';

const groups = [
  { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
  { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
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

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Four jurors score two applications; from the first one two of them are excluded, so that only two are left for it. */
function told(
  given: (Given | undefined)[][] = [
    [4, 3, null, null],
    [3, 3, 5, 4],
  ],
): ScoredStory {
  story = scored(app, { callId, applications: groups, given });
  return story;
}

/** Vaiva Stankevičienė, appointed and declared beside the four. */
function vaiva(held: JuryFunction, excludedFrom: readonly number[] = []): StoryJuror {
  const seat = { name: 'Vaiva Stankevičienė', email: 'vaiva@example.org', function: held, represents: '' };
  const appointed = appointMember(app.deps, story.coordinator, { ...seat, callId });
  if (!appointed.ok) throw new Error(appointed.code);
  const person = app.deps.db.get<{ id: number }>(sql`select id from people where email = ${seat.email}`);
  const actor = readActor(app.deps.db, person?.id ?? 0);
  if (actor?.kind !== 'person') throw new Error('Vaiva is nobody');
  const recusals = excludedFrom.map((applicationId) => ({
    applicationId,
    kind: 'exclusion' as const,
    ground: 'kin' as const,
    note: '',
  }));
  expect(signDeclaration(app.deps, actor, { callId, recusals }).ok).toBe(true);
  return { memberId: appointed.value, personId: actor.personId, name: seat.name, email: seat.email, actor };
}

const callUp = (juror: StoryJuror, applicationIds: readonly number[] | null) =>
  callUpReserve(app.deps, story.coordinator, {
    callId,
    memberId: juror.memberId,
    applicationIds,
    reason: 'dwa wyłączenia',
  });
const card = (applicationId: number) => ({
  applicationId,
  revision: 0,
  points: pointsOf(app.deps, callId, 4),
  justification,
});
const idOf = (index: number) => nth(story.applications, index).id;
const possible = () => progressOf(app.deps.db, callId).applications.map((one) => one.possible);

test('until called up nothing opens to a member in reserve, and nobody waits for her', async () => {
  told();
  const juror = vaiva('reserve');
  expect(possible()).toEqual([2, 4]);
  expect(progressOf(app.deps.db, callId).members).toHaveLength(4);
  expect(unsentCards(app.deps.db, juror.memberId)).toEqual([]);
  const browser = app.as({ id: juror.personId });
  expect(plain((await browser.get('/oceny')).text)).toContain('Jesteś w rezerwie');
  for (const index of [0, 1]) {
    expect((await browser.get(`/wnioski/${idOf(index)}`)).status).toBe(404);
    expect((await browser.get(`/wnioski/${idOf(index)}/ocena`)).status).toBe(404);
  }
  expect((await browser.get(`/nabory/${callId}/posiedzenie`)).status).toBe(404);
  expect((await browser.get(`/nabory/${callId}/oceny/wnioski.pdf`)).status).toBe(404);
  expect(saveScoreCard(app.deps, juror.actor, card(idOf(0)))).toMatchObject({ code: 'absent' });
});

test('called up for the application that is short of jurors she reads and scores that one alone, and has no place at the meeting', async () => {
  told();
  const juror = vaiva('reserve');
  const joanna = app.as({ id: story.coordinator.personId });
  const jury = await joanna.get(`/nabory/${callId}/komisja`);
  expect(plain(jury.text)).toContain('Powołaj z rezerwy: Vaiva Stankevičienė');
  const path = `/nabory/${callId}/komisja/${juror.memberId}/powolanie`;
  const page = await joanna.get(path);
  expect(plain(page.text)).toContain('Ławki z wierszem');
  expect(plain(page.text)).not.toContain('Dwa języki');
  const unsaid = await joanna.post(path, { scope: 'chosen', reason: 'dwa wyłączenia' });
  expect(plain(unsaid.text)).toContain('Zaznacz co najmniej jeden wniosek');
  await joanna.submit(path, { scope: 'chosen', applications: [String(idOf(0))], reason: 'dwa wyłączenia' });

  expect(possible()).toEqual([3, 4]);
  const browser = app.as({ id: juror.personId });
  expect((await browser.get(`/wnioski/${idOf(0)}/ocena`)).status).toBe(200);
  expect((await browser.get(`/wnioski/${idOf(1)}`)).status).toBe(404);
  expect((await browser.get('/oceny')).text).not.toContain('Dwa języki');
  expect((await browser.get(`/nabory/${callId}/posiedzenie`)).status).toBe(404);
  expect(saveScoreCard(app.deps, juror.actor, card(idOf(0))).ok).toBe(true);
  const [letter] = app.deps.db.all<{ body: string }>(sql`select body from letters where kind = 'reserve_called_up'`);
  expect(plain(letter?.body ?? '')).toContain('powołujemy Panią lub Pana do oceny 1 wniosku.');
  expect(app.deps.db.all(sql`select what from events where what = 'jury.reserve_called_up'`)).toHaveLength(1);
});

test('is called up for no application that has jurors enough, nor for one she is excluded from', () => {
  told();
  const juror = vaiva('reserve', [idOf(0)]);
  expect(callUp(juror, [idOf(1)])).toMatchObject({ code: 'not_thin' });
  expect(callUp(juror, [idOf(0)])).toMatchObject({ code: 'not_thin' });
  expect(callUp(nth(story.jury, 2), null)).toMatchObject({ code: 'not_in_reserve' });
});

test('called up for the whole jury she is one of it: scores everything, sits at the meeting and counts to its quorum', () => {
  told([
    [4, 3, 5, 4],
    [3, 3, 5, 4],
  ]);
  const juror = vaiva('reserve');
  expect(callUp(juror, null).ok).toBe(true);
  expect(callUp(juror, null)).toMatchObject({ code: 'already_called_up' });
  expect(possible()).toEqual([5, 5]);
  app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
  const attendance = [nth(story.jury, 0).memberId, nth(story.jury, 1).memberId, juror.memberId];
  const adopted = adoptRanking(app.deps, story.coordinator, {
    ...{ callId, metOn: warsawDay(app.clock.now()), place: 'czytelnia', attendance, despiteMissing: true },
    chairOrder: [1, 2],
  });
  if (!adopted.ok) throw new Error(adopted.code);
  expect(readMinutes(app.deps.db, adopted.value).members.at(-1)).toMatchObject({
    function: 'reserve',
    isPresent: true,
    hasVote: true,
  });
});

test('a member without a vote reads and sits, and counts neither among those who score nor to the quorum', async () => {
  told([
    [4, 3, 5, 4],
    [3, 3, 5, 4],
  ]);
  const juror = vaiva('non_voting');
  expect(possible()).toEqual([4, 4]);
  expect(progressOf(app.deps.db, callId).members).toHaveLength(4);
  const browser = app.as({ id: juror.personId });
  expect((await browser.get(`/wnioski/${idOf(0)}`)).status).toBe(200);
  expect((await browser.get(`/wnioski/${idOf(0)}/ocena`)).status).toBe(404);
  expect(plain((await browser.get('/oceny')).text)).toContain('Zasiadasz bez prawa głosu');
  expect((await browser.get(`/nabory/${callId}/oceny/wnioski.pdf`)).status).toBe(200);
  expect((await browser.get(`/nabory/${callId}/oceny/puste-karty.pdf`)).status).toBe(404);
  expect(saveScoreCard(app.deps, juror.actor, card(idOf(0)))).toMatchObject({ code: 'absent' });

  app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
  const two = [nth(story.jury, 0).memberId, nth(story.jury, 1).memberId];
  const adoption = { callId, metOn: warsawDay(app.clock.now()), place: 'czytelnia', chairOrder: [1, 2] };
  const short = adoptRanking(app.deps, story.coordinator, { ...adoption, attendance: [...two, juror.memberId] });
  expect(short).toMatchObject({ code: 'meeting_without_quorum', facts: { quorum: 3 } });
  const opening = {
    callId,
    place: 'czytelnia',
    agenda: 'ranking',
    isOnScreen: false,
    attendance: [...two, juror.memberId],
  } as const;
  expect(openMeeting(app.deps, story.coordinator, opening).ok).toBe(true);
  const meetingId = openMeetingOf(app.deps.db, callId)?.id ?? 0;
  expect([presentIds(app.deps.db, meetingId).length, votersPresent(app.deps.db, meetingId)]).toEqual([3, 2]);
  expect((await browser.get(`/nabory/${callId}/posiedzenie`)).status).toBe(200);
});

test('called up and taken off again: everything closes, and the seat in reserve counts nowhere', () => {
  told();
  const juror = vaiva('reserve');
  callUp(juror, [idOf(0)]);
  const off = { callId, memberId: juror.memberId, cards: null, reason: 'wyjazd', order: '' };
  expect(takeOff(app.deps, story.coordinator, off).ok).toBe(true);
  expect(possible()).toEqual([2, 4]);
  expect(excludeFrom(app.deps, juror.actor, { applicationId: idOf(0), ground: 'kin', note: '' })).toMatchObject({
    code: 'absent',
  });
});

test('the draft order says what members without a vote and in reserve do, and nothing of them where there are none', async () => {
  told();
  const order = async () => {
    const joanna = app.as({ id: story.coordinator.personId });
    const page = `/nabory/${callId}/komisja`;
    await joanna.get(page);
    await joanna.submit(`${page}/zarzadzenie`);
    await app.drain();
    return wordsOf(joanna, paperOn(await joanna.get(page), 'Projekt zarządzenia'));
  };
  const before = await order();
  expect(before).toContain('Komisja rozstrzyga, gdy jest w niej obecne co najmniej 3 osoby.');
  expect(before).not.toContain('bez prawa głosu');
  vaiva('reserve');
  appointMember(app.deps, story.coordinator, {
    ...{ callId, name: 'Ona Degutytė', email: 'ona@example.org' },
    ...{ function: 'non_voting', represents: '' },
  });
  const after = await order();
  expect(after).toContain('co najmniej 3 osoby z prawem głosu.');
  expect(after).toContain('Kto jest w komisji bez prawa głosu, czyta wnioski');
  expect(after).toContain('zostanie powołana z rezerwy.');
});
