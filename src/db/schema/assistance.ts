import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant } from '../../lib/days.ts';

export const assistedApplications = sqliteTable('assisted_applications', {
  applicationId: integer('application_id').primaryKey(),
  lane: text('lane', { enum: ['paper', 'together'] }).notNull(),
  startedAt: text('started_at').$type<Instant>().notNull(),
  startedBy: integer('started_by').notNull(),
});

export const paperArrivals = sqliteTable('paper_arrivals', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  arrivedAt: text('arrived_at').$type<Instant>().notNull(),
  way: text('way', { enum: ['hand', 'post'] }).notNull(),
  journalNumber: text('journal_number').notNull().default(''),
  lateReason: text('late_reason').notNull().default(''),
  recordedAt: text('recorded_at').$type<Instant>().notNull(),
  recordedBy: integer('recorded_by').notNull(),
});

export const submissionConfirmations = sqliteTable('submission_confirmations', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  way: text('way', { enum: ['paper_form', 'printout', 'code', 'link'] }).notNull(),
  revision: integer('revision').notNull(),
  signedOn: text('signed_on').$type<Day>(),
  fileId: integer('file_id'),
  recordedAt: text('recorded_at').$type<Instant>().notNull(),
  recordedBy: integer('recorded_by').notNull(),
});

export const submissionRequests = sqliteTable('submission_requests', {
  linkId: integer('link_id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  revision: integer('revision').notNull(),
});
