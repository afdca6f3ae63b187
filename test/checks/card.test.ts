import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { readActor } from '../../src/features/accounts/queries.ts';
import { readFormalCriteria } from '../../src/features/calls/criteria.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { decideCard } from '../../src/features/checks/commands/decide.ts';
import { saveCard } from '../../src/features/checks/commands/save.ts';
import { checkInvariants } from '../../src/features/checks/invariants.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Fields } from '../support/client.ts';
import { type SubmittedStory, submittedApplication } from '../support/story/applications.ts';
import { coordinatorOf, momentOf } from '../support/story/jury.ts';

let app: TestApp;
let callId: number;
let sent: SubmittedStory;
let joanna: Client;
let path: string;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
  sent = submittedApplication(app.deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Ławki z wierszem',
  });
  app.clock.set(momentOf(app.deps, callId, 'formal_check'));
  joanna = app.as({ id: coordinatorOf(app.deps).personId });
  path = `/wnioski/${sent.id}/ocena-formalna`;
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const criterion = (code: string) => readFormalCriteria(app.deps.db, callId).find((one) => one.code === code)?.id ?? 0;

/** The person's five questions answered „tak”; the system's five stand answered on the page. */
function allYes(): Fields {
  const own = readFormalCriteria(app.deps.db, callId).filter(({ knownBy }) => knownBy === 'person');
  return Object.fromEntries(own.map(({ id }) => [`answers[k${id}][verdict]`, 'yes']));
}

const stateOf = () => app.deps.db.get(sql`select state from applications where id = ${sent.id}`);
const letters = () =>
  app.deps.db.all<{ to: string; body: string }>(
    sql`select to_address as "to", body from letters where kind = 'formal_outcome'`,
  );

describe('the formal card', () => {
  test('comes with the system’s answers explained; a draft of it is kept', async () => {
    const page = await joanna.get(path);
    expect(plain(page.text)).toContain(
      'Złożono 27 lutego 2024 r., godz. 12.00; termin mijał 15 marca 2024 r., godz. 15.00.',
    );
    const filled = page.forms.find(({ action }) => action === path)?.filled ?? [];
    expect(filled).toContainEqual([`answers[k${criterion('in_time')}][verdict]`, 'yes']);
    expect(filled.filter(([name]) => name === `answers[k${criterion('area')}][verdict]`)).toEqual([]);

    const saved = await joanna.submit(path, {
      [`answers[k${criterion('area')}][note]`]: 'Krasnopol – sprawdzić',
      act: 'save',
    });
    expect(saved.text).toContain('Karta zapisana.');
    expect(saved.forms.find(({ action }) => action === path)?.filled).toContainEqual([
      `answers[k${criterion('area')}][note]`,
      'Krasnopol – sprawdzić',
    ]);
    expect(stateOf()).toEqual({ state: 'submitted' });
    expect(letters()).toEqual([]);
  });

  test('accepted: the application goes on, its leader is told, history has both steps', async () => {
    await joanna.get(path);
    const decided = await joanna.submit(path, { ...allYes(), outcome: 'accepted', act: 'decide' });
    expect(plain(decided.text)).toContain('Wniosek PB/2024/01 jest przyjęty.');
    expect(stateOf()).toEqual({ state: 'accepted' });
    expect(letters()).toEqual([
      { to: 'birute@example.org', body: expect.stringContaining('przeszedł ocenę formalną') },
    ]);
    expect(
      app.deps.db.all(
        sql`select what, from_state as "from", to_state as "to" from events where what like 'formal_card.%' or what = 'application.accepted' order by events.id`,
      ),
    ).toEqual([
      { what: 'formal_card.opened', from: null, to: null },
      { what: 'formal_card.decided', from: null, to: null },
      { what: 'application.accepted', from: 'submitted', to: 'accepted' },
    ]);
    for (const invariant of checkInvariants) expect(offendersOf(app.deps.db, invariant), invariant.name).toEqual([]);
  });

  test('rejected: only with a „nie” and a reason, which the group reads', async () => {
    await joanna.get(path);
    const wrong = await joanna.post(path, { outcome: 'rejected', act: 'decide' });
    expect(wrong.status).toBe(422);
    expect(plain(wrong.text)).toContain('Odrzucenie musi wynikać z kryterium.');
    expect(plain(wrong.text)).toContain('Brakuje powodu. Przeczyta go grupa');
    expect(stateOf()).toEqual({ state: 'submitted' });

    const reason = 'Wszystkie działania mają się odbyć w Suwałkach, a konkurs obejmuje powiat sejneński (§ 1).';
    await joanna.submit(path, {
      [`answers[k${criterion('area')}][verdict]`]: 'no',
      outcome: 'rejected',
      reason,
      act: 'decide',
    });
    expect(stateOf()).toEqual({ state: 'rejected' });
    expect(letters()).toEqual([{ to: 'birute@example.org', body: expect.stringContaining(reason) }]);
    for (const invariant of checkInvariants) expect(offendersOf(app.deps.db, invariant), invariant.name).toEqual([]);
  });

  test('is not accepted with an open question, nor against the system without a word why', async () => {
    await joanna.get(path);
    const open = await joanna.post(path, { outcome: 'accepted', act: 'decide' });
    expect(open.status).toBe(422);
    expect(open.html).toContain(`href="#answers-k${criterion('area')}-verdict"`);

    await joanna.get(path);
    const against = {
      ...allYes(),
      [`answers[k${criterion('in_time')}][verdict]`]: 'not_applicable',
      outcome: 'accepted',
      act: 'decide',
    };
    const unexplained = await joanna.post(path, against);
    expect(unexplained.status).toBe(422);
    expect(unexplained.html).toContain(`href="#answers-k${criterion('in_time')}-note"`);
    expect(stateOf()).toEqual({ state: 'submitted' });

    await joanna.get(path);
    await joanna.submit(path, {
      ...against,
      [`answers[k${criterion('in_time')}][note]`]: 'termin przedłużony zarządzeniem',
    });
    expect(stateOf()).toEqual({ state: 'accepted' });
  });

  test('B4: a double click decides once', async () => {
    await joanna.get(path);
    const fields = { ...allYes(), outcome: 'accepted', act: 'decide' };
    const [first, second] = await Promise.all([joanna.post(path, fields), joanna.post(path, fields)]);
    expect([first.status, second.status, second.location]).toEqual([303, 303, first.location]);
    expect(app.deps.db.get(sql`select count(*) as times from events where what = 'formal_card.decided'`)).toEqual({
      times: 1,
    });
    expect(letters()).toHaveLength(1);
  });

  test('B6: of two editors the later sees both versions, loses nothing and may save knowingly', async () => {
    const second = app.as(app.person('Teresa Sidor', 'teresa@example.org', ['coordinator']));
    await joanna.get(path);
    await second.get(path);
    await second.submit(path, {
      [`answers[k${criterion('area')}][verdict]`]: 'no',
      [`answers[k${criterion('area')}][note]`]: 'Suwałki',
      act: 'save',
    });

    const conflict = await joanna.post(path, {
      [`answers[k${criterion('area')}][verdict]`]: 'yes',
      reason: 'moje słowa',
      act: 'save',
    });
    expect(conflict.status).toBe(409);
    expect(plain(conflict.text)).toContain('Ktoś zapisał tę kartę w międzyczasie');
    expect(plain(conflict.text)).toContain('Działania odbędą się na obszarze konkursu\nSuwałki\nnie');
    expect(conflict.html).toContain('moje słowa</textarea>');
    const stored = () =>
      app.deps.db.get(
        sql`select k.revision, v.verdict, k.reason from formal_cards k join formal_answers v on v.card_id = k.id where v.criterion_id = ${criterion('area')}`,
      );
    expect(stored()).toEqual({ revision: 1, verdict: 'no', reason: '' });

    await joanna.submit(path, { act: 'save' });
    expect(stored()).toEqual({ revision: 2, verdict: 'yes', reason: 'moje słowa' });
  });

  test('is frozen once decided, in the database too', async () => {
    await joanna.get(path);
    await joanna.submit(path, { ...allYes(), outcome: 'accepted', act: 'decide' });
    const page = await joanna.get(path);
    expect(page.forms.map(({ action }) => action)).not.toContain(path);
    const again = saveCard(app.deps, coordinatorOf(app.deps), {
      applicationId: sent.id,
      revision: 1,
      answers: [],
      reason: '',
    });
    expect(again).toMatchObject({ code: 'not_in_this_state' });
    const { raw } = app.deps.db;
    for (const statement of [
      "update formal_cards set reason = 'x'",
      'delete from formal_cards',
      "update formal_answers set verdict = 'no'",
      'delete from formal_answers',
    ]) {
      expect(() => raw.exec(statement), statement).toThrow('formal_card_decided');
    }
  });
});

describe('who may', () => {
  test('directors and inspectors read it and cannot write; a coordinator of another call and a draft’s address find nothing', async () => {
    for (const role of ['director', 'inspector'] as const) {
      const reader = app.as(app.person(`Osoba ${role}`, `${role}@example.org`, [role]));
      const page = await reader.get(path);
      expect(page.status).toBe(200);
      expect(page.forms.map(({ action }) => action)).not.toContain(path);
    }
    const elsewhere = { ...coordinatorOf(app.deps), grants: [{ role: 'coordinator' as const, callId: callId + 1 }] };
    expect(
      saveCard(app.deps, elsewhere, { applicationId: sent.id, revision: 0, answers: [], reason: '' }),
    ).toMatchObject({ code: 'absent' });
    expect((await joanna.get('/wnioski/999/ocena-formalna')).status).toBe(404);
  });

  test('the list tells what is done and what waits', async () => {
    await joanna.get(path);
    await joanna.submit(path, { act: 'save' });
    const list = plain((await joanna.get(`/nabory/${callId}/ocena-formalna`)).text);
    expect(list).toContain('Sprawdzono 0 z 1.');
    expect(list).toContain(
      'Ławki z wierszem\nPB/2024/01\nGrupa „Ławki z wierszem”\n27 lutego 2024 r., godz. 12.00\nkarta zaczęta',
    );
  });
});

describe('whose application it is', () => {
  test('is checked by somebody else: a coordinator who applied sees no form, and a forged one is refused', async () => {
    const birute =
      app.deps.db.get<{ id: number }>(sql`select person_id as id from application_members limit 1`)?.id ?? 0;
    app.deps.db.write((tx) =>
      grantRole(tx, app.deps, { kind: 'system' }, { personId: birute, role: 'coordinator', callId: null }),
    );
    await joanna.get(path);
    await joanna.submit(path, {
      ...allYes(),
      [`answers[k${criterion('area')}][note]`]: 'Tylko dla biura',
      act: 'save',
    });
    const own = app.as({ id: birute });
    const page = await own.get(path);
    expect(plain(page.text)).toContain('To Twój wniosek, więc jego ocenę formalną prowadzi ktoś inny.');
    expect(page.text).not.toContain('Tylko dla biura');
    expect(page.forms.filter(({ action }) => action === path)).toEqual([]);
    const forged = { applicationId: sent.id, revision: 1, answers: [], reason: 'brak', outcome: 'rejected' } as const;
    const actor = readActor(app.deps.db, birute);
    if (actor === undefined) throw new Error('Birutė is not there');
    expect(decideCard(app.deps, actor, forged)).toMatchObject({ ok: false, code: 'own_application' });
    expect(stateOf()).toEqual({ state: 'submitted' });
    expect((await own.get('/pulpit')).text).not.toContain('Oceń formalnie');
    expect(plain((await joanna.get('/pulpit')).text)).toContain('Oceń formalnie: 1 wniosek');
  });
});
