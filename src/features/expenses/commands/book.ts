import { eq, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { expenses } from '../../../db/schema/expenses.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { type Grosze, grosze, sum } from '../../../lib/money.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { availableOnLine, leftOnLine, lineChoices } from '../../budgets/queries.ts';
import { readInitiative } from '../../initiatives/queries.ts';
import { initiativesIn } from '../facts.ts';
import { expenseLife } from '../lifecycle.ts';
import { checkInitiatives, checkLines, checkSplit, type InitiativeRoom, type LineRoom } from '../policy.ts';
import { type Expense, visibleExpense } from '../queries.ts';
import { lineAndSource } from '../texts.ts';
import { note } from './note.ts';

/**
 * The draft becomes an entry that budgets count: owed from now on. Refuses `parts_missing`, `split_short`, `split_over`,
 * `initiative_not_in_realisation`, `over_agreed`, `line_unknown`, `line_overdrawn`, `edited_meanwhile`, `not_in_this_state`, `absent`.
 */
export function bookExpense(
  deps: Deps,
  actor: Actor,
  input: { expenseId: number; revision?: number | undefined },
): Result {
  return deps.db.write((tx) => {
    const expense = visibleExpense(tx, actor, input.expenseId);
    if (expense === undefined) return refused('absent');
    const next = step(expenseLife, 'book', expense.state);
    if (!next.ok) return next;
    if (input.revision !== undefined && input.revision !== expense.revision) return refused('edited_meanwhile');
    const bookable = checkBooking(tx, expense);
    if (!bookable.ok) return bookable;
    const changed = { state: next.value, bookedAt: deps.clock.now(), revision: expense.revision + 1 };
    tx.orm.update(expenses).set(changed).where(eq(expenses.id, expense.id)).run();
    const bySource = (source: string) =>
      sum(expense.parts.filter((part) => part.source === source).map((part) => part.amount));
    const facts = {
      total: expense.totalGrosze,
      grant: bySource('grant'),
      own: bySource('own'),
      outside: expense.outsideGrosze,
    };
    note(tx, deps, actor, expense.id, { what: 'expense.booked', from: expense.state, to: next.value, facts });
    return done();
  });
}

/** What keeps a draft from being booked, as `bookExpense` would refuse it now. */
export function checkBooking(reader: Reader, expense: Expense): Result {
  const split = checkSplit({ total: expense.totalGrosze, outside: expense.outsideGrosze, parts: expense.parts });
  if (!split.ok) return split;
  const initiatives = checkInitiatives(initiativeRooms(reader, expense));
  if (!initiatives.ok) return initiatives;
  const inForce = new Set(lineChoices(reader, expense.projectId).map((line) => line.id));
  if (expense.parts.some((part) => !inForce.has(part.lineId))) return refused('line_unknown');
  return checkLines(expense.parts, lineRooms(reader, expense));
}

function initiativeRooms(reader: Reader, expense: Expense): InitiativeRoom[] {
  return initiativesIn(expense).map((id) => {
    const initiative = readInitiative(reader, id);
    if (initiative === undefined) throw new Error(`There is no initiative ${id}`);
    const fromGrant = expense.parts.filter((part) => part.initiativeId === id && part.source === 'grant');
    return {
      code: initiative.code,
      inRealisation: initiative.state === 'realisation',
      wanted: sum(fromGrant.map((part) => part.amount)),
      left: grosze(initiative.agreed - bookedFromGrant(reader, id)),
    };
  });
}

/** What booked documents take from the grant for an initiative, paid or not. */
function bookedFromGrant(reader: Reader, initiativeId: number): Grosze {
  const row = reader.get<{ booked: number }>(sql`
    select coalesce(sum(p.amount_grosze), 0) as booked from expense_parts p join expenses e on e.id = p.expense_id
    join budget_lines l on l.id = p.line_id
    where p.initiative_id = ${initiativeId} and l.source = 'grant' and e.state in ('booked', 'controlled', 'approved', 'paid')`);
  return grosze(row?.booked ?? 0);
}

function lineRooms(reader: Reader, expense: Expense): LineRoom[] {
  const lines = new Map(expense.parts.map((part) => [part.lineId, part]));
  return [...lines].map(([lineId, part]) => {
    const left = leftOnLine(reader, lineId);
    const held = initiativesIn(expense).map((initiativeId): [number, Grosze] => [
      initiativeId,
      grosze(availableOnLine(reader, { lineId, initiativeId }) - left),
    ]);
    return { lineId, label: lineAndSource(part), left, held: new Map(held) };
  });
}
