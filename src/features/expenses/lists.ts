import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Day } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import { visibleTo as initiativeVisibleTo } from '../initiatives/access.ts';
import { visibleTo } from './access.ts';
import type { ExpenseState } from './lifecycle.ts';
import type { ExpenseKind } from './queries.ts';

export interface ListFilter {
  readonly state?: ExpenseState | undefined;
  /** Only documents still without a photograph or PDF. */
  readonly withoutScan?: true | undefined;
  readonly initiativeId?: number | undefined;
  /** Of the day of issue. */
  readonly year?: number | undefined;
}

export interface ListedExpense {
  readonly id: number;
  readonly kind: ExpenseKind;
  readonly number: string;
  readonly sellerName: string;
  readonly issuedOn: Day;
  readonly state: ExpenseState;
  readonly total: Grosze;
  /** The parts in the project; of the asked initiative alone when the list is about one. */
  readonly inProject: Grosze;
  /** Codes of initiatives, parted by commas; '' for none. */
  readonly initiatives: string;
}

export interface ListSums {
  readonly count: number;
  readonly total: Grosze;
  readonly inProject: Grosze;
  /** Of `inProject`, what is paid. */
  readonly spent: Grosze;
}

export const expensesOnPage = 25;

/** Documents the actor may see, newest first. Discarded drafts only when they are asked for by state. */
export function listExpenses(reader: Reader, actor: Actor, filter: ListFilter, page: number): ListedExpense[] {
  const offset = (page - 1) * expensesOnPage;
  return select(
    reader,
    matching(actor, filter),
    filter,
    sql`order by e.id desc limit ${expensesOnPage} offset ${offset}`,
  );
}

/** Documents with a part of the initiative, oldest first; without one, all. For a page whose reader was let in by its own room. */
export function expensesOf(reader: Reader, filter: { initiativeId?: number | undefined }): ListedExpense[] {
  return select(reader, matching({ kind: 'system' }, filter), filter, sql`order by e.id`);
}

function select(reader: Reader, which: SQL, filter: ListFilter, order: SQL): ListedExpense[] {
  return reader.all<ListedExpense>(sql`
    select e.id, e.kind, e.number, e.seller_name as sellerName, e.issued_on as issuedOn, e.state, e.total_grosze as total,
      ${partsSum(filter)} as inProject,
      coalesce((select group_concat(code, ', ') from (select distinct i.code from expense_parts p join initiatives i on i.id = p.initiative_id
        where p.expense_id = e.id order by i.code)), '') as initiatives
    from expenses e where ${which} ${order}`);
}

export function sumExpenses(reader: Reader, actor: Actor, filter: ListFilter): ListSums {
  const row = reader.get<ListSums>(sql`
    select count(*) as count, coalesce(sum(total), 0) as total, coalesce(sum(inProject), 0) as inProject,
      coalesce(sum(case when state = 'paid' then inProject else 0 end), 0) as spent
    from (select e.total_grosze as total, e.state, ${partsSum(filter)} as inProject from expenses e where ${matching(actor, filter)})`);
  if (row === undefined) throw new Error('a select of sums gave no row');
  return row;
}

function partsSum({ initiativeId }: ListFilter): SQL {
  const own = initiativeId === undefined ? sql`` : sql`and p.initiative_id = ${initiativeId}`;
  return sql`coalesce((select sum(p.amount_grosze) from expense_parts p where p.expense_id = e.id ${own}), 0)`;
}

function matching(actor: Actor, { state, withoutScan, initiativeId, year }: ListFilter): SQL {
  const conditions = [
    visibleTo(actor),
    state === undefined ? sql`e.state <> 'discarded'` : sql`e.state = ${state}`,
    ...(withoutScan === true ? [sql`e.file_id is null`] : []),
    ...(initiativeId === undefined
      ? []
      : [sql`e.id in (select p.expense_id from expense_parts p where p.initiative_id = ${initiativeId})`]),
    ...(year === undefined ? [] : [sql`substr(e.issued_on, 1, 4) = ${String(year)}`]),
  ];
  return sql.join(conditions, sql` and `);
}

/** What the list can be narrowed to: years in which something was issued, initiatives with a document. */
export function filterChoices(
  reader: Reader,
  actor: Actor,
): { years: number[]; initiatives: { id: number; code: string; title: string }[] } {
  const years = reader.all<{ year: number }>(sql`
    select distinct cast(substr(e.issued_on, 1, 4) as integer) as year from expenses e where ${visibleTo(actor)} order by year desc`);
  const initiatives = reader.all<{ id: number; code: string; title: string }>(sql`
    select i.id, i.code, i.title from initiatives i where ${initiativeVisibleTo(actor)}
      and exists (select 1 from expense_parts p where p.initiative_id = i.id) order by i.code`);
  return { years: years.map(({ year }) => year), initiatives };
}
