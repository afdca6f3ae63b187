import { describe, expect, test } from 'vitest';
import { ofYear } from '../../src/features/calls/setup/copy.ts';
import { hungOn, inLaterYear } from '../../src/features/calls/setup/dates.ts';
import type { ModelStage } from '../../src/features/calls/setup/model.ts';
import { lacksOf, type SetupFacts } from '../../src/features/calls/setup/policy.ts';
import type { Stage, StageKind } from '../../src/features/calls/stages.ts';
import { addDays, day, endOfDay, instant, isFreeDay, startOfDay, warsawDay } from '../../src/lib/days.ts';
import { grosze } from '../../src/lib/money.ts';
import { numbers } from '../support/properties.ts';

function stage(kind: StageKind, starts: string | null, ends: string | null): Stage {
  const moment = (text: string | null) => (text === null ? null : instant(text));
  return { id: 1, kind, startsAt: moment(starts), endsAt: moment(ends), place: '', source: '' };
}

const stages = [
  stage('announcement', '2024-02-12T00:00:00+01:00', '2024-02-12T23:59:59.999+01:00'),
  stage('submission', '2024-02-12T00:00:00+01:00', '2024-03-15T15:00:00+01:00'),
  stage('formal_check', '2024-03-15T15:00:00+01:00', '2024-03-20T23:59:59.999+01:00'),
  stage('scoring', '2024-04-02T00:00:00+02:00', '2024-04-15T23:59:59.999+02:00'),
  stage('results', '2024-04-22T00:00:00+02:00', '2024-04-22T23:59:59.999+02:00'),
  stage('realisation', '2024-05-13T00:00:00+02:00', '2024-09-30T23:59:59.999+02:00'),
  stage('last_purchase', null, '2024-09-30T23:59:59.999+02:00'),
  stage('group_report', null, '2024-10-14T23:59:59.999+02:00'),
];

const costs: SetupFacts['costs'] = [
  { name: 'materiały', isEligible: true, capPercent: null, isOnGrantOfTask: true },
  { name: 'kary', isEligible: false, capPercent: null, isOnGrantOfTask: false },
];
const merit: SetupFacts['merit'] = [
  { name: 'Potrzeby', weight: 4, maxPoints: 5, minPoints: 2, isBonus: false, tieOrder: 1 },
  { name: 'Kosztorys', weight: 6, maxPoints: 5, minPoints: null, isBonus: false, tieOrder: 2 },
  { name: 'Młodzież', weight: 1, maxPoints: 5, minPoints: null, isBonus: true, tieOrder: null },
];

/** A call that may be announced. */
const facts: SetupFacts = {
  now: instant('2024-02-10T10:00:00Z'),
  title: 'Para-buch!',
  contact: 'czytelnia',
  isInstitutionKnown: true,
  stages,
  pool: grosze(24_000_00),
  min: grosze(2_000_00),
  max: grosze(8_000_00),
  minInitiatives: 3,
  planned: grosze(24_000_00),
  otherPools: grosze(0),
  period: { startsOn: day('2023-07-01'), endsOn: day('2024-11-15') },
  kinds: ['person', 'informal_group', 'minor'],
  minGroupSize: 3,
  minLeaderAge: 13,
  thresholdPercent: 60,
  costs,
  formalCount: 1,
  merit,
  unpublished: [],
  hasRulesOrder: true,
};
const lacks = (changed: Partial<SetupFacts>) =>
  lacksOf({ ...facts, ...changed }).map(({ code, page }) => `${code} at ${page}`);
const without = (kind: StageKind) => ({ stages: stages.filter((one) => one.kind !== kind) });
const withStage = (changed: Stage) => ({ stages: [...stages.filter(({ kind }) => kind !== changed.kind), changed] });

describe('what a call lacks before it is announced', () => {
  test('nothing, when everything holds together', () => {
    expect(lacksOf(facts)).toEqual([]);
  });

  test.each<[string, Partial<SetupFacts>, string]>([
    ['a name', { title: '' }, 'no_title at about'],
    ['somebody to ask', { contact: '' }, 'no_contact at about'],
    ['an institution', { isInstitutionKnown: false }, 'institution_unknown at institution'],
    ['a pool inside its task', { planned: grosze(23_999_99) }, 'pool_over_plan at amounts'],
    ['room for what it promises', { minInitiatives: 13 }, 'pool_too_small at amounts'],
    ['a largest amount over the least', { max: grosze(1_999_99) }, 'max_below_min at amounts'],
    ['a threshold that can be reached', { thresholdPercent: 100 }, 'threshold_whole at amounts'],
    ['anybody who may apply', { kinds: [] }, 'no_applicants at applicants'],
    ['a group of more than one', { minGroupSize: 1 }, 'group_of_one at applicants'],
    ['an age at which minors are minors', { minLeaderAge: 18 }, 'minors_too_old at applicants'],
    ['a deadline', without('submission'), 'submission_dates_missing at timetable'],
    ['a deadline still ahead', { now: instant('2024-03-15T14:00:00Z') }, 'submission_over at timetable'],
    ['time to score', without('scoring'), 'stage_missing at timetable'],
    ['time to act', withStage(stage('realisation', null, '2024-09-30T21:59:59.999Z')), 'stage_missing at timetable'],
    [
      'an end after the beginning',
      withStage(stage('results', '2024-04-22T10:00:00Z', '2024-04-22T09:00:00Z')),
      'ends_before_start at timetable',
    ],
    ['results after the scoring', withStage(stage('results', null, '2024-04-10T09:00:00Z')), 'not_before at timetable'],
    ['anything to pay for', { costs: costs.slice(1) }, 'no_costs at costs'],
    [
      'a budget line of a cost',
      { costs: costs.map((one) => ({ ...one, isOnGrantOfTask: false })) },
      'costs_without_line at costs',
    ],
    [
      'caps that leave the whole to be spent',
      { costs: costs.map((one) => ({ ...one, capPercent: 99 })) },
      'caps_too_tight at costs',
    ],
    ['formal criteria', { formalCount: 0 }, 'no_formal_criteria at formal'],
    ['a criterion with a weight', { merit: merit.slice(2) }, 'no_criteria at merit'],
    [
      'a minimum within its scale',
      { merit: merit.map((one) => ({ ...one, minPoints: 6 })) },
      'minimum_over_scale at merit',
    ],
    ['an order of ties', { merit: merit.map((one) => ({ ...one, tieOrder: 1 })) }, 'tie_order_repeated at merit'],
  ])('%s', (_what, changed, lack) => {
    expect(lacks(changed)).toEqual([lack]);
    expect(lacksOf({ ...facts, ...changed }).some(({ isAdvice }) => isAdvice)).toBe(false);
  });

  test.each<[string, Partial<SetupFacts>, string]>([
    ['pools of several calls over one plan', { otherPools: grosze(1) }, 'pools_over_plan at amounts'],
    [
      'a realisation outside the project',
      { period: { startsOn: day('2024-05-14'), endsOn: day('2024-11-15') } },
      'outside_project at timetable',
    ],
    [
      'a realisation before the results',
      withStage(stage('realisation', '2024-04-20T22:00:00Z', '2024-09-30T21:59:59.999Z')),
      'results_too_late at timetable',
    ],
    [
      'a heavy bonus',
      { merit: merit.map((one) => (one.isBonus ? { ...one, weight: 2 } : one)) },
      'bonus_heavy at merit',
    ],
  ])('%s is only to be looked at', (_what, changed, lack) => {
    expect(lacks(changed)).toEqual([lack]);
    expect(lacksOf({ ...facts, ...changed }).every(({ isAdvice }) => isAdvice)).toBe(true);
  });
});

describe('the dates of a new call', () => {
  const models: ModelStage[] = stages.map(({ id: _, ...one }) => one);
  const at = (made: readonly ModelStage[], kind: StageKind) => made.find((one) => one.kind === kind);

  test('a year on, each on a working day', () => {
    const made = inLaterYear(models, instant('2024-12-01T10:00:00Z'), 1);
    // 15 March 2025 is a Saturday, 20 March a Thursday; the hours stay through the change of clocks.
    expect(at(made, 'submission')?.endsAt).toBe('2025-03-17T14:00:00.000Z');
    expect(at(made, 'formal_check')?.startsAt).toBe('2025-03-17T14:00:00.000Z');
    expect(at(made, 'scoring')?.startsAt).toBe('2025-04-01T22:00:00.000Z');
  });

  test('as many years on as it takes for the deadline to lie ahead', () => {
    expect(at(inLaterYear(models, instant('2026-03-16T00:00:00Z'), 1), 'submission')?.endsAt).toBe(
      '2027-03-15T14:00:00.000Z',
    );
    expect(inLaterYear(models, instant('2024-02-01T00:00:00Z'), 0)).toEqual(models);
  });

  test('drawn together where little time is left before the realisation, as in Czarnia: jury and results in two weeks', () => {
    const made = hungOn(models, {
      deadline: instant('2023-03-17T14:00:00Z'),
      realisationFrom: day('2023-04-01'),
      realisationTo: day('2023-10-30'),
    });
    expect(at(made, 'submission')).toMatchObject({
      startsAt: startOfDay(day('2023-02-13')),
      endsAt: '2023-03-17T14:00:00.000Z',
    });
    expect(at(made, 'results')?.endsAt).toBe(endOfDay(day('2023-03-27')));
    expect(at(made, 'last_purchase')?.endsAt).toBe(endOfDay(day('2023-10-30')));
    expect(at(made, 'group_report')?.endsAt).toBe(endOfDay(day('2023-11-13')));
  });

  test('wherever they are hung, no stage ends before it begins and none but the anchors ends on a free day', () => {
    const draw = numbers(7);
    for (let round = 0; round < 200; round += 1) {
      const on = addDays(day('2024-01-01'), draw(1500));
      const from = addDays(on, 1 + draw(90));
      const to = addDays(from, 1 + draw(200));
      const made = hungOn(models, { deadline: endOfDay(on), realisationFrom: from, realisationTo: to });
      for (const { kind, startsAt, endsAt } of made) {
        expect([on, kind, startsAt === null || endsAt === null || startsAt < endsAt]).toEqual([on, kind, true]);
        if (['submission', 'realisation', 'last_purchase'].includes(kind) || endsAt === null) continue;
        expect([on, kind, isFreeDay(warsawDay(endsAt))]).toEqual([on, kind, false]);
      }
    }
  });

  test('a year in a name becomes the new one, and no other number', () => {
    expect(ofYear('Konkurs 2024 (druk 20245, od 2023)', 2024, 2025)).toBe('Konkurs 2025 (druk 20245, od 2023)');
  });
});
