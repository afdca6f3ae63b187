import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { FileAccess } from '../../files/records.ts';
import { type Actor, hasAnyRole, type Role } from '../../lib/actor.ts';
import { visibleTo as initiativeVisibleTo } from '../initiatives/access.ts';

export const readingStaff = ['accountant', 'coordinator', 'director', 'inspector'] as const satisfies readonly Role[];
export const enteringStaff = ['accountant', 'coordinator'] as const satisfies readonly Role[];

/** Accounting documents are the project's, not a call's: a role counts when it is held for the whole organisation. */
export function mayEnterMoney(actor: Actor, wanted: readonly Role[]): boolean {
  return hasAnyRole(actor, wanted, null);
}

/** Condition over the alias `e` of expenses: staff, except documents with a part in an initiative closed to the actor. */
export function visibleTo(actor: Actor): SQL {
  if (actor.kind === 'system') return sql`true`;
  if (!mayEnterMoney(actor, readingStaff)) return sql`false`;
  return sql`not exists (select 1 from expense_parts own join initiatives i on i.id = own.initiative_id
    where own.expense_id = e.id and not (${initiativeVisibleTo(actor)}))`;
}

export function maySee(reader: Reader, actor: Actor, expenseId: number): boolean {
  return reader.get(sql`select 1 from expenses e where e.id = ${expenseId} and ${visibleTo(actor)}`) !== undefined;
}

/** Scans and descriptions of documents. */
export const expenseFiles: FileAccess = { expense: maySee };
