import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';

export const expenses = sqliteTable('expenses', {
  id: integer('id').primaryKey(),
  projectId: integer('project_id').notNull(),
  kind: text('kind', { enum: ['invoice', 'bill', 'contract', 'receipt', 'note', 'insurance', 'internal'] }).notNull(),
  number: text('number').notNull(),
  sellerName: text('seller_name').notNull(),
  sellerNip: text('seller_nip').notNull().default(''),
  issuedOn: text('issued_on').$type<Day>().notNull(),
  totalGrosze: integer('total_grosze').$type<Grosze>().notNull(),
  outsideGrosze: integer('outside_grosze')
    .$type<Grosze>()
    .notNull()
    .default(0 as Grosze),
  description: text('description').notNull(),
  state: text('state', { enum: ['draft', 'booked', 'controlled', 'approved', 'paid', 'discarded'] })
    .notNull()
    .default('draft'),
  fileId: integer('file_id'),
  createdAt: text('created_at').$type<Instant>().notNull(),
  createdBy: integer('created_by').notNull(),
  bookedAt: text('booked_at').$type<Instant>(),
  revision: integer('revision').notNull().default(1),
});

export const expenseParts = sqliteTable('expense_parts', {
  id: integer('id').primaryKey(),
  expenseId: integer('expense_id').notNull(),
  lineId: integer('line_id').notNull(),
  initiativeId: integer('initiative_id'),
  amountGrosze: integer('amount_grosze').$type<Grosze>().notNull(),
});

export const expenseApprovals = sqliteTable('expense_approvals', {
  id: integer('id').primaryKey(),
  expenseId: integer('expense_id').notNull(),
  step: text('step', { enum: ['control', 'approval'] }).notNull(),
  lane: text('lane', { enum: ['clicked', 'paper'] }).notNull(),
  personId: integer('person_id').notNull(),
  signedOn: text('signed_on').$type<Day>().notNull(),
  fileId: integer('file_id'),
  recordedAt: text('recorded_at').$type<Instant>().notNull(),
});

export const payments = sqliteTable('payments', {
  id: integer('id').primaryKey(),
  expenseId: integer('expense_id').notNull(),
  kind: text('kind', { enum: ['net', 'tax', 'social_insurance', 'other'] }).notNull(),
  payee: text('payee').notNull(),
  amountGrosze: integer('amount_grosze').$type<Grosze>().notNull(),
  paidOn: text('paid_on').$type<Day>().notNull(),
  statement: text('statement').notNull().default(''),
  recordedAt: text('recorded_at').$type<Instant>().notNull(),
  recordedBy: integer('recorded_by').notNull(),
});
