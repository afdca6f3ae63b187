import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant } from '../../lib/days.ts';

export const formalCards = sqliteTable('formal_cards', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  versionId: integer('version_id').notNull(),
  outcome: text('outcome', { enum: ['accepted', 'rejected'] }),
  reason: text('reason').notNull().default(''),
  openedAt: text('opened_at').$type<Instant>().notNull(),
  decidedAt: text('decided_at').$type<Instant>(),
  decidedBy: integer('decided_by'),
  revision: integer('revision').notNull().default(1),
  recheckUntil: text('recheck_until').$type<Day>(),
  setAsideAt: text('set_aside_at').$type<Instant>(),
  proposed: text('proposed', { enum: ['accepted', 'rejected'] }),
  signedAt: text('signed_at').$type<Instant>(),
  signedBy: integer('signed_by'),
  returnedNote: text('returned_note').notNull().default(''),
  returnedAt: text('returned_at').$type<Instant>(),
  returnedBy: integer('returned_by'),
});

export const recheckRequests = sqliteTable('recheck_requests', {
  id: integer('id').primaryKey(),
  cardId: integer('card_id').notNull(),
  way: text('way', { enum: ['screen', 'paper'] }).notNull(),
  body: text('body').notNull(),
  arrivedOn: text('arrived_on').$type<Day>().notNull(),
  askedAt: text('asked_at').$type<Instant>().notNull(),
  askedBy: integer('asked_by').notNull(),
  outcome: text('outcome', { enum: ['upheld', 'reopened'] }),
  answer: text('answer').notNull().default(''),
  answeredAt: text('answered_at').$type<Instant>(),
  answeredBy: integer('answered_by'),
});

export const formalAnswers = sqliteTable(
  'formal_answers',
  {
    cardId: integer('card_id').notNull(),
    criterionId: integer('criterion_id').notNull(),
    verdict: text('verdict', { enum: ['yes', 'no', 'not_applicable'] }),
    note: text('note').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.cardId, table.criterionId] })],
);
