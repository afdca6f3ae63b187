import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';

export const juryDraws = sqliteTable('jury_draws', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  seed: text('seed').notNull(),
  inputs: text('inputs').notNull(),
  drawnAt: text('drawn_at').$type<Instant>().notNull(),
  drawnBy: integer('drawn_by').notNull(),
});

export const scoreAssignments = sqliteTable('score_assignments', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  memberId: integer('member_id').notNull(),
  madeBy: text('made_by', { enum: ['draw', 'change', 'fill', 'call_up'] }).notNull(),
  reason: text('reason').notNull().default(''),
  assignedAt: text('assigned_at').$type<Instant>().notNull(),
  endedAt: text('ended_at').$type<Instant>(),
});
