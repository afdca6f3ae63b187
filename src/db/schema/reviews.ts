import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';

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
