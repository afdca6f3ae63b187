import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant } from '../../lib/days.ts';

export const projects = sqliteTable('projects', {
  id: integer('id').primaryKey(),
  title: text('title').notNull(),
  shortTitle: text('short_title').notNull(),
  description: text('description').notNull(),
  programmeName: text('programme_name').notNull(),
  funderName: text('funder_name').notNull(),
  funderShortName: text('funder_short_name').notNull(),
  creditLine: text('credit_line').notNull(),
  agreementNumber: text('agreement_number').notNull().default(''),
  agreementOn: text('agreement_on').$type<Day>(),
  startsOn: text('starts_on').$type<Day>().notNull(),
  endsOn: text('ends_on').$type<Day>().notNull(),
  paymentsUntilOn: text('payments_until_on').$type<Day>().notNull(),
  reportDueOn: text('report_due_on').$type<Day>().notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  version: integer('version').notNull().default(1),
});

export const partners = sqliteTable('partners', {
  id: integer('id').primaryKey(),
  projectId: integer('project_id').notNull(),
  name: text('name').notNull(),
  kind: text('kind', {
    enum: ['library', 'school', 'culture_house', 'organisation', 'local_government', 'parish', 'business'],
  }).notNull(),
  contribution: text('contribution').notNull(),
  isExample: integer('is_example').notNull().default(0),
  removedAt: text('removed_at').$type<Instant>(),
  version: integer('version').notNull().default(1),
});

export const diagnosisNeeds = sqliteTable('diagnosis_needs', {
  id: integer('id').primaryKey(),
  projectId: integer('project_id').notNull(),
  title: text('title').notNull(),
  description: text('description').notNull(),
  source: text('source').notNull(),
  isExample: integer('is_example').notNull().default(0),
  removedAt: text('removed_at').$type<Instant>(),
  version: integer('version').notNull().default(1),
});
