import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';

export const settlements = sqliteTable('settlements', {
  id: integer('id').primaryKey(),
  initiativeId: integer('initiative_id').notNull(),
  agreedGrosze: integer('agreed_grosze').$type<Grosze>().notNull(),
  spentGrosze: integer('spent_grosze').$type<Grosze>().notNull(),
  ownGrosze: integer('own_grosze')
    .$type<Grosze>()
    .notNull()
    .default(0 as Grosze),
  unusedGrosze: integer('unused_grosze').$type<Grosze>().notNull(),
  note: text('note').notNull().default(''),
  settledAt: text('settled_at').$type<Instant>().notNull(),
  settledBy: integer('settled_by').notNull(),
});
