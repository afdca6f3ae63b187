import { afterAll, beforeAll, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { checkInvariants } from '../../src/features/checks/invariants.ts';
import { rankingInvariants } from '../../src/features/ranking/invariants.ts';
import { reviewInvariants } from '../../src/features/reviews/invariants.ts';
import { checkViolations } from '../checks/violations.ts';
import { reviewViolations } from '../reviews/violations.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { adopted, scored } from '../support/story/jury.ts';
import { rankingViolations } from './violations.ts';

const truths = [...checkInvariants, ...reviewInvariants, ...rankingInvariants];
const violations = { ...checkViolations, ...reviewViolations, ...rankingViolations };

let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse({ beginning: 'open' });
  const applications = [
    { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
    { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
  ];
  const callId = currentCall(house.deps.db)?.id ?? 0;
  adopted(
    house,
    scored(house, {
      callId,
      applications,
      given: [
        [4, 4, 3, null],
        [2, 2, 3, 2],
      ],
    }),
  );
});
afterAll(() => house.close());

test('every truth of the formal check, the cards and the ranking has a violation that shows it bites', () => {
  expect(Object.keys(violations).toSorted()).toEqual(truths.map(({ name }) => name).toSorted());
});

test.each(truths)('$name', (truth) => {
  const { db } = house.deps;
  expect(offendersOf(db, truth)).toEqual([]);
  const triggers = db.raw.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all();
  db.raw.exec('begin; pragma defer_foreign_keys = on');
  try {
    for (const trigger of triggers) db.raw.exec(`drop trigger ${trigger}`);
    db.raw.exec(violations[truth.name] ?? '');
    expect(offendersOf(db, truth)).not.toEqual([]);
  } finally {
    db.raw.exec('rollback');
  }
});
