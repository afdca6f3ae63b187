import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openTestHouse } from './house.ts';

test('each house has a migrated database and a clock of its own', async () => {
  const [first, second] = await Promise.all([openTestHouse(), openTestHouse({ at: '2024-05-01T08:00:00.000Z' })]);
  const irena = first.person('Irena Wasilewska', 'irena@example.org', ['accountant', 'juror']);

  const names = sql`select name from people order by id`;
  expect(first.deps.db.all(names)).toEqual([{ name: 'Irena Wasilewska' }]);
  expect(second.deps.db.all(names)).toEqual([]);
  expect(irena.actor.grants).toEqual([
    { role: 'accountant', callId: null },
    { role: 'juror', callId: null },
  ]);
  expect(first.deps.db.all(sql`select role, call_id as callId from role_grants order by id`)).toEqual(
    irena.actor.grants,
  );
  expect(first.clock.now()).toBe('2024-02-27T11:00:00.000Z');
  expect(second.clock.now()).toBe('2024-05-01T08:00:00.000Z');
  expect(existsSync(join(first.dataDir, 'secret'))).toBe(true);
  expect(first.dataDir).not.toBe(second.dataDir);
  first.close();
  second.close();
});

test('a seeded house stands in the call’s own timetable, announced or not', async () => {
  const submission = sql`select c.state, s.starts_at as startsAt, s.ends_at as endsAt
    from calls c join call_stages s on s.call_id = c.id where s.kind = 'submission'`;
  for (const [beginning, state] of [
    ['draft', 'draft'],
    ['open', 'announced'],
  ] as const) {
    const house = await openTestHouse({ beginning });
    expect(house.deps.db.all(submission)).toEqual([
      { state, startsAt: '2024-02-11T23:00:00.000Z', endsAt: '2024-03-15T14:00:00.000Z' },
    ]);
    house.close();
  }
});
