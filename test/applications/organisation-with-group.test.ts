import { afterEach, beforeEach, expect, test } from 'vitest';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { readSubmitted } from '../../src/features/applications/content.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { whatIsMissing } from '../../src/features/applications/policy.ts';
import { readDraftRules } from '../../src/features/applications/rules.ts';
import { announceCall, returnToDraft } from '../../src/features/calls/commands/lifecycle.ts';
import { readApplicantKinds, readCall } from '../../src/features/calls/queries.ts';
import { changeApplicants } from '../../src/features/calls/setup/applicants.ts';
import { defaultKindNotes } from '../../src/features/calls/setup/texts.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { completeDraft } from '../support/story/applications.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z' });
});
afterEach(() => app.close());

test('Marta lets organisations apply for a group; a village club does, naming the neighbours, and is held to both', async () => {
  const { deps } = app;
  const marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']).actor;
  expect(returnToDraft(deps, marta, 1)).toMatchObject({ ok: true });
  const call = readCall(deps.db, 1);
  if (call === undefined) throw new Error('the library has a call');
  const { version, minGroupSize, minLeaderAge, guardianConsent, area } = call;
  const note = defaultKindNotes.organisation_with_group;
  const kinds = [...readApplicantKinds(deps.db, 1), { kind: 'organisation_with_group' as const, note }];
  const set = { callId: 1, version, minGroupSize, minLeaderAge, guardianConsent, area, kinds };
  expect(changeApplicants(deps, marta, set)).toMatchObject({ ok: true });
  expect(readApplicantKinds(deps.db, 1).map(({ kind }) => kind)).toEqual([
    ...['person', 'informal_group', 'organisation', 'organisation_with_group', 'school_or_parish', 'minor'],
  ]);
  expect(announceCall(deps, marta, 1)).toMatchObject({ ok: true });

  const draft = completeDraft(deps, {
    ...{ leader: 'Danuta Rutkowska', email: 'danuta@example.org', title: 'Ogród przy remizie' },
    kind: 'organisation_with_group',
    groupName: 'Klub Sportowy „Pogoń”',
  });
  const missing = () => {
    const written = readDraft(deps.db, draft.id);
    if (written === undefined) throw new Error('the draft is gone');
    return whatIsMissing(written, readDraftRules(deps.db, written).rules).map(({ field, code }) => [field, code]);
  };
  expect(missing()).toEqual([
    ['registerKind', 'register_kind_missing'],
    ['registerNumber', 'register_missing'],
    ['groupMembers', 'members_missing'],
  ]);

  const danuta = app.as({ id: draft.personId });
  const section = `/wnioski/${draft.id}/czesci/wnioskodawca`;
  expect((await danuta.get(section)).text).toContain('Nazwa organizacji');
  await danuta.post(section, {
    ...{ registerKind: 'starosta', registerNumber: '17/2009' },
    groupMembers: 'Danuta Rutkowska\nJan Rutkowski\nAldona Pietruszkiewicz',
  });
  expect(missing()).toEqual([]);
  const revision = readDraft(deps.db, draft.id)?.revision ?? 0;
  expect(submitApplication(deps, draft.actor, { applicationId: draft.id, revision })).toMatchObject({ ok: true });
  expect(readSubmitted(deps.db, draft.id)?.content.applicant).toMatchObject({
    ...{ kind: 'organisation_with_group', kindName: 'Organizacja z grupą', name: 'Klub Sportowy „Pogoń”' },
    ...{ registerKind: 'starosta', registerNumber: '17/2009' },
    groupMembers: 'Danuta Rutkowska\nJan Rutkowski\nAldona Pietruszkiewicz',
  });
});
