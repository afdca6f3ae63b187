import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { mayAskFrom } from '../../src/features/accounts/throttle.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
afterEach(() => app.close());

test('whoever begins an application cannot have letters sent to more strangers than a network may in an hour', async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-13T20:17:00.000Z' });
  const visitor = app.visitor();
  await visitor.get('/wnioski/nowy?nabor=1');
  const begun = await visitor.submit('/wnioski/nowy', { email: 'birute@example.org', kind: 'person' });
  expect(begun.status).toBe(200);
  const { id } = app.deps.db.get<{ id: number }>(sql`select id from applications`) ?? { id: 0 };
  const letters = () => app.deps.db.all(sql`select to_address as address from letters order by id`);
  const ask = async (email: string) => {
    await visitor.get(`/wnioski/${id}/czesci/sprawdz`);
    return (await visitor.post(`/wnioski/${id}/adres`, { email })).status;
  };
  expect(await ask('birute@example.org')).toBe(303);
  app.deps.db.write((tx) => {
    for (let time = 0; time < 29; time += 1) mayAskFrom(tx, app.deps, '127.0.0.1');
  });
  expect(await ask('obca@example.org')).toBe(422);
  expect(letters()).toEqual([{ address: 'birute@example.org' }]);
});
