import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant } from '../../lib/days.ts';

export const rankings = sqliteTable('rankings', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  inputsFingerprint: text('inputs_fingerprint').notNull(),
  metOn: text('met_on').$type<Day>().notNull(),
  metAtPlace: text('met_at_place').notNull(),
  attendance: text('attendance').notNull(),
  adoptedAt: text('adopted_at').$type<Instant>().notNull(),
  adoptedBy: integer('adopted_by').notNull(),
});

export const rankingRows = sqliteTable(
  'ranking_rows',
  {
    rankingId: integer('ranking_id').notNull(),
    applicationId: integer('application_id').notNull(),
    place: integer('place').notNull(),
    meanHundredths: integer('mean_hundredths').notNull(),
    cards: integer('cards').notNull(),
    meetsThreshold: integer('meets_threshold').notNull(),
    tieNote: text('tie_note').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.rankingId, table.applicationId] })],
);
