import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { type Balance, readBalances } from '../../src/features/budgets/queries.ts';
import { readForm, readRules } from '../../src/features/calls/call-texts.ts';
import { readCategories, readFormalCriteria, readMeritCriteria } from '../../src/features/calls/criteria.ts';
import { weeksToBring } from '../../src/features/calls/policy.ts';
import { type Call, currentCall } from '../../src/features/calls/queries.ts';
import { isOpenForSubmission, moveStages, type Stage, submissionWindow } from '../../src/features/calls/stages.ts';
import { windowText } from '../../src/features/calls/texts.ts';
import { readNeeds, readPartners, readProject } from '../../src/features/project/queries.ts';
import { addDays, addTime, day, endOfDay, startOfDay, warsawTime } from '../../src/lib/days.ts';
import { sum } from '../../src/lib/money.ts';
import { seed } from '../../src/seed/seed.ts';
import { timetable } from '../../src/seed/timetable.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';

let house: TestHouse;
afterEach(() => house?.close());

function seededCall(): Call {
  const call = currentCall(house.deps.db);
  if (call === undefined) throw new Error('no call was seeded');
  return call;
}

const keyOf = (line: Balance) => `${line.taskName} ${line.year} ${line.source}`;

describe('the budget of a new database', () => {
  test('has every line of the plan, to the grosz', async () => {
    house = await openTestHouse({ beginning: 'draft' });
    const lines = readBalances(house.deps.db, { projectId: 1 });
    const keys = [...new Set(lines.map(keyOf))];
    const planned = keys.map((key) => [
      key,
      sum(lines.filter((line) => keyOf(line) === key).map((line) => line.planned)),
    ]);
    expect(Object.fromEntries(planned)).toEqual({
      'Szkolenia zespołu i partnerów 2023 grant': 12_000_00,
      'Szkolenia zespołu i partnerów 2024 grant': 8_000_00,
      'Diagnoza potrzeb i potencjału 2023 grant': 9_000_00,
      'Projekty edukacyjno-animacyjne 2023 grant': 20_000_00,
      'Projekty edukacyjno-animacyjne 2023 own': 2_100_00,
      'Projekty edukacyjno-animacyjne 2024 grant': 21_000_00,
      'Projekty edukacyjno-animacyjne 2024 own': 3_000_00,
      'Inicjatywy lokalne 2024 grant': 24_000_00,
      'Wymiana doświadczeń 2023 grant': 3_000_00,
      'Wymiana doświadczeń 2024 grant': 4_000_00,
      'Promocja 2023 grant': 3_000_00,
      'Promocja 2023 own': 1_000_00,
      'Promocja 2024 grant': 3_600_00,
      'Promocja 2024 own': 1_000_00,
      'Koordynacja i obsługa księgowa 2023 grant': 5_000_00,
      'Koordynacja i obsługa księgowa 2023 own': 2_000_00,
      'Koordynacja i obsługa księgowa 2024 grant': 7_000_00,
      'Koordynacja i obsługa księgowa 2024 own': 5_000_00,
    });
  });

  test('splits the local initiatives by the cost categories of the call', async () => {
    house = await openTestHouse({ beginning: 'draft' });
    const initiatives = readBalances(house.deps.db, { projectId: 1, year: 2024, source: 'grant' }).filter(
      (line) => line.taskName === 'Inicjatywy lokalne',
    );
    expect(initiatives.map((line) => [line.id, line.category, line.planned])).toEqual([
      [8, 'wynagrodzenia i honoraria', 9_000_00],
      [9, 'materiały', 6_000_00],
      [10, 'druk i promocja', 2_500_00],
      [11, 'wynajem', 1_800_00],
      [12, 'transport', 2_200_00],
      [13, 'poczęstunek', 1_500_00],
      [14, 'licencje', 1_000_00],
    ]);
    const categories = readCategories(house.deps.db, seededCall().id);
    expect(categories.map((one) => [one.budgetLineId, one.name, one.capPercent])).toEqual(
      initiatives.map((line) => [line.id, line.category, line.category === 'poczęstunek' ? 10 : null]),
    );
  });

  test('is in force, sums to 119 600,00 and 14 100,00 and is marked as an example', async () => {
    house = await openTestHouse({ beginning: 'draft' });
    const lines = readBalances(house.deps.db, { projectId: 1 });
    const of = (source: string) => sum(lines.filter((line) => line.source === source).map((line) => line.planned));
    expect([of('grant'), of('own')]).toEqual([119_600_00, 14_100_00]);
    expect(
      house.deps.db.all(
        sql`select number, state, is_example as example, grant_grosze + own_grosze as whole from budget_versions`,
      ),
    ).toEqual([{ number: 1, state: 'in_force', example: 1, whole: 133_700_00 }]);
  });
});

test('four partners and six needs stand as examples', async () => {
  house = await openTestHouse({ beginning: 'draft' });
  const { id } = readProject(house.deps.db);
  expect(readPartners(house.deps.db, id).map((one) => one.isExample)).toEqual([true, true, true, true]);
  expect(readNeeds(house.deps.db, id).filter((one) => one.isExample && one.source.includes('(przykład)'))).toHaveLength(
    6,
  );
});

describe('the call behind a public address', () => {
  test('is a draft with the dates of 2024', async () => {
    house = await openTestHouse({ beginning: 'draft' });
    const call = seededCall();
    expect([call.state, call.movedByWeeks, call.announcedAt]).toEqual(['draft', 0, null]);
    expect(call.stages.map((stage) => `${stage.kind}: ${windowText(stage).replaceAll('\u00a0', ' ')}`)).toEqual([
      'rules_consultation: 1–9 lutego 2024 r.',
      'announcement: 12 lutego 2024 r.',
      'information_meeting: 21 lutego 2024 r., godz. 17.00–18.30',
      'advice: 26 lutego 2024 r., godz. 14.00–18.00',
      'advice: 4 marca 2024 r., godz. 14.00–18.00',
      'advice: 11 marca 2024 r., godz. 14.00–18.00',
      'submission: 12 lutego – 15 marca 2024 r., godz. 15.00',
      'formal_check: 15–20 marca 2024 r.',
      'corrections: 21–27 marca 2024 r.',
      'declarations: 21–27 marca 2024 r.',
      'scoring: 2–15 kwietnia 2024 r.',
      'jury_meeting: 17 kwietnia 2024 r., godz. 10.00–14.00',
      'results: 22 kwietnia 2024 r.',
      'negotiation: 23 kwietnia – 10 maja 2024 r.',
      'realisation: 13 maja – 30 września 2024 r.',
      'last_purchase: do 30 września 2024 r.',
      'group_report: do 14 października 2024 r.',
      'last_contract_bill: do 15 października 2024 r.',
      'payments: do 15 listopada 2024 r.',
      'funder_report: do 13 grudnia 2024 r.',
    ]);
  });

  test('asks twelve questions and weighs to a hundred points, with at most five beside them', async () => {
    house = await openTestHouse({ beginning: 'draft' });
    const { id, maxPoints, thresholdPercent, quorum } = seededCall();
    expect(readForm(house.deps.db, id).sections.flatMap((section) => section.questions)).toHaveLength(12);
    const points = (bonus: boolean) =>
      readMeritCriteria(house.deps.db, id)
        .filter((one) => one.isBonus === bonus)
        .reduce((total, one) => total + one.weight * one.maxPoints, 0);
    expect([points(false), points(true), maxPoints, thresholdPercent, quorum]).toEqual([100, 5, 100, 60, 3]);
    const known = readFormalCriteria(house.deps.db, id).filter((one) => one.knownBy === 'system');
    expect(known.map((one) => one.code)).toEqual([
      'in_time',
      'complete',
      'amount_within_limits',
      'dates_within_period',
      'one_per_applicant',
    ]);
  });

  test('has rules that leave every amount and date to the annexes', async () => {
    house = await openTestHouse({ beginning: 'draft' });
    const words = JSON.stringify(readRules(house.deps.db, seededCall().id).content);
    expect(words).not.toMatch(
      /\d zł|\d{2} ?000|stycznia|lutego|marca|kwietnia|maja|czerwca|września|października|listopada/,
    );
    expect(words).toContain('Pieniędzy nie wypłacamy. To biblioteka zamawia, kupuje i płaci');
  });
});

describe('the call on one’s own machine', () => {
  test('keeps weekdays and hours, and takes the cost and payment periods along', async () => {
    house = await openTestHouse({ at: '2026-08-04T07:00:00.000Z' });
    seed(house.deps, { today: day('2026-08-04') });
    const call = seededCall();
    const window = submissionWindow(call.stages);
    expect([call.state, call.movedByWeeks, call.announcedAt]).toEqual(['announced', 127, '2026-08-04T07:00:00.000Z']);
    expect(window).toEqual({ opensAt: '2026-07-19T22:00:00.000Z', closesAt: '2026-08-21T13:00:00.000Z' });
    const { startsOn, endsOn, paymentsUntilOn, reportDueOn } = readProject(house.deps.db);
    expect([startsOn, endsOn, paymentsUntilOn, reportDueOn]).toEqual([
      '2025-12-06',
      '2027-04-23',
      '2027-04-23',
      '2027-05-21',
    ]);
  });

  test.each(['2024-03-31', '2024-10-27', '2024-12-25', '2025-03-30', '2026-02-28', '2028-02-29', '2030-01-01'])(
    'is open on %s',
    async (on) => {
      house = await openTestHouse({ at: `${on}T05:00:00.000Z` });
      seed(house.deps, { today: day(on) });
      const call = seededCall();
      expect([call.state, isOpenForSubmission(call.stages, house.clock.now())]).toEqual(['announced', true]);
    },
  );

  test('is open from morning to night of any day of four years, with at least ten days left', () => {
    const original = timetable
      .filter((stage) => stage.kind === 'submission')
      .map(
        ({ kind, startsAt = null, endsAt = null }): Stage => ({ id: 1, kind, startsAt, endsAt, place: '', source: '' }),
      );
    const odd = [];
    for (let on = day('2024-01-01'); on < '2028-01-01'; on = addDays(on, 1)) {
      const stages = moveStages(original, weeksToBring(original, on));
      const closesAt = submissionWindow(stages)?.closesAt;
      const isOpen = [startOfDay(on), endOfDay(on)].every((moment) => isOpenForSubmission(stages, moment));
      const isFar = closesAt !== undefined && addTime(endOfDay(on), { days: 10 }) < closesAt;
      if (!isOpen || !isFar || closesAt === undefined || warsawTime(closesAt).hour !== 15) odd.push(on);
    }
    expect(odd).toEqual([]);
  });
});

test('every step of the seed stands in the history as the system’s', async () => {
  house = await openTestHouse({ at: '2025-01-15T09:00:00.000Z' });
  seed(house.deps, { today: day('2025-01-15') });
  const events = house.deps.db.all<{ what: string; actor: string }>(
    sql`select what, actor_kind as actor from events order by id`,
  );
  expect(new Set(events.map((event) => event.actor))).toEqual(new Set(['system']));
  expect(events.map((event) => event.what)).toEqual([
    'organisation.added',
    'project.created',
    ...Array.from({ length: 4 }, () => 'partner.added'),
    ...Array.from({ length: 6 }, () => 'need.added'),
    'budget.drafted',
    'budget.put_in_force',
    'call.created',
    'call.timetable_moved',
    'project.period_moved',
    'call.announced',
  ]);
});

test('a seed that fails leaves nothing behind', async () => {
  house = await openTestHouse({ beginning: 'empty' });
  house.deps.db.raw.exec(
    "create trigger no_needs after insert on diagnosis_needs when new.id = 6 begin select raise(abort, 'full'); end",
  );
  expect(() => seed(house.deps, { today: null })).toThrow('full');
  expect(
    house.deps.db.get(
      sql`select (select count(*) from organisations) + (select count(*) from projects) + (select count(*) from events) as rows`,
    ),
  ).toEqual({ rows: 0 });
});
