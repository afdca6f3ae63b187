import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';

export const scoreChanges = sqliteTable('score_changes', {
  id: integer('id').primaryKey(),
  cardId: integer('card_id').notNull(),
  criterionId: integer('criterion_id').notNull(),
  pointsBefore: integer('points_before').notNull(),
  pointsAfter: integer('points_after').notNull(),
  reason: text('reason').notNull(),
  changedAt: text('changed_at').$type<Instant>().notNull(),
  changedBy: integer('changed_by').notNull(),
});
