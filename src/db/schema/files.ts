import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';

export const blobs = sqliteTable('blobs', {
  sha256: text('sha256').primaryKey(),
  size: integer('size').notNull(),
  storedAt: text('stored_at').$type<Instant>().notNull(),
});

export const files = sqliteTable('files', {
  id: integer('id').primaryKey(),
  sha256: text('sha256').notNull(),
  name: text('name').notNull(),
  mediaType: text('media_type').notNull(),
  subjectKind: text('subject_kind').notNull(),
  subjectId: integer('subject_id').notNull(),
  storedAt: text('stored_at').$type<Instant>().notNull(),
  storedBy: integer('stored_by'),
  erasedAt: text('erased_at').$type<Instant>(),
});
