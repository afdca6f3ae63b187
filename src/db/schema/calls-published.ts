import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant } from '../../lib/days.ts';

/** Texts in writing, what was published of a call, and the director's orders. */
export const legalDrafts = sqliteTable('legal_drafts', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  kind: text('kind', { enum: ['rules', 'privacy'] }).notNull(),
  revision: integer('revision').notNull(),
  step: text('step', { enum: ['saved', 'published', 'put_aside'] }).notNull(),
  content: text('content').notNull(),
  baseTextId: integer('base_text_id').notNull(),
  savedAt: text('saved_at').$type<Instant>().notNull(),
  savedBy: integer('saved_by').notNull(),
});

export const callPublications = sqliteTable('call_publications', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  what: text('what', {
    enum: ['draft_rules', 'consultation_summary', 'announcement', 'rules', 'privacy', 'terms', 'timetable'],
  }).notNull(),
  textId: integer('text_id'),
  changeId: integer('change_id'),
  documentId: integer('document_id'),
  address: text('address').notNull(),
  content: text('content').notNull(),
  publishedAt: text('published_at').$type<Instant>().notNull(),
  publishedBy: integer('published_by'),
});

export const publicationPlaces = sqliteTable('publication_places', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  publicationId: integer('publication_id'),
  resultsId: integer('results_id'),
  place: text('place', { enum: ['bip', 'website', 'social', 'notice_board', 'press', 'other'] }).notNull(),
  address: text('address').notNull(),
  placedOn: text('placed_on').$type<Day>().notNull(),
  note: text('note').notNull().default(''),
  correctsId: integer('corrects_id'),
  isWithdrawn: integer('is_withdrawn').notNull().default(0),
  notedAt: text('noted_at').$type<Instant>().notNull(),
  notedBy: integer('noted_by').notNull(),
});

export const directorOrders = sqliteTable('director_orders', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  concerns: text('concerns', { enum: ['rules', 'jury', 'timetable', 'other'] }).notNull(),
  number: text('number').notNull(),
  signedOn: text('signed_on').$type<Day>().notNull(),
  textId: integer('text_id'),
  changeId: integer('change_id'),
  note: text('note').notNull().default(''),
  isPublic: integer('is_public').notNull().default(0),
  correctsId: integer('corrects_id'),
  isWithdrawn: integer('is_withdrawn').notNull().default(0),
  storedAt: text('stored_at').$type<Instant>().notNull(),
  storedBy: integer('stored_by').notNull(),
});
