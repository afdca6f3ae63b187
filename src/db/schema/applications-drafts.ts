import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';

export const draftSections = sqliteTable(
  'draft_sections',
  {
    applicationId: integer('application_id').notNull(),
    section: text('section').notNull(),
    savedAt: text('saved_at').$type<Instant>().notNull(),
    savedBy: integer('saved_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.section] })],
);

export const answerSavings = sqliteTable(
  'answer_savings',
  {
    applicationId: integer('application_id').notNull(),
    field: text('field').notNull(),
    savedAt: text('saved_at').$type<Instant>().notNull(),
    savedBy: integer('saved_by').notNull(),
    page: text('page').notNull(),
    step: integer('step').notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.field] })],
);

export const answerVersions = sqliteTable('answer_versions', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  field: text('field').notNull(),
  content: text('content').notNull(),
  writtenAt: text('written_at').$type<Instant>().notNull(),
  writtenBy: integer('written_by').notNull(),
  page: text('page').notNull(),
  step: integer('step').notNull(),
  settledAt: text('settled_at').$type<Instant>(),
  settledBy: integer('settled_by'),
});
