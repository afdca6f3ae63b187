import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';

export const sessions = sqliteTable('sessions', {
  id: integer('id').primaryKey(),
  tokenHash: text('token_hash').notNull(),
  personId: integer('person_id').notNull(),
  device: text('device').notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  lastSeenAt: text('last_seen_at').$type<Instant>().notNull(),
  expiresAt: text('expires_at').$type<Instant>().notNull(),
  revokedAt: text('revoked_at').$type<Instant>(),
});

export const formPosts = sqliteTable('form_posts', {
  tokenHash: text('token_hash').primaryKey(),
  bodyHash: text('body_hash').notNull(),
  location: text('location'),
  postedAt: text('posted_at').$type<Instant>().notNull(),
});

export const keptPosts = sqliteTable('kept_posts', {
  tokenHash: text('token_hash').primaryKey(),
  personId: integer('person_id'),
  action: text('action').notNull(),
  body: text('body').notNull(),
  keptAt: text('kept_at').$type<Instant>().notNull(),
});
