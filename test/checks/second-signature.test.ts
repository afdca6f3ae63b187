import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { readActor } from '../../src/features/accounts/queries.ts';
import { readFormalCriteria } from '../../src/features/calls/criteria.ts';
import { currentCall, readCall } from '../../src/features/calls/queries.ts';
import { setSecondSignature } from '../../src/features/calls/second-signature/commands.ts';
import { modelOf } from '../../src/features/calls/setup/copy.ts';
import { checkInvariants } from '../../src/features/checks/invariants.ts';
import { approveCard, sendCardBack } from '../../src/features/checks/second/commands.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Fields } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { paperOn, plain, wordsOf } from '../support/papers.ts';
import { type SubmittedStory, submittedApplication } from '../support/story/applications.ts';
import { coordinatorOf, momentOf } from '../support/story/jury.ts';

const note = 'W § 2 jest mowa o powiecie, a nie o gminie. Sprawdź jeszcze raz miejsce.';
const reason = 'Wszystkie działania mają się odbyć w Suwałkach, a konkurs obejmuje powiat sejneński (§ 1).';

let app: TestApp;
let callId: number;
let sent: SubmittedStory;
let other: SubmittedStory;
let joanna: Client;
let teresa: Client;
let teresaPerson: TestPerson;
let path: string;

/** Joanna checks first, Teresa signs second; the call of these stories asks for two signatures unless a test says otherwise. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
  const benches = { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' };
  sent = submittedApplication(app.deps, benches);
  other = submittedApplication(app.deps, { leader: 'Ewa Duda', email: 'ewa@example.org', title: 'Ognisko z książką' });
  app.clock.set(momentOf(app.deps, callId, 'formal_check'));
  joanna = app.as({ id: coordinatorOf(app.deps).personId });
  teresaPerson = app.person('Teresa Sidor', 'teresa@example.org', ['coordinator']);
  teresa = app.as(teresaPerson);
  path = `/wnioski/${sent.id}/ocena-formalna`;
});
afterEach(() => app.close());

const turn = (isOn: boolean) => setSecondSignature(app.deps, coordinatorOf(app.deps), { callId, isOn });
const criterion = (code: string) => readFormalCriteria(app.deps.db, callId).find((one) => one.code === code)?.id ?? 0;
const stateOf = () =>
  app.deps.db.get<{ state: string }>(sql`select state from applications where id = ${sent.id}`)?.state;
const letters = () =>
  app.deps.db.all<{ body: string }>(sql`select to_address as "to", body from letters where kind = 'formal_outcome'`);
const actions = (page: { forms: readonly { action: string }[] }) => page.forms.map(({ action }) => action);
const steps = () =>
  app.deps.db.all(
    sql`select what, content as text from events left join event_texts on event_texts.event_id = events.id where what like 'formal_card.%' or what in ('application.accepted', 'application.rejected') order by events.id`,
  );

function allYes(): Fields {
  const own = readFormalCriteria(app.deps.db, callId).filter(({ knownBy }) => knownBy === 'person');
  return Object.fromEntries(own.map(({ id }) => [`answers[k${id}][verdict]`, 'yes']));
}

async function joannaSigns(fields: Fields = { ...allYes(), outcome: 'accepted' }) {
  await joanna.get(path);
  return joanna.submit(path, { ...fields, act: 'decide' });
}

const rejecting = (): Fields => ({
  [`answers[k${criterion('area')}][verdict]`]: 'no',
  [`answers[k${criterion('area')}][note]`]: 'Suwałki',
  outcome: 'rejected',
  reason,
});

describe('two people sign', () => {
  beforeEach(() => {
    turn(true);
  });

  test('Joanna signs and nothing happens; Teresa finds the card, reads it and approves it: now the outcome and the letter', async () => {
    const signed = await joannaSigns();
    expect(plain(signed.text)).toContain('Karta wniosku PB/2024/01 jest podpisana i czeka na drugi podpis.');
    expect(plain(signed.text)).toContain('Pierwszy podpis jest Twój, więc drugi złoży ktoś inny');
    expect(actions(signed)).not.toContain(path);
    expect(actions(signed)).not.toContain(`${path}/drugi-podpis`);
    expect([stateOf(), letters()]).toEqual(['submitted', []]);
    const list = plain((await joanna.get(`/nabory/${callId}/ocena-formalna`)).text);
    expect(list).toContain('Sprawdzono 0 z 2.');
    expect(list).toContain('czeka na drugi podpis');
    expect(list).not.toContain('Czeka na Twój podpis');
    const desk = plain((await joanna.get('/pulpit')).text);
    expect(desk).toContain('Oceń formalnie: 1 wniosek');
    expect(desk).not.toContain('Podpisz jako druga osoba');

    expect(plain((await teresa.get('/pulpit')).text)).toContain('Podpisz jako druga osoba: 1 karta oceny formalnej');
    expect(plain((await teresa.get(`/nabory/${callId}/ocena-formalna`)).text)).toContain('Czeka na Twój podpis');
    const waiting = await teresa.get(path);
    expect(plain(waiting.text)).toContain('Pierwszy podpis: Joanna Wasilewska, 15 marca 2024 r.');
    expect(plain(waiting.text)).toContain('Rozstrzygnięcie na karcie: wniosek przyjęty.');
    expect(actions(waiting)).not.toContain(path);
    app.clock.set('2024-03-18T09:30:00.000Z');
    const approved = await teresa.submit(`${path}/drugi-podpis`);
    expect(plain(approved.text)).toContain('Karta ma oba podpisy: wniosek PB/2024/01 jest przyjęty.');
    expect(stateOf()).toBe('accepted');
    expect(letters()).toEqual([
      { to: 'birute@example.org', body: expect.stringContaining('przeszedł ocenę formalną') },
    ]);
    expect(steps()).toEqual([
      { what: 'formal_card.opened', text: null },
      { what: 'formal_card.signed', text: null },
      { what: 'formal_card.decided', text: null },
      { what: 'application.accepted', text: null },
    ]);
    for (const invariant of checkInvariants) expect(offendersOf(app.deps.db, invariant), invariant.name).toEqual([]);
  });

  test('the PDF has both names with their times, and two lines to sign', async () => {
    await joannaSigns();
    app.clock.set('2024-03-18T09:30:00.000Z');
    await teresa.get(path);
    await teresa.submit(`${path}/drugi-podpis`);
    await teresa.submit(`${path}/wydruk`);
    await app.drain();
    const words = await wordsOf(teresa, paperOn(await teresa.get(path), 'Karta oceny formalnej PB/2024/01'));
    expect(words).toContain('Pierwszy podpis Joanna Wasilewska, 15 marca 2024 r.');
    expect(words).toContain('Drugi podpis, rozstrzygnięcie Teresa Sidor, 18 marca 2024 r., godz. 10.30');
    expect(words).toContain('Pierwszy podpis Joanna Wasilewska Drugi podpis Teresa Sidor');
    expect(words).not.toContain('Sprawdzenie');
  });

  test('a rejection: the days for a re-check run from the second signature', async () => {
    await joannaSigns(rejecting());
    expect([stateOf(), letters()]).toEqual(['submitted', []]);
    app.clock.set('2024-03-20T09:30:00.000Z');
    const waiting = await teresa.get(path);
    expect(plain(waiting.text)).toContain(reason);
    await teresa.submit(`${path}/drugi-podpis`);
    expect(stateOf()).toBe('rejected');
    expect(letters()).toEqual([{ to: 'birute@example.org', body: expect.stringContaining(reason) }]);
    expect(app.deps.db.get(sql`select recheck_until as until from formal_cards`)).toEqual({ until: '2024-03-25' });
  });

  test('sent back with a note: the answers, the reason and the choice stay, Joanna reads why and signs again', async () => {
    await joannaSigns(rejecting());
    await teresa.get(path);
    const wordless = await teresa.post(`${path}/odeslanie`, { returnNote: '  ' });
    expect(wordless.status).toBe(422);
    expect(plain(wordless.text)).toContain('Bez uwagi karty nie można odesłać.');
    await teresa.submit(`${path}/odeslanie`, { returnNote: note });

    expect(plain((await joanna.get(`/nabory/${callId}/ocena-formalna`)).text)).toContain('odesłana z uwagą');
    expect(plain((await joanna.get('/pulpit')).text)).toContain('Oceń formalnie: 2 wnioski');
    const back = await joanna.get(path);
    expect(plain(back.text)).toContain('Druga osoba odesłała tę kartę z uwagą');
    expect(plain(back.text)).toContain(note);
    const filled = back.forms.find(({ action }) => action === path)?.filled ?? [];
    expect(filled).toContainEqual([`answers[k${criterion('area')}][verdict]`, 'no']);
    expect(filled).toContainEqual([`answers[k${criterion('area')}][note]`, 'Suwałki']);
    expect(filled).toContainEqual(['outcome', 'rejected']);
    expect(filled).toContainEqual(['reason', reason]);

    await joanna.submit(path, { act: 'decide' });
    expect(plain((await teresa.get(path)).text)).toContain('Karta czeka na drugi podpis');
    await teresa.submit(`${path}/drugi-podpis`);
    expect(stateOf()).toBe('rejected');
    expect(steps()).toEqual([
      { what: 'formal_card.opened', text: null },
      { what: 'formal_card.signed', text: null },
      { what: 'formal_card.returned', text: note },
      { what: 'formal_card.signed', text: null },
      { what: 'formal_card.decided', text: reason },
      { what: 'application.rejected', text: null },
    ]);
  });

  test('the first never signs as the second, nor does a leader of the application, a director or an inspector', async () => {
    await joannaSigns();
    const look = { applicationId: sent.id, revision: 1 };
    expect(approveCard(app.deps, coordinatorOf(app.deps), look)).toMatchObject({ code: 'same_person' });
    expect(sendCardBack(app.deps, coordinatorOf(app.deps), { ...look, note })).toMatchObject({ code: 'same_person' });
    app.deps.db.write((tx) =>
      grantRole(tx, app.deps, { kind: 'system' }, { personId: sent.personId, role: 'coordinator', callId: null }),
    );
    await teresa.get(path);
    await teresa.submit(`${path}/odeslanie`, { returnNote: note });
    const own = app.as({ id: sent.personId });
    for (const address of [path, '/historia', `/wnioski/${sent.id}`, '/pulpit'])
      expect(plain((await own.get(address)).text), address).not.toMatch(/gminie|odesłano kartę|czeka na drugi podpis/);
    expect(plain((await teresa.get('/historia')).text)).toContain('odesłano kartę oceny formalnej z uwagą');
    await joannaSigns();
    look.revision = 2;
    const birute = readActor(app.deps.db, sent.personId);
    expect(birute && approveCard(app.deps, birute, look)).toMatchObject({ code: 'own_application' });
    for (const role of ['director', 'inspector', 'accountant'] as const) {
      const other = app.person(`Osoba ${role}`, `${role}@example.org`, [role]);
      expect(approveCard(app.deps, other.actor, look), role).toMatchObject({ code: 'absent' });
    }
    expect(() =>
      app.deps.db.raw.exec(
        `update formal_cards set outcome = 'accepted', decided_at = '2024-03-18T10:00:00.000Z', decided_by = ${coordinatorOf(app.deps).personId}`,
      ),
    ).toThrow('second_signature');
    expect([stateOf(), letters()]).toEqual(['submitted', []]);
  });

  test('while it waits nobody changes it, in the database neither', async () => {
    await teresa.get(path);
    await joannaSigns();
    const late = await teresa.post(path, { ...allYes(), reason: 'moje słowa', act: 'save' });
    expect(plain(late.text)).toContain('Ta karta jest już podpisana (Joanna Wasilewska)');
    const { raw } = app.deps.db;
    for (const statement of [
      "update formal_cards set reason = 'x'",
      'update formal_cards set signed_at = null, signed_by = null',
    ])
      expect(() => raw.exec(statement), statement).toThrow('formal_card_signed');
    for (const statement of ["update formal_answers set verdict = 'no'", 'delete from formal_answers'])
      expect(() => raw.exec(statement), statement).toThrow('formal_card_decided');
  });

  test('two people sign as second at once: one wins, the other is told who', async () => {
    await joannaSigns();
    const marta = app.as(app.person('Marta Wysocka', 'marta@example.org', ['coordinator']));
    await teresa.get(path);
    await marta.get(path);
    const [first, second] = [
      await teresa.post(`${path}/drugi-podpis`),
      await marta.post(`${path}/odeslanie`, { returnNote: note }),
    ];
    expect(first.status).toBe(303);
    expect(plain(second.text)).toContain('Ta karta jest już rozstrzygnięta (Teresa Sidor).');
    expect(letters()).toHaveLength(1);
    expect(steps()).not.toContainEqual({ what: 'formal_card.returned', text: note });
  });

  test('a card that came back and was signed anew is not approved from the older page', async () => {
    await joannaSigns();
    const marta = app.as(app.person('Marta Wysocka', 'marta@example.org', ['coordinator']));
    await marta.get(path);
    await teresa.get(path);
    await teresa.submit(`${path}/odeslanie`, { returnNote: note });
    await joannaSigns(rejecting());
    const stale = await marta.post(`${path}/drugi-podpis`);
    expect(stale.status).toBe(409);
    expect([stateOf(), letters()]).toEqual(['submitted', []]);
  });

  test('neither of the two answers the group’s request for a re-check', async () => {
    await joannaSigns(rejecting());
    await teresa.get(path);
    await teresa.submit(`${path}/drugi-podpis`);
    const birute = app.as({ id: sent.personId });
    await birute.get(`/wnioski/${sent.id}/ponowne-sprawdzenie`);
    await birute.submit(`/wnioski/${sent.id}/ponowne-sprawdzenie`, { body: 'Krasnopol leży w powiecie sejneńskim.' });
    const marta = app.as(app.person('Marta Wysocka', 'marta@example.org', ['coordinator']));
    for (const signer of [joanna, teresa]) {
      const page = await signer.get(path);
      expect(plain(page.text)).toContain('Ta karta jest podpisana przez Ciebie');
      expect(actions(page)).not.toContain(`${path}/prosba/odpowiedz`);
      expect(plain((await signer.get('/pulpit')).text)).not.toContain('o ponowne sprawdzenie');
    }
    expect(() =>
      app.deps.db.raw.exec(
        `update recheck_requests set outcome = 'upheld', answer = 'x', answered_at = 'x', answered_by = ${coordinatorOf(app.deps).personId}`,
      ),
    ).toThrow('recheck_same_person');
    await marta.get(path);
    await marta.submit(`${path}/prosba/odpowiedz`, { outcome: 'reopened', answer: 'Krasnopol jest w powiecie.' });
    // The card opened again needs two signatures as well.
    await joannaSigns();
    expect(stateOf()).toBe('submitted');
    await teresa.get(path);
    await teresa.submit(`${path}/drugi-podpis`);
    expect(stateOf()).toBe('accepted');
  });
});

describe('the switch', () => {
  test('off nobody sees anything of it, and one signature decides', async () => {
    const page = plain((await joanna.get(path)).text);
    expect(page).toContain('Zapisz i rozstrzygnij');
    await joannaSigns();
    expect(stateOf()).toBe('accepted');
    for (const address of [path, `/nabory/${callId}/ocena-formalna`, '/pulpit'])
      for (const who of [joanna, teresa])
        expect((await who.get(address)).text, address).not.toMatch(/drugi podpis|Podpisz jako/i);
  });

  test('is turned on in the settings, which warn when one person alone has the right; a copied call keeps it', async () => {
    const address = `/nabory/${callId}/drugi-podpis`;
    expect((await joanna.get(address)).text).not.toContain('Brakuje drugiej osoby');
    app.deps.db.raw.exec(
      `update role_grants set revoked_at = '2024-03-15T10:00:00.000Z' where person_id <> ${coordinatorOf(app.deps).personId} and role = 'coordinator'`,
    );
    expect(plain((await joanna.get(address)).text)).toContain('Tylko jedna osoba ma w tym konkursie rolę koordynatora');
    const on = await joanna.submit(address, { on: 'tak' });
    expect(plain(on.text)).toContain('Kartę oceny formalnej podpisują teraz dwie osoby.');
    const call = readCall(app.deps.db, callId);
    expect(call?.secondSignature).toBe(1);
    expect(call && modelOf(app.deps.db, call).secondSignature).toBe(1);
    expect((await teresa.get(address)).status).toBe(403);
  });

  test('turned on in the middle, what is settled stays; turned off, whoever signed settles the card alone', async () => {
    await joannaSigns();
    turn(true);
    expect(stateOf()).toBe('accepted');
    path = `/wnioski/${other.id}/ocena-formalna`;
    await joannaSigns();
    expect(plain((await joanna.get(`/nabory/${callId}/drugi-podpis`)).text)).toContain(
      'Na drugi podpis czeka teraz 1 karta.',
    );
    turn(false);
    expect(plain((await joanna.get('/pulpit')).text)).toContain('Podpisz jako druga osoba: 1 karta');
    const page = await joanna.get(path);
    expect(plain(page.text)).toContain('Drugi podpis jest w tym konkursie wyłączony');
    await joanna.submit(`${path}/drugi-podpis`);
    expect(app.deps.db.get(sql`select state from applications where id = ${other.id}`)).toEqual({ state: 'accepted' });
    await joanna.submit(`${path}/wydruk`);
    await app.drain();
    const words = await wordsOf(joanna, paperOn(await joanna.get(path), 'Karta oceny formalnej PB/2024/02'));
    expect(words).toContain('Kto i kiedy rozstrzygnął Joanna Wasilewska');
    expect(words).not.toContain('Drugi podpis');
  });
});
