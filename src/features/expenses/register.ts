import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Day } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import type { Source } from '../budgets/texts.ts';
import { visibleTo } from './access.ts';
import type { ExpenseState } from './lifecycle.ts';
import type { ExpenseKind } from './queries.ts';

/** One part of a booked document, with its document. The register has a row for each. */
export interface RegisterRow {
  readonly expenseId: number;
  readonly number: string;
  readonly kind: ExpenseKind;
  readonly issuedOn: Day;
  readonly sellerName: string;
  readonly sellerNip: string;
  readonly description: string;
  readonly state: ExpenseState;
  readonly taskCode: string;
  readonly taskName: string;
  readonly category: string;
  readonly year: number;
  readonly source: Source;
  readonly initiativeCode: string | null;
  readonly amount: Grosze;
  /** Of the whole document, its part outside the project included. */
  readonly total: Grosze;
  /** The day of the payment that completed the document; null until then. */
  readonly paidOn: Day | null;
  /** Numbers of bank statements, parted by commas. */
  readonly statements: string;
}

export interface Register {
  readonly rows: readonly RegisterRow[];
  /** Documents left out, because an initiative they are for is closed to this reader. */
  readonly hidden: number;
}

/** Parts of booked documents in the order of entering, of one initiative or of all, as far as the actor may see them. */
export function readRegister(
  reader: Reader,
  actor: Actor,
  filter: { initiativeId?: number | undefined } = {},
): Register {
  const all = documents(filter);
  const hidden = reader.get<{ count: number }>(
    sql`select count(*) as count from expenses e where ${all} and not (${visibleTo(actor)})`,
  );
  return { rows: select(reader, sql`${all} and ${visibleTo(actor)}`, filter), hidden: hidden?.count ?? 0 };
}

function documents({ initiativeId }: { initiativeId?: number | undefined }): SQL {
  const booked = sql`e.state in ('booked', 'controlled', 'approved', 'paid')`;
  if (initiativeId === undefined) return booked;
  return sql`${booked} and e.id in (select own.expense_id from expense_parts own where own.initiative_id = ${initiativeId})`;
}

function select(reader: Reader, which: SQL, { initiativeId }: { initiativeId?: number | undefined }): RegisterRow[] {
  const own = initiativeId === undefined ? sql`` : sql`and p.initiative_id = ${initiativeId}`;
  return reader.all<RegisterRow>(sql`
    select e.id as expenseId, e.number, e.kind, e.issued_on as issuedOn, e.seller_name as sellerName, e.seller_nip as sellerNip, e.description, e.state,
      t.code as taskCode, t.name as taskName, l.category, l.year, l.source, i.code as initiativeCode, p.amount_grosze as amount, e.total_grosze as total,
      case when e.state = 'paid' then (select max(y.paid_on) from payments y where y.expense_id = e.id) end as paidOn,
      coalesce((select group_concat(statement, ', ') from (select distinct y.statement from payments y
        where y.expense_id = e.id and y.statement <> '' order by y.id)), '') as statements
    from expenses e join expense_parts p on p.expense_id = e.id join budget_lines l on l.id = p.line_id join budget_tasks t on t.id = l.task_id
    left join initiatives i on i.id = p.initiative_id where ${which} ${own} order by e.id, p.id`);
}
