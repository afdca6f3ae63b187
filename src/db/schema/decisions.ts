import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';

export const decisionSets = sqliteTable('decision_sets', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  rankingId: integer('ranking_id').notNull(),
  state: text('state', { enum: ['draft', 'proposed', 'approved', 'published'] })
    .notNull()
    .default('draft'),
  proposedAt: text('proposed_at').$type<Instant>(),
  proposedBy: integer('proposed_by'),
  approvedAt: text('approved_at').$type<Instant>(),
  approvedBy: integer('approved_by'),
  returnedReason: text('returned_reason').notNull().default(''),
  publishedAt: text('published_at').$type<Instant>(),
  revision: integer('revision').notNull().default(1),
});

export const decisions = sqliteTable('decisions', {
  id: integer('id').primaryKey(),
  setId: integer('set_id').notNull(),
  applicationId: integer('application_id').notNull(),
  kind: text('kind', { enum: ['award', 'reserve', 'refusal'] }).notNull(),
  amountGrosze: integer('amount_grosze').$type<Grosze>(),
  reservePlace: integer('reserve_place'),
  reason: text('reason').notNull().default(''),
});

export const publications = sqliteTable('publications', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  setId: integer('set_id').notNull(),
  publishedAt: text('published_at').$type<Instant>().notNull(),
  publishedBy: integer('published_by').notNull(),
  address: text('address').notNull(),
  content: text('content').notNull(),
});
