import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';

export const jobs = sqliteTable('jobs', {
  id: integer('id').primaryKey(),
  kind: text('kind').notNull(),
  uniqueKey: text('unique_key').notNull(),
  payload: text('payload').notNull(),
  runAfter: text('run_after').$type<Instant>().notNull(),
  attempts: integer('attempts').notNull().default(0),
  leaseUntil: text('lease_until').$type<Instant>(),
  putOff: integer('put_off').notNull().default(0),
  state: text('state', { enum: ['waiting', 'running', 'done', 'failed'] })
    .notNull()
    .default('waiting'),
  lastError: text('last_error'),
  createdAt: text('created_at').$type<Instant>().notNull(),
  finishedAt: text('finished_at').$type<Instant>(),
});
