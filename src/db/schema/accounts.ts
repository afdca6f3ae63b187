import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';

export const people = sqliteTable('people', {
  id: integer('id').primaryKey(),
  name: text('name').notNull().default(''),
  email: text('email'),
  pendingEmail: text('pending_email'),
  phone: text('phone').notNull().default(''),
  confirmedAt: text('confirmed_at').$type<Instant>(),
  mergedIntoId: integer('merged_into_id'),
  createdAt: text('created_at').$type<Instant>().notNull(),
  closedAt: text('closed_at').$type<Instant>(),
  version: integer('version').notNull().default(1),
});

export const roleGrants = sqliteTable('role_grants', {
  id: integer('id').primaryKey(),
  personId: integer('person_id').notNull(),
  role: text('role', {
    enum: ['juror', 'coordinator', 'accountant', 'director', 'inspector', 'administrator'],
  }).notNull(),
  callId: integer('call_id'),
  grantedAt: text('granted_at').$type<Instant>().notNull(),
  grantedBy: integer('granted_by'),
  revokedAt: text('revoked_at').$type<Instant>(),
  revokedBy: integer('revoked_by'),
});

export const signInLinks = sqliteTable('sign_in_links', {
  id: integer('id').primaryKey(),
  personId: integer('person_id'),
  email: text('email').notNull(),
  purpose: text('purpose', {
    enum: [
      'sign_in',
      'confirm_address',
      'first_administrator',
      'confirm_submission',
      'member_invitation',
      'guardian_consent',
    ],
  }).notNull(),
  salt: text('salt').notNull(),
  deviceHash: text('device_hash'),
  codeAttempts: integer('code_attempts').notNull().default(0),
  nextPath: text('next_path').notNull().default('/'),
  createdAt: text('created_at').$type<Instant>().notNull(),
  expiresAt: text('expires_at').$type<Instant>().notNull(),
  usedAt: text('used_at').$type<Instant>(),
});

export const signInAttempts = sqliteTable('sign_in_attempts', {
  id: integer('id').primaryKey(),
  keyHash: text('key_hash').notNull(),
  at: text('at').$type<Instant>().notNull(),
});
