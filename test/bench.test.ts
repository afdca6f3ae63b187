import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runBench } from '../scripts/bench/bench.ts';
import { checkedList } from '../scripts/bench/list.ts';
import { load } from '../scripts/bench/load.ts';
import { median, percentile } from '../scripts/bench/measure.ts';
import { commitsIn } from '../scripts/bench/wal.ts';
import { kernel } from './support/kernel.ts';

it('the bench measures a small run of its own from the first application to the last', {
  timeout: 60_000,
}, async () => {
  const bounds = { connections: 2, seconds: 5, mostRequests: 4 };
  const figures = await runBench({
    ...{ applications: 5, rounds: 1, list: bounds, archive: bounds },
    ...{ papersARound: 2, submissionsARound: 2, lettersARound: 10 },
    jury: { applications: 5, many: 210, rounds: 1, page: bounds, savesARound: 2 },
  });

  const time = { p50: expect.any(Number), p99: expect.any(Number) };
  const rate = { requestsPerSecond: expect.any(Number), bytes: expect.any(Number), ...time };
  expect(figures).toEqual({
    list: { rows: 5, product: rate, floor: rate, ratio: expect.any(Number), target: 0.5 },
    archive: {
      ...{ files: 5, bytes: expect.any(Number), taken: expect.any(Number), idle: time, beside: time },
      ...{ ratio: expect.any(Number), target: 2 },
      memory: { before: expect.any(Number), peak: expect.any(Number) },
    },
    paper: { pages: 3, bytes: expect.any(Number), product: time, floor: time, ratio: expect.any(Number), target: 1.3 },
    submission: { product: time, commit: time, append: time, commitsOfOne: 3 },
    mail: {
      letters: 10,
      enclosedBytes: 60_000,
      product: expect.any(Number),
      floor: expect.any(Number),
      ratio: expect.any(Number),
      target: 0.7,
    },
    // Counted by the rules that refuse what is empty: three more than wanted, because of the five boxes.
    fields: { start: 2, applicant: 7, questions: 11, rows: 8, consents: 1, all: 29, target: 30 },
    jury: {
      ranking: {
        ...{ applications: 5, cards: 24, ratio: expect.any(Number), target: 0.6 },
        product: { requestsPerSecond: expect.any(Number), ...time },
        floor: { requestsPerSecond: expect.any(Number), ...time },
        many: { applications: 210, ...time },
      },
      save: { product: time, append: time, ratio: expect.any(Number), target: 4 },
    },
    start: { median: expect.any(Number), worst: expect.any(Number), target: 2000 },
  });
  expect(figures.list.ratio).toBeCloseTo(figures.list.product.requestsPerSecond / figures.list.floor.requestsPerSecond);
  expect(Math.min(...numbersIn(figures))).toBeGreaterThan(0);
});

describe('a page is not measured', () => {
  const page = '<p>Danuta Milewska</p><a href="/wnioski/7">„Klub”</a><a href="/wnioski/12">„Wóz”</a>';
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/away' ? 503 : 200;
    response.end(page);
  });
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it('when it does not hold the rows or the name it should', async () => {
    expect(await checkedList({ url }, 2, 'Danuta Milewska')).toBe(Buffer.byteLength(page));
    await expect(checkedList({ url }, 3)).rejects.toThrow('answered 200 with 2 applications instead of 3');
    await expect(checkedList({ url }, 2, 'Rūta Juknelis')).rejects.toThrow('does not name Rūta Juknelis');
  });

  it('when an answer is another than the one that was checked', async () => {
    const bounds = { connections: 2, seconds: 5, mostRequests: 3 };
    const length = Buffer.byteLength(page);
    expect((await load({ url }, length, bounds)).milliseconds.length).toBeGreaterThanOrEqual(3);
    await expect(load({ url }, length - 1, bounds)).rejects.toThrow(`answered 200 with ${length} bytes`);
    await expect(load({ url: `${url}/away` }, length, bounds)).rejects.toThrow('answered 503');
  });
});

it('commits are counted in the log of the database, other statements are not', () => {
  const { folder, db } = kernel();
  const path = join(folder, 'oddolnie.sqlite');
  const before = commitsIn(path);
  db.raw.exec('create table notes (body text) strict');
  db.raw.exec("begin immediate; insert into notes values ('a'); insert into notes values ('b'); commit");
  db.raw.exec("begin immediate; insert into notes values ('c'); rollback");
  db.raw.prepare('select * from notes').all();
  expect(commitsIn(path) - before).toBe(2);

  db.raw.pragma('wal_checkpoint(restart)');
  db.raw.exec("insert into notes values ('d')");
  expect(commitsIn(path)).toBe(1);
  db.close();
  expect(new SqliteDatabase(path, { readonly: true }).prepare('select count(*) as n from notes').get()).toEqual({
    n: 3,
  });
});

it('medians and percentiles are values that were measured', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2]);
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
  expect([percentile(hundred, 50), percentile(hundred, 99), percentile([7], 99)]).toEqual([50, 99, 7]);
  expect(() => median([])).toThrow('Nothing was measured');
});

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
