import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';

export const initiatives = sqliteTable('initiatives', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  applicationId: integer('application_id').notNull(),
  code: text('code').notNull(),
  title: text('title').notNull(),
  groupName: text('group_name').notNull(),
  state: text('state', { enum: ['negotiation', 'agreed', 'realisation', 'settled', 'withdrawn'] })
    .notNull()
    .default('negotiation'),
  createdAt: text('created_at').$type<Instant>().notNull(),
  revision: integer('revision').notNull().default(1),
});

export const plans = sqliteTable('plans', {
  id: integer('id').primaryKey(),
  initiativeId: integer('initiative_id').notNull(),
  kind: text('kind', { enum: ['requested', 'awarded', 'agreed'] }).notNull(),
  totalGrosze: integer('total_grosze').$type<Grosze>().notNull(),
  isFinal: integer('is_final').notNull().default(0),
  createdAt: text('created_at').$type<Instant>().notNull(),
});

export const planLines = sqliteTable('plan_lines', {
  id: integer('id').primaryKey(),
  planId: integer('plan_id').notNull(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  categoryId: integer('category_id').notNull(),
  budgetLineId: integer('budget_line_id').notNull(),
  quantityThousandths: integer('quantity_thousandths').notNull(),
  unit: text('unit').notNull(),
  priceGrosze: integer('price_grosze').$type<Grosze>().notNull(),
  amountGrosze: integer('amount_grosze').$type<Grosze>().notNull(),
});
