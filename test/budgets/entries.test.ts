import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expenseParts, expenses } from '../../src/db/schema/expenses.ts';
import {
  commit,
  type Holding,
  releaseCommitments,
  releaseReservations,
  reserve,
} from '../../src/features/budgets/commands/entries.ts';
import { availableOnLine, leftOnLine, lineChoices, readBalances } from '../../src/features/budgets/queries.ts';
import { day } from '../../src/lib/days.ts';
import { grosze } from '../../src/lib/money.ts';
import { openTestHouse, type TestHouse, type TestPerson } from '../support/house.ts';
import { bareInitiative } from './initiative.ts';

const materials = 9;
const print = 10;

let house: TestHouse;
let tomasz: TestPerson;
let shelf: number;

beforeEach(async () => {
  house = await openTestHouse({ beginning: 'open', at: '2024-04-22T10:00:00.000Z' });
  tomasz = house.person('Tomasz Rutka', 'tomasz@example.org', ['director']);
  shelf = bareInitiative(house.deps, 'PB/2024/01');
});
afterEach(() => house.close());

const run = (work: typeof reserve, holding: Partial<Holding>) =>
  house.deps.db.write((tx) =>
    work(tx, house.deps, tomasz.actor, {
      initiativeId: shelf,
      lines: [],
      reason: 'Wyniki z 22 kwietnia 2024 r.',
      ...holding,
    }),
  );
const one = (lineId: number, amount: number) => ({ lines: [{ lineId, amount: grosze(amount) }] });

function balance(lineId: number) {
  const line = readBalances(house.deps.db, { projectId: 1 }).find((found) => found.id === lineId);
  return line && [line.planned, line.reserved, line.committed, line.owed, line.spent, line.left];
}

const entries = () =>
  house.deps.db.all(
    sql`select kind, line_id as line, amount_grosze as amount, reverses_id as reverses, by_person_id as "by" from budget_entries order by id`,
  );

describe('reserving', () => {
  test('takes the money from what is left, several cost lines on one budget line as one entry', () => {
    const lines = [
      { lineId: materials, amount: grosze(1_050_00) },
      { lineId: print, amount: grosze(260_00) },
      { lineId: materials, amount: grosze(99_99) },
      { lineId: print, amount: grosze(0) },
    ];
    expect(run(reserve, { lines })).toMatchObject({ ok: true });
    expect(entries()).toEqual([
      { kind: 'reservation', line: materials, amount: 1_149_99, reverses: null, by: tomasz.id },
      { kind: 'reservation', line: print, amount: 260_00, reverses: null, by: tomasz.id },
    ]);
    expect(balance(materials)).toEqual([6_000_00, 1_149_99, 0, 0, 0, 4_850_01]);
    expect(
      house.deps.db.get(
        sql`select what, subject_id as id, call_id as callId, facts from events order by events.id desc limit 1`,
      ),
    ).toEqual({
      what: 'budget.reserved',
      id: shelf,
      callId: 1,
      facts: '{"amount":140999}',
    });
  });

  test('the whole line to the last grosz is possible, one grosz more is refused and nothing is written', () => {
    expect(run(reserve, one(materials, 6_000_01))).toMatchObject({
      code: 'line_overdrawn',
      facts: { line: 'Inicjatywy lokalne: materiały, 2024, dotacja', left: 6_000_00, wanted: 6_000_01 },
    });
    const both = { lines: [...one(print, 100_00).lines, ...one(materials, 6_000_01).lines] };
    expect(run(reserve, both)).toMatchObject({ code: 'line_overdrawn' });
    expect(entries()).toEqual([]);
    expect(run(reserve, one(materials, 6_000_00))).toMatchObject({ ok: true });
    expect(leftOnLine(house.deps.db, materials)).toBe(0);
  });

  test('on a line nobody knows is refused', () => {
    expect(run(reserve, one(999, 1))).toMatchObject({ code: 'line_unknown' });
  });
});

describe('a signed agreement', () => {
  test('turns the reservation into a commitment, and releasing both leaves the line as it was', () => {
    const release = { initiativeId: shelf, reason: 'Podpisano porozumienie' };
    run(reserve, one(materials, 1_050_00));
    const released = house.deps.db.write((tx) => releaseReservations(tx, house.deps, tomasz.actor, release));
    run(commit, one(materials, 1_000_00));
    expect(released).toBe(1_050_00);
    expect(balance(materials)).toEqual([6_000_00, 0, 1_000_00, 0, 0, 5_000_00]);
    expect(house.deps.db.write((tx) => releaseReservations(tx, house.deps, tomasz.actor, release))).toBe(0);
    expect(house.deps.db.write((tx) => releaseCommitments(tx, house.deps, tomasz.actor, release))).toBe(1_000_00);
    expect(balance(materials)).toEqual([6_000_00, 0, 0, 0, 0, 6_000_00]);
    expect(entries()).toEqual([
      { kind: 'reservation', line: materials, amount: 1_050_00, reverses: null, by: tomasz.id },
      { kind: 'reservation', line: materials, amount: -1_050_00, reverses: 1, by: tomasz.id },
      { kind: 'commitment', line: materials, amount: 1_000_00, reverses: null, by: tomasz.id },
      { kind: 'commitment', line: materials, amount: -1_000_00, reverses: 3, by: tomasz.id },
    ]);
  });

  test('releases only its own initiative’s money', () => {
    const meadow = bareInitiative(house.deps, 'PB/2024/02');
    run(reserve, one(materials, 300_00));
    run(reserve, { ...one(materials, 200_00), initiativeId: meadow });
    house.deps.db.write((tx) =>
      releaseReservations(tx, house.deps, tomasz.actor, { initiativeId: shelf, reason: 'Rezygnacja' }),
    );
    expect(balance(materials)).toEqual([6_000_00, 200_00, 0, 0, 0, 5_800_00]);
  });
});

describe('a booked document', () => {
  beforeEach(() => {
    run(commit, one(materials, 1_000_00));
  });

  function book(amount: number, initiativeId: number | null): void {
    house.deps.db.write((tx) => {
      const document = {
        projectId: 1,
        kind: 'invoice' as const,
        number: `FV/${amount}`,
        sellerName: 'Księgarnia „Zakładka”',
        description: 'książki',
      };
      const dates = {
        issuedOn: day('2024-06-03'),
        createdAt: house.clock.now(),
        createdBy: tomasz.id,
        totalGrosze: grosze(amount),
      };
      const { id } = tx.orm
        .insert(expenses)
        .values({ ...document, ...dates })
        .returning({ id: expenses.id })
        .get();
      tx.orm
        .insert(expenseParts)
        .values({ expenseId: id, lineId: materials, initiativeId, amountGrosze: grosze(amount) })
        .run();
      tx.orm.update(expenses).set({ state: 'booked' }).where(sql`id = ${id}`).run();
    });
  }

  test('uses the commitment of its initiative first', () => {
    expect(availableOnLine(house.deps.db, { lineId: materials, initiativeId: shelf })).toBe(6_000_00);
    expect(availableOnLine(house.deps.db, { lineId: materials, initiativeId: null })).toBe(5_000_00);
    book(400_00, shelf);
    expect(balance(materials)).toEqual([6_000_00, 0, 600_00, 400_00, 0, 5_000_00]);
    expect(availableOnLine(house.deps.db, { lineId: materials, initiativeId: shelf })).toBe(5_600_00);
  });

  test('over its commitment takes the rest from what is left', () => {
    book(1_250_00, shelf);
    expect(balance(materials)).toEqual([6_000_00, 0, 0, 1_250_00, 0, 4_750_00]);
    expect(availableOnLine(house.deps.db, { lineId: materials, initiativeId: shelf })).toBe(4_750_00);
  });

  test('of no initiative leaves every commitment whole', () => {
    book(400_00, null);
    expect(balance(materials)).toEqual([6_000_00, 0, 1_000_00, 400_00, 0, 4_600_00]);
  });
});

test('entries can be neither changed nor deleted, only undone', () => {
  run(reserve, one(materials, 100_00));
  expect(() => house.deps.db.raw.exec('update budget_entries set amount_grosze = 1')).toThrow(
    'entries_are_append_only',
  );
  expect(() => house.deps.db.raw.exec('delete from budget_entries')).toThrow('entries_are_append_only');
});

test('lines to choose from name task, cost, year and source', () => {
  expect(lineChoices(house.deps.db, 1).filter((line) => line.taskName === 'Promocja')).toEqual([
    {
      id: 17,
      label: 'Promocja: druk i promocja, 2023, dotacja',
      taskName: 'Promocja',
      category: 'druk i promocja',
      year: 2023,
      source: 'grant',
    },
    {
      id: 18,
      label: 'Promocja: druk i promocja, 2023, wkład własny',
      taskName: 'Promocja',
      category: 'druk i promocja',
      year: 2023,
      source: 'own',
    },
    {
      id: 19,
      label: 'Promocja: druk i promocja, 2024, dotacja',
      taskName: 'Promocja',
      category: 'druk i promocja',
      year: 2024,
      source: 'grant',
    },
    {
      id: 20,
      label: 'Promocja: druk i promocja, 2024, wkład własny',
      taskName: 'Promocja',
      category: 'druk i promocja',
      year: 2024,
      source: 'own',
    },
  ]);
});
