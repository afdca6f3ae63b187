import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';

export const events = sqliteTable('events', {
  id: integer('id').primaryKey(),
  at: text('at').$type<Instant>().notNull(),
  actorKind: text('actor_kind', { enum: ['visitor', 'person', 'system'] }).notNull(),
  actorPersonId: integer('actor_person_id'),
  what: text('what').notNull(),
  subjectKind: text('subject_kind').notNull(),
  subjectId: integer('subject_id').notNull(),
  callId: integer('call_id'),
  fromState: text('from_state'),
  toState: text('to_state'),
  facts: text('facts').notNull().default('{}'),
  textHash: text('text_hash'),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});

export const eventTexts = sqliteTable('event_texts', {
  eventId: integer('event_id').primaryKey(),
  salt: text('salt').notNull(),
  content: text('content'),
});
