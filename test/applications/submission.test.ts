import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { readSubmitted } from '../../src/features/applications/content.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { submittedApplication } from '../support/story/applications.ts';

let house: TestHouse;
afterEach(() => house.close());

test('Birutė sends her application', async () => {
  house = await openTestHouse({ beginning: 'open' });
  const sent = submittedApplication(house.deps, { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki, jedna półka' });
  console.log(sent, readSubmitted(house.deps.db, sent.id), house.deps.db.all(sql`select * from letters`), house.deps.db.all(sql`select what, facts from events order by id desc limit 3`));
  expect(sent.number).toBe(1);
});
