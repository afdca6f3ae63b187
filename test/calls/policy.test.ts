import { describe, expect, test } from 'vitest';
import { checkAmounts, mayAnnounce, phaseOf, timetableFaults, weeksToBring } from '../../src/features/calls/policy.ts';
import type { Stage, StageKind } from '../../src/features/calls/stages.ts';
import { day, type Instant, instant } from '../../src/lib/days.ts';
import { grosze } from '../../src/lib/money.ts';

function stage(kind: StageKind, startsAt: string | null, endsAt: string | null): Stage {
  const moment = (text: string | null): Instant | null => (text === null ? null : instant(text));
  return { id: 1, kind, startsAt: moment(startsAt), endsAt: moment(endsAt), place: '', source: '' };
}

const stages = [stage('submission', '2024-02-11T23:00:00Z', '2024-03-15T14:00:00Z')];

describe('what a visitor finds', () => {
  test.each([
    ['draft', '2024-02-28T12:00:00Z', 'preparation'],
    ['announced', '2024-02-11T22:59:59Z', 'before'],
    ['announced', '2024-02-11T23:00:00Z', 'open'],
    ['announced', '2024-03-15T14:00:00Z', 'closed'],
    ['closed', '2024-02-28T12:00:00Z', 'closed'],
  ] as const)('%s at %s: %s', (state, now, phase) => {
    expect(phaseOf({ state, stages }, instant(now))).toBe(phase);
  });
});

describe('announcing', () => {
  test('needs both dates of submission', () => {
    const endless = [stage('submission', '2024-02-11T23:00:00Z', null)];
    expect(mayAnnounce(endless, instant('2024-02-12T12:00:00Z'))).toMatchObject({ code: 'submission_dates_missing' });
  });

  test('is over with the deadline itself', () => {
    expect(mayAnnounce(stages, instant('2024-03-15T13:59:59Z'))).toMatchObject({ ok: true });
    expect(mayAnnounce(stages, instant('2024-03-15T14:00:00Z'))).toMatchObject({ code: 'submission_over' });
  });
});

test.each([
  ['2024-02-28', 0],
  ['2024-02-25', 0],
  ['2024-03-02', 0],
  ['2024-03-03', 1],
  ['2024-02-24', -1],
  ['2025-02-26', 52],
])('the timetable comes to %s by %i weeks', (today, weeks) => {
  expect(weeksToBring(stages, day(today))).toBe(weeks);
});

describe('a timetable', () => {
  const river = (submissionEnd: string, checkEnd: string) => [
    stage('submission', '2024-02-11T23:00:00Z', submissionEnd),
    stage('formal_check', null, checkEnd),
    stage('scoring', '2024-04-01T22:00:00Z', '2024-04-15T22:00:00Z'),
  ];

  test('that flows has no faults', () => {
    expect(timetableFaults(river('2024-03-15T14:00:00Z', '2024-03-20T23:00:00Z'))).toEqual([]);
  });

  test('may not end a stage before the stage it follows', () => {
    expect(timetableFaults(river('2024-03-21T14:00:00Z', '2024-03-20T23:00:00Z'))).toEqual([
      { kind: 'formal_check', code: 'not_before', before: 'submission' },
    ]);
  });

  test('may not end a stage at its own beginning', () => {
    const meeting = stage('jury_meeting', '2024-04-17T08:00:00Z', '2024-04-17T08:00:00Z');
    expect(timetableFaults([meeting])).toEqual([{ kind: 'jury_meeting', code: 'ends_before_start' }]);
  });
});

describe('amounts', () => {
  const terms = { pool: grosze(24_000_00), min: grosze(2_000_00), max: grosze(8_000_00), minInitiatives: 3 };
  const planned = grosze(24_000_00);

  test('of the seeded call hold, to the last grosz of the plan', () => {
    expect(checkAmounts(terms, planned)).toMatchObject({ ok: true });
    expect(checkAmounts({ ...terms, pool: grosze(24_000_01) }, planned)).toMatchObject({
      code: 'pool_over_plan',
      field: 'pool',
      facts: { planned: 24_000_00 },
    });
  });

  test.each([
    ['max_below_min', { max: grosze(1_999_99) }],
    ['max_over_pool', { max: grosze(24_000_01) }],
    ['pool_too_small', { minInitiatives: 13 }],
  ])('%s', (code, changed) => {
    expect(checkAmounts({ ...terms, ...changed }, planned)).toMatchObject({ code });
  });
});
