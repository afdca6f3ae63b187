import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';

export const scoreCards = sqliteTable('score_cards', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  memberId: integer('member_id').notNull(),
  state: text('state', { enum: ['draft', 'sent'] })
    .notNull()
    .default('draft'),
  justification: text('justification').notNull().default(''),
  openedAt: text('opened_at').$type<Instant>().notNull(),
  sentAt: text('sent_at').$type<Instant>(),
  revision: integer('revision').notNull().default(1),
  privateNote: text('private_note').notNull().default(''),
  suggestedAmount: text('suggested_amount').notNull().default(''),
  suggestedGrosze: integer('suggested_grosze').$type<Grosze>(),
  keyedBy: integer('keyed_by'),
  scanFileId: integer('scan_file_id'),
  keyedAt: text('keyed_at').$type<Instant>(),
});

export const scorePoints = sqliteTable(
  'score_points',
  {
    cardId: integer('card_id').notNull(),
    criterionId: integer('criterion_id').notNull(),
    points: integer('points').notNull(),
  },
  (table) => [primaryKey({ columns: [table.cardId, table.criterionId] })],
);

export const scoreReasons = sqliteTable(
  'score_reasons',
  {
    cardId: integer('card_id').notNull(),
    criterionId: integer('criterion_id').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.cardId, table.criterionId] })],
);

export const scoreReopenings = sqliteTable('score_reopenings', {
  id: integer('id').primaryKey(),
  cardId: integer('card_id').notNull(),
  revision: integer('revision').notNull(),
  wasSentAt: text('was_sent_at').$type<Instant>().notNull(),
  points: text('points').notNull(),
  reasons: text('reasons').notNull(),
  justification: text('justification').notNull(),
  suggestedAmount: text('suggested_amount').notNull(),
  suggestedGrosze: integer('suggested_grosze').$type<Grosze>(),
  reason: text('reason').notNull(),
  othersSeen: integer('others_seen').notNull(),
  reopenedBy: integer('reopened_by').notNull(),
  reopenedAt: text('reopened_at').$type<Instant>().notNull(),
  endedAt: text('ended_at').$type<Instant>(),
  endedAs: text('ended_as', { enum: ['sent', 'restored'] }),
  setAside: text('set_aside').notNull().default(''),
});
