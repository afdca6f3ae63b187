import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { settlements } from '../../db/schema/settlements.ts';
import { type Grosze, grosze, sum } from '../../lib/money.ts';
import type { Source } from '../budgets/texts.ts';
import { expensesOf, type ListedExpense } from '../expenses/lists.ts';
import { type Initiative, planLines, readInitiative } from '../initiatives/queries.ts';
import { blockersOf, type OpenDocument, type SettlementSums, sumsOf } from './policy.ts';

export type Settlement = typeof settlements.$inferSelect & { readonly settledByName: string };

/** One budget line of the initiative: what was agreed on it, row by row, and what is paid. */
export interface SettledLine {
  readonly lineId: number;
  readonly taskName: string;
  readonly category: string;
  readonly year: number;
  readonly source: Source;
  readonly rows: readonly { readonly name: string; readonly amount: Grosze }[];
  readonly agreed: Grosze;
  readonly paid: Grosze;
}

export interface SettlementPreview {
  readonly initiative: Initiative;
  /** Lines of the grant: those of the agreed plan first, then others that were used. */
  readonly lines: readonly SettledLine[];
  /** Lines of own contribution that were used. */
  readonly own: readonly SettledLine[];
  readonly sums: SettlementSums;
  readonly documents: readonly ListedExpense[];
  readonly blockers: readonly ReturnType<typeof blockersOf>[number][];
  /** Undefined until the initiative is settled. */
  readonly settlement: Settlement | undefined;
}

/** How the initiative stands now: what a settlement would say, and what keeps it from being made. Undefined without the initiative. */
export function settlementOf(reader: Reader, initiativeId: number): SettlementPreview | undefined {
  const initiative = readInitiative(reader, initiativeId);
  if (initiative === undefined) return undefined;
  const lines = linesOf(reader, initiativeId);
  const documents = expensesOf(reader, { initiativeId });
  const fromGrant = lines.filter((line) => line.source === 'grant');
  const own = lines.filter((line) => line.source === 'own');
  const paid = (some: readonly SettledLine[]) => sum(some.map((line) => line.paid));
  return {
    initiative,
    lines: fromGrant,
    own,
    sums: sumsOf({ agreed: initiative.agreed, spent: paid(fromGrant), own: paid(own) }),
    documents,
    blockers: blockersOf({ state: initiative.state, open: documents.filter(isOpen) }),
    settlement: findSettlement(reader, sql`s.initiative_id = ${initiativeId}`),
  };
}

function isOpen(document: ListedExpense): document is ListedExpense & OpenDocument {
  return document.state !== 'paid' && document.state !== 'discarded';
}

/** Only paid parts count; a line stands here because it was agreed, or because something was paid from it. */
function linesOf(reader: Reader, initiativeId: number): SettledLine[] {
  const rows = planLines(reader, initiativeId, 'agreed');
  const lines = reader.all<Omit<SettledLine, 'rows' | 'agreed'> & { position: number | null }>(sql`
    select l.id as lineId, t.name as taskName, l.category, l.year, l.source,
      (select min(r.position) from plan_lines r join plans n on n.id = r.plan_id
        where n.initiative_id = ${initiativeId} and n.kind = 'agreed' and r.budget_line_id = l.id) as position,
      coalesce((select sum(p.amount_grosze) from expense_parts p join expenses e on e.id = p.expense_id
        where p.initiative_id = ${initiativeId} and p.line_id = l.id and e.state = 'paid'), 0) as paid
    from budget_lines l join budget_tasks t on t.id = l.task_id
    where position is not null or paid > 0 order by position is null, position, l.id`);
  return lines.map(({ position: _position, ...line }) => {
    const own = rows.filter((row) => row.budgetLineId === line.lineId).map(({ name, amount }) => ({ name, amount }));
    return { ...line, rows: own, agreed: sum(own.map((row) => row.amount)), paid: grosze(line.paid) };
  });
}

export function readSettlement(reader: Reader, id: number): Settlement | undefined {
  return findSettlement(reader, sql`s.id = ${id}`);
}

function findSettlement(reader: Reader, which: ReturnType<typeof sql>): Settlement | undefined {
  return reader.get<Settlement>(sql`
    select s.id, s.initiative_id as initiativeId, s.agreed_grosze as agreedGrosze, s.spent_grosze as spentGrosze, s.own_grosze as ownGrosze,
      s.unused_grosze as unusedGrosze, s.note, s.settled_at as settledAt, s.settled_by as settledBy, p.name as settledByName
    from settlements s join people p on p.id = s.settled_by where ${which}`);
}
