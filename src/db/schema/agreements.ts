import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant } from '../../lib/days.ts';

export const agreements = sqliteTable('agreements', {
  id: integer('id').primaryKey(),
  initiativeId: integer('initiative_id').notNull(),
  number: text('number').notNull(),
  state: text('state', { enum: ['draft', 'confirmed', 'issued', 'signed'] })
    .notNull()
    .default('draft'),
  content: text('content'),
  fingerprint: text('fingerprint'),
  documentId: integer('document_id'),
  confirmedAt: text('confirmed_at').$type<Instant>(),
  confirmedBy: integer('confirmed_by'),
  issuedAt: text('issued_at').$type<Instant>(),
  signedOn: text('signed_on').$type<Day>(),
  signedFileId: integer('signed_file_id'),
  signedAt: text('signed_at').$type<Instant>(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  revision: integer('revision').notNull().default(1),
});
