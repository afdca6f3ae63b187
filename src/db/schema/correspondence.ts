import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant } from '../../lib/days.ts';

export const contacts = sqliteTable('contacts', {
  personId: integer('person_id').primaryKey(),
  channel: text('channel', { enum: ['email', 'print', 'phone', 'e_delivery'] }),
  street: text('street').notNull().default(''),
  postalCode: text('postal_code').notNull().default(''),
  city: text('city').notNull().default(''),
  eDelivery: text('e_delivery').notNull().default(''),
  updatedAt: text('updated_at').$type<Instant>().notNull(),
  version: integer('version').notNull().default(1),
});

export const mailings = sqliteTable('mailings', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  state: text('state', { enum: ['draft', 'held', 'scheduled', 'sent', 'cancelled'] })
    .notNull()
    .default('draft'),
  subject: text('subject').notNull().default(''),
  body: text('body').notNull().default(''),
  sets: text('sets').notNull().default('[]'),
  byHand: text('by_hand').notNull().default(''),
  preparedAt: text('prepared_at').$type<Instant>(),
  scheduledAt: text('scheduled_at').$type<Instant>(),
  approvedAt: text('approved_at').$type<Instant>(),
  approvedBy: integer('approved_by'),
  sentAt: text('sent_at').$type<Instant>(),
  cancelledAt: text('cancelled_at').$type<Instant>(),
  createdBy: integer('created_by').notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  revision: integer('revision').notNull().default(1),
});

export const mailingRecipients = sqliteTable('mailing_recipients', {
  id: integer('id').primaryKey(),
  mailingId: integer('mailing_id').notNull(),
  key: text('key').notNull(),
  personId: integer('person_id'),
  name: text('name').notNull(),
  address: text('address'),
  sets: text('sets').notNull(),
  fields: text('fields').notNull(),
  subject: text('subject').notNull(),
  body: text('body').notNull(),
  editedAt: text('edited_at').$type<Instant>(),
  droppedAt: text('dropped_at').$type<Instant>(),
  droppedReason: text('dropped_reason'),
});

export const mailingSources = sqliteTable(
  'mailing_sources',
  {
    recipientId: integer('recipient_id').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: integer('subject_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.recipientId, table.subjectKind, table.subjectId] })],
);

export const reminderSettings = sqliteTable('reminder_settings', {
  kind: text('kind').primaryKey(),
  isOn: integer('is_on').notNull(),
  days: text('days').notNull(),
  updatedAt: text('updated_at').$type<Instant>().notNull(),
  version: integer('version').notNull().default(1),
});

export const dispatches = sqliteTable('dispatches', {
  id: integer('id').primaryKey(),
  letterId: integer('letter_id').notNull(),
  way: text('way', { enum: ['post', 'hand', 'phone', 'e_delivery'] }).notNull(),
  doneOn: text('done_on').$type<Day>().notNull(),
  doneAt: text('done_at').$type<Instant>(),
  deliveredOn: text('delivered_on').$type<Day>(),
  doneBy: text('done_by').notNull(),
  withWhom: text('with_whom').notNull().default(''),
  toAddress: text('to_address').notNull().default(''),
  number: text('number').notNull().default(''),
  note: text('note').notNull().default(''),
  correctsId: integer('corrects_id'),
  isVoid: integer('is_void').notNull().default(0),
  reason: text('reason').notNull().default(''),
  recordedAt: text('recorded_at').$type<Instant>().notNull(),
  recordedBy: integer('recorded_by').notNull(),
});

export const reminders = sqliteTable('reminders', {
  id: integer('id').primaryKey(),
  personId: integer('person_id').notNull(),
  onDay: text('on_day').$type<Day>().notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
});

export const reminderItems = sqliteTable('reminder_items', {
  id: integer('id').primaryKey(),
  reminderId: integer('reminder_id').notNull(),
  personId: integer('person_id').notNull(),
  kind: text('kind').notNull(),
  subjectKind: text('subject_kind').notNull(),
  subjectId: integer('subject_id').notNull(),
  mark: text('mark').notNull(),
  textId: integer('text_id'),
});

export const summaryChoices = sqliteTable('summary_choices', {
  personId: integer('person_id').primaryKey(),
  isWanted: integer('is_wanted').notNull(),
  updatedAt: text('updated_at').$type<Instant>().notNull(),
});
