import { expect, test } from 'vitest';
import { revokeRole } from '../../src/features/accounts/commands.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { removeMember } from '../../src/features/jury/commands/members.ts';
import { saveScoreCard } from '../../src/features/reviews/commands/save.ts';
import { sentCards } from '../../src/features/reviews/queries.ts';
import { startTestApp } from '../support/app.ts';
import { nth, pointsOf, scored } from '../support/story/jury.ts';

test('B2: a juror whose role is taken mid-way: what she sent counts, what she began is closed to her and counts for nothing', async () => {
  const app = await startTestApp({ beginning: 'open' });
  const callId = currentCall(app.deps.db)?.id ?? 0;
  const applications = [
    { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
    { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
  ];
  const told = scored(app, { callId, applications, given: [[undefined, undefined, 5]] });
  const [first, second] = told.applications;
  const halina = nth(told.jury, 2);
  const begun = {
    ...{ applicationId: second?.id ?? 0, revision: 0, justification: 'Zaczęte' },
    points: pointsOf(app.deps, callId, 2),
  };
  expect(saveScoreCard(app.deps, halina.actor, begun).ok).toBe(true);

  // Taken off the list she cannot be any more: her declaration is part of the minutes.
  expect(removeMember(app.deps, told.coordinator, { callId, memberId: halina.memberId })).toMatchObject({
    code: 'already_declared',
  });
  const taken = app.deps.db.write((tx) =>
    revokeRole(tx, app.deps, { kind: 'system' }, { personId: halina.personId, role: 'juror', callId }),
  );
  expect(taken.ok).toBe(true);
  expect(saveScoreCard(app.deps, halina.actor, { ...begun, revision: 1 })).toMatchObject({ code: 'absent' });
  expect((await app.as({ id: halina.personId }).get(`/wnioski/${second?.id}/ocena`)).status).toBe(403);
  expect(sentCards(app.deps.db, callId).map(({ applicationId, memberId }) => ({ applicationId, memberId }))).toEqual([
    { applicationId: first?.id, memberId: halina.memberId },
  ]);
  await app.close();
});
