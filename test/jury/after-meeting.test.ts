import { afterEach, expect, test } from 'vitest';
import { sceneOf } from '../../src/demo/scene.ts';
import { cast } from '../../src/demo/story/cast.ts';
import { appointMember, removeMember } from '../../src/features/jury/commands/members.ts';
import { draftJuryOrder } from '../../src/features/jury/commands/papers.ts';
import { membersOf } from '../../src/features/jury/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { coordinatorOf } from '../support/story/jury.ts';

let app: TestApp;
afterEach(() => app.close());

test('once the jury has met, its seats are part of the minutes: nobody joins and nobody leaves', {
  timeout: 60_000,
}, async () => {
  app = await startTestApp({ beginning: 'story: published' });
  const { deps } = app;
  const callId = sceneOf(deps).callId();
  const before = membersOf(deps.db, callId);
  expect(before).toHaveLength(6);
  const joanna = sceneOf(deps).actor('joanna');
  const page = await app.as({ id: joanna.personId }).get(`/nabory/${callId}/komisja`);
  expect(page.text).toContain(cast.marianna.name);
  expect(page.forms.filter(({ action }) => action.includes('komisja'))).toEqual([]);
  const newcomer = {
    callId,
    name: 'Vaiva Stankevičienė',
    email: 'vaiva@example.org',
    function: 'member',
    represents: '',
  } as const;
  expect(appointMember(deps, joanna, newcomer)).toMatchObject({ ok: false, code: 'jury_has_met' });
  expect(removeMember(deps, coordinatorOf(deps), { callId, memberId: before[4]?.memberId ?? 0 })).toMatchObject({
    ok: false,
    code: 'jury_has_met',
  });
  expect(draftJuryOrder(deps, joanna, callId)).toMatchObject({ ok: false, code: 'jury_has_met' });
  expect(membersOf(deps.db, callId)).toEqual(before);
});
