import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';

export const budgetVersions = sqliteTable('budget_versions', {
  id: integer('id').primaryKey(),
  projectId: integer('project_id').notNull(),
  number: integer('number').notNull(),
  state: text('state', { enum: ['draft', 'in_force', 'superseded'] })
    .notNull()
    .default('draft'),
  isExample: integer('is_example').notNull().default(0),
  grantGrosze: integer('grant_grosze').$type<Grosze>().notNull(),
  ownGrosze: integer('own_grosze').$type<Grosze>().notNull(),
  note: text('note').notNull().default(''),
  basedOnId: integer('based_on_id'),
  createdAt: text('created_at').$type<Instant>().notNull(),
  inForceAt: text('in_force_at').$type<Instant>(),
  revision: integer('revision').notNull().default(1),
});

export const budgetTasks = sqliteTable('budget_tasks', {
  id: integer('id').primaryKey(),
  projectId: integer('project_id').notNull(),
  code: text('code').notNull(),
  name: text('name').notNull(),
});

export const budgetLines = sqliteTable('budget_lines', {
  id: integer('id').primaryKey(),
  taskId: integer('task_id').notNull(),
  category: text('category').notNull(),
  year: integer('year').notNull(),
  source: text('source', { enum: ['grant', 'own'] }).notNull(),
});

export const budgetAmounts = sqliteTable(
  'budget_amounts',
  {
    versionId: integer('version_id').notNull(),
    lineId: integer('line_id').notNull(),
    amountGrosze: integer('amount_grosze').$type<Grosze>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.lineId] })],
);

export const budgetEntries = sqliteTable('budget_entries', {
  id: integer('id').primaryKey(),
  kind: text('kind', { enum: ['reservation', 'commitment'] }).notNull(),
  lineId: integer('line_id').notNull(),
  initiativeId: integer('initiative_id'),
  amountGrosze: integer('amount_grosze').$type<Grosze>().notNull(),
  reason: text('reason').notNull(),
  reversesId: integer('reverses_id'),
  at: text('at').$type<Instant>().notNull(),
  byPersonId: integer('by_person_id'),
});
