import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startDraft } from '../../src/features/applications/commands/start.ts';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { giveLateLink, withdrawLateLink } from '../../src/features/applications/late/commands.ts';
import { checkWindow } from '../../src/features/applications/window.ts';
import { readCall } from '../../src/features/calls/queries.ts';
import type { Actor } from '../../src/lib/actor.ts';
import { instant } from '../../src/lib/days.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestPerson } from '../support/house.ts';
import { completeDraft } from '../support/story/applications.ts';

let app: TestApp;
let marta: TestPerson;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-15T13:30:00.000Z' });
  marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const until = instant('2024-03-18T11:00:00.000Z');

function leaveFor(name: string, email: string) {
  const reason = 'W godzinie składania strona nie działała.';
  return giveLateLink(app.deps, marta.actor, { callId: 1, name, email, untilAt: until, reason });
}

function personWith(email: string): Extract<Actor, { kind: 'person' }> {
  const row = app.deps.db.get<{ id: number; name: string }>(sql`select id, name from people where email = ${email}`);
  return { kind: 'person', personId: row?.id ?? 0, name: row?.name ?? '', confirmed: true, grants: [] };
}

function submit(applicationId: number, actor: Actor) {
  const row = app.deps.db.get<{ revision: number }>(sql`select revision from applications where id = ${applicationId}`);
  return submitApplication(app.deps, actor, { applicationId, revision: row?.revision ?? 0 });
}

const zofiasDraft = () =>
  completeDraft(app.deps, { leader: 'Zofia Wróbel', email: 'zofia@example.org', title: 'Zielnik babci' }).id;

describe('the submission window', () => {
  const at = (now: string, lateUntil?: string) => {
    const call = readCall(app.deps.db, 1);
    if (call === undefined) throw new Error('no call');
    const result = checkWindow(call, instant(now), lateUntil === undefined ? undefined : instant(lateUntil));
    return result.ok ? 'open' : result.code;
  };

  test.each([
    ['the last millisecond before the deadline, without leave', '2024-03-15T13:59:59.999Z', undefined, 'open'],
    ['the deadline itself, without leave', '2024-03-15T14:00:00.000Z', undefined, 'deadline_passed'],
    ['the deadline itself, with leave', '2024-03-15T14:00:00.000Z', until, 'open'],
    ['a millisecond before the leave ends', '2024-03-18T10:59:59.999Z', until, 'open'],
    ['the moment the leave ends', until, until, 'deadline_passed'],
    ['before the submission opens, with leave', '2024-02-11T22:59:59.999Z', until, 'submission_not_open'],
    ['in time, with a leave that ended long ago', '2024-03-01T10:00:00.000Z', '2024-02-20T10:00:00.000Z', 'open'],
  ])('%s', (_when, now, lateUntil, expected) => {
    expect(at(now, lateUntil)).toBe(expected);
  });
});

describe('leave to submit after the deadline', () => {
  test('counts for its person’s draft and nobody else’s, and the reason stays with the application', async () => {
    const zofias = zofiasDraft();
    const antonis = completeDraft(app.deps, {
      leader: 'Antoni Krupa',
      email: 'antoni@example.org',
      title: 'Fotografie z Pogorzelca',
    }).id;
    expect(leaveFor('Zofia Wróbel', 'zofia@example.org').ok).toBe(true);
    app.clock.set('2024-03-18T09:00:00.000Z');
    expect(submit(antonis, personWith('antoni@example.org'))).toMatchObject({ code: 'deadline_passed' });
    expect(submit(zofias, personWith('zofia@example.org'))).toMatchObject({ ok: true });
    expect(app.deps.db.all(sql`select application_id as id, submitted_at as at from late_submissions`)).toEqual([
      { id: zofias, at: '2024-03-18T09:00:00.000Z' },
    ]);
    const letter = app.deps.db.get<{ body: string }>(
      sql`select body from letters where kind = 'application_submitted'`,
    );
    expect(plain(letter?.body ?? '')).toContain('Do poniedziałku 18 marca 2024 r., godz. 12.00 możecie na tej stronie');
    const reading = plain((await app.as(marta).get(`/wnioski/${zofias}`)).text);
    expect(reading).toContain(
      'Złożony po terminie, za zgodą koordynatora ważną do poniedziałku 18 marca 2024 r., godz. 12.00.',
    );
    expect(reading).toContain('Powód: W godzinie składania strona nie działała.');
    const card = plain((await app.as(marta).get(`/wnioski/${zofias}/ocena-formalna`)).text);
    expect(card).toContain('termin mijał 15 marca 2024 r., godz. 15.00. Złożony po terminie, za zgodą koordynatora');
    expect(plain((await app.as(marta).get('/historia')).text)).toContain('wniosek wpłynął po terminie, za zgodą');
  });

  test('cannot be lent: a group that takes its person in as a co-author is late all the same', () => {
    const id = zofiasDraft();
    app.clock.setNow('2024-03-15T14:10:00.000Z');
    leaveFor('Marek Borys', 'marek@example.org');
    const marek = personWith('marek@example.org');
    app.deps.db.raw
      .prepare("insert into application_members (application_id, person_id, role) values (?, ?, 'co_author')")
      .run(id, marek.personId);
    for (const actor of [marek, personWith('zofia@example.org')])
      expect(submit(id, actor)).toMatchObject({ ok: false, code: 'deadline_passed' });
  });

  test('used in time is no late submission', () => {
    const zofias = zofiasDraft();
    leaveFor('Zofia Wróbel', 'zofia@example.org');
    expect(submit(zofias, personWith('zofia@example.org'))).toMatchObject({ ok: true });
    expect(app.deps.db.all(sql`select 1 from late_submissions`)).toEqual([]);
  });

  test('lets somebody begin after the deadline; a visitor, and whoever typed that address, cannot', () => {
    leaveFor('Regina Żuk', 'regina@example.org');
    app.clock.set('2024-03-15T14:05:00.000Z');
    const draft = { callId: 1, kind: 'person', email: 'regina@example.org', userAgent: 'x' } as const;
    expect(startDraft(app.deps, { kind: 'visitor' }, draft)).toMatchObject({ code: 'deadline_passed' });
    expect(startDraft(app.deps, personWith('regina@example.org'), draft)).toMatchObject({ ok: true });
  });

  test('withdrawn, opens nothing any more', () => {
    const zofias = zofiasDraft();
    const given = leaveFor('Zofia Wróbel', 'zofia@example.org');
    if (!given.ok) throw new Error(given.code);
    expect(withdrawLateLink(app.deps, marta.actor, 1, given.value.id)).toMatchObject({ ok: true });
    app.clock.set('2024-03-15T14:05:00.000Z');
    expect(submit(zofias, personWith('zofia@example.org'))).toMatchObject({ code: 'deadline_passed' });
    expect(withdrawLateLink(app.deps, marta.actor, 1, given.value.id)).toMatchObject({ code: 'already_withdrawn' });
  });

  test('is told by a letter whose address only its person opens', async () => {
    leaveFor('Regina Żuk', 'regina@example.org');
    const letter = app.deps.db.get<{ to: string; body: string }>(
      sql`select to_address as "to", body from letters where kind = 'late_link'`,
    );
    expect(letter?.to).toBe('regina@example.org');
    expect(letter?.body).toContain('/wnioski/po-terminie/1');
    const own = await app.as({ id: personWith('regina@example.org').personId }).get('/wnioski/po-terminie/1');
    expect(plain(own.text)).toContain('Do poniedziałku 18 marca 2024 r., godz. 12.00.');
    const antoni = app.person('Antoni Krupa', 'antoni@example.org');
    leaveFor('Antoni Krupa', 'antoni@example.org');
    expect((await app.as(antoni).get('/wnioski/po-terminie/1')).status).toBe(404);
    expect((await app.visitor().get('/wnioski/po-terminie/1')).location).toContain('/wejscie');
  });
});

describe('the form of the coordinator', () => {
  const fields = {
    name: 'Regina Żuk',
    email: 'regina@example.org',
    untilDay: '18.03.2024',
    untilHour: '12.00',
    reason: 'Awaria strony.',
  };
  async function give(changes: Record<string, string> = {}) {
    const browser = app.as(marta);
    await browser.get('/nabory/1/po-terminie');
    return browser.post('/nabory/1/po-terminie', { ...fields, ...changes });
  }

  test('gives leave, which then stands on the list with who gave it and why', async () => {
    expect((await give()).status).toBe(303);
    const text = plain((await app.as(marta).get('/nabory/1/po-terminie')).text);
    for (const fact of [
      'Regina Żuk',
      'do poniedziałku 18 marca 2024 r., godz. 12.00',
      'Awaria strony.',
      'Marta Wysocka',
    ])
      expect(text).toContain(fact);
  });

  test.each([
    ['no reason', { reason: ' ' }, 'Napisz, dlaczego ta osoba może złożyć wniosek po terminie.'],
    ['a moment before everybody’s deadline', { untilDay: '15.03.2024', untilHour: '15.00' }, 'Podaj chwilę po nim.'],
    ['a moment gone by', { untilDay: '14.03.2024' }, 'Ta chwila już minęła.'],
    ['no day', { untilDay: '', untilHour: '' }, 'Wpisz dzień, do którego można złożyć wniosek.'],
    ['half an address', { email: 'regina@' }, 'Wpisz adres e-mail tej osoby'],
  ])('refuses %s and keeps what was typed', async (_what, changes, sentence) => {
    const refused = await give(changes);
    expect(refused.status).toBe(422);
    expect(plain(refused.text)).toContain(sentence);
    expect(refused.html).toContain('Regina Żuk');
    expect(app.deps.db.all(sql`select 1 from late_links`)).toEqual([]);
  });
});
