import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { initiatives, plans } from '../../db/schema/initiatives.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Grosze } from '../../lib/money.ts';
import { visibleTo } from './access.ts';
import type { PlanLine } from './policy.ts';

export type PlanKind = typeof plans.$inferSelect.kind;

/** An initiative with the totals of its plans, grosze. `agreed` is under negotiation until `agreedIsFinal`. */
export interface Initiative extends Readonly<typeof initiatives.$inferSelect> {
  readonly requested: Grosze;
  readonly awarded: Grosze;
  readonly agreed: Grosze;
  readonly agreedIsFinal: boolean;
}

/** Whose eyes it is for is the caller's question; pages use `visibleInitiative`. */
export function readInitiative(reader: Reader, id: number): Initiative | undefined {
  return select(reader, sql`i.id = ${id}`)[0];
}

export function visibleInitiative(reader: Reader, actor: Actor, id: number): Initiative | undefined {
  return select(reader, sql`i.id = ${id} and ${visibleTo(actor)}`)[0];
}

/** All that the actor may see, by number; without those of rehearsals. */
export function visibleInitiatives(reader: Reader, actor: Actor): Initiative[] {
  return select(reader, sql`${visibleTo(actor)} and i.call_id in (select id from real_calls)`);
}

/** The initiative an application became; undefined before publication and without an award. */
export function initiativeOf(reader: Reader, applicationId: number): Initiative | undefined {
  return select(reader, sql`i.application_id = ${applicationId}`)[0];
}

function select(reader: Reader, which: SQL): Initiative[] {
  const rows = reader.all<Omit<Initiative, 'agreedIsFinal'> & { agreedIsFinal: number }>(sql`
    select i.id, i.call_id as callId, i.application_id as applicationId, i.code, i.title, i.group_name as groupName, i.state,
      i.created_at as createdAt, i.revision, r.total_grosze as requested, w.total_grosze as awarded, g.total_grosze as agreed, g.is_final as agreedIsFinal
    from initiatives i
    join plans r on r.initiative_id = i.id and r.kind = 'requested'
    join plans w on w.initiative_id = i.id and w.kind = 'awarded'
    join plans g on g.initiative_id = i.id and g.kind = 'agreed'
    where ${which} order by i.call_id desc, i.code`);
  return rows.map((row) => ({ ...row, agreedIsFinal: row.agreedIsFinal === 1 }));
}

export interface Plan {
  readonly id: number;
  readonly kind: PlanKind;
  readonly total: Grosze;
  readonly isFinal: boolean;
}

export function planOf(reader: Reader, initiativeId: number, kind: PlanKind): Plan | undefined {
  const row = reader.get<Omit<Plan, 'isFinal'> & { isFinal: number }>(sql`
    select id, kind, total_grosze as total, is_final as isFinal from plans where initiative_id = ${initiativeId} and kind = ${kind}`);
  return row === undefined ? undefined : { ...row, isFinal: row.isFinal === 1 };
}

export interface ShownPlanLine extends PlanLine {
  readonly position: number;
  readonly categoryName: string;
}

/** The rows of one plan in their order. */
export function planLines(reader: Reader, initiativeId: number, kind: PlanKind): ShownPlanLine[] {
  return reader.all<ShownPlanLine>(sql`
    select l.position, l.name, l.category_id as categoryId, c.name as categoryName, l.budget_line_id as budgetLineId,
      l.quantity_thousandths as quantity, l.unit, l.price_grosze as price, l.amount_grosze as amount
    from plan_lines l join plans p on p.id = l.plan_id join cost_categories c on c.id = l.category_id
    where p.initiative_id = ${initiativeId} and p.kind = ${kind} order by l.position`);
}

/** What the budget holds for the initiative, grosze: set aside, bound by its agreement, used by its booked documents. */
export interface Held {
  readonly reserved: Grosze;
  readonly committed: Grosze;
  readonly owed: Grosze;
  readonly spent: Grosze;
}

export function heldFor(reader: Reader, initiativeId: number): Held {
  const row = reader.get<Held>(sql`
    select coalesce((select sum(amount_grosze) from budget_entries where kind = 'reservation' and initiative_id = ${initiativeId}), 0) as reserved,
      coalesce((select sum(amount_grosze) from budget_entries where kind = 'commitment' and initiative_id = ${initiativeId}), 0) as committed,
      coalesce((select sum(p.amount_grosze) from expense_parts p join expenses e on e.id = p.expense_id
        where p.initiative_id = ${initiativeId} and e.state in ('booked', 'controlled', 'approved')), 0) as owed,
      coalesce((select sum(p.amount_grosze) from expense_parts p join expenses e on e.id = p.expense_id
        where p.initiative_id = ${initiativeId} and e.state = 'paid'), 0) as spent`);
  if (row === undefined) throw new Error('a select of sums gave no row');
  return row;
}

/** Reservations that stand for the initiative on each budget line. The budget knows nothing of a rehearsal: there its awarded plan is taken as set aside. */
export function reservedByLine(reader: Reader, initiativeId: number): { lineId: number; amount: Grosze }[] {
  return reader.all(sql`
    select line_id as lineId, sum(amount_grosze) as amount from budget_entries
    where kind = 'reservation' and initiative_id = ${initiativeId} group by line_id having sum(amount_grosze) <> 0
    union all select l.budget_line_id, sum(l.amount_grosze) from plan_lines l join plans p on p.id = l.plan_id and p.kind = 'awarded'
      join initiatives i on i.id = p.initiative_id where i.id = ${initiativeId} and i.call_id not in (select id from real_calls)
      group by l.budget_line_id order by 1`);
}
