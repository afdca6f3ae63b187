import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { expenseApprovals, expenses, payments } from '../../db/schema/expenses.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Grosze } from '../../lib/money.ts';
import type { Source } from '../budgets/texts.ts';
import { visibleTo } from './access.ts';
import type { Part } from './policy.ts';

export type ExpenseKind = typeof expenses.$inferSelect.kind;
export type Approval = Pick<
  typeof expenseApprovals.$inferSelect,
  'step' | 'lane' | 'signedOn' | 'fileId' | 'recordedAt'
> & {
  /** The one account a person has now, after merging. */
  readonly personId: number;
  readonly name: string;
};
export type Payment = Omit<typeof payments.$inferSelect, 'expenseId' | 'recordedBy'>;

/** A part with the line and the initiative it falls on. */
export interface ShownPart extends Part {
  readonly id: number;
  readonly taskCode: string;
  readonly taskName: string;
  readonly category: string;
  readonly year: number;
  readonly source: Source;
  readonly initiativeCode: string | null;
  readonly initiativeTitle: string | null;
}

export interface Expense extends Readonly<typeof expenses.$inferSelect> {
  readonly enteredBy: string;
  readonly parts: readonly ShownPart[];
  readonly approvals: readonly Approval[];
  readonly payments: readonly Payment[];
  readonly paid: Grosze;
}

/** Whose eyes it is for is the caller's question; pages and commands of people use `visibleExpense`. */
export function readExpense(reader: Reader, id: number): Expense | undefined {
  return one(reader, sql`e.id = ${id}`);
}

export function visibleExpense(reader: Reader, actor: Actor, id: number): Expense | undefined {
  return one(reader, sql`e.id = ${id} and ${visibleTo(actor)}`);
}

function one(reader: Reader, which: SQL): Expense | undefined {
  const row = reader.get<typeof expenses.$inferSelect & { enteredBy: string }>(sql`
    select e.id, e.project_id as projectId, e.kind, e.number, e.seller_name as sellerName, e.seller_nip as sellerNip, e.issued_on as issuedOn,
      e.total_grosze as totalGrosze, e.outside_grosze as outsideGrosze, e.description, e.state, e.file_id as fileId, e.created_at as createdAt,
      e.created_by as createdBy, e.booked_at as bookedAt, e.revision, p.name as enteredBy
    from expenses e join people p on p.id = e.created_by where ${which}`);
  if (row === undefined) return undefined;
  const paid = paymentsOf(reader, row.id);
  const sum = paid.reduce((total, payment) => total + payment.amountGrosze, 0) as Grosze;
  return { ...row, parts: partsOf(reader, row.id), approvals: approvalsOf(reader, row.id), payments: paid, paid: sum };
}

function partsOf(reader: Reader, expenseId: number): ShownPart[] {
  return reader.all<ShownPart>(sql`
    select p.id, p.line_id as lineId, p.initiative_id as initiativeId, p.amount_grosze as amount, t.code as taskCode, t.name as taskName,
      l.category, l.year, l.source, i.code as initiativeCode, i.title as initiativeTitle
    from expense_parts p join budget_lines l on l.id = p.line_id join budget_tasks t on t.id = l.task_id
    left join initiatives i on i.id = p.initiative_id where p.expense_id = ${expenseId} order by p.id`);
}

function approvalsOf(reader: Reader, expenseId: number): Approval[] {
  return reader.all<Approval>(sql`
    select a.step, a.lane, a.signed_on as signedOn, a.file_id as fileId, a.recorded_at as recordedAt, n.id as personId, n.name
    from expense_approvals a join people p on p.id = a.person_id join people n on n.id = coalesce(p.merged_into_id, p.id)
    where a.expense_id = ${expenseId} order by a.id`);
}

function paymentsOf(reader: Reader, expenseId: number): Payment[] {
  return reader.all<Payment>(sql`
    select id, kind, payee, amount_grosze as amountGrosze, paid_on as paidOn, statement, recorded_at as recordedAt
    from payments where expense_id = ${expenseId} order by id`);
}

export function approvalOf(expense: Pick<Expense, 'approvals'>, step: Approval['step']): Approval | undefined {
  return expense.approvals.find((approval) => approval.step === step);
}

export interface SameDocument {
  readonly id: number;
  readonly kind: ExpenseKind;
  readonly number: string;
  readonly issuedOn: string;
  readonly state: Expense['state'];
  /** Whether the actor may see it; of a closed one nothing is told but that it is there. */
  readonly isOpen: boolean;
}

/** Another document with the same seller, kind and number, whoever may see it; undefined when the seller has no number. */
export function sameDocument(
  reader: Reader,
  actor: Actor,
  document: { projectId: number; sellerNip: string; kind: ExpenseKind; number: string; exceptId: number | null },
): SameDocument | undefined {
  if (document.sellerNip === '') return undefined;
  const row = reader.get<Omit<SameDocument, 'isOpen'> & { isOpen: number }>(sql`
    select e.id, e.kind, e.number, e.issued_on as issuedOn, e.state, ${visibleTo(actor)} as isOpen from expenses e
    where e.project_id = ${document.projectId} and e.seller_nip = ${document.sellerNip} and e.kind = ${document.kind}
      and e.number = ${document.number} and e.state <> 'discarded' and e.id is not ${document.exceptId}`);
  return row && { ...row, isOpen: row.isOpen === 1 };
}

/** People who may sign a step today: accountants control, directors approve, both for the whole organisation. */
export function signers(reader: Reader, step: Approval['step']): { id: number; name: string }[] {
  const role = step === 'control' ? 'accountant' : 'director';
  return reader.all(sql`
    select p.id, p.name from people p where p.closed_at is null and p.merged_into_id is null and exists (
      select 1 from role_grants g where g.person_id = p.id and g.role = ${role} and g.call_id is null and g.revoked_at is null) order by p.id`);
}
