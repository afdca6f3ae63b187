import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { readActor } from '../../src/features/accounts/queries.ts';
import { beginAmendment } from '../../src/features/applications/amendments/commands.ts';
import { addAttachments } from '../../src/features/applications/commands/attach.ts';
import { takeNewForm } from '../../src/features/applications/commands/form.ts';
import { saveSection } from '../../src/features/applications/commands/save.ts';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { applicationInvariants } from '../../src/features/applications/invariants.ts';
import { readFormalCriteria } from '../../src/features/calls/criteria.ts';
import { askForCorrections } from '../../src/features/checks/corrections/commands.ts';
import { checkReminders } from '../../src/features/checks/reminders.ts';
import { instant } from '../../src/lib/days.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { type SubmittedStory, submittedApplication } from '../support/story/applications.ts';
import { coordinatorOf } from '../support/story/jury.ts';
import { withoutAddress } from '../support/story/letters.ts';

let app: TestApp;
let sent: SubmittedStory;
let birute: Client;
let joanna: Client;

const home = '/wnioski/1';
const copy = '/wnioski/2';
const card = '/wnioski/1/ocena-formalna';
const ask = `${card}/poprawki`;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const at = (moment: string) => app.clock.set(moment);
const until = '2024-03-27T14:00:00.000Z';
const points = [{ section: 'idea', missing: 'Prosimy dopisać, kto poprowadzi spotkania.' }];

/** Birutė sent „Dwa języki, jedna półka” on 4 March; it is the 20th, five days after the deadline. */
async function open(): Promise<void> {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z' });
  sent = submittedApplication(app.deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki, jedna półka',
  });
  birute = app.as({ id: sent.personId });
  joanna = app.as({ id: coordinatorOf(app.deps).personId });
  at('2024-03-20T09:00:00.000Z');
}

afterEach(() => {
  for (const invariant of applicationInvariants)
    expect({ name: invariant.name, broken: offendersOf(app.deps.db, invariant) }).toEqual({
      name: invariant.name,
      broken: [],
    });
  return app.close();
});

async function asked(fields: Record<string, string> = {}) {
  await joanna.get(ask);
  return joanna.post(ask, {
    'points[idea]': 'Prosimy dopisać, kto poprowadzi spotkania.',
    untilDay: '27.03.2024',
    untilHour: '15.00',
    ...fields,
  });
}

async function begin(who = birute): Promise<void> {
  await who.get(home);
  await who.submit(`${home}/zmiana`);
}

async function rename(title: string, who = birute) {
  await who.get(`${copy}/czesci/idea`);
  return who.post(`${copy}/czesci/idea`, { title });
}

async function send(who = birute) {
  const page = await who.get(`${copy}/czesci/sprawdz`);
  const revision = /name="revision" value="(\d+)"/.exec(page.html)?.[1] ?? '';
  return who.post(`${copy}/zlozenie`, { revision });
}

/** Teresa sits on the jury and stepped back from Birutė's application. */
function excluded(personId: number): void {
  app.deps.db.raw.exec(`insert into jury_members (id, call_id, person_id, function, appointed_at) values (91, 1, ${personId}, 'member', '2024-03-16T10:00:00.000Z');
    insert into recusals (member_id, application_id, kind, ground, declared_at) values (91, 1, 'exclusion', 'kin', '2024-03-16T10:00:00.000Z')`);
}

const live = () => app.deps.db.get(sql`select number, state, title, submitted_at as at from applications where id = 1`);
const versions = () => app.deps.db.all(sql`select number, submitted_at as at from application_versions order by id`);
const letters = (kind: string) =>
  app.deps.db.all<{ to: string; subject: string; body: string }>(
    sql`select to_address as "to", subject, body from letters where kind = ${kind} order by id`,
  );

describe('Joanna asks Birutė for corrections', () => {
  test('with a sentence at each section, until the end of the stage of the timetable; one letter goes, history has it', async () => {
    await open();
    expect((await joanna.get(card)).html).toContain(`href="${ask}"`);
    const form = await joanna.get(ask);
    const filled = form.forms.find(({ action }) => action === ask)?.filled ?? [];
    expect(filled).toContainEqual(['untilDay', '27.03.2024']);
    expect((await asked()).headers['location']).toBe(card);
    const [letter, ...others] = letters('corrections_asked');
    expect(others).toEqual([]);
    expect(letter?.to).toBe('birute@example.org');
    expect(plain(letter?.subject ?? '')).toBe(
      'Wniosek PB/2024/01: prosimy o poprawki do środy 27 marca 2024 r., godz. 15.00',
    );
    expect(plain(letter?.body ?? '')).toContain(': Prosimy dopisać, kto poprowadzi spotkania.');
    expect(
      app.deps.db.all(sql`select what, subject_id as about from events where what like 'application.correct%'`),
    ).toEqual([{ what: 'application.corrections_asked', about: 1 }]);
    expect(plain((await joanna.get(card)).text)).toContain('czeka na poprawki');
    expect(live()).toEqual({
      ...{ number: 1, state: 'submitted', title: 'Dwa języki, jedna półka' },
      at: '2024-03-04T17:40:00.000Z',
    });
  });

  test('who corrects that section alone: the same number, the next version, the day it came stays', async () => {
    await open();
    await asked();
    const page = plain((await birute.get(home)).text);
    expect(page).toContain('Biblioteka prosi o poprawki.');
    expect(page).toContain('Prosimy dopisać, kto poprowadzi spotkania.');
    expect(page).toContain('Poprawki przyjmujemy do środy 27 marca 2024 r., godz. 15.00');
    expect(plain((await birute.get('/pulpit')).text)).toContain('Poprawcie wniosek, o co prosi biblioteka');
    await begin();
    const there = await birute.get(copy);
    expect(there.html).toContain(`${copy}/czesci/idea"`);
    expect(there.html).not.toContain(`${copy}/czesci/kosztorys`);
    expect((await rename('Dwa języki, trzy półki')).status).toBe(303);
    at('2024-03-26T08:00:00.000Z');
    expect((await send()).headers['location']).toBe('/wnioski/1/potwierdzenie');

    expect(live()).toEqual({
      ...{ number: 1, state: 'submitted', title: 'Dwa języki, trzy półki' },
      at: '2024-03-04T17:40:00.000Z',
    });
    expect(versions()).toEqual([
      { number: 1, at: '2024-03-04T17:40:00.000Z' },
      { number: 2, at: '2024-03-26T08:00:00.000Z' },
    ]);
    const checker = await joanna.get(card);
    expect(plain(checker.text)).toContain('poprawki przyszły');
    expect(checker.html).toContain('<del><span class="vh" lang="pl">usunięto: </span>jedna</del>');
    // In time, as it came on 4 March: not judged by the day of the corrections.
    expect(plain(checker.text)).toContain('Złożono 4 marca 2024 r., godz. 18.40');
    expect(plain((await birute.get(home)).text)).toContain('Poprawki wysłane');
    expect(plain((await birute.get(`${home}/wersje`)).text)).toContain('Wersja 2, złożona 26 marca 2024 r.');
    expect((await birute.get(copy)).location).toBe(home);
  });

  test('B: a section that was not named stays shut: on the page, in a forged form and in every command', async () => {
    await open();
    await asked();
    await begin();
    const actor = readActor(app.deps.db, sent.personId);
    if (actor === undefined) throw new Error('Birutė is not there');
    const before = readDraft(app.deps.db, 2);
    expect((await birute.get(`${copy}/czesci/kosztorys`)).status).toBe(404);
    const typed = { kind: 'costs' as const, rows: [] };
    const saving = { applicationId: 2, section: 'kosztorys', seen: {}, page: 'p', step: 1, isAutosave: false, typed };
    expect(saveSection(app.deps, actor, saving)).toMatchObject({ code: 'section_not_open' });
    const files = { applicationId: 2, label: 'Mapa', files: [] };
    expect(addAttachments(app.deps, actor, files)).toMatchObject({ code: 'section_not_open' });
    expect(takeNewForm(app.deps, actor, { applicationId: 2 })).toMatchObject({ code: 'section_not_open' });
    expect(readDraft(app.deps.db, 2)).toEqual(before);
  });

  test('B: a second late they are not taken, and the page says until when they were; the card says that they lapsed', async () => {
    await open();
    await asked();
    await begin();
    await rename('Dwa języki, trzy półki');
    const revision = readDraft(app.deps.db, 2)?.revision ?? 0;
    at(until);
    const actor = readActor(app.deps.db, sent.personId);
    if (actor === undefined) throw new Error('Birutė is not there');
    expect(submitApplication(app.deps, actor, { applicationId: 2, revision })).toMatchObject({
      code: 'corrections_late',
      facts: { untilAt: until },
    });
    at('2024-03-27T14:00:01.000Z');
    const late = await send();
    expect(late.status).toBe(422);
    expect(plain(late.text)).toContain('Poprawki przyjmowaliśmy do środy 27 marca 2024 r., godz. 15.00.');
    expect(versions()).toHaveLength(1);
    expect(plain((await joanna.get(card)).text)).toContain('poprawek nie przysłano');
    expect(plain((await birute.get(home)).text)).toContain('Poprawki nie zostały wysłane');
    // And she can be asked again.
    expect((await asked({ untilDay: '29.03.2024' })).status).toBe(303);
    await begin();
    expect(app.deps.db.get(sql`select count(*) as copies from amendments where amends_id = 1`)).toEqual({ copies: 2 });
  });

  test('B: one request at a time, also of two checkers at once and of a double click', async () => {
    await open();
    const teresa = app.as(app.person('Teresa Sidor', 'teresa@example.org', ['coordinator']));
    await teresa.get(ask);
    await joanna.get(ask);
    const fields = { 'points[idea]': 'Kto poprowadzi?', untilDay: '27.03.2024', untilHour: '15.00' };
    const [first, second] = await Promise.all([joanna.post(ask, fields), joanna.post(ask, fields)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    const other = await teresa.post(ask, { ...fields, 'points[idea]': 'Kiedy?' });
    expect(other.status).toBe(422);
    expect(plain(other.text)).toContain('ma czas do środy 27 marca 2024 r., godz. 15.00');
    expect(app.deps.db.all(sql`select missing from correction_points`)).toEqual([{ missing: 'Kto poprowadzi?' }]);
    expect(letters('corrections_asked')).toHaveLength(1);
    expect(() =>
      app.deps.db.raw.exec(`insert into correction_requests (application_id, version_id, until_at, asked_at, asked_by)
        select application_id, version_id, '2024-03-29T14:00:00.000Z', '2024-03-21T14:00:00.000Z', asked_by from correction_requests`),
    ).toThrow('correction_open');
  });

  test('B: the card waits: no decision while the group may answer, unless the request is taken back and the group told', async () => {
    await open();
    await asked();
    await begin();
    await joanna.get(card);
    const own = readFormalCriteria(app.deps.db, 1).filter(({ knownBy }) => knownBy === 'person');
    const yes = Object.fromEntries(own.map(({ id }) => [`answers[k${id}][verdict]`, 'yes']));
    const early = await joanna.post(card, { ...yes, outcome: 'accepted', act: 'decide' });
    expect(early.status).toBe(422);
    expect(plain(early.text)).toContain('Grupa ma czas na poprawki do środy 27 marca 2024 r., godz. 15.00');
    await joanna.get(card);
    await joanna.submit(`${ask}/odwolanie`);
    expect(letters('corrections_taken_back').map(({ to }) => to)).toEqual(['birute@example.org']);
    expect((await birute.get(`${copy}/czesci/idea`)).location).toBe(copy);
    expect(plain((await birute.get(home)).text)).toContain('Poprawki nie są już potrzebne');
    await joanna.get(card);
    await joanna.submit(card, { ...yes, outcome: 'accepted', act: 'decide' });
    expect(live()).toMatchObject({ state: 'accepted', title: 'Dwa języki, jedna półka' });
  });

  test('B: a version that came while the card was open is not decided unseen; its answers are computed anew', async () => {
    await open();
    await joanna.get(card);
    await joanna.submit(card, { act: 'save' });
    await asked();
    await begin();
    await rename('Dwa języki, trzy półki');
    await joanna.get(card);
    await send();
    const unseen = await joanna.post(card, { reason: 'Moje słowa', act: 'save' });
    expect(unseen.status).toBe(409);
    expect(plain(unseen.text)).toContain('Przyszła nowa wersja wniosku');
    expect(unseen.html).toContain('Moje słowa</textarea>');
    await joanna.submit(card, { act: 'save' });
    expect(
      app.deps.db.get(sql`select v.number from formal_cards k join application_versions v on v.id = k.version_id`),
    ).toEqual({
      number: 2,
    });
  });

  test('B: not before the deadline, not of nothing, not into the past, and of no section that is not there', async () => {
    await open();
    expect(plain((await asked({ 'points[idea]': ' ' })).text)).toContain('Napisz przynajmniej przy jednej części');
    expect(plain((await asked({ untilDay: '19.03.2024' })).text)).toContain('Ten termin już minął.');
    const nowhere = {
      applicationId: 1,
      untilAt: instant(until),
      points: [{ section: 'sprawdz', missing: 'Wszystko' }],
    };
    expect(askForCorrections(app.deps, coordinatorOf(app.deps), nowhere)).toMatchObject({ code: 'section_unknown' });
    at('2024-03-14T09:00:00.000Z');
    expect(plain((await asked()).text)).toContain('Grupa może jeszcze sama zmienić cały wniosek');
    expect(app.deps.db.all(sql`select * from correction_requests`)).toEqual([]);
  });

  test('B: a coordinator of another call, one who applied and one excluded find nothing to ask about', async () => {
    await open();
    const elsewhere = { ...coordinatorOf(app.deps), grants: [{ role: 'coordinator' as const, callId: 2 }] };
    const request = { applicationId: 1, untilAt: instant(until), points };
    expect(askForCorrections(app.deps, elsewhere, request)).toMatchObject({ code: 'absent' });
    const own = { ...coordinatorOf(app.deps), personId: sent.personId };
    expect(askForCorrections(app.deps, own, request)).toMatchObject({ code: 'own_application' });
    const director = app.as(app.person('Irena Dąbrowska', 'irena@example.org', ['director']));
    expect((await director.get(ask)).status).toBe(403);
    expect(app.deps.db.all(sql`select * from correction_requests`)).toEqual([]);
  });

  test('and where she has no e-mail, by a letter on paper; Joanna keys the corrections in, at her word; one excluded cannot', async () => {
    await open();
    const teresa = app.person('Teresa Sidor', 'teresa@example.org', ['coordinator', 'juror']);
    app.deps.db.raw
      .prepare(
        "insert into assisted_applications (application_id, lane, started_at, started_by) values (1, 'paper', '2024-03-04T17:00:00.000Z', ?)",
      )
      .run(coordinatorOf(app.deps).personId);
    withoutAddress(app.deps, sent.personId);
    excluded(teresa.id);
    await asked();
    expect(app.deps.db.all(sql`select channel from letters where kind = 'corrections_asked'`)).toEqual([
      { channel: 'print' },
    ]);
    const excludedActor = readActor(app.deps.db, teresa.id);
    if (excludedActor === undefined) throw new Error('Teresa is not there');
    expect(beginAmendment(app.deps, excludedActor, 1)).toMatchObject({ code: 'absent' });
    expect(
      askForCorrections(app.deps, excludedActor, { applicationId: 1, untilAt: instant(until), points }),
    ).toMatchObject({
      code: 'absent',
    });
    await begin(joanna);
    expect((await app.as(teresa).get(copy)).status).toBe(404);
    await rename('Dwa języki, trzy półki', joanna);
    expect((await send(joanna)).status).toBe(422);
    await joanna.get(`${copy}/w-imieniu`);
    const scan = { name: 'podpis.pdf', content: Buffer.from('%PDF-1.7 Birutė podpisała') };
    await joanna.submit(`${copy}/w-imieniu/podpis`, { way: 'printout', signedOn: '20.03.2024' }, { file: scan });
    expect((await send(joanna)).status).toBe(303);
    expect(live()).toMatchObject({ title: 'Dwa języki, trzy półki', at: '2024-03-04T17:40:00.000Z' });
  });

  test('and is reminded the day before, until she has sent them', async () => {
    await open();
    await asked();
    const undone = () =>
      checkReminders.flatMap((kind) =>
        kind.undone({ reader: app.deps.db, now: app.deps.clock.now(), publicUrl: 'https://example.org' }),
      );
    expect(undone()).toMatchObject([{ address: 'birute@example.org', date: until }]);
    await begin();
    await rename('Dwa języki, trzy półki');
    await send();
    expect(undone()).toEqual([]);
  });
});
