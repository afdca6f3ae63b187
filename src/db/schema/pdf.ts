import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';

export const documents = sqliteTable('documents', {
  id: integer('id').primaryKey(),
  kind: text('kind').notNull(),
  subjectKind: text('subject_kind').notNull(),
  subjectId: integer('subject_id').notNull(),
  title: text('title').notNull(),
  state: text('state', { enum: ['queued', 'made', 'failed'] })
    .notNull()
    .default('queued'),
  isFinal: integer('is_final').notNull().default(1),
  dataFingerprint: text('data_fingerprint'),
  fileId: integer('file_id'),
  askedAt: text('asked_at').$type<Instant>().notNull(),
  askedBy: integer('asked_by'),
  madeAt: text('made_at').$type<Instant>(),
  lastError: text('last_error'),
  textId: integer('text_id'),
  pageCount: integer('page_count'),
});

export const documentTexts = sqliteTable('document_texts', {
  id: integer('id').primaryKey(),
  kind: text('kind').notNull(),
  variant: text('variant').notNull(),
  number: integer('number').notNull(),
  text: text('text').notNull(),
  note: text('note').notNull().default(''),
  inForceFrom: text('in_force_from').$type<Instant>().notNull(),
  createdBy: integer('created_by'),
  createdAt: text('created_at').$type<Instant>().notNull(),
  calledBackAt: text('called_back_at').$type<Instant>(),
});
