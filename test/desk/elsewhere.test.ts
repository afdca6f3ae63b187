import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { submittedApplication } from '../support/story/applications.ts';
import { secondCall } from '../support/story/ground.ts';
import { acceptApplication, appointedJury, declare, momentOf, nth } from '../support/story/jury.ts';

let app: TestApp;
afterEach(() => app.close());

test('Piotr, a juror here and an inspector of another call, reads neither the letters nor the history of what he judges', async () => {
  app = await startTestApp({ beginning: 'open' });
  const { deps } = app;
  const callId = currentCall(deps.db)?.id ?? 0;
  const { id } = submittedApplication(deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki, jedna półka',
  });
  app.clock.set(momentOf(deps, callId, 'formal_check'));
  acceptApplication(deps, { id, callId });
  const jury = appointedJury(deps, callId);
  app.clock.set(momentOf(deps, callId, 'scoring'));
  const piotr = nth(jury, 3);
  declare(deps, callId, piotr);
  deps.db.write((tx) =>
    grantRole(tx, deps, { kind: 'system' }, { personId: piotr.personId, role: 'inspector', callId: secondCall(app) }),
  );
  expect(deps.db.get(sql`select count(*) as letters from letters where to_address = 'birute@example.org'`)).toEqual({
    letters: 2,
  });

  const browser = app.as({ id: piotr.personId });
  const outbox = await browser.get('/skrzynka');
  expect([outbox.status, outbox.text.includes('birute@example.org')]).toEqual([200, false]);
  const history = await browser.get('/historia');
  expect([history.status, history.text.includes('PB/2024/01')]).toEqual([200, false]);
  expect((await browser.get(`/wnioski/${id}`)).status).toBe(200);
});
