import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant } from '../../lib/days.ts';

export const guardianRequests = sqliteTable('guardian_requests', {
  linkId: integer('link_id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  guardianName: text('guardian_name').notNull(),
  childName: text('child_name').notNull(),
  askedAt: text('asked_at').$type<Instant>().notNull(),
  askedBy: integer('asked_by').notNull(),
});

export const guardianConsents = sqliteTable('guardian_consents', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  word: text('word', { enum: ['given', 'refused', 'ended'] }).notNull(),
  way: text('way', { enum: ['link', 'scan', 'desk'] }).notNull(),
  guardianName: text('guardian_name').notNull(),
  childName: text('child_name').notNull(),
  linkId: integer('link_id'),
  signedOn: text('signed_on').$type<Day>(),
  fileId: integer('file_id'),
  content: text('content'),
  fingerprint: text('fingerprint'),
  reason: text('reason').notNull().default(''),
  recordedAt: text('recorded_at').$type<Instant>().notNull(),
  recordedBy: integer('recorded_by'),
});
