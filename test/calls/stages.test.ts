import { describe, expect, test } from 'vitest';
import {
  currentStage,
  inOrder,
  isOpenForSubmission,
  moveByWeeks,
  nextDate,
  type Stage,
  type StageKind,
  submissionWindow,
} from '../../src/features/calls/stages.ts';
import { addTime, daysBetween, type Instant, instant, warsawDay, warsawTime, weekday } from '../../src/lib/days.ts';
import { numbers } from '../support/properties.ts';

let nextId = 1;
function stage(kind: StageKind, startsAt: string | null, endsAt: string | null): Stage {
  const moment = (text: string | null) => (text === null ? null : instant(text));
  nextId += 1;
  return { id: nextId, kind, startsAt: moment(startsAt), endsAt: moment(endsAt), place: '', source: '' };
}

const deadline = '2024-03-15T15:00:00+01:00';
const submission = stage('submission', '2024-02-12T00:00:00+01:00', deadline);

describe('the window of submission', () => {
  test.each<[string, string, boolean]>([
    ['a millisecond before the first day', '2024-02-11T22:59:59.999Z', false],
    ['the very beginning of the first day', '2024-02-11T23:00:00.000Z', true],
    ['a second before the deadline', '2024-03-15T13:59:59.000Z', true],
    ['the last millisecond', '2024-03-15T13:59:59.999Z', true],
    ['the very deadline', '2024-03-15T14:00:00.000Z', false],
    ['a second after it', '2024-03-15T14:00:01.000Z', false],
  ])('%s', (_when, at, isOpen) => {
    expect(isOpenForSubmission([submission], instant(at))).toBe(isOpen);
  });

  test('a deadline in the hour that comes twice in October is the first of the two', () => {
    const october = stage('submission', '2024-10-01T00:00:00+02:00', '2024-10-27T02:30:00+02:00');
    expect(isOpenForSubmission([october], instant('2024-10-27T02:29:59+02:00'))).toBe(true);
    expect(isOpenForSubmission([october], instant('2024-10-27T02:29:59+01:00'))).toBe(false);
  });

  test('without both ends there is none, and nothing is open', () => {
    const endless = stage('submission', '2024-02-12T00:00:00+01:00', null);
    expect(submissionWindow([endless])).toBeUndefined();
    expect(isOpenForSubmission([endless], instant('2024-02-20T12:00:00Z'))).toBe(false);
    expect(isOpenForSubmission([], instant('2024-02-20T12:00:00Z'))).toBe(false);
  });
});

describe('where the call stands', () => {
  const stages = [
    stage('advice', '2024-03-04T13:00:00Z', '2024-03-04T17:00:00Z'),
    submission,
    stage('formal_check', deadline, '2024-03-20T22:59:59.999Z'),
    stage('scoring', '2024-04-01T22:00:00Z', '2024-04-15T21:59:59.999Z'),
    stage('last_purchase', null, '2024-09-30T21:59:59.999Z'),
  ];

  test.each<[string, StageKind | undefined]>([
    ['2024-02-01T12:00:00Z', undefined],
    ['2024-03-04T14:00:00Z', 'submission'],
    ['2024-03-15T14:00:00Z', 'formal_check'],
    ['2024-03-25T12:00:00Z', undefined],
    ['2024-04-10T12:00:00Z', 'scoring'],
  ])('at %s: %s', (at, kind) => {
    expect(currentStage(stages, instant(at))?.kind).toBe(kind);
  });

  test('the next date is the nearest beginning or end still ahead', () => {
    const next = (at: string) => {
      const date = nextDate(stages, instant(at));
      return date && [date.stage.kind, date.at, date.isEnd];
    };
    expect(next('2024-02-20T12:00:00Z')).toEqual(['advice', '2024-03-04T13:00:00.000Z', false]);
    expect(next('2024-03-04T17:00:00Z')).toEqual(['submission', '2024-03-15T14:00:00.000Z', true]);
    expect(next('2024-04-20T12:00:00Z')).toEqual(['last_purchase', '2024-09-30T21:59:59.999Z', true]);
    expect(next('2024-10-01T12:00:00Z')).toBeUndefined();
  });

  test('stages stand in the order of the river, those of one kind by date', () => {
    const later = stage('advice', '2024-03-11T13:00:00Z', '2024-03-11T17:00:00Z');
    const kinds = inOrder([stages[3], later, stages[1], stages[0]].filter((one) => one !== undefined));
    expect(kinds.map((one) => [one.kind, one.startsAt?.slice(5, 10)])).toEqual([
      ['advice', '03-04'],
      ['advice', '03-11'],
      ['submission', '02-11'],
      ['scoring', '04-01'],
    ]);
  });
});

describe('moving by whole weeks', () => {
  test('keeps the hour over both changes of clocks', () => {
    expect(moveByWeeks(instant('2024-03-15T14:00:00Z'), 4)).toBe('2024-04-12T13:00:00.000Z');
    expect(moveByWeeks(instant('2024-03-15T14:00:00Z'), 33)).toBe('2024-11-01T14:00:00.000Z');
    expect(moveByWeeks(instant('2024-09-30T21:59:59.999Z'), 10)).toBe('2024-12-09T22:59:59.999Z');
  });

  test('lands an hour later where March has no such hour, and comes back from October to one day earlier', () => {
    expect(moveByWeeks(instant('2024-03-17T02:30:00+01:00'), 2)).toBe('2024-03-31T01:30:00.000Z');
    expect(moveByWeeks(instant('2024-10-20T02:30:00+02:00'), 1)).toBe('2024-10-27T00:30:00.000Z');
  });

  test('changes neither weekday, hour, minute nor millisecond, whatever the moment', () => {
    expect(brokenMoves(moveByWeeks)).toEqual([]);
  });

  test('mutant: seven times 24 hours a week is caught by the same property', () => {
    expect(brokenMoves((at, weeks) => addTime(at, { days: weeks * 7 }))).not.toEqual([]);
  });
});

type Move = (at: Instant, weeks: number) => Instant;

function brokenMoves(move: Move): string[] {
  const draw = numbers(1925);
  const cases = Array.from({ length: 400 }, () => ({
    at: addTime(instant('2023-01-01T04:00:00Z'), {
      days: draw(1500),
      hours: draw(18),
      minutes: draw(60),
      milliseconds: draw(60_000),
    }),
    weeks: draw(300) - 150,
  }));
  // Between 2 and 4 at night the change of clocks may rightly move the hour.
  const daytime = cases.filter(({ at }) => warsawTime(at).hour >= 4);
  return daytime.filter(({ at, weeks }) => !isSameMoment(at, move(at, weeks), weeks)).map((one) => JSON.stringify(one));
}

function isSameMoment(before: Instant, after: Instant, weeks: number): boolean {
  const [old, now] = [warsawTime(before), warsawTime(after)];
  const sameClock = old.hour === now.hour && old.minute === now.minute && before.slice(17) === after.slice(17);
  const days = daysBetween(warsawDay(before), warsawDay(after));
  return sameClock && days === weeks * 7 && weekday(old.day) === weekday(now.day);
}

describe('no moment belongs to two stages that follow one another', () => {
  test('whatever the deadline', () => {
    expect(doublyOpen(isOpenForSubmission)).toEqual([]);
  });

  test('mutant: a deadline that still counts is caught by the same property', () => {
    const inclusive: typeof isOpenForSubmission = (stages, now) => {
      const window = submissionWindow(stages);
      return window !== undefined && window.opensAt <= now && now <= window.closesAt;
    };
    expect(doublyOpen(inclusive)).not.toEqual([]);
  });
});

function doublyOpen(isOpen: typeof isOpenForSubmission): string[] {
  const draw = numbers(2024);
  return Array.from({ length: 200 }, () =>
    addTime(instant('2024-01-01T00:00:00Z'), { minutes: draw(500_000) }),
  ).flatMap((end) => {
    const stages = [
      stage('submission', '2024-01-01T00:00:00Z', addTime(end, { minutes: 1 })),
      stage('formal_check', addTime(end, { minutes: 1 }), null),
    ];
    const moments = [-1, 0, 1].map((ms) => addTime(end, { minutes: 1, milliseconds: ms }));
    return moments.filter((now) => isOpen(stages, now) === (currentStage(stages, now)?.kind === 'formal_check'));
  });
}
