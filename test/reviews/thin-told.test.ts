import { expect, test } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import { startTestApp } from '../support/app.ts';
import { submittedApplication } from '../support/story/applications.ts';
import { acceptApplication, appointedJury, declare, momentOf, nth } from '../support/story/jury.ts';

test('before the scoring the chair is told of an application that too few may score; nobody else is, nor she of one closed to her', async () => {
  const app = await startTestApp({ beginning: 'open' });
  const { deps, clock } = app;
  const callId = currentCall(deps.db)?.id ?? 0;
  const [bench, shelf] = [
    { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
    { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
  ].map((story) => submittedApplication(deps, { ...story, callId }));
  if (bench === undefined || shelf === undefined) throw new Error('Nothing was sent');
  clock.set(momentOf(deps, callId, 'formal_check'));
  for (const { id } of [bench, shelf]) acceptApplication(deps, { id, callId });
  const jury = appointedJury(deps, callId);
  clock.set(momentOf(deps, callId, 'declarations'));
  // Two of four are kin to somebody in the first; the chair and another in the second.
  declare(deps, callId, nth(jury, 0), [shelf]);
  declare(deps, callId, nth(jury, 1), [bench]);
  declare(deps, callId, nth(jury, 2), [bench]);
  declare(deps, callId, nth(jury, 3), [shelf]);

  const listOf = async (index: number) =>
    (await app.as({ id: nth(jury, index).personId }).get('/oceny')).text.replaceAll('\u00a0', ' ');
  const chair = await listOf(0);
  expect(chair).toContain('PB/2024/01 Ławki z wierszem: 2 osoby, potrzeba co najmniej 3.');
  expect(chair).toContain('Poproś koordynatora konkursu');
  expect(chair).not.toMatch(/Dwa języki|PB\/2024\/02/);
  for (const index of [1, 2, 3]) expect(await listOf(index)).not.toContain('Za mało osób');
  await app.close();
});
