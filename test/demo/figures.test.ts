import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/connection.ts';
import { offendersOf } from '../../src/db/invariant.ts';
import type { DemoFolder } from '../../src/demo/folder.ts';
import type { StageCode } from '../../src/demo/stages.ts';
import { readBalances } from '../../src/features/budgets/queries.ts';
import { readProject } from '../../src/features/project/queries.ts';
import { paidByYear } from '../../src/features/reports/queries.ts';
import { settlementOf } from '../../src/features/settlements/queries.ts';
import { isNip } from '../../src/lib/identifiers.ts';
import { invariants } from '../../src/registries.ts';
import { toldStory } from '../support/told-story.ts';
import { atTheEnd, inTheSummer } from './figures.table.ts';

// Every figure of the told story, in grosze, against sums worked out from its papers by hand.

let folder: DemoFolder;

beforeAll(async () => {
  folder = await toldStory();
}, 180_000);

describe.each([
  ['realisation', inTheSummer],
  ['archive', atTheEnd],
] as const)('at the stage %s', (stage, figures) => {
  let db: Database;

  beforeAll(() => {
    db = openStage(stage);
  });
  afterAll(() => db.close());

  test('every line of the budget stands as its documents and agreements say', () => {
    const balances = readBalances(db, { projectId: readProject(db).id });
    const shown = balances.map(({ taskCode, year, source, category, ...line }) => {
      const { planned, reserved, committed, owed, spent, left } = line;
      return [`${taskCode} ${year} ${source} ${category}`, { planned, reserved, committed, owed, spent, left }];
    });
    const nothing = { reserved: 0, committed: 0, owed: 0, spent: 0, left: 0 };
    expect(Object.fromEntries(shown)).toEqual(
      Object.fromEntries(Object.entries(figures.lines).map(([line, sums]) => [line, { ...nothing, ...sums }])),
    );
  });

  test('both pots are whole: 119 600,00 of the grant and 14 100,00 of own contribution', () => {
    const pots = db.all(sql`
      select source, sum(planned_grosze) as planned, sum(reserved_grosze + committed_grosze + owed_grosze + spent_grosze + left_grosze) as given
      from budget_balances group by source order by source`);
    expect(pots).toEqual([
      { source: 'grant', planned: 119_600_00, given: 119_600_00 },
      { source: 'own', planned: 14_100_00, given: 14_100_00 },
    ]);
  });

  test('each initiative has what was agreed, paid and left', () => {
    const initiatives = db.all<{ id: number; title: string; state: string }>(
      sql`select id, title, state from initiatives order by id`,
    );
    const shown = initiatives.map(({ id, title, state }) => [title, { state, ...settlementOf(db, id)?.sums }]);
    expect(Object.fromEntries(shown)).toEqual(figures.initiatives);
  });

  test('settlements keep the same figures', () => {
    const kept = db.all<{ title: string }>(sql`
      select i.title, s.agreed_grosze as agreed, s.spent_grosze as spent, s.own_grosze as own, s.unused_grosze as unused
      from settlements s join initiatives i on i.id = s.initiative_id order by i.id`);
    const settled = Object.entries(figures.initiatives).filter(([, { state }]) => state === 'settled');
    expect(Object.fromEntries(kept.map(({ title, ...sums }) => [title, sums]))).toEqual(
      Object.fromEntries(settled.map(([title, { state: _state, ...sums }]) => [title, sums])),
    );
  });

  test('documents are counted by state and kind', () => {
    const counted = db.all<{ state: string; kind: string; count: number }>(
      sql`select state, kind, count(*) as count from expenses group by state, kind`,
    );
    const byState: Record<string, Record<string, number>> = {};
    for (const { state, kind, count } of counted) byState[state] = { ...byState[state], [kind]: count };
    expect(byState).toEqual(figures.documents);
  });

  test('only what the story says waits for its scan', () => {
    const missing = db.all<{ number: string }>(
      sql`select number from expenses where file_id is null and state <> 'discarded' order by id`,
    );
    expect(missing.map(({ number }) => number)).toEqual(figures.withoutScan);
  });

  test('papers asked for are made', () => {
    const made = db.all<{ kind: string; count: number }>(sql`
      select kind, count(*) as count from documents
      where state = 'made' and kind in ('expense_description', 'settlement', 'document_register', 'project_report') group by kind`);
    expect(Object.fromEntries(made.map(({ kind, count }) => [kind, count]))).toEqual(figures.papers);
    expect(db.all(sql`select id from documents where state <> 'made'`)).toEqual([]);
  });

  test('every truth about the data holds', () => {
    const broken = invariants.flatMap((invariant) => {
      const rows = offendersOf(db, invariant);
      return rows.length === 0 ? [] : [{ name: invariant.name, rows }];
    });
    expect(broken).toEqual([]);
  });
});

test('each year is paid within itself, and nothing after 15 November 2024', () => {
  const db = openStage('archive');
  expect(paidByYear(db, readProject(db).id)).toEqual([
    { year: 2023, source: 'grant', spent: 12_000_00 + 9000_00 + 20_000_00 + 3000_00 + 3000_00 + 5000_00 },
    { year: 2023, source: 'own', spent: 2100_00 + 1000_00 + 2000_00 },
    {
      year: 2024,
      source: 'grant',
      spent: 119_600_00 - 52_000_00 - 32_00 - 19_05 - 12_70 - 14_56 - (24_000_00 - 22_437_47),
    },
    { year: 2024, source: 'own', spent: 3000_00 + 1000_00 + 5000_00 },
  ]);
  expect(db.all(sql`select id from payments where paid_on > '2024-11-15'`)).toEqual([]);
  db.close();
});

test('every tax number of a seller has its check digit', () => {
  const db = openStage('archive');
  const numbers = db.all<{ nip: string }>(sql`
    select distinct seller_nip as nip from expenses where seller_nip <> '' and seller_nip not like 'LT%' order by 1`);
  db.close();
  expect(numbers).toHaveLength(31);
  expect(numbers.filter(({ nip }) => !isNip(nip))).toEqual([]);
});

function openStage(stage: StageCode): Database {
  return openDatabase(folder.snapshotOf(stage), { readonly: true });
}
