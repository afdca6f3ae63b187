import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeRole } from '../../src/features/accounts/administration.ts';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { membershipOf } from '../../src/features/jury/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { submittedApplication } from '../support/story/applications.ts';
import { secondCall } from '../support/story/ground.ts';
import {
  acceptApplication,
  appointedJury,
  coordinatorOf,
  declare,
  momentOf,
  nth,
  type StoryJuror,
} from '../support/story/jury.ts';

let app: TestApp;
let callId: number;
let piotr: StoryJuror;
let application: { id: number };

/** Piotr judges this call and another one; the administrator takes the role for this call from him. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  const { deps } = app;
  callId = currentCall(deps.db)?.id ?? 0;
  application = submittedApplication(deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki, jedna półka',
  });
  app.clock.set(momentOf(deps, callId, 'formal_check'));
  acceptApplication(deps, { id: application.id, callId });
  const jury = appointedJury(deps, callId);
  app.clock.set(momentOf(deps, callId, 'scoring'));
  piotr = nth(jury, 3);
  deps.db.write((tx) =>
    grantRole(tx, deps, { kind: 'system' }, { personId: piotr.personId, role: 'juror', callId: secondCall(app) }),
  );
});
afterEach(() => app.close());

const revoke = () => takeRole(app.deps, coordinatorOf(app.deps), { personId: piotr.personId, role: 'juror', callId });

test('a role taken away closes the applications of its call, although the seat was never emptied', async () => {
  declare(app.deps, callId, piotr);
  const paths = [`/wnioski/${application.id}`, `/wnioski/${application.id}/ocena`, `/komisja/${callId}/oswiadczenie`];
  const statuses = async () => {
    const browser = app.as({ id: piotr.personId });
    return Promise.all(paths.map(async (path) => (await browser.get(path)).status));
  };
  expect(await statuses()).toEqual([200, 200, 200]);
  expect(revoke()).toEqual({ ok: true, value: undefined });
  expect(await statuses()).toEqual([404, 404, 404]);
  expect((await app.as({ id: piotr.personId }).get('/oceny')).text).not.toContain('Dwa języki');
  expect(membershipOf(app.deps.db, piotr.personId, callId)).toBeUndefined();
});

test('a seat whose role is gone is emptied like any other, and not given twice', async () => {
  revoke();
  const joanna = app.as({ id: coordinatorOf(app.deps).personId });
  const path = `/nabory/${callId}/komisja`;
  await joanna.get(path);
  const again = await joanna.post(path, { name: piotr.name, email: piotr.email, function: 'member', represents: '' });
  expect([again.status, again.text.includes('już')]).toEqual([422, true]);
  await joanna.get(path);
  const page = await joanna.submit(`${path}/${piotr.memberId}/odwolanie`);
  expect(page.text).not.toContain('Piotr Maksimowicz\npowiat');
});
