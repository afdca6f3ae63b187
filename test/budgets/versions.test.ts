import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addLine,
  copyToDraft,
  type DraftAmounts,
  saveAndPutInForce,
  saveDraft,
} from '../../src/features/budgets/commands/drafts.ts';
import { commit } from '../../src/features/budgets/commands/entries.ts';
import {
  draftVersion,
  findVersion,
  type Version,
  versionInForce,
  versionLines,
} from '../../src/features/budgets/versions.ts';
import { grosze } from '../../src/lib/money.ts';
import { openTestHouse, type TestHouse, type TestPerson } from '../support/house.ts';
import { bareInitiative } from './initiative.ts';

const trainings2024 = 2;
const animation2024 = 6;
const materials = 9;

let house: TestHouse;
let barbara: TestPerson;

beforeEach(async () => {
  house = await openTestHouse({ beginning: 'open', at: '2024-02-28T10:00:00.000Z' });
  barbara = house.person('Barbara Kmieć', 'barbara@example.org', ['accountant']);
});
afterEach(() => house.close());

function draft(): Version {
  const version = draftVersion(house.deps.db, 1);
  if (version === undefined) throw new Error('no draft');
  return version;
}

const typed = (amounts: Record<number, number>, changed: Partial<DraftAmounts> = {}): DraftAmounts => ({
  versionId: draft().id,
  revision: draft().revision,
  grant: grosze(119_600_00),
  own: grosze(14_100_00),
  amounts: Object.entries(amounts).map(([lineId, amount]) => ({ lineId: Number(lineId), amount: grosze(amount) })),
  ...changed,
});
const amountOf = (versionId: number, lineId: number) =>
  versionLines(house.deps.db, versionId).find((line) => line.id === lineId)?.amount;

describe('Barbara completes the example', () => {
  test('in a copy with every line, which is no example any more', () => {
    const copied = copyToDraft(house.deps, barbara.actor, 1);
    expect(draft()).toMatchObject({
      number: 2,
      state: 'draft',
      isExample: false,
      basedOnId: 1,
      grantGrosze: 119_600_00,
      ownGrosze: 14_100_00,
    });
    const amounts = (versionId: number) => versionLines(house.deps.db, versionId).map((line) => [line.id, line.amount]);
    expect(amounts(draft().id)).toEqual(amounts(1));
    expect(copyToDraft(house.deps, barbara.actor, 1)).toEqual(copied);
    expect(house.deps.db.get(sql`select count(*) as versions from budget_versions`)).toEqual({ versions: 2 });
  });

  test('saves it unbalanced, but may put it in force only when both sums fit', () => {
    copyToDraft(house.deps, barbara.actor, 1);
    expect(saveDraft(house.deps, barbara.actor, typed({ [trainings2024]: 7_999_99 }))).toMatchObject({ ok: true });
    expect(saveAndPutInForce(house.deps, barbara.actor, typed({ [animation2024]: 21_000_00 }))).toMatchObject({
      code: 'budget_sum',
      facts: { grantSum: 119_599_99, grant: 119_600_00, ownSum: 14_100_00, own: 14_100_00 },
    });
    expect(versionInForce(house.deps.db, 1)?.id).toBe(1);
    expect(saveAndPutInForce(house.deps, barbara.actor, typed({ [animation2024]: 21_000_01 }))).toMatchObject({
      ok: true,
    });
    expect(versionInForce(house.deps.db, 1)).toMatchObject({
      number: 2,
      isExample: false,
      inForceAt: '2024-02-28T10:00:00.000Z',
    });
    expect(findVersion(house.deps.db, 1)).toMatchObject({ state: 'superseded', isExample: true });
    expect(
      house.deps.db.get(sql`select planned_grosze as planned from budget_balances where line_id = ${trainings2024}`),
    ).toEqual({ planned: 7_999_99 });
  });

  test('with other amounts of the agreement', () => {
    copyToDraft(house.deps, barbara.actor, 1);
    const fitting = typed({ [animation2024]: 20_000_00 }, { grant: grosze(118_600_00) });
    expect(saveAndPutInForce(house.deps, barbara.actor, fitting)).toMatchObject({ ok: true });
    expect(versionInForce(house.deps.db, 1)).toMatchObject({ grantGrosze: 118_600_00 });
  });

  test('with a refusal nothing typed is kept half-way', () => {
    copyToDraft(house.deps, barbara.actor, 1);
    saveAndPutInForce(house.deps, barbara.actor, typed({ [trainings2024]: 1_00, [animation2024]: 2_00 }));
    expect([amountOf(draft().id, trainings2024), amountOf(draft().id, animation2024), draft().revision]).toEqual([
      8_000_00, 21_000_00, 1,
    ]);
  });
});

describe('two people at one draft', () => {
  test('the second, from a page opened earlier, is told', () => {
    copyToDraft(house.deps, barbara.actor, 1);
    const opened = typed({ [trainings2024]: 5_000_00 });
    saveDraft(house.deps, barbara.actor, typed({ [trainings2024]: 6_000_00 }));
    expect(saveDraft(house.deps, barbara.actor, opened)).toMatchObject({ code: 'edited_meanwhile' });
    expect(amountOf(draft().id, trainings2024)).toBe(6_000_00);
  });

  test('a draft put in force meanwhile is no draft', () => {
    copyToDraft(house.deps, barbara.actor, 1);
    const opened = typed({});
    saveAndPutInForce(house.deps, barbara.actor, typed({}));
    expect(saveDraft(house.deps, barbara.actor, opened)).toMatchObject({ code: 'draft_only' });
  });
});

describe('a new version', () => {
  test('gives no line less than is already held on it', () => {
    const shelf = bareInitiative(house.deps, 'PB/2024/01');
    const lines = [{ lineId: materials, amount: grosze(5_500_00) }];
    house.deps.db.write((tx) =>
      commit(tx, house.deps, barbara.actor, { initiativeId: shelf, lines, reason: 'Porozumienie' }),
    );
    copyToDraft(house.deps, barbara.actor, 1);
    expect(
      saveAndPutInForce(house.deps, barbara.actor, typed({ [materials]: 5_499_99, [animation2024]: 21_500_01 })),
    ).toMatchObject({
      code: 'line_below_use',
      facts: { line: 'Inicjatywy lokalne: materiały, 2024, dotacja', planned: 5_499_99, used: 5_500_00 },
    });
  });

  test('covers the pool of the call', () => {
    copyToDraft(house.deps, barbara.actor, 1);
    expect(
      saveAndPutInForce(house.deps, barbara.actor, typed({ [materials]: 5_999_99, [animation2024]: 21_000_01 })),
    ).toMatchObject({
      code: 'pool_uncovered',
      facts: { pool: 24_000_00, planned: 23_999_99 },
    });
  });

  test('may have a line more, once', () => {
    copyToDraft(house.deps, barbara.actor, 1);
    const line = {
      taskCode: '6',
      taskName: 'Promocja',
      category: 'ogłoszenia w radiu',
      year: 2024,
      source: 'grant' as const,
      amount: grosze(600_00),
    };
    const add = () =>
      addLine(house.deps, barbara.actor, { ...line, versionId: draft().id, revision: draft().revision });
    expect(add()).toMatchObject({ ok: true });
    expect(versionLines(house.deps.db, draft().id).at(-1)).toMatchObject({
      taskName: 'Koordynacja i obsługa księgowa',
    });
    expect(versionLines(house.deps.db, draft().id).find((one) => one.category === 'ogłoszenia w radiu')).toMatchObject({
      amount: 600_00,
      used: 0,
    });
    expect(add()).toMatchObject({ code: 'line_repeated', field: 'category' });
    expect(saveAndPutInForce(house.deps, barbara.actor, typed({ 19: 3_000_00 }))).toMatchObject({ ok: true });
  });
});

describe('below the commands the database itself refuses', () => {
  const exec = (text: string) => () => house.deps.db.raw.exec(text);

  test('a draft in force that is a grosz off in one source, though the whole sums', () => {
    copyToDraft(house.deps, barbara.actor, 1);
    const { id } = draft();
    exec(`update budget_versions set state = 'superseded' where id = 1`)();
    exec(`update budget_amounts set amount_grosze = amount_grosze - 1 where version_id = ${id} and line_id = 2`)();
    exec(`update budget_amounts set amount_grosze = amount_grosze + 1 where version_id = ${id} and line_id = 5`)();
    expect(exec(`update budget_versions set state = 'in_force' where id = ${id}`)).toThrow('budget_version_sum');
  });

  test('a version born in force', () => {
    const values = `(1, 9, 'in_force', 0, 0, '2024-02-28T10:00:00.000Z')`;
    expect(
      exec(
        `insert into budget_versions (project_id, number, state, grant_grosze, own_grosze, created_at) values ${values}`,
      ),
    ).toThrow('budget_version_sum');
  });

  test('any change to the amounts or lines of a version in force', () => {
    expect(exec('update budget_versions set grant_grosze = 1 where id = 1')).toThrow('budget_version_frozen');
    expect(exec(`update budget_versions set state = 'draft' where id = 1`)).toThrow('budget_version_frozen');
    expect(exec('delete from budget_versions where id = 1')).toThrow('budget_version_frozen');
    expect(exec('update budget_amounts set amount_grosze = 1 where version_id = 1')).toThrow('budget_version_frozen');
    expect(exec('delete from budget_amounts where version_id = 1')).toThrow('budget_version_frozen');
    expect(exec('insert into budget_amounts values (1, 999, 1)')).toThrow('budget_version_frozen');
  });

  test('a second version in force beside the first', () => {
    copyToDraft(house.deps, barbara.actor, 1);
    expect(exec(`update budget_versions set state = 'in_force' where id = ${draft().id}`)).toThrow('UNIQUE');
  });
});
