import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { excludeFrom } from '../../src/features/jury/commands/conflicts.ts';
import { adoptRanking } from '../../src/features/ranking/commands.ts';
import { moveAgenda, noteAttendance } from '../../src/features/ranking/meeting/commands/agenda.ts';
import { closeMeeting } from '../../src/features/ranking/meeting/commands/close.ts';
import { openMeeting, withdrawMeeting } from '../../src/features/ranking/meeting/commands/open.ts';
import { changePoints } from '../../src/features/ranking/meeting/commands/points.ts';
import { settleItem } from '../../src/features/ranking/meeting/commands/settle.ts';
import { agendaOf, meetingOf, openMeetingOf, presentIds, staysOf } from '../../src/features/ranking/meeting/queries.ts';
import { adoptedRanking, computeRanking } from '../../src/features/ranking/queries.ts';
import { scoreChangesOf } from '../../src/features/reviews/commands/change.ts';
import { reopenCard } from '../../src/features/reviews/commands/reopen.ts';
import { addTime, day } from '../../src/lib/days.ts';
import { grosze } from '../../src/lib/money.ts';
import { invariants } from '../../src/registries.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { type Given, momentOf, nth, pointsOf, type ScoredStory, scored } from '../support/story/jury.ts';

const groups = [
  { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
  { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
  { leader: 'Antoni Krupa', email: 'antoni@example.org', title: 'Opowieści z pogranicza' },
];

/** Third, first (Piotr Maksimowicz is excluded from it), second. */
const given: (Given | undefined)[][] = [
  [4, 4, 4, null],
  [3, 3, 3, 3],
  [5, 5, 4, 4],
];

let house: TestHouse;
let callId: number;
let story: ScoredStory;

beforeEach(async () => {
  house = await openTestHouse({ beginning: 'open' });
  callId = currentCall(house.deps.db)?.id ?? 0;
});
afterEach(() => house.close());

function begun(cards = given): ScoredStory {
  story = scored(house, { callId, applications: groups.slice(0, cards.length), given: cards });
  house.clock.set(momentOf(house.deps, callId, 'jury_meeting'));
  return story;
}

const idOf = (index: number) => nth(story.applications, index).id;
const memberOf = (index: number) => nth(story.jury, index).memberId;
const actorOf = (index: number) => nth(story.jury, index).actor;
const revision = () => meetingOf(house.deps.db, callId)?.revision ?? 0;

function opened(seats: readonly number[] = [0, 1, 2, 3], agenda: 'ranking' | 'filing' = 'ranking') {
  const opening = { callId, place: 'czytelnia', agenda, isOnScreen: true, attendance: seats.map(memberOf) };
  return openMeeting(house.deps, actorOf(0), opening);
}

const shown = (index: number, more: { areOut?: boolean } = {}) =>
  moveAgenda(house.deps, actorOf(0), { callId, applicationId: idOf(index), revision: revision(), ...more });

const cardOf = (member: number, application: number) =>
  house.deps.db.get<{ id: number }>(
    sql`select id from score_cards where member_id = ${memberOf(member)} and application_id = ${idOf(application)}`,
  )?.id ?? 0;

const seenOn = (cardId: number) =>
  house.deps.db
    .all<{ criterion: number; points: number }>(
      sql`select criterion_id as criterion, points from score_points where card_id = ${cardId} order by criterion_id`,
    )
    .map(({ criterion, points }) => `${criterion}-${points}`)
    .join('.');

describe('opening', () => {
  test('puts the applications on the agenda in the ranking’s order, or in the order of filing', () => {
    begun();
    expect(opened().ok).toBe(true);
    const titles = () =>
      agendaOf(house.deps.db, actorOf(0), { id: meetingOf(house.deps.db, callId)?.id ?? 0, callId }).map(
        (i) => i.title,
      );
    expect(titles()).toEqual(['Opowieści z pogranicza', 'Ławki z wierszem', 'Dwa języki, jedna półka']);
    expect(withdrawMeeting(house.deps, actorOf(0), callId).ok).toBe(true);
    expect(opened([0, 1, 2, 3], 'filing').ok).toBe(true);
    expect(titles()).toEqual(['Ławki z wierszem', 'Dwa języki, jedna półka', 'Opowieści z pogranicza']);
  });

  test('is one for a call, of the chair or the coordinator, once scoring is over, with declared people alone', () => {
    begun();
    const opening = { callId, place: 'czytelnia', agenda: 'ranking', isOnScreen: false, attendance: [] } as const;
    expect(openMeeting(house.deps, actorOf(2), opening)).toMatchObject({ code: 'absent' });
    expect(openMeeting(house.deps, story.coordinator, { ...opening, attendance: [999] })).toMatchObject({
      code: 'not_declared',
    });
    house.clock.set(momentOf(house.deps, callId, 'scoring'));
    expect(openMeeting(house.deps, story.coordinator, opening).ok, 'every card has come').toBe(true);
    expect(openMeeting(house.deps, actorOf(0), opening)).toMatchObject({ code: 'meeting_opened' });
    expect(house.deps.db.all(sql`select id from meetings`)).toHaveLength(1);
  });

  test('is not taken back once something was written down', () => {
    begun();
    opened();
    expect(shown(1).ok).toBe(true);
    const item = { callId, applicationId: idOf(1), revision: 1, note: 'Zgoda.', amount: null, forGroup: '' };
    expect(settleItem(house.deps, actorOf(0), item).ok).toBe(true);
    expect(withdrawMeeting(house.deps, actorOf(0), callId)).toMatchObject({ code: 'meeting_under_way' });
    expect(meetingOf(house.deps.db, callId)?.currentId).toBe(idOf(1));
  });
});

describe('the room', () => {
  test('keeps who came later and who left, said twice once', () => {
    begun();
    opened([0, 1]);
    const at = house.clock.now();
    const note = (member: number, isIn: boolean) =>
      noteAttendance(house.deps, actorOf(0), { callId, memberId: memberOf(member), isIn });
    house.clock.set(addTime(at, { minutes: 10 }));
    expect([note(2, true).ok, note(2, true).ok]).toEqual([true, true]);
    house.clock.set(addTime(at, { minutes: 50 }));
    expect([note(1, false).ok, note(1, false).ok]).toEqual([true, true]);
    const { id = 0 } = meetingOf(house.deps.db, callId) ?? {};
    expect(staysOf(house.deps.db, id)).toEqual([
      { memberId: memberOf(0), cameAt: at, leftAt: null },
      { memberId: memberOf(1), cameAt: at, leftAt: addTime(at, { minutes: 50 }) },
      { memberId: memberOf(2), cameAt: addTime(at, { minutes: 10 }), leftAt: null },
    ]);
    expect(presentIds(house.deps.db, id)).toEqual([memberOf(0), memberOf(2)]);
  });

  test('a member removed meanwhile no longer counts to the quorum', () => {
    begun();
    opened([0, 1, 2]);
    house.deps.db.raw.exec(`update jury_members set removed_at = '2024-04-17T09:00:00.000Z' where id = ${memberOf(2)}`);
    expect(closeMeeting(house.deps, actorOf(0), { callId, revision: revision() })).toMatchObject({
      code: 'meeting_without_quorum',
      facts: { quorum: 3 },
    });
    expect(noteAttendance(house.deps, actorOf(0), { callId, memberId: memberOf(2), isIn: true })).toMatchObject({
      code: 'not_declared',
    });
  });

  test('an application waits until its excluded juror went out, and who went out is kept', () => {
    begun();
    opened();
    expect(shown(0)).toMatchObject({ code: 'recused_in_room', field: 'areOut', facts: { names: 'Piotr Maksimowicz' } });
    expect(meetingOf(house.deps.db, callId)?.currentId).toBeNull();
    expect(shown(0, { areOut: true }).ok).toBe(true);
    expect(house.deps.db.all(sql`select stepped_out as out from meeting_items where stepped_out <> '[]'`)).toEqual([
      { out: `[${memberOf(3)}]` },
    ]);
  });

  test('whoever leads puts no application on the table that is closed to herself', () => {
    begun([
      [null, 4, 4, 4],
      [3, 3, 3, 3],
    ]);
    opened();
    expect(shown(0)).toMatchObject({ code: 'absent' });
    const byOther = { callId, applicationId: idOf(0), revision: revision(), areOut: true };
    expect(moveAgenda(house.deps, story.coordinator, byOther).ok).toBe(true);
  });

  test('two people who move the agenda at once: the second sees where it stands', () => {
    begun();
    opened();
    const seen = revision();
    const move = (index: number) => ({ callId, applicationId: idOf(index), revision: seen });
    expect(moveAgenda(house.deps, actorOf(0), move(1)).ok).toBe(true);
    expect(moveAgenda(house.deps, story.coordinator, move(2))).toMatchObject({ code: 'edited_meanwhile' });
    expect(moveAgenda(house.deps, story.coordinator, move(1)).ok, 'the same wish is no clash').toBe(true);
    expect(meetingOf(house.deps.db, callId)).toMatchObject({ currentId: idOf(1), revision: seen + 1 });
  });
});

describe('what is settled', () => {
  const settle = (index: number, amount: number | null, more = {}) =>
    settleItem(house.deps, actorOf(0), {
      ...{ callId, applicationId: idOf(index), revision: 1, note: 'Rozmawiano o kosztach druku.', forGroup: '' },
      ...{ amount: amount === null ? null : grosze(amount) },
      ...more,
    });

  test('an amount is of the request at most, of the pool at most, and never nothing', () => {
    begun();
    opened();
    const requested = 3050_00;
    expect(settle(1, 0)).toMatchObject({ code: 'amount_nothing', field: 'amount' });
    expect(settle(1, requested + 1)).toMatchObject({ code: 'amount_over_request', field: 'amount' });
    expect(settle(1, requested).ok).toBe(true);
    expect(settle(1, 1000_00), 'over a page from before').toMatchObject({ code: 'edited_meanwhile' });
    house.deps.db.raw.exec(`update calls set pool_grosze = 100000 where id = ${callId}`);
    expect(settle(2, 2000_00)).toMatchObject({ code: 'amount_over_pool', field: 'amount' });
    expect(closeMeeting(house.deps, actorOf(0), { callId, revision: revision() })).toMatchObject({
      code: 'amounts_over_pool',
    });
  });

  test('points change at the juror’s own word or the chair’s in her name, with what was, what is and why', () => {
    begun();
    opened();
    const cardId = cardOf(2, 1);
    const change = (actor: ReturnType<typeof actorOf>, points = 4, seen = seenOn(cardId)) =>
      changePoints(house.deps, actor, {
        ...{ callId, cardId, seen, reason: 'Po rozmowie o partnerach.' },
        points: pointsOf(house.deps, callId, [points, 3, 3, 3, 3, 3, 3, 0, 0]),
      });
    expect(change(actorOf(2)), 'not talked about yet').toMatchObject({ code: 'absent' });
    shown(1);
    expect(change(actorOf(1)), 'another juror').toMatchObject({ code: 'absent' });
    expect(change(story.coordinator as ReturnType<typeof actorOf>), 'the library').toMatchObject({ code: 'absent' });
    expect(change(actorOf(2), 3)).toMatchObject({ code: 'nothing_changed' });
    expect(change(actorOf(2), 9)).toMatchObject({ code: 'points_beyond_scale' });
    const before = seenOn(cardId);
    expect(change(actorOf(2)).ok).toBe(true);
    expect(change(actorOf(0), 5, before), 'the chair saw it before').toMatchObject({ code: 'edited_meanwhile' });
    expect(change(actorOf(0), 5).ok, 'in her name').toBe(true);
    expect(scoreChangesOf(house.deps.db, callId)).toMatchObject([
      {
        juror: 'Halina Rapczyńska',
        before: 3,
        after: 4,
        reason: 'Po rozmowie o partnerach.',
        changedBy: 'Halina Rapczyńska',
      },
      { juror: 'Halina Rapczyńska', before: 4, after: 5, changedBy: 'Marianna Zubrycka' },
    ]);
    const result = computeRanking(house.deps.db, callId).find(({ applicationId }) => applicationId === idOf(1));
    expect(result?.totalHundredths, '60, 60, 68 and 60').toBe(6200);
    expect(() => house.deps.db.raw.exec(`update score_points set points = 1 where card_id = ${cardId}`)).toThrow(
      'score_card_sent',
    );
  });

  test('nobody changes a card of an application closed to her, or from outside the room', () => {
    begun();
    opened([0, 1, 3]);
    shown(1);
    const outside = { callId, cardId: cardOf(2, 1), seen: seenOn(cardOf(2, 1)), reason: 'Przez telefon.' };
    const points = pointsOf(house.deps, callId, 4);
    expect(changePoints(house.deps, actorOf(2), { ...outside, points })).toMatchObject({ code: 'absent' });
    shown(0, { areOut: true });
    const closed = { callId, cardId: cardOf(1, 0), seen: seenOn(cardOf(1, 0)), reason: 'Nie wolno.', points };
    expect(changePoints(house.deps, actorOf(3), closed)).toMatchObject({ code: 'absent' });
    expect(scoreChangesOf(house.deps.db, callId)).toEqual([]);
  });
});

describe('closing', () => {
  test('adopts the ranking with the meeting’s day, place and people, and what was settled stays as it is', () => {
    begun();
    opened([0, 1, 2]);
    shown(0);
    const item = { callId, applicationId: idOf(0), revision: 1, note: 'Zgoda.', amount: grosze(2000_00) };
    expect(settleItem(house.deps, actorOf(0), { ...item, forGroup: 'Bez druku.' }).ok).toBe(true);
    house.clock.set(addTime(house.clock.now(), { hours: 2 }));
    const closed = closeMeeting(house.deps, actorOf(0), { callId, revision: revision() });
    expect(closed.ok).toBe(true);
    expect(adoptedRanking(house.deps.db, callId)).toMatchObject({
      ...{ metOn: day('2024-04-17'), place: 'czytelnia', attendance: [0, 1, 2].map(memberOf) },
      adoptedAt: house.clock.now(),
    });
    expect(meetingOf(house.deps.db, callId)).toMatchObject({ closedAt: house.clock.now(), currentId: null });
    expect(closeMeeting(house.deps, actorOf(0), { callId, revision: revision() })).toMatchObject({
      code: 'meeting_not_open',
    });
    for (const sentence of [
      "update meeting_items set note = 'inaczej'",
      'update meeting_items set amount_grosze = 1',
      'delete from meeting_items',
      "update meetings set place = 'gdzie indziej'",
      'delete from meetings',
      'update meeting_attendance set left_at = came_at',
    ])
      expect(() => house.deps.db.raw.exec(sentence), sentence).toThrow('meeting_closed');
    for (const invariant of invariants) expect(offendersOf(house.deps.db, invariant), invariant.name).toEqual([]);
  });

  test('the form of a jury without a screen waits while a meeting is open', () => {
    begun();
    opened();
    const attendance = [0, 1, 2].map(memberOf);
    const adoption = { callId, metOn: day('2024-04-17'), place: 'czytelnia', attendance };
    expect(adoptRanking(house.deps, actorOf(0), adoption)).toMatchObject({ code: 'meeting_opened' });
    expect(adoptedRanking(house.deps.db, callId)).toBeUndefined();
  });

  test('a card opened again stops the adoption, whichever way', () => {
    begun();
    opened();
    const reopening = { applicationId: idOf(1), memberId: memberOf(1), reason: 'Pomylony wiersz.' };
    expect(reopenCard(house.deps, actorOf(0), reopening).ok).toBe(true);
    expect(closeMeeting(house.deps, actorOf(0), { callId, revision: revision(), despiteMissing: true })).toMatchObject({
      code: 'card_reopened',
      facts: { count: 1 },
    });
    expect(openMeetingOf(house.deps.db, callId)?.revision).toBe(revision());
  });

  test('an application that everybody is excluded from is nobody’s to refuse: the adoption waits for a juror', () => {
    begun([
      [4, 4, 4, 4],
      [3, 3, 3, 3],
    ]);
    for (const index of [0, 1, 2, 3])
      expect(excludeFrom(house.deps, actorOf(index), { applicationId: idOf(1), ground: 'kin', note: '' }).ok).toBe(
        true,
      );
    opened();
    const end = { callId, revision: revision(), despiteMissing: true };
    expect(closeMeeting(house.deps, story.coordinator, end)).toMatchObject({
      code: 'nobody_may_judge',
      facts: { count: 1 },
    });
  });

  test('equal results wait for the chair’s word', () => {
    begun([
      [4, 4, 4, 4],
      [4, 4, 4, 4],
    ]);
    opened();
    const end = { callId, revision: revision() };
    expect(closeMeeting(house.deps, actorOf(0), end)).toMatchObject({ code: 'tie_undecided', field: 'tie' });
    expect(closeMeeting(house.deps, actorOf(0), { ...end, chairOrder: [2, 1] }).ok).toBe(true);
    expect(adoptedRanking(house.deps.db, callId)?.rows.map(({ applicationId }) => applicationId)).toEqual([
      idOf(1),
      idOf(0),
    ]);
  });
});
