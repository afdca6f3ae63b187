import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeTerms, type Terms } from '../../src/features/calls/commands/amounts.ts';
import { readCall } from '../../src/features/calls/queries.ts';
import { methodText } from '../../src/features/calls/scoring-texts.ts';
import { modelOf } from '../../src/features/calls/setup/copy.ts';
import { grosze } from '../../src/lib/money.ts';
import { openTestHouse, type TestHouse, type TestPerson } from '../support/house.ts';
import { submittedApplication } from '../support/story/applications.ts';

let house: TestHouse;
let marta: TestPerson;

beforeEach(async () => {
  house = await openTestHouse({ beginning: 'open', at: '2024-02-28T10:00:00.000Z' });
  marta = house.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
});
afterEach(() => house.close());

const terms = (changed: Partial<Terms> = {}): Terms => ({
  callId: 1,
  version: readCall(house.deps.db, 1)?.version ?? 0,
  pool: grosze(21_000_00),
  min: grosze(1_500_00),
  max: grosze(7_000_50),
  minInitiatives: 4,
  applicationsPerLeader: 2,
  applicationsPerOrganisation: null,
  thresholdPercent: 55,
  quorum: 4,
  scoreMethod: 'sum',
  scoreDecimals: 1,
  bonusLimit: 3,
  unevenCards: 'scaled',
  extremeReasons: 1,
  cardsPerApplication: 5,
  blindReview: 1,
  ...changed,
});

test('Marta lowers the pool and the limits, and the history keeps the new ones', () => {
  expect(changeTerms(house.deps, marta.actor, terms())).toMatchObject({ ok: true });
  const stored = {
    poolGrosze: 21_000_00,
    minGrosze: 1_500_00,
    maxGrosze: 7_000_50,
    minInitiatives: 4,
    applicationsPerLeader: 2,
    applicationsPerOrganisation: null,
    thresholdPercent: 55,
    quorum: 4,
    scoreMethod: 'sum',
    scoreDecimals: 1,
    bonusLimit: 3,
    unevenCards: 'scaled',
    extremeReasons: 1,
    cardsPerApplication: 5,
    blindReview: 1,
  };
  expect(readCall(house.deps.db, 1)).toMatchObject(stored);
  expect(house.deps.db.get(sql`select what, facts from events order by id desc limit 1`)).toEqual({
    what: 'call.terms_changed',
    facts: JSON.stringify(stored),
  });
});

test('a pool one grosz over the plan of the task is refused with the plan', () => {
  expect(changeTerms(house.deps, marta.actor, terms({ pool: grosze(24_000_01) }))).toMatchObject({
    code: 'pool_over_plan',
    field: 'pool',
    facts: { planned: 24_000_00 },
  });
});

test('fewer jurors for an application than the quorum are refused; none said is everybody', () => {
  expect(changeTerms(house.deps, marta.actor, terms({ cardsPerApplication: 3 }))).toMatchObject({
    code: 'cards_below_quorum',
    field: 'cardsPerApplication',
  });
  expect(readCall(house.deps.db, 1)?.cardsPerApplication).toBeNull();
  expect(changeTerms(house.deps, marta.actor, terms({ cardsPerApplication: null })).ok).toBe(true);
  const call = readCall(house.deps.db, 1);
  if (call === undefined) throw new Error('There is no call');
  expect(methodText({ ...call, scoreMethod: 'mean', cardsPerApplication: 4, blindReview: 0 })).toBe(
    'Wynik to średnia kart komisji, z dokładnością do jednego miejsca po przecinku. Każdy wniosek oceniają 4\u00a0osoby z komisji, wylosowane po równo.',
  );
});

test('terms set on a page opened before somebody else’s are refused', () => {
  const opened = terms();
  changeTerms(house.deps, marta.actor, terms({ quorum: 3 }));
  expect(changeTerms(house.deps, marta.actor, opened)).toMatchObject({ code: 'edited_meanwhile' });
  expect(readCall(house.deps.db, 1)?.quorum).toBe(3);
});

test('with an application submitted the terms stand', () => {
  submittedApplication(house.deps, { leader: 'Jonas Vaičiulis', email: 'jonas@example.org', title: 'Łąka opowieści' });
  expect(changeTerms(house.deps, marta.actor, terms())).toMatchObject({ code: 'terms_frozen', facts: { count: 1 } });
  expect(readCall(house.deps.db, 1)).toMatchObject({ poolGrosze: 24_000_00, blindReview: 0 });
});

test('a call judged without names says so in its rules, and its copy is judged so too', () => {
  changeTerms(house.deps, marta.actor, terms());
  const call = readCall(house.deps.db, 1);
  if (call === undefined) throw new Error('The call is gone');
  expect(modelOf(house.deps.db, call).blindReview).toBe(1);
  expect(methodText(call)).toContain('Komisja ocenia bez nazwisk');
  expect(methodText({ ...call, blindReview: 0 })).not.toContain('nazwisk');
});
