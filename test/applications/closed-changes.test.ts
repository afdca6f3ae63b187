import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginAmendment, setAmendmentAside } from '../../src/features/applications/amendments/commands.ts';
import { marksOf } from '../../src/features/applications/answers/fields.ts';
import { saveSection } from '../../src/features/applications/commands/save.ts';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { withdrawApplication } from '../../src/features/applications/commands/withdraw.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { askGuardian } from '../../src/features/applications/guardian/asking.ts';
import { guardianConsentOf } from '../../src/features/applications/guardian/queries.ts';
import { removeMember } from '../../src/features/applications/members/commands.ts';
import { fixedSections } from '../../src/features/applications/paths.ts';
import { storedAs, type TypedApplicant } from '../../src/features/applications/typed.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { type SubmittedStory, submittedApplication } from '../support/story/applications.ts';

let app: TestApp;
let sent: SubmittedStory;
let jan: TestPerson;
let maja: Client;

const mother = 'teresa@example.org';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const standing = () => guardianConsentOf(app.deps.db, 1);

/** Maja, 16, sent „Rolki o książkach”; Jan writes along. Her mother Teresa has not consented yet. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-06T10:00:00.000Z', mail: true });
  sent = submittedApplication(app.deps, {
    ...{ leader: 'Maja Krakowska', email: 'maja@example.org', title: 'Rolki o książkach', kind: 'minor' },
  });
  jan = app.person('Jan Nowak', 'jan@example.org');
  app.deps.db.raw.exec(
    `insert into application_members (application_id, person_id, role, may) values (1, ${jan.id}, 'co_author', 'edit')`,
  );
  maja = app.as({ id: sent.personId });
});
afterEach(() => app.close());

function begin(): number {
  const begun = beginAmendment(app.deps, sent.actor, 1);
  if (!begun.ok) throw new Error(begun.code);
  return begun.value.copyId;
}

function retype(applicationId: number, change: Partial<TypedApplicant>): void {
  const now = readDraft(app.deps.db, applicationId);
  if (now === undefined) throw new Error('no draft');
  const typed = { kind: 'applicant' as const, ...now.applicant, ...change };
  const saved = saveSection(app.deps, sent.actor, {
    ...{ applicationId, section: fixedSections.applicant, seen: marksOf(storedAs(now, typed)) },
    ...{ page: 'p', step: 1, isAutosave: false, typed },
  });
  expect(saved).toMatchObject({ ok: true });
}

function send(applicationId: number): void {
  const revision = readDraft(app.deps.db, applicationId)?.revision ?? 0;
  expect(submitApplication(app.deps, sent.actor, { applicationId, revision })).toMatchObject({ ok: true });
}

/** The address in the letter to Teresa, asked from this application or change. */
async function doorFrom(applicationId: number): Promise<string> {
  expect(askGuardian(app.deps, sent.actor, { applicationId, email: mother })).toMatchObject({ ok: true });
  await app.drain();
  const letter = app.mailbox.letters.findLast(({ subject }) => (subject ?? '').startsWith('Prośba o zgodę'));
  return /\/zgoda-opiekuna\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? '';
}

async function say(door: string, word: 'given' | 'refused') {
  const visitor = app.visitor();
  const page = await visitor.get(door);
  return page.status === 200 ? visitor.submit(door, { word }) : page;
}

describe('Jan is taken off the application', () => {
  test('and reads none of its changes: neither the sent nor the one set aside, with the guardian’s words in them', async () => {
    const second = begin();
    retype(second, { street: 'ul. Tajna 7' });
    send(second);
    const aside = begin();
    retype(aside, { street: 'ul. Odłożona 9' });
    setAmendmentAside(app.deps, sent.actor, aside);
    const paths = [`/wnioski/${second}/opiekun`, `/wnioski/${aside}`, `/wnioski/${aside}/opiekun`];
    const before = app.as(jan);
    for (const path of paths) expect([path, (await before.get(path)).status]).toEqual([path, 200]);
    expect((await before.get(`/wnioski/${aside}`)).text).toContain('ul. Odłożona 9');

    expect(removeMember(app.deps, sent.actor, 1, jan.id)).toMatchObject({ ok: true });
    await say(await doorFrom(1), 'given');
    const after = app.as(jan);
    for (const path of ['/wnioski/1', `/wnioski/${second}`, ...paths]) {
      const page = await after.get(path);
      expect([path, page.status, /Odłożona|Tajna|Teresa/.test(page.text)]).toEqual([path, 404, false]);
    }
    expect((await maja.get(`/wnioski/${aside}`)).text).toContain('ul. Odłożona 9');
  });
});

describe('in a change that is over', () => {
  test('nobody asks the guardian or adds a scan that would count for the application', async () => {
    const second = begin();
    retype(second, { guardianName: 'Adam Krakowski' });
    send(second);
    await say(await doorFrom(1), 'given');
    expect(standing()).toBe('given');

    const third = begin();
    retype(third, { phone: '600 700 800' });
    send(third);
    const page = `/wnioski/${third}/opiekun`;
    expect((await app.as(jan).get(page)).forms.filter(({ action }) => action.startsWith(page))).toEqual([]);
    expect(askGuardian(app.deps, jan.actor, { applicationId: third, email: mother })).toMatchObject({
      ok: false,
      code: 'right_missing',
    });
    expect(standing()).toBe('given');
  });
});

describe('a letter to the mother sent from a change', () => {
  test('asks about the application itself once the change is set aside, and her yes counts', async () => {
    const copy = begin();
    retype(copy, { street: 'ul. Nowa 1' });
    const door = await doorFrom(copy);
    setAmendmentAside(app.deps, sent.actor, copy);
    expect(plain((await say(door, 'given')).text)).toContain('Dziękujemy, zgoda jest zapisana');
    expect(standing()).toBe('given');
    expect(app.deps.db.all(sql`select application_id as about, word from guardian_consents`)).toEqual([
      { about: 1, word: 'given' },
    ]);
    await app.drain();
    const told = app.mailbox.letters.find(({ subject }) => (subject ?? '').startsWith('Zgoda opiekuna'));
    expect(plain(told?.text ?? '')).toContain('Nic więcej nie musicie w tej sprawie robić.');
    expect(told?.text).toContain('/wnioski/1/opiekun');
  });

  test('is shut where the change set aside named somebody else, and where the application is withdrawn', async () => {
    const copy = begin();
    retype(copy, { guardianName: 'Adam Krakowski' });
    const door = await doorFrom(copy);
    setAmendmentAside(app.deps, sent.actor, copy);
    const shut = await say(door, 'given');
    expect([shut.status, plain(shut.text).includes('zmieniono we wniosku imię lub nazwisko')]).toEqual([410, true]);

    const again = begin();
    const second = await doorFrom(again);
    expect(withdrawApplication(app.deps, sent.actor, { applicationId: 1 })).toMatchObject({ ok: true });
    expect((await say(second, 'given')).status).toBe(410);
    expect(standing()).toBe('missing');
  });

  test('is over once a newer one goes from the application, also where the change was set aside', async () => {
    const door = await doorFrom(begin());
    setAmendmentAside(app.deps, sent.actor, 2);
    await say(await doorFrom(1), 'refused');
    expect((await say(door, 'given')).status).toBe(410);
    expect(standing()).toBe('refused');
  });

  test('is answered for the version in force once the change is sent; a newer letter from there ends it', async () => {
    const copy = begin();
    retype(copy, { guardianName: 'Adam Krakowski' });
    const first = await doorFrom(copy);
    send(copy);
    expect((await maja.get('/wnioski/1/opiekun')).text).toContain(mother);
    const newer = await doorFrom(1);
    expect((await say(first, 'given')).status).toBe(410);
    await say(newer, 'given');
    expect(standing()).toBe('given');
  });
});
