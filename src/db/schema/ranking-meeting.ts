import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';

export const meetings = sqliteTable('meetings', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  place: text('place').notNull(),
  agenda: text('agenda', { enum: ['ranking', 'filing'] }).notNull(),
  onScreen: integer('on_screen').notNull().default(0),
  openedAt: text('opened_at').$type<Instant>().notNull(),
  openedBy: integer('opened_by').notNull(),
  currentApplicationId: integer('current_application_id'),
  closedAt: text('closed_at').$type<Instant>(),
  rankingId: integer('ranking_id'),
  revision: integer('revision').notNull().default(1),
});

export const meetingAttendance = sqliteTable('meeting_attendance', {
  id: integer('id').primaryKey(),
  meetingId: integer('meeting_id').notNull(),
  memberId: integer('member_id').notNull(),
  cameAt: text('came_at').$type<Instant>().notNull(),
  leftAt: text('left_at').$type<Instant>(),
});

export const meetingItems = sqliteTable(
  'meeting_items',
  {
    meetingId: integer('meeting_id').notNull(),
    applicationId: integer('application_id').notNull(),
    position: integer('position').notNull(),
    discussedAt: text('discussed_at').$type<Instant>(),
    note: text('note').notNull().default(''),
    amountGrosze: integer('amount_grosze').$type<Grosze>(),
    forGroup: text('for_group').notNull().default(''),
    steppedOut: text('stepped_out').notNull().default('[]'),
    revision: integer('revision').notNull().default(1),
    presenter: text('presenter').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.applicationId] })],
);

export const signedMinutes = sqliteTable('signed_minutes', {
  id: integer('id').primaryKey(),
  rankingId: integer('ranking_id').notNull(),
  signedOn: text('signed_on').$type<Day>().notNull(),
  fileId: integer('file_id').notNull(),
  storedAt: text('stored_at').$type<Instant>().notNull(),
  storedBy: integer('stored_by').notNull(),
});
