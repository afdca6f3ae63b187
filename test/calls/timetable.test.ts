import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeTimetable, moveTimetable } from '../../src/features/calls/commands/timetable.ts';
import { type Call, readCall } from '../../src/features/calls/queries.ts';
import { type Stage, type StageKind, stageOf } from '../../src/features/calls/stages.ts';
import { readProject } from '../../src/features/project/queries.ts';
import { instant } from '../../src/lib/days.ts';
import { openTestHouse, type TestHouse, type TestPerson } from '../support/house.ts';
import { submittedApplication } from '../support/story/applications.ts';

let house: TestHouse;
let marta: TestPerson;

beforeEach(async () => {
  house = await openTestHouse({ beginning: 'open', at: '2024-02-28T10:00:00.000Z' });
  marta = house.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
});
afterEach(() => house.close());

function call(): Call {
  const found = readCall(house.deps.db, 1);
  if (found === undefined) throw new Error('no call');
  return found;
}

function theStage(kind: StageKind): Stage {
  const found = stageOf(call().stages, kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
}

const change = (version: number, stage: Stage, dates: Partial<Stage>) =>
  changeTimetable(house.deps, marta.actor, {
    callId: 1,
    version,
    stages: [{ ...stage, ...dates }],
    reason: 'Remont czytelni.',
  });

const lastEvent = () =>
  house.deps.db.get<{ what: string; facts: string }>(sql`select what, facts from events order by id desc limit 1`);

describe('moving the whole timetable', () => {
  test('to today and back again leaves every date where it was', async () => {
    const before = call().stages;
    house.clock.set('2025-07-01T10:00:00.000Z');
    expect(moveTimetable(house.deps, marta.actor, 1, { to: 'today', reason: 'Nowy rok.' })).toMatchObject({ ok: true });
    expect(call().movedByWeeks).toBe(70);
    expect(theStage('submission').endsAt).toBe('2025-07-18T13:00:00.000Z');
    expect(readProject(house.deps.db)).toMatchObject({ endsOn: '2026-03-20', paymentsUntilOn: '2026-03-20' });
    expect(moveTimetable(house.deps, marta.actor, 1, { to: 'original', reason: 'Pomyłka.' })).toMatchObject({
      ok: true,
    });
    expect(call().stages).toEqual(before);
    expect(readProject(house.deps.db)).toMatchObject({ endsOn: '2024-11-15', paymentsUntilOn: '2024-11-15' });
    expect(house.deps.db.all(sql`select facts from events where what = 'call.timetable_moved' order by id`)).toEqual([
      { facts: '{"weeks":70,"fromOriginal":70}' },
      { facts: '{"weeks":-70,"fromOriginal":0}' },
    ]);
  });

  test('is refused once somebody has submitted', () => {
    submittedApplication(house.deps, {
      leader: 'Jonas Vaičiulis',
      email: 'jonas@example.org',
      title: 'Łąka opowieści',
    });
    house.clock.set('2024-04-10T10:00:00.000Z');
    expect(moveTimetable(house.deps, marta.actor, 1, { to: 'today' })).toMatchObject({ code: 'has_applications' });
    expect(call().movedByWeeks).toBe(0);
  });
});

describe('changing one date', () => {
  test('changes that date alone, and the history says from what to what', () => {
    const before = call().stages;
    const submission = theStage('submission');
    const endsAt = instant('2024-03-18T14:00:00.000Z');
    expect(change(call().version, submission, { endsAt })).toMatchObject({ ok: true });
    expect(call().stages).toEqual(before.map((stage) => (stage.id === submission.id ? { ...stage, endsAt } : stage)));
    expect(lastEvent()).toEqual({
      what: 'call.timetable_changed',
      facts: JSON.stringify({
        [`submission:${submission.id}`]:
          '2024-02-11T23:00:00.000Z/2024-03-15T14:00:00.000Z -> 2024-02-11T23:00:00.000Z/2024-03-18T14:00:00.000Z',
      }),
    });
  });

  test('after somebody else changed another is refused as edited meanwhile', () => {
    const { version } = call();
    change(version, theStage('results'), { endsAt: instant('2024-04-23T21:59:59.999Z') });
    expect(change(version, theStage('submission'), { endsAt: instant('2024-03-18T14:00:00Z') })).toMatchObject({
      code: 'edited_meanwhile',
    });
    expect(theStage('submission').endsAt).toBe('2024-03-15T14:00:00.000Z');
  });

  test('to one that breaks the river is refused at the fields', () => {
    const submission = theStage('submission');
    const check = theStage('formal_check');
    expect(change(call().version, submission, { endsAt: instant('2024-03-21T14:00:00Z') })).toMatchObject({
      code: 'timetable_faults',
      fields: {
        [`stages.s${check.id}.endDay`]:
          'Ten etap nie może skończyć się wcześniej niż „Nabór wniosków”. Popraw tę datę albo tamtą.',
      },
    });
  });

  test('of submission to nothing is refused at its field', () => {
    const submission = theStage('submission');
    expect(change(call().version, submission, { startsAt: null })).toMatchObject({
      fields: { [`stages.s${submission.id}.startDay`]: 'Nabór musi mieć początek i koniec.' },
    });
  });

  test('the deadline may be put off but not brought forward once somebody has submitted', () => {
    submittedApplication(house.deps, {
      leader: 'Jonas Vaičiulis',
      email: 'jonas@example.org',
      title: 'Łąka opowieści',
    });
    const submission = theStage('submission');
    expect(change(call().version, submission, { endsAt: instant('2024-03-15T13:59:00Z') })).toMatchObject({
      code: 'deadline_brought_forward',
      field: `stages.s${submission.id}.endDay`,
    });
    expect(change(call().version, submission, { endsAt: instant('2024-03-15T16:00:00Z') })).toMatchObject({ ok: true });
  });

  test('that is the same writes no history', () => {
    const events = () => house.deps.db.get(sql`select count(*) as count from events`);
    const [before, version] = [events(), call().version];
    expect(change(version, theStage('submission'), {})).toMatchObject({ ok: true });
    expect([events(), call().version]).toEqual([before, version]);
  });
});
