import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readActor } from '../../src/features/accounts/queries.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { appointMember, removeMember } from '../../src/features/jury/commands/members.ts';
import { membershipOf, membersOf } from '../../src/features/jury/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { submittedApplication } from '../support/story/applications.ts';
import { acceptApplication, appointedJury, coordinatorOf, declare, momentOf, nth } from '../support/story/jury.ts';

let app: TestApp;
let callId: number;
let path: string;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
  path = `/nabory/${callId}/komisja`;
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const lithuanian = {
  name: 'Daiva Maksimavičiūtė',
  email: 'daiva@example.org',
  function: 'chair',
  represents: 'Dom Kultury Litewskiej w Puńsku',
};

describe('the coordinator seats the jury', () => {
  test('a new person gets a seat, the role for this call alone, an invitation and a line of history', async () => {
    const coordinator = coordinatorOf(app.deps);
    const joanna = app.as({ id: coordinator.personId });
    const { db } = app.deps;
    await joanna.get(path);
    const page = await joanna.submit(path, lithuanian);

    expect(plain(page.text)).toContain(
      'Daiva Maksimavičiūtė\nDom Kultury Litewskiej w Puńsku\nprzewodniczący / przewodnicząca\njeszcze nie',
    );
    const [member] = membersOf(db, callId);
    expect(member).toMatchObject({
      name: 'Daiva Maksimavičiūtė',
      function: 'chair',
      represents: 'Dom Kultury Litewskiej w Puńsku',
      declaredAt: null,
    });
    const personId = member?.personId ?? 0;
    expect(readActor(db, personId)).toMatchObject({ grants: [{ role: 'juror', callId }] });
    const [letter] = db.all<{ address: string; subject: string; body: string }>(
      sql`select to_address as address, subject, body from letters where kind = 'jury_invitation'`,
    );
    expect(letter).toMatchObject({
      address: 'daiva@example.org',
      subject: 'Zaproszenie do komisji konkursowej – Para-buch! Biblioteka – w ruch!',
    });
    expect(letter?.body).toContain(`${app.deps.publicUrl}/komisja/${callId}/oswiadczenie`);
    expect(
      db.all(sql`select what, subject_id as subject, actor_person_id as who from events where what like 'jury.%'`),
    ).toEqual([{ what: 'jury.member_appointed', subject: member?.memberId, who: coordinator.personId }]);
  });

  test('what is wrong stands beside its field and what was typed stays', async () => {
    const joanna = app.as({ id: coordinatorOf(app.deps).personId });
    await joanna.get(path);
    const wrong = await joanna.post(path, {
      name: '',
      email: 'daiva@',
      function: 'member',
      represents: 'ą'.repeat(161),
    });
    expect(wrong.status).toBe(422);
    for (const words of ['Brakuje imienia i nazwiska.', 'To nie wygląda na adres e-mail.', 'zmieści się 160 znaków']) {
      expect(plain(wrong.text)).toContain(words);
    }
    expect(wrong.html).toContain('value="daiva@"');
    expect(membersOf(app.deps.db, callId)).toEqual([]);
  });

  test('B4: a double click seats one person and sends one invitation', async () => {
    const joanna = app.as({ id: coordinatorOf(app.deps).personId });
    await joanna.get(path);
    await Promise.all([joanna.post(path, lithuanian), joanna.post(path, lithuanian)]);
    expect(membersOf(app.deps.db, callId)).toHaveLength(1);
    expect(app.deps.db.get(sql`select count(*) as letters from letters where kind = 'jury_invitation'`)).toEqual({
      letters: 1,
    });
  });

  test('refuses a second chair and a second seat of one person, whatever the letters of the address', () => {
    const coordinator = coordinatorOf(app.deps);
    const seat = {
      callId,
      name: 'Marianna Zubrycka',
      email: 'marianna@example.org',
      function: 'chair' as const,
      represents: '',
    };
    expect(appointMember(app.deps, coordinator, seat).ok).toBe(true);
    const people = app.deps.db.get(sql`select count(*) as people from people`);
    expect(appointMember(app.deps, coordinator, { ...seat, email: 'inna@example.org' })).toMatchObject({
      code: 'chair_taken',
      field: 'function',
    });
    expect(
      appointMember(app.deps, coordinator, { ...seat, email: ' Marianna@Example.org', function: 'member' }),
    ).toMatchObject({ code: 'already_member', field: 'email' });
    expect(app.deps.db.get(sql`select count(*) as people from people`), 'a refusal adds nobody').toEqual(people);
  });

  test('is not the work of a coordinator of another call', () => {
    const elsewhere = { ...coordinatorOf(app.deps), grants: [{ role: 'coordinator' as const, callId: callId + 1 }] };
    expect(appointMember(app.deps, elsewhere, { callId, ...lithuanian, function: 'chair' })).toMatchObject({
      code: 'absent',
    });
    expect(membersOf(app.deps.db, callId)).toEqual([]);
  });
});

describe('a member', () => {
  test('can be taken off before declaring anything, and loses the role', async () => {
    const jury = appointedJury(app.deps, callId);
    const piotr = nth(jury, 3);
    const joanna = app.as({ id: coordinatorOf(app.deps).personId });
    await joanna.get(path);
    await joanna.submit(`${path}/${piotr.memberId}/odwolanie`);
    expect(membershipOf(app.deps.db, piotr.personId, callId)).toBeUndefined();
    expect(readActor(app.deps.db, piotr.personId)).toMatchObject({ grants: [] });
    expect((await app.as({ id: piotr.personId }).get('/oceny')).status).toBe(403);
  });

  test('stays once the declaration is signed', () => {
    const jury = appointedJury(app.deps, callId);
    const sent = submittedApplication(app.deps, {
      leader: 'Birutė Jurkianis',
      email: 'birute@example.org',
      title: 'Ławki',
    });
    app.clock.set(momentOf(app.deps, callId, 'formal_check'));
    acceptApplication(app.deps, { id: sent.id, callId });
    app.clock.set(momentOf(app.deps, callId, 'declarations'));
    const halina = nth(jury, 2);
    declare(app.deps, callId, halina);
    const removed = removeMember(app.deps, coordinatorOf(app.deps), { callId, memberId: halina.memberId });
    expect(removed).toMatchObject({ code: 'already_declared' });
    expect(membershipOf(app.deps.db, halina.personId, callId)).toMatchObject({ declared: true });
  });
});
