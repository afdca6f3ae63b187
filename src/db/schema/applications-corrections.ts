import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';

export const correctionRequests = sqliteTable('correction_requests', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  versionId: integer('version_id').notNull(),
  untilAt: text('until_at').$type<Instant>().notNull(),
  askedAt: text('asked_at').$type<Instant>().notNull(),
  askedBy: integer('asked_by').notNull(),
  takenBackAt: text('taken_back_at').$type<Instant>(),
  takenBackBy: integer('taken_back_by'),
});

export const correctionPoints = sqliteTable(
  'correction_points',
  {
    requestId: integer('request_id').notNull(),
    section: text('section').notNull(),
    missing: text('missing').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.section] })],
);
