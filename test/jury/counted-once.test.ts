import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { readActor } from '../../src/features/accounts/queries.ts';
import { currentCall, readCall } from '../../src/features/calls/queries.ts';
import { callFigures } from '../../src/features/desk/queries.ts';
import { drawScorers, fillPlaces } from '../../src/features/jury/assignment/commands.ts';
import { assignedIn } from '../../src/features/jury/assignment/queries.ts';
import { callUpReserve } from '../../src/features/jury/commands/call-up.ts';
import { excludeFrom, signDeclaration } from '../../src/features/jury/commands/conflicts.ts';
import { type Appointment, appointMember } from '../../src/features/jury/commands/members.ts';
import { takeOff } from '../../src/features/jury/commands/take-off.ts';
import { conflictsOf } from '../../src/features/jury/queries.ts';
import { thinApplications } from '../../src/features/jury/thin.ts';
import { readMinutes } from '../../src/features/ranking/minutes.ts';
import { listedRows, shownRows } from '../../src/features/ranking/rows.ts';
import { reopenCard, restoreCard } from '../../src/features/reviews/commands/reopen.ts';
import { cardsOf, progressOf, readScoreCard, sentCards } from '../../src/features/reviews/queries.ts';
import type { Actor } from '../../src/lib/actor.ts';
import { invariants } from '../../src/registries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { adopted, type Given, nth, type ScoredStory, score, scored } from '../support/story/jury.ts';

const groups = [
  { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
  { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
  { leader: 'Antoni Krupa', email: 'antoni@example.org', title: 'Opowieści z pogranicza' },
];

type PersonActor = Actor & { readonly kind: 'person' };

let app: TestApp;
let callId: number;
let story: ScoredStory;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
});
afterEach(() => app.close());

const told = (given: (Given | undefined)[][]) => {
  story = scored(app, { callId, applications: groups, given });
};
const idOf = (index: number) => nth(story.applications, index).id;
const halina = () => nth(story.jury, 2);
const callNow = () => {
  const call = readCall(app.deps.db, callId);
  if (call === undefined) throw new Error('There is no call');
  return call;
};
const off = (cards: 'count' | 'aside') =>
  takeOff(app.deps, story.coordinator, { callId, memberId: halina().memberId, cards, reason: 'choroba', order: '' });

interface Appointed {
  readonly memberId: number;
  readonly actor: PersonActor;
}

/** Appointed and declared. */
function seated(
  seat: Omit<Appointment, 'callId' | 'represents'>,
  conflicts: readonly { applicationId: number; kind: 'exclusion' | 'disclosure' }[] = [],
): Appointed {
  const appointed = appointMember(app.deps, story.coordinator, { ...seat, callId, represents: '' });
  if (!appointed.ok) throw new Error(appointed.code);
  const person = app.deps.db.get<{ id: number }>(
    sql`select person_id as id from jury_members where id = ${appointed.value}`,
  );
  const actor = readActor(app.deps.db, person?.id ?? 0);
  if (actor?.kind !== 'person') throw new Error(`${seat.name} is nobody`);
  const recusals = conflicts.map(({ applicationId, kind }) =>
    kind === 'exclusion'
      ? ({ applicationId, kind, ground: 'kin', note: '' } as const)
      : ({ applicationId, kind, ground: 'acquaintance', note: 'sąsiadka' } as const),
  );
  expect(signDeclaration(app.deps, actor, { callId, recusals }).ok).toBe(true);
  return { memberId: appointed.value, actor };
}

const halinaAgain = (conflicts: Parameters<typeof seated>[1] = []) =>
  seated({ name: 'Halina Rapczyńska', email: 'halina.r@example.org', function: 'member' }, conflicts);
const vaivaInReserve = (conflicts: Parameters<typeof seated>[1] = []) =>
  seated({ name: 'Vaiva Stankevičienė', email: 'vaiva@example.org', function: 'reserve' }, conflicts);
const broken = () => invariants.filter((one) => offendersOf(app.deps.db, one).length > 0).map(({ name }) => name);

test('a juror taken off with cards that count and appointed again is one scorer of each application, not two', () => {
  told([[4, null, 4, null], [3, 3, undefined, 3], []]);
  const thin = () =>
    thinApplications(app.deps.db, story.coordinator, callNow()).map(({ title, scorers }) => [title, scorers]);
  expect(thin()).toEqual([['Ławki z wierszem', 2]]);
  off('count');
  halinaAgain();
  expect(thin()).toEqual([['Ławki z wierszem', 2]]);
  expect(progressOf(app.deps.db, callId).applications.map(({ possible }) => possible)).toEqual([2, 4, 4]);
});

test('an exclusion declared after coming back takes the earlier card out too, once on every list', () => {
  told([
    [4, 3, 5, 4],
    [3, 3, 5, 3],
    [4, 4, 4, null],
  ]);
  off('count');
  const again = halinaAgain([{ applicationId: idOf(1), kind: 'exclusion' }]);
  const cardsOn = (id: number) =>
    sentCards(app.deps.db, callId).filter(({ applicationId }) => applicationId === id).length;
  expect([cardsOn(idOf(0)), cardsOn(idOf(1))]).toEqual([4, 3]);
  expect(excludeFrom(app.deps, again.actor, { applicationId: idOf(0), ground: 'kin', note: '' }).ok).toBe(true);
  expect([cardsOn(idOf(0)), cardsOn(idOf(1))]).toEqual([3, 3]);
  const said = () =>
    conflictsOf(app.deps.db, story.coordinator, callId).map(({ applicationId, memberName }) => [
      applicationId,
      memberName,
    ]);
  expect(said()).toEqual([
    [idOf(0), 'Halina Rapczyńska'],
    [idOf(1), 'Halina Rapczyńska'],
    [idOf(2), 'Piotr Maksimowicz'],
  ]);
  const rows = () => {
    const shown = shownRows(app.deps.db, callNow(), listedRows(app.deps.db, story.coordinator, callNow()));
    return shown.map(({ applicationId, details }) => [applicationId, details?.cardsText.replaceAll('\u00a0', ' ')]);
  };
  expect(rows()).toContainEqual([idOf(0), '3 karty, 1 osoba wyłączona']);

  const rankingId = adopted(app, {
    ...story,
    jury: story.jury.filter(({ memberId }) => memberId !== halina().memberId),
  });
  expect(readMinutes(app.deps.db, rankingId).exclusions.map(({ code, names }) => [code, names])).toEqual(
    expect.arrayContaining([
      ['PB/2024/01', ['Halina Rapczyńska']],
      ['PB/2024/02', ['Halina Rapczyńska']],
      ['PB/2024/03', ['Piotr Maksimowicz']],
    ]),
  );
  expect(broken()).toEqual([]);
});

test('somebody in reserve whom nobody called up is in no count of the ranking and in no line of the minutes', () => {
  told([
    [4, 3, 5, 4],
    [3, 3, 5, 3],
    [3, 4, 4, null],
  ]);
  vaivaInReserve([
    { applicationId: idOf(0), kind: 'exclusion' },
    { applicationId: idOf(1), kind: 'disclosure' },
  ]);
  const shown = shownRows(app.deps.db, callNow(), listedRows(app.deps.db, story.coordinator, callNow()));
  expect(shown.find(({ applicationId }) => applicationId === idOf(0))?.details?.cardsText).toBe('4\u00a0karty');
  const minutes = readMinutes(app.deps.db, adopted(app, story));
  expect(JSON.stringify(minutes)).not.toContain('Vaiva');
  expect(minutes.exclusions.map(({ names }) => names)).toEqual([['Piotr Maksimowicz']]);
});

test('the desk counts the cards that count: not those put aside, nor of whoever was excluded since', () => {
  told([
    [4, 3, 5, 4],
    [3, 3, 5, 3],
    [4, 4, 4, null],
  ]);
  const sent = () => callFigures(app.deps.db, story.coordinator, callId).cardsSent;
  expect(sent()).toBe(11);
  excludeFrom(app.deps, nth(story.jury, 1).actor, { applicationId: idOf(1), ground: 'kin', note: '' });
  expect(sent()).toBe(10);
  off('aside');
  expect(sent()).toBe(7);
});

test('a card given back to a juror whose cards were put aside since is not put back', async () => {
  told([
    [4, 3, 5, 4],
    [3, 3, 5, 3],
    [4, 4, 4, null],
  ]);
  const which = { applicationId: idOf(0), memberId: halina().memberId };
  expect(reopenCard(app.deps, nth(story.jury, 0).actor, { ...which, reason: 'pomyłka' }).ok).toBe(true);
  const page = `/wnioski/${idOf(0)}/ocena/otwarcie`;
  const joanna = app.as({ id: story.coordinator.personId });
  expect((await joanna.get(page)).text).toContain('Przywróć kartę');
  off('aside');
  expect((await joanna.get(page)).text).not.toContain('Przywróć kartę');
  expect(restoreCard(app.deps, story.coordinator, which)).toMatchObject({ code: 'card_not_given_back' });
  expect(readScoreCard(app.deps.db, which.memberId, which.applicationId).state).toBe('draft');
});

test('among the cards on paper those that do not count are marked', async () => {
  told([
    [4, 3, 5, 4],
    [3, 3, 5, 3],
    [4, 4, 5, 4],
  ]);
  off('aside');
  adopted(app, { ...story, jury: story.jury.filter(({ memberId }) => memberId !== halina().memberId) });
  const page = await app.as({ id: story.coordinator.personId }).get(`/nabory/${callId}/oceny`);
  const marked = page.text.replaceAll('\u00a0', ' ').match(/nie liczy się\s+Karta oceny \S+ – \p{L}+ \p{L}+/gu) ?? [];
  expect(marked.map((line) => line.replace(/\s+/gu, ' '))).toEqual([
    'nie liczy się Karta oceny PB/2024/01 – Halina Rapczyńska',
    'nie liczy się Karta oceny PB/2024/02 – Halina Rapczyńska',
    'nie liczy się Karta oceny PB/2024/03 – Halina Rapczyńska',
  ]);
});

/** Three of the jury score each application; nobody has begun. */
function drawn(): void {
  app.deps.db.raw.exec(`update calls set cards_per_application = 3 where id = ${callId}`);
  told([[undefined, null, undefined, null]]);
}

test('a new draw leaves whoever was called up for an application in her place', () => {
  drawn();
  const vaiva = vaivaInReserve();
  expect(drawScorers(app.deps, story.coordinator, callId)).toEqual({ ok: true, value: 1 });
  const asked = { callId, memberId: vaiva.memberId, applicationIds: [idOf(0)], reason: 'dwa wyłączenia' };
  expect(callUpReserve(app.deps, story.coordinator, asked).ok).toBe(true);
  const hers = () => cardsOf(app.deps.db, vaiva.memberId).map(({ applicationId }) => applicationId);
  expect(hers()).toEqual([idOf(0)]);
  expect(drawScorers(app.deps, story.coordinator, callId)).toEqual({ ok: true, value: 0 });
  expect(hers()).toEqual([idOf(0)]);

  // Called up for the whole jury she is drawn like the others.
  expect(callUpReserve(app.deps, story.coordinator, { ...asked, applicationIds: null }).ok).toBe(true);
  expect(drawScorers(app.deps, story.coordinator, callId)).toEqual({ ok: true, value: 0 });
  expect(hers()).toContain(idOf(0));
});

test('nobody is given a place at an application that she scored before she was taken off and came back', () => {
  drawn();
  drawScorers(app.deps, story.coordinator, callId);
  const mine = () => cardsOf(app.deps.db, halina().memberId).map(({ applicationId }) => applicationId);
  const scoredByHer = mine()[0] ?? 0;
  score(app.deps, callId, halina(), scoredByHer, 4);
  off('count');
  const again = halinaAgain();
  // Another leaves a hole just there.
  const other = assignedIn(app.deps.db, callId).find(
    ({ applicationId, memberId }) => applicationId === scoredByHer && memberId !== halina().memberId,
  );
  const leaving = story.jury.find(({ memberId }) => memberId === other?.memberId);
  excludeFrom(app.deps, leaving?.actor ?? halina().actor, { applicationId: scoredByHer, ground: 'kin', note: '' });
  fillPlaces(app.deps, story.coordinator, callId);
  const there = assignedIn(app.deps.db, callId).filter(({ applicationId }) => applicationId === scoredByHer);
  expect(there.map(({ memberId }) => memberId)).not.toContain(again.memberId);
  expect(there.map(({ name }) => name)).toContain('Halina Rapczyńska');
});
