import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { jobs } from '../../src/db/schema/jobs.ts';
import { enqueue } from '../../src/jobs/queue.ts';
import { refused } from '../../src/lib/result.ts';
import { kernel } from '../support/kernel.ts';

const count = (db: ReturnType<typeof kernel>['db']) => db.get<{ n: number }>(sql`select count(*) as n from jobs`)?.n;
const job = { kind: 'k', uniqueKey: 'k:1', payload: {} };

describe('a write transaction', () => {
  it('keeps what succeeded and nothing of what threw or was refused', () => {
    const { db, clock } = kernel();
    db.write((tx) => enqueue(tx, clock, job));
    expect(count(db)).toBe(1);
    expect(() =>
      db.write((tx) => {
        enqueue(tx, clock, { ...job, uniqueKey: 'k:2' });
        throw new Error('no');
      }),
    ).toThrow('no');
    const answer = db.write((tx) => {
      enqueue(tx, clock, { ...job, uniqueKey: 'k:3' });
      return refused('too_late');
    });
    expect(answer).toMatchObject({ ok: false, code: 'too_late' });
    expect(count(db)).toBe(1);
  });

  it('is never opened inside another', () => {
    const { db } = kernel();
    expect(() => db.write(() => db.write(() => 1))).toThrow('A transaction is already open');
  });

  it('is never asynchronous', () => {
    const { db } = kernel();
    expect(() => db.write(async (tx) => tx.all(sql`select 1`))).toThrow('A transaction must be synchronous');
  });

  it('B10: on a full disk says so and leaves the database as it was', () => {
    const { db, clock } = kernel();
    const pages = db.raw.pragma('page_count', { simple: true }) as number;
    db.raw.pragma(`max_page_count = ${pages}`);
    const fill = () => db.write((tx) => enqueue(tx, clock, { ...job, uniqueKey: 'x'.repeat(50_000) }));
    expect(fill).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
    expect(db.all(sql`select * from jobs`)).toEqual([]);
    db.raw.pragma('max_page_count = 1000000');
    fill();
    expect(db.all(sql`select id from ${jobs}`)).toHaveLength(1);
  });
});
