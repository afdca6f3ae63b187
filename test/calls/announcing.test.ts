import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { announceCall, returnToDraft } from '../../src/features/calls/commands/lifecycle.ts';
import { readCall } from '../../src/features/calls/queries.ts';
import { openTestHouse, type TestHouse, type TestPerson } from '../support/house.ts';
import { startedDraft, submittedApplication } from '../support/story/applications.ts';

let house: TestHouse;
let marta: TestPerson;
afterEach(() => house.close());

async function open(beginning: 'draft' | 'open', at: string): Promise<void> {
  house = await openTestHouse({ beginning, at });
  marta = house.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
}

const lastEvent = () =>
  house.deps.db.get(
    sql`select what, from_state as "from", to_state as "to", call_id as callId, actor_person_id as actor from events order by id desc limit 1`,
  );
const eventCount = () => house.deps.db.get<{ count: number }>(sql`select count(*) as count from events`)?.count;

describe('Marta announces the call', () => {
  test('and it is announced from that moment, one version on, in her name', async () => {
    await open('draft', '2024-02-12T07:00:00.000Z');
    expect(announceCall(house.deps, marta.actor, 1)).toEqual({ ok: true, value: undefined });
    expect(readCall(house.deps.db, 1)).toMatchObject({
      state: 'announced',
      announcedAt: '2024-02-12T07:00:00.000Z',
      version: 2,
    });
    expect(lastEvent()).toEqual({ what: 'call.announced', from: 'draft', to: 'announced', callId: 1, actor: marta.id });
  });

  test('twice, and the second time is refused and written nowhere', async () => {
    await open('draft', '2024-02-12T07:00:00.000Z');
    announceCall(house.deps, marta.actor, 1);
    const before = eventCount();
    expect(announceCall(house.deps, marta.actor, 1)).toMatchObject({ code: 'not_in_this_state' });
    expect(eventCount()).toBe(before);
  });

  test('in 2026 with the dates of 2024, and is told that the deadline has passed', async () => {
    await open('draft', '2026-03-01T10:00:00.000Z');
    expect(announceCall(house.deps, marta.actor, 1)).toMatchObject({ code: 'submission_over' });
    expect(readCall(house.deps.db, 1)?.state).toBe('draft');
  });

  test('that does not exist', async () => {
    await open('draft', '2024-02-12T07:00:00.000Z');
    expect(announceCall(house.deps, marta.actor, 99)).toMatchObject({ code: 'call_absent' });
  });
});

describe('Marta takes the call back', () => {
  test('while groups are only drafting', async () => {
    await open('open', '2024-02-28T10:00:00.000Z');
    startedDraft(house.deps, { leader: 'Ona Žukauskienė', email: 'ona@example.org', title: 'Dwa języki, jedna półka' });
    expect(returnToDraft(house.deps, marta.actor, 1)).toEqual({ ok: true, value: undefined });
    expect(readCall(house.deps.db, 1)).toMatchObject({ state: 'draft', announcedAt: null });
    expect(lastEvent()).toMatchObject({ what: 'call.returned_to_draft', from: 'announced', to: 'draft' });
  });

  test('but not once somebody has submitted', async () => {
    await open('open', '2024-02-28T10:00:00.000Z');
    submittedApplication(house.deps, {
      leader: 'Ona Žukauskienė',
      email: 'ona@example.org',
      title: 'Dwa języki, jedna półka',
    });
    expect(returnToDraft(house.deps, marta.actor, 1)).toMatchObject({ code: 'has_applications', facts: { count: 1 } });
    expect(readCall(house.deps.db, 1)?.state).toBe('announced');
  });
});
