import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';

export const letters = sqliteTable('letters', {
  id: integer('id').primaryKey(),
  kind: text('kind').notNull(),
  uniqueKey: text('unique_key').notNull(),
  toPersonId: integer('to_person_id'),
  toName: text('to_name').notNull(),
  toAddress: text('to_address').notNull(),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
  linkId: integer('link_id'),
  subjectKind: text('subject_kind').notNull(),
  subjectId: integer('subject_id').notNull(),
  messageId: text('message_id').notNull(),
  state: text('state', { enum: ['waiting', 'sent', 'failed'] })
    .notNull()
    .default('waiting'),
  attempts: integer('attempts').notNull().default(0),
  createdAt: text('created_at').$type<Instant>().notNull(),
  sentAt: text('sent_at').$type<Instant>(),
  lastError: text('last_error'),
  textId: integer('text_id'),
  fields: text('fields'),
  channel: text('channel', { enum: ['email', 'print', 'phone', 'e_delivery'] })
    .notNull()
    .default('email'),
  event: text('event'),
  stoppedAt: text('stopped_at').$type<Instant>(),
  caughtFor: integer('caught_for'),
});

export const letterDocuments = sqliteTable(
  'letter_documents',
  {
    letterId: integer('letter_id').notNull(),
    documentId: integer('document_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.documentId] })],
);

export const letterTries = sqliteTable('letter_tries', {
  id: integer('id').primaryKey(),
  letterId: integer('letter_id').notNull(),
  outcome: text('outcome', {
    enum: [
      'taken',
      'address',
      'letter',
      'busy',
      'dropped',
      'enclosure',
      'unreachable',
      'tls',
      'sign_in',
      'sender',
      'link_over',
    ],
  }).notNull(),
  said: text('said'),
  at: text('at').$type<Instant>().notNull(),
});

export const letterTexts = sqliteTable('letter_texts', {
  id: integer('id').primaryKey(),
  kind: text('kind').notNull(),
  number: integer('number').notNull(),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
  note: text('note').notNull().default(''),
  inForceFrom: text('in_force_from').$type<Instant>().notNull(),
  createdBy: integer('created_by'),
  createdAt: text('created_at').$type<Instant>().notNull(),
  calledBackAt: text('called_back_at').$type<Instant>(),
});

export const letterSettings = sqliteTable('letter_settings', {
  id: integer('id').primaryKey(),
  replyTo: text('reply_to').notNull(),
  foot: text('foot').notNull(),
  updatedAt: text('updated_at').$type<Instant>().notNull(),
  version: integer('version').notNull().default(1),
});
