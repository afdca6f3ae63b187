import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Scene, sceneOf } from '../../src/demo/scene.ts';
import { issueAgreement } from '../../src/features/agreements/commands/issue.ts';
import { confirmFunds, openAgreement } from '../../src/features/agreements/commands/prepare.ts';
import { recordSigned } from '../../src/features/agreements/commands/sign.ts';
import { endConsent, keepConsent } from '../../src/features/applications/guardian/saying.ts';
import { agreePlan } from '../../src/features/initiatives/commands/plan.ts';
import { planLines, readInitiative } from '../../src/features/initiatives/queries.ts';
import { warsawDay } from '../../src/lib/days.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let scene: Scene;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const joanna = () => scene.actor('joanna');
const kajetan = () => scene.application('kajetan');
const initiativeId = () => scene.initiative('kajetan');
const as = (who: Parameters<Scene['actor']>[0]) => app.as({ id: scene.actor(who).personId });
const today = () => warsawDay(app.deps.clock.now());

/** The mother of a boy of sixteen consented by a link; a day before his agreement she comes and takes it back. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'story: negotiation' });
  scene = sceneOf(app.deps);
  const lines = planLines(app.deps.db, initiativeId(), 'agreed');
  const revision = readInitiative(app.deps.db, initiativeId())?.revision ?? 0;
  const steps = [
    agreePlan(app.deps, joanna(), { initiativeId: initiativeId(), lines, revision }),
    openAgreement(app.deps, joanna(), { initiativeId: initiativeId() }),
    confirmFunds(app.deps, scene.actor('teresa'), { initiativeId: initiativeId() }),
    endConsent(app.deps, joanna(), { applicationId: kajetan(), reason: 'Mama przyszła i cofnęła zgodę' }),
  ];
  expect(steps.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  // The first of a run has the story told.
}, 120_000);
afterEach(() => app.close());

const consentAtDesk = () =>
  keepConsent(app.deps, joanna(), { applicationId: kajetan(), way: 'desk', signedOn: today(), file: undefined });
const issue = () => issueAgreement(app.deps, joanna(), { initiativeId: initiativeId() });

test('without her consent no agreement is issued, with a new one it is', async () => {
  const page = `/inicjatywy/${initiativeId()}/porozumienie`;
  const client = as('joanna');
  const shown = await client.get(page);
  expect(plain(shown.text)).toContain('Brakuje zgody opiekuna');
  expect(shown.html).toContain(`href="/wnioski/${kajetan()}/opiekun"`);
  expect(shown.forms.some(({ action }) => action === `${page}/wydanie`)).toBe(false);
  expect(consentAtDesk().ok).toBe(true);
  const ready = await client.get(page);
  expect(plain(ready.text)).not.toContain('Brakuje zgody opiekuna');
  endConsent(app.deps, joanna(), { applicationId: kajetan(), reason: 'Mama zadzwoniła' });
  const refused = await client.post(`${page}/wydanie`);
  expect([refused.status, plain(refused.text).includes('Otwórz „Zgoda opiekuna”')]).toEqual([422, true]);
  expect(app.deps.db.get(sql`select state from agreements where initiative_id = ${initiativeId()}`)).toEqual({
    state: 'confirmed',
  });
  expect(consentAtDesk().ok).toBe(true);
  expect(issue()).toMatchObject({ ok: true });
});

test('taken back between the issue and the signature, it keeps the agreement from being signed', async () => {
  consentAtDesk();
  issue();
  endConsent(app.deps, joanna(), { applicationId: kajetan(), reason: 'Mama zmieniła zdanie' });
  const stored = await app.deps.files.receive(Readable.from([Buffer.from('%PDF-1.7 podpisane')]), 1000);
  if (!stored.ok) throw new Error('not stored');
  const scan = { blob: stored.value, name: 'podpisane.pdf' };
  const sign = () => recordSigned(app.deps, joanna(), { initiativeId: initiativeId(), signedOn: today(), scan });
  expect(sign()).toMatchObject({ ok: false, code: 'guardian_consent_missing' });
  consentAtDesk();
  expect(sign()).toMatchObject({ ok: true });
});

test('the desk tells the coordinator and the boy what is missing, and nobody else', async () => {
  const duty = 'Zgoda opiekuna – brakuje';
  expect(plain((await as('joanna').get('/pulpit')).text)).toContain(`${duty}: 1 inicjatywa przed porozumieniem`);
  expect(plain((await as('kajetan').get('/pulpit')).text)).toContain(`${duty}: poproście opiekuna`);
  const own = plain((await as('kajetan').get(`/wnioski/${kajetan()}`)).text);
  expect(own).toContain('Zgoda już nie obowiązuje: Mama przyszła i cofnęła zgodę.');
  for (const other of ['birute', 'teresa', 'halina'] as const)
    expect([other, plain((await as(other).get('/pulpit')).text).includes(duty)]).toEqual([other, false]);
  consentAtDesk();
  for (const who of ['joanna', 'kajetan'] as const)
    expect([who, plain((await as(who).get('/pulpit')).text).includes(duty)]).toEqual([who, false]);
});

test('jurors, who read the application, see neither the consent nor its page', async () => {
  const page = `/wnioski/${kajetan()}/opiekun`;
  for (const juror of ['halina', 'tomas'] as const) {
    const client = as(juror);
    const read = await client.get(`/wnioski/${kajetan()}`);
    expect([juror, read.status, read.text.includes('cofnęła zgodę')]).toEqual([juror, 200, false]);
    expect([juror, (await client.get(page)).status]).toEqual([juror, 404]);
  }
  expect((await as('birute').get(page)).status).toBe(404);
  expect((await as('kajetan').get(page)).text).toContain('cofnęła zgodę');
});
