import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';

export const organisations = sqliteTable('organisations', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  genitiveName: text('genitive_name').notNull(),
  street: text('street').notNull(),
  postalCode: text('postal_code').notNull(),
  city: text('city').notNull(),
  locativeCity: text('locative_city').notNull(),
  area: text('area').notNull(),
  phone: text('phone').notNull(),
  email: text('email').notNull(),
  nip: text('nip').notNull().default(''),
  regon: text('regon').notNull().default(''),
  directorName: text('director_name').notNull().default(''),
  directorTitle: text('director_title').notNull().default(''),
  contactName: text('contact_name').notNull().default(''),
  contactHours: text('contact_hours').notNull().default(''),
  privacyOfficer: text('privacy_officer').notNull().default(''),
  privacyOfficerEmail: text('privacy_officer_email').notNull().default(''),
  updatedAt: text('updated_at').$type<Instant>().notNull(),
  version: integer('version').notNull().default(1),
});
