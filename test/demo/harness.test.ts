import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { cast } from '../../src/demo/story/cast.ts';
import { readActor } from '../../src/features/accounts/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
afterEach(() => app.close());

test('a test may begin at any stage of the story, on a copy of its own, with its people, papers and day', async () => {
  app = await startTestApp({ beginning: 'story: scoring' });
  expect(app.clock.now()).toBe('2024-04-12T16:00:00.000Z');
  const { id } = app.deps.db.get<{ id: number }>(sql`select id from people where email = ${cast.agnieszka.email}`) ?? {
    id: 0,
  };
  expect(readActor(app.deps.db, id)).toMatchObject({ name: 'Agnieszka Bukowska', grants: [{ role: 'juror' }] });
  const scores = await app.as({ id }).get('/oceny');
  expect(scores.text).toContain('Dwa języki, jedna półka');
  const pdf = app.deps.db.get<{ id: number }>(sql`select min(id) as id from files where subject_kind = 'application'`);
  const joanna = app.deps.db.get<{ id: number }>(sql`select id from people where email = ${cast.joanna.email}`) ?? {
    id: 0,
  };
  expect((await app.as(joanna).get(`/pliki/${pdf?.id}`)).body.subarray(0, 5).toString()).toBe('%PDF-');
});

test('nothing of a demonstration exists in a normal start, not even on data of the story', async () => {
  app = await startTestApp({ beginning: 'story: realisation' });
  for (const path of ['/demo', '/demo/mail', '/demo/mail/1', '/demo/etapy/open'])
    expect([path, (await app.visitor().get(path)).status]).toEqual([path, 404]);
  expect((await app.visitor().get('/')).text).not.toContain('Wersja pokazowa');
});
