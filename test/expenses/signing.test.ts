import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { people } from '../../src/db/schema/accounts.ts';
import { approveExpense, controlExpense, recordPaper } from '../../src/features/expenses/commands/approvals.ts';
import { approvalOf, readExpense } from '../../src/features/expenses/queries.ts';
import { day } from '../../src/lib/days.ts';
import { grosze } from '../../src/lib/money.ts';
import { widthOf } from '../support/pictures.ts';
import { approvedInvoice, bookedInvoice } from '../support/story/expenses.ts';
import { brokenTruths, eventsOf, photo, plain, type Rewound, rewoundGround } from './ground.ts';

let ground: Rewound;
let booked: number;
beforeAll(async () => {
  ground = await rewoundGround();
});
beforeEach(() => {
  ground.begin();
  booked = bookedInvoice(ground.app.deps, {
    parts: [{ lineId: ground.lines.materials, initiativeId: ground.shelf, amount: grosze(500_00) }],
  });
});
afterEach(() => ground.end());
afterAll(() => ground.app.close());

const stateOf = (id = booked) => readExpense(ground.app.deps.db, id)?.state;
const signature = (step: 'control' | 'approval') => {
  const expense = readExpense(ground.app.deps.db, booked);
  return expense && approvalOf(expense, step);
};

describe('clicked', () => {
  test('the accountant controls, the director approves, and history says who', async () => {
    const teresa = ground.as(ground.accountant);
    await teresa.get(`/wydatki/${booked}`);
    const controlled = await teresa.submit(`/wydatki/${booked}/kontrola`);
    expect(plain(controlled.text)).toContain('dyrektor, ale nie Teresa Krupińska: to osoba z kroku 2');
    expect(controlled.forms.map((form) => form.action)).not.toContain(`/wydatki/${booked}/zatwierdzenie`);

    const regina = ground.as(ground.director);
    const waiting = await regina.get(`/wydatki/${booked}`);
    expect(plain(waiting.text)).toContain('Wstępną kontrolę wykonała osoba: Teresa Krupińska.');
    const approved = await regina.submit(`/wydatki/${booked}/zatwierdzenie`);
    expect(plain(approved.text)).toContain('Faktura na 500,00 zł: do zapłaty');

    expect(signature('control')).toMatchObject({
      personId: ground.accountant.personId,
      lane: 'clicked',
      signedOn: '2024-06-13',
    });
    expect(signature('approval')).toMatchObject({
      personId: ground.director.personId,
      lane: 'clicked',
      signedOn: '2024-06-13',
    });
    const [last] =
      ground.app.deps.db.all(sql`select actor_person_id as who, from_state as before, to_state as after from events
      where subject_kind = 'expense' and subject_id = ${booked} order by id desc limit 1`);
    expect(last).toEqual({ who: ground.director.personId, before: 'controlled', after: 'approved' });
    expect(brokenTruths(ground)).toEqual([]);
  });

  test('a second click on the control changes nothing', async () => {
    const teresa = ground.as(ground.accountant);
    await teresa.get(`/wydatki/${booked}`);
    const [first, second] = [
      await teresa.post(`/wydatki/${booked}/kontrola`),
      await teresa.post(`/wydatki/${booked}/kontrola`),
    ];
    expect([first.status, second.status, second.location]).toEqual([303, 303, `/wydatki/${booked}`]);
    expect(eventsOf(ground, booked)).toEqual(['expense.entered', 'expense.booked', 'expense.controlled']);
  });

  test('whoever controlled may not approve, though holding both roles', async () => {
    const both = ground.app.person('Danuta Olszewska', 'danuta@example.org', ['accountant', 'director']);
    const danuta = ground.app.as(both);
    await danuta.get(`/wydatki/${booked}`);
    await danuta.submit(`/wydatki/${booked}/kontrola`);
    const refused = await danuta.post(`/wydatki/${booked}/zatwierdzenie`);
    expect(refused.status).toBe(422);
    expect(plain(refused.text)).toContain(
      'Wstępną kontrolę tego dokumentu wykonała ta sama osoba: Danuta Olszewska. Wypłatę zatwierdza ktoś inny',
    );
    expect(stateOf()).toBe('controlled');
    expect(signature('approval')).toBeUndefined();
  });

  test('nor under another account merged into the same person', () => {
    const old = ground.app.person('Danuta Olszewska', 'danuta@example.org', ['accountant']);
    controlExpense(ground.app.deps, old.actor, booked);
    const now = ground.app.person('Danuta Olszewska', 'd.olszewska@example.org', ['director']);
    ground.app.deps.db.write((tx) =>
      tx.orm
        .update(people)
        .set({ mergedIntoId: now.id, email: null, confirmedAt: null })
        .where(sql`id = ${old.id}`)
        .run(),
    );
    expect(approveExpense(ground.app.deps, now.actor, booked)).toMatchObject({
      code: 'same_person',
      facts: { name: 'Danuta Olszewska' },
    });
  });

  test('no step can be skipped or taken without its role', () => {
    expect(approveExpense(ground.app.deps, ground.director, booked)).toMatchObject({ code: 'not_in_this_state' });
    expect(controlExpense(ground.app.deps, ground.coordinator, booked)).toMatchObject({ code: 'not_a_signer' });
    controlExpense(ground.app.deps, ground.accountant, booked);
    expect(approveExpense(ground.app.deps, ground.coordinator, booked)).toMatchObject({ code: 'not_a_signer' });
    expect(stateOf()).toBe('controlled');
  });
});

describe('on paper', () => {
  test('both signatures are recorded at once, with their days and the scan', async () => {
    const joanna = ground.as(ground.coordinator);
    await joanna.get(`/wydatki/${booked}/podpisy`);
    const page = await joanna.submit(
      `/wydatki/${booked}/podpisy`,
      {
        controlBy: String(ground.accountant.personId),
        controlOn: '12.06.2024',
        approvalBy: String(ground.director.personId),
        approvalOn: '13 czerwca 2024',
      },
      { scan: photo },
    );
    expect(plain(page.text)).toContain('Podpisy z papieru są zapisane.');
    expect(stateOf()).toBe('approved');
    expect(signature('control')).toMatchObject({
      personId: ground.accountant.personId,
      lane: 'paper',
      signedOn: '2024-06-12',
    });
    expect(signature('approval')).toMatchObject({
      personId: ground.director.personId,
      lane: 'paper',
      signedOn: '2024-06-13',
    });
    expect(page.links.get('Skan podpisu')).toBe(`/pliki/${signature('control')?.fileId}`);
    expect(await widthOf((await joanna.get(`/pliki/${signature('approval')?.fileId}`)).body)).toBe(8);
    const who =
      ground.app.deps.db.all(sql`select actor_person_id as by, json_extract(facts, '$.person') as signed from events
      where what in ('expense.controlled', 'expense.approved') order by id`);
    expect(who).toEqual([
      { by: ground.coordinator.personId, signed: ground.accountant.personId },
      { by: ground.coordinator.personId, signed: ground.director.personId },
    ]);
    expect(brokenTruths(ground)).toEqual([]);
  });

  test('the control may come alone, and the approval by a click', () => {
    const { deps } = ground.app;
    const signatures = [
      { step: 'control' as const, personId: ground.accountant.personId, signedOn: day('2024-06-12') },
    ];
    expect(recordPaper(deps, ground.coordinator, { expenseId: booked, signatures }).ok).toBe(true);
    expect(approveExpense(deps, ground.director, booked).ok).toBe(true);
    expect(stateOf()).toBe('approved');
  });

  test.each([
    ['tomorrow', { controlBy: 'accountant', controlOn: '14.06.2024' }, 'Ta data jeszcze nie nadeszła', '#controlOn'],
    ['on no day', { controlBy: 'accountant', controlOn: '' }, 'Brakuje daty', '#controlOn'],
    ['by nobody', {}, 'Wybierz, kto podpisał', '#tresc'],
    ['by the coordinator', { controlBy: 'coordinator', controlOn: '12.06.2024' }, 'Ta osoba nie ma roli', '#controlBy'],
    [
      'by one person twice',
      { controlBy: 'both', controlOn: '12.06.2024', approvalBy: 'both', approvalOn: '12.06.2024' },
      'ta sama osoba: Danuta Olszewska',
      '#approvalBy',
    ],
    [
      'in the wrong order',
      { controlBy: 'accountant', controlOn: '12.06.2024', approvalBy: 'director', approvalOn: '11.06.2024' },
      'wcześniejszą datę niż wstępna kontrola',
      '#approvalOn',
    ],
  ])('is refused when signed %s, and nothing is half recorded', async (_how, given, words, href) => {
    const both = ground.app.person('Danuta Olszewska', 'danuta@example.org', ['accountant', 'director']);
    const ids: Record<string, number> = {
      accountant: ground.accountant.personId,
      director: ground.director.personId,
      coordinator: ground.coordinator.personId,
      both: both.id,
    };
    const joanna = ground.as(ground.coordinator);
    await joanna.get(`/wydatki/${booked}/podpisy`);
    const typed = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(ids[value] ?? value)]));
    const page = await joanna.post(`/wydatki/${booked}/podpisy`, typed);
    expect(page.status).toBe(422);
    expect(plain(page.text)).toContain(words);
    expect(page.html).toContain(`<a href="${href}">`);
    expect(new Map(page.forms.find((form) => form.action.endsWith('/podpisy'))?.filled).get('controlOn')).toBe(
      typed['controlOn'] ?? '',
    );
    expect([stateOf(), signature('control')]).toEqual(['booked', undefined]);
  });

  test('has nothing to sign on a paid-for document', async () => {
    const approved = approvedInvoice(ground.app.deps, {
      parts: [{ lineId: ground.lines.pay, initiativeId: ground.benches, amount: grosze(10_00) }],
    });
    const page = await ground.as(ground.coordinator).get(`/wydatki/${approved}/podpisy`);
    expect(plain(page.text)).toContain('Ten dokument nie czeka na podpis');
    expect(page.forms.map((form) => form.action)).not.toContain(`/wydatki/${approved}/podpisy`);
  });
});

test('a recorded signature stays, by the database itself', () => {
  controlExpense(ground.app.deps, ground.accountant, booked);
  const { raw } = ground.app.deps.db;
  expect(() =>
    raw.exec(`update expense_approvals set person_id = ${ground.director.personId} where expense_id = ${booked}`),
  ).toThrow('approval_recorded');
  expect(() => raw.exec(`delete from expense_approvals where expense_id = ${booked}`)).toThrow('approval_recorded');
  expect(() =>
    raw.exec(`insert into expense_approvals (expense_id, step, lane, person_id, signed_on, recorded_at)
      select expense_id, 'approval', lane, person_id, signed_on, recorded_at from expense_approvals where expense_id = ${booked}`),
  ).toThrow('UNIQUE');
});
