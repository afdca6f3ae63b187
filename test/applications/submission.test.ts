import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { removeAttachment } from '../../src/features/applications/commands/attach.ts';
import { saveSection } from '../../src/features/applications/commands/save.ts';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { withdrawApplication } from '../../src/features/applications/commands/withdraw.ts';
import { readSubmitted } from '../../src/features/applications/content.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { applicationInvariants } from '../../src/features/applications/invariants.ts';
import { fixedSections } from '../../src/features/applications/paths.ts';
import { moveTimetable } from '../../src/features/calls/commands/timetable.ts';
import { fingerprint } from '../../src/lib/fingerprint.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { completeDraft, type StartedStory, startedDraft, submittedApplication } from '../support/story/applications.ts';

let house: TestHouse;
afterEach(() => {
  for (const invariant of applicationInvariants)
    expect({ name: invariant.name, broken: offendersOf(house.deps.db, invariant) }).toEqual({
      name: invariant.name,
      broken: [],
    });
  house.close();
});

const lentyna = { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki, jedna półka' };
const kuchnia = {
  leader: 'Teresa Krakowska',
  email: 'teresa@example.org',
  title: 'Kuchnia babci Anieli',
  kind: 'organisation',
} as const;

async function open(at = '2024-03-13T20:17:00.000Z'): Promise<void> {
  house = await openTestHouse({ beginning: 'open', at });
}

const submit = ({ id, actor }: StartedStory, revision = readDraft(house.deps.db, id)?.revision ?? 0) =>
  submitApplication(house.deps, actor, { applicationId: id, revision });
const rowsOf = (table: 'application_versions' | 'documents' | 'letters' | 'jobs') =>
  house.deps.db.raw.prepare(`select count(*) from ${table}`).pluck().get();
const stateOf = (id: number) => house.deps.db.get(sql`select state, number from applications where id = ${id}`);

describe('Birutė sends her application', () => {
  test('and it is numbered, frozen, told in history, printed and written about in one act', async () => {
    await open();
    const draft = completeDraft(house.deps, lentyna);
    const sent = submit(draft);
    expect(sent).toEqual({ ok: true, value: { applicationId: draft.id, number: 1, version: 1, code: 'PB/2024/01' } });

    const frozen = readSubmitted(house.deps.db, draft.id);
    expect(frozen).toMatchObject({
      state: 'submitted',
      number: 1,
      code: 'PB/2024/01',
      title: 'Dwa języki, jedna półka',
      submittedAt: '2024-03-13T20:17:00.000Z',
    });
    expect(frozen?.fingerprint).toBe(fingerprint(frozen?.content));
    expect(frozen?.content).toMatchObject({
      requestedGrosze: 305_000,
      applicant: {
        kind: 'informal_group',
        kindName: 'Grupa nieformalna',
        name: 'Grupa „Dwa języki, jedna półka”',
        leaderName: 'Birutė Jurkianis',
        address: 'ul. Piłsudskiego 12, 16-500 Sejny',
      },
      schedule: [
        {
          activity: 'Pierwsze spotkanie i zbiórka tytułów',
          startsOn: '2024-05-20',
          endsOn: '2024-05-20',
          place: 'czytelnia biblioteki',
        },
        {
          activity: 'Sześć wspólnych czytań',
          startsOn: '2024-05-27',
          endsOn: '2024-07-12',
          place: 'świetlica w Puńsku',
        },
      ],
    });
    expect(frozen?.content.answers).toHaveLength(12);
    expect(frozen?.content.costs[0]).toEqual({
      name: 'Prowadzenie spotkań czytelniczych po polsku i litewsku',
      categoryId: 1,
      categoryName: 'wynagrodzenia i honoraria',
      quantity: 6000,
      unit: 'spotkanie',
      price: 25_000,
      value: 150_000,
      payBasis: 'unknown',
    });
    expect(
      house.deps.db.get(
        sql`select what, actor_person_id as who, call_id as callId, from_state as "from", to_state as "to", facts from events order by id desc limit 1`,
      ),
    ).toEqual({
      what: 'application.submitted',
      who: draft.personId,
      callId: 1,
      from: 'draft',
      to: 'submitted',
      facts: JSON.stringify({ number: 1, requestedGrosze: 305_000, fingerprint: frozen?.fingerprint }),
    });
    expect(
      house.deps.db.all(
        sql`select kind, subject_kind as about, subject_id as id, title from documents where subject_kind = 'application' order by id`,
      ),
    ).toEqual([
      { kind: 'application', about: 'application', id: draft.id, title: 'Wniosek PB/2024/01' },
      {
        kind: 'application_receipt',
        about: 'application',
        id: draft.id,
        title: 'Potwierdzenie złożenia wniosku PB/2024/01',
      },
    ]);
    expect(
      house.deps.db.all(sql`select l.kind, l.to_address as address, l.subject, d.kind as attached from letters l
      join letter_documents x on x.letter_id = l.id join documents d on d.id = x.document_id`),
    ).toEqual([
      {
        kind: 'application_submitted',
        address: 'birute@example.org',
        subject: 'Wniosek PB/2024/01 złożony: Dwa języki, jedna półka',
        attached: 'application',
      },
    ]);
  });

  test('twice (B4), and the second time nothing more happens', async () => {
    await open();
    const draft = completeDraft(house.deps, lentyna);
    submit(draft);
    const before = ['application_versions', 'documents', 'letters', 'jobs'].map((table) => rowsOf(table as 'jobs'));
    expect(submit(draft)).toMatchObject({ ok: false, code: 'not_in_this_state' });
    expect(['application_versions', 'documents', 'letters', 'jobs'].map((table) => rowsOf(table as 'jobs'))).toEqual(
      before,
    );
  });

  test('and nobody can write in it any more', async () => {
    await open();
    const sent = submittedApplication(house.deps, lentyna);
    const saving = {
      applicationId: sent.id,
      section: fixedSections.costs,
      seen: {},
      page: '',
      step: 0,
      isAutosave: false,
      typed: { kind: 'costs', rows: [] },
    } as const;
    expect(saveSection(house.deps, sent.actor, saving)).toMatchObject({ code: 'not_in_this_state' });
    expect(removeAttachment(house.deps, sent.actor, { applicationId: sent.id, attachmentId: 1 })).toMatchObject({
      code: 'not_in_this_state',
    });
    expect(() => house.deps.db.raw.exec(`update application_versions set content = '{}'`)).toThrow('submission_frozen');
    expect(() => house.deps.db.raw.exec('delete from application_versions')).toThrow('submission_frozen');
  });

  test('numbers follow the order of sending, without a gap, whatever happens between', async () => {
    await open();
    const unfinished = startedDraft(house.deps, { ...lentyna, leader: 'Ona Žukauskienė', email: 'ona@example.org' });
    const first = submittedApplication(house.deps, lentyna);
    expect(submit(unfinished)).toMatchObject({ code: 'incomplete' });
    withdrawApplication(house.deps, first.actor, { applicationId: first.id });
    const second = submittedApplication(house.deps, kuchnia);
    expect([first.code, second.code]).toEqual(['PB/2024/01', 'PB/2024/02']);
  });
});

describe('B5: the deadline, 15 March 2024, 15.00', () => {
  test.each([
    ['a millisecond before it', '2024-03-15T13:59:59.999Z', { ok: true }],
    ['at the very moment', '2024-03-15T14:00:00.000Z', { ok: false, code: 'deadline_passed' }],
    [
      'a second after',
      '2024-03-15T14:00:01.000Z',
      {
        ok: false,
        code: 'deadline_passed',
        facts: { opensAt: '2024-02-11T23:00:00.000Z', closesAt: '2024-03-15T14:00:00.000Z' },
      },
    ],
  ])('%s', async (_, at, expected) => {
    await open();
    const draft = completeDraft(house.deps, lentyna);
    house.clock.setNow(at);
    const papers = Number(rowsOf('documents'));
    expect(submit(draft)).toMatchObject(expected);
    expect(stateOf(draft.id)).toEqual(
      expected.ok ? { state: 'submitted', number: 1 } : { state: 'draft', number: null },
    );
    expect(rowsOf('documents')).toBe(papers + (expected.ok ? 2 : 0));
  });

  test('by competition time, not by the machine’s', async () => {
    await open();
    const draft = completeDraft(house.deps, lentyna);
    house.clock.set('2024-03-15T14:00:01.000Z');
    house.clock.setNow('2024-03-15T13:00:00.000Z');
    expect(submit(draft)).toMatchObject({ ok: true });
  });

  test.each([
    ['a second before the clocks jump, when the deadline is at 3.00', '2024-03-31T00:59:59.000Z', true],
    ['at 3.00, which comes right after 1.59', '2024-03-31T01:00:00.000Z', false],
  ])('in the night of the change of clocks: %s', async (_, at, isInTime) => {
    await open();
    house.deps.db.raw.exec(`update call_stages set ends_at = '2024-03-31T01:00:00.000Z' where kind = 'submission'`);
    const draft = completeDraft(house.deps, lentyna);
    house.clock.setNow(at);
    expect(submit(draft).ok).toBe(isInTime);
  });
});

describe('an application is not sent', () => {
  test('with a cost that cannot be read', async () => {
    await open();
    const draft = completeDraft(house.deps, {
      ...lentyna,
      costs: [{ name: 'Książki', category: 'materials', quantity: '1', unit: 'szt.', price: '3.000,00' }],
    });
    expect(submit(draft)).toMatchObject({ code: 'incomplete', facts: { missing: 1 } });
    expect(stateOf(draft.id)).toEqual({ state: 'draft', number: null });
  });

  test('when refreshments are over a tenth', async () => {
    await open();
    const costs = [
      { name: 'Książki', category: 'materials', quantity: '1', unit: 'komplet', price: '2700,00' },
      { name: 'Herbata', category: 'catering', quantity: '1', unit: 'komplet', price: '300,01' },
    ];
    expect(submit(completeDraft(house.deps, { ...lentyna, costs }))).toMatchObject({ code: 'incomplete' });
    const fitting = costs.map((cost) => ({ ...cost, price: cost.category === 'catering' ? '300,00' : cost.price }));
    expect(submit(completeDraft(house.deps, { ...lentyna, costs: fitting }))).toMatchObject({ ok: true });
  });

  test('when somebody wrote in it since it was read', async () => {
    await open();
    const draft = completeDraft(house.deps, lentyna);
    expect(submit(draft, (readDraft(house.deps.db, draft.id)?.revision ?? 0) - 1)).toMatchObject({
      code: 'edited_meanwhile',
    });
  });

  test('before the address is confirmed', async () => {
    await open();
    const draft = completeDraft(house.deps, lentyna);
    expect(submit({ ...draft, actor: { ...draft.actor, confirmed: false } })).toMatchObject({
      code: 'address_not_confirmed',
    });
    expect(rowsOf('application_versions')).toBe(0);
  });

  test('by the same leader a second time, unless the first is withdrawn', async () => {
    await open();
    const first = submittedApplication(house.deps, lentyna);
    const second = completeDraft(house.deps, { ...lentyna, title: 'Drugi pomysł' });
    expect(submit(second)).toMatchObject({ code: 'limit_reached', facts: { most: 1 } });
    withdrawApplication(house.deps, first.actor, { applicationId: first.id });
    expect(submit(second)).toMatchObject({ ok: true, value: { code: 'PB/2024/02' } });
  });

  test('by the same leader under an account merged into hers', async () => {
    await open();
    submittedApplication(house.deps, lentyna);
    const other = completeDraft(house.deps, { ...lentyna, email: 'b.jurkianis@example.org', title: 'Drugi pomysł' });
    house.deps.db.raw.exec(`update people set merged_into_id = 1 where id = ${other.personId}`);
    expect(submit(other)).toMatchObject({ code: 'limit_reached' });
  });

  test('by somebody else', async () => {
    await open();
    const draft = completeDraft(house.deps, lentyna);
    const jonas = house.person('Jonas Vaičiulis', 'jonas@example.org', ['coordinator', 'director']);
    expect(submit({ ...draft, actor: jonas.actor })).toMatchObject({ code: 'absent' });
  });
});

test('once submitted, the timetable no longer moves', async () => {
  await open();
  submittedApplication(house.deps, lentyna);
  const marta = house.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
  expect(moveTimetable(house.deps, marta.actor, 1, { to: 'original' })).toMatchObject({ code: 'has_applications' });
});

describe('withdrawing', () => {
  test('keeps number and content, and is told in history', async () => {
    await open();
    const sent = submittedApplication(house.deps, lentyna);
    expect(withdrawApplication(house.deps, sent.actor, { applicationId: sent.id })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(readSubmitted(house.deps.db, sent.id)).toMatchObject({ state: 'withdrawn', number: 1 });
    expect(
      house.deps.db.get(sql`select what, from_state as "from", to_state as "to" from events order by id desc limit 1`),
    ).toEqual({ what: 'application.withdrawn', from: 'submitted', to: 'withdrawn' });
  });

  test('is not for drafts, nor for others, nor twice', async () => {
    await open();
    const draft = completeDraft(house.deps, lentyna);
    expect(withdrawApplication(house.deps, draft.actor, { applicationId: draft.id })).toMatchObject({
      code: 'not_in_this_state',
    });
    submit(draft);
    const marta = house.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
    expect(withdrawApplication(house.deps, marta.actor, { applicationId: draft.id })).toMatchObject({ code: 'absent' });
    withdrawApplication(house.deps, draft.actor, { applicationId: draft.id });
    expect(withdrawApplication(house.deps, draft.actor, { applicationId: draft.id })).toMatchObject({
      code: 'not_in_this_state',
    });
  });

  test('ends with the results', async () => {
    await open();
    const sent = submittedApplication(house.deps, lentyna);
    house.deps.db.raw.exec(`pragma foreign_keys = off; insert into publications (call_id, set_id, published_at, published_by, address, content)
      values (1, 1, '2024-04-22T08:00:00.000Z', 1, '/nabory/1/wyniki', '{}')`);
    expect(withdrawApplication(house.deps, sent.actor, { applicationId: sent.id })).toMatchObject({
      code: 'results_published',
    });
    expect(stateOf(sent.id)).toEqual({ state: 'submitted', number: 1 });
  });
});
