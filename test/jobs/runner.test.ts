import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '../../src/db/connection.ts';
import { type ClaimedJob, claim, enqueue, freeHeld } from '../../src/jobs/queue.ts';
import { GiveUp, type JobKinds, NotYet, startRunner } from '../../src/jobs/runner.ts';
import { kernel } from '../support/kernel.ts';

const silent = () => {};
function runnerOn(house: ReturnType<typeof kernel>, kinds: JobKinds) {
  return startRunner({ ...house, log: silent }, kinds, 0);
}
const states = (house: ReturnType<typeof kernel>) =>
  house.db.all(sql`select unique_key as key, state, attempts, last_error as error from jobs order by id`);

describe('work to do later', () => {
  it('runs once however often it was asked for, in order', async () => {
    const house = kernel();
    const seen: unknown[] = [];
    house.db.write((tx) => {
      for (const n of [1, 2, 1]) enqueue(tx, house.clock, { kind: 'note', uniqueKey: `note:${n}`, payload: { n } });
    });
    const runner = runnerOn(house, {
      note: {
        run: async (payload) => {
          seen.push(payload['n']);
        },
      },
    });
    await runner.drain();
    await runner.drain();
    expect(seen).toEqual([1, 2]);
  });

  it('waits longer after each failure and gives up in the end', async () => {
    const house = kernel();
    house.db.write((tx) => enqueue(tx, house.clock, { kind: 'fails', uniqueKey: 'f', payload: {} }));
    const runner = runnerOn(house, {
      fails: {
        run: async () => {
          throw new Error('mail server is down');
        },
      },
    });
    await runner.drain();
    expect(states(house)).toEqual([{ key: 'f', state: 'waiting', attempts: 1, error: 'mail server is down' }]);
    await runner.drain();
    expect(states(house)).toMatchObject([{ attempts: 1 }]);
    for (let day = 0; day < 8; day += 1) {
      house.clock.advance({ days: 1 });
      await runner.drain();
    }
    expect(states(house)).toEqual([{ key: 'f', state: 'failed', attempts: 7, error: 'mail server is down' }]);
  });

  it('ends at once when it can never succeed', async () => {
    const house = kernel();
    house.db.write((tx) => {
      enqueue(tx, house.clock, { kind: 'hopeless', uniqueKey: 'h', payload: {} });
      enqueue(tx, house.clock, { kind: 'unknown', uniqueKey: 'u', payload: {} });
    });
    await runnerOn(house, {
      hopeless: {
        run: async () => {
          throw new GiveUp('550 no such user');
        },
      },
    }).drain();
    expect(states(house)).toEqual([
      { key: 'h', state: 'failed', attempts: 1, error: '550 no such user' },
      { key: 'u', state: 'failed', attempts: 1, error: 'no work is known under unknown' },
    ]);
  });

  it('tells whoever waits for it that it failed for good, once and not before, and both are written or neither', async () => {
    const house = kernel();
    house.db.write((tx) => {
      for (const kind of ['hopeless', 'stubborn', 'late'])
        enqueue(tx, house.clock, { kind, uniqueKey: kind, payload: { of: kind } });
    });
    const told: unknown[] = [];
    const tell = (tx: Tx, payload: ClaimedJob['payload'], message: string) => {
      told.push([
        payload['of'],
        message,
        tx.get<{ state: string }>(sql`select state from jobs where kind = ${payload['of']}`)?.state,
      ]);
    };
    const throwing = (error: Error) => async () => Promise.reject(error);
    let isDiskFull = true;
    const runner = runnerOn(house, {
      hopeless: { run: throwing(new GiveUp('no such document')), onFailed: tell },
      stubborn: { run: throwing(new Error('out of paper')), onFailed: tell },
      late: {
        run: throwing(new GiveUp('too late')),
        onFailed() {
          if (isDiskFull) throw new Error('disk full');
        },
      },
    });
    await expect(runner.drain()).rejects.toThrow('disk full');
    expect(told).toEqual([['hopeless', 'no such document', 'failed']]);
    expect(states(house)).toMatchObject([{ state: 'failed' }, { state: 'waiting' }, { state: 'running', error: null }]);
    isDiskFull = false;
    for (let day = 0; day < 8; day += 1) {
      house.clock.advance({ days: 1 });
      await runner.drain();
    }
    expect(told).toEqual([
      ['hopeless', 'no such document', 'failed'],
      ['stubborn', 'out of paper', 'failed'],
    ]);
    expect(states(house)).toMatchObject([
      { state: 'failed' },
      { state: 'failed' },
      { state: 'failed', error: 'too late' },
    ]);
  });

  it('comes back without a mark when its time has not come', async () => {
    const house = kernel();
    let ready = false;
    house.db.write((tx) => enqueue(tx, house.clock, { kind: 'letter', uniqueKey: 'l', payload: {} }));
    const runner = runnerOn(house, {
      letter: {
        run: async () => {
          if (!ready) throw new NotYet();
        },
      },
    });
    await runner.drain();
    expect(states(house)).toEqual([{ key: 'l', state: 'waiting', attempts: 0, error: null }]);
    ready = true;
    house.clock.advance({ seconds: 2 });
    await runner.drain();
    expect(states(house)).toMatchObject([{ state: 'done', attempts: 1 }]);
  });

  it('is due at once after a restart, if it was held by the dead server or put off; a failed one keeps its pause', async () => {
    const house = kernel();
    house.db.write((tx) => {
      for (const key of ['held', 'put-off', 'failed'])
        enqueue(tx, house.clock, { kind: key, uniqueKey: key, payload: {} });
    });
    expect(claim(house.db, house.clock)?.kind).toBe('held');
    const fails = {
      'put-off': { run: async () => Promise.reject(new NotYet(600)) },
      failed: { run: async () => Promise.reject(new Error('451')) },
    };
    await runnerOn(house, fails).drain();

    freeHeld(house.db, house.clock);
    const seen: string[] = [];
    const does = (name: string) => ({
      run: async () => {
        seen.push(name);
      },
    });
    await runnerOn(house, { held: does('held'), 'put-off': does('put-off'), failed: does('failed') }).drain();
    expect(seen.sort()).toEqual(['held', 'put-off']);
  });

  it('is claimed again when the process that held it died', () => {
    const house = kernel();
    house.db.write((tx) => enqueue(tx, house.clock, { kind: 'note', uniqueKey: 'n', payload: {} }));
    expect(claim(house.db, house.clock)?.attempts).toBe(1);
    expect(claim(house.db, house.clock)).toBeUndefined();
    house.clock.advance({ minutes: 2 });
    expect(claim(house.db, house.clock)?.attempts).toBe(2);
  });
});
