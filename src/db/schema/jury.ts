import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';

export const juryMembers = sqliteTable('jury_members', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  personId: integer('person_id').notNull(),
  function: text('function', { enum: ['chair', 'secretary', 'member', 'non_voting', 'reserve'] }).notNull(),
  represents: text('represents').notNull().default(''),
  appointedAt: text('appointed_at').$type<Instant>().notNull(),
  removedAt: text('removed_at').$type<Instant>(),
  removalReason: text('removal_reason').notNull().default(''),
  removalOrder: text('removal_order').notNull().default(''),
  cardsCount: integer('cards_count').$type<0 | 1>(),
});

export const juryCallUps = sqliteTable('jury_call_ups', {
  id: integer('id').primaryKey(),
  memberId: integer('member_id').notNull(),
  applicationId: integer('application_id'),
  reason: text('reason').notNull(),
  calledAt: text('called_at').$type<Instant>().notNull(),
  calledBy: integer('called_by').notNull(),
});

export const juryDeclarations = sqliteTable('jury_declarations', {
  id: integer('id').primaryKey(),
  memberId: integer('member_id').notNull(),
  textVersion: text('text_version').notNull(),
  signedAt: text('signed_at').$type<Instant>().notNull(),
});

export const recusals = sqliteTable('recusals', {
  id: integer('id').primaryKey(),
  memberId: integer('member_id').notNull(),
  applicationId: integer('application_id').notNull(),
  kind: text('kind', { enum: ['exclusion', 'disclosure'] }).notNull(),
  ground: text('ground', {
    enum: ['kin', 'member_or_founder', 'employment', 'own_benefit', 'acquaintance', 'other'],
  }).notNull(),
  note: text('note').notNull().default(''),
  declaredAt: text('declared_at').$type<Instant>().notNull(),
});

export const relationAnswers = sqliteTable(
  'relation_answers',
  {
    memberId: integer('member_id').notNull(),
    applicationId: integer('application_id').notNull(),
    note: text('note').notNull().default(''),
    answeredAt: text('answered_at').$type<Instant>().notNull(),
    answeredBy: integer('answered_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.applicationId] })],
);

export const attachmentLooks = sqliteTable('attachment_looks', {
  id: integer('id').primaryKey(),
  fileId: integer('file_id').notNull(),
  isClear: integer('is_clear').$type<0 | 1>().notNull(),
  lookedAt: text('looked_at').$type<Instant>().notNull(),
  lookedBy: integer('looked_by').notNull(),
});
