import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';

export const rankings = sqliteTable('rankings', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  inputsFingerprint: text('inputs_fingerprint').notNull(),
  metOn: text('met_on').$type<Day>().notNull(),
  metAtPlace: text('met_at_place').notNull(),
  attendance: text('attendance').notNull(),
  adoptedAt: text('adopted_at').$type<Instant>().notNull(),
  adoptedBy: integer('adopted_by').notNull(),
  proof: text('proof').notNull().default(''),
  thresholdHundredths: integer('threshold_hundredths').notNull().default(0),
});

export const rankingRows = sqliteTable(
  'ranking_rows',
  {
    rankingId: integer('ranking_id').notNull(),
    applicationId: integer('application_id').notNull(),
    place: integer('place').notNull(),
    totalHundredths: integer('total_hundredths').notNull(),
    cards: integer('cards').notNull(),
    meetsThreshold: integer('meets_threshold').notNull(),
    tieNote: text('tie_note').notNull().default(''),
    meritHundredths: integer('merit_hundredths').notNull().default(0),
    bonusHundredths: integer('bonus_hundredths').notNull().default(0),
    missedMinimums: text('missed_minimums').notNull().default('[]'),
  },
  (table) => [primaryKey({ columns: [table.rankingId, table.applicationId] })],
);

export const rankingScenarios = sqliteTable('ranking_scenarios', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  name: text('name').notNull(),
  poolGrosze: integer('pool_grosze').$type<Grosze>().notNull(),
  thresholdPercent: integer('threshold_percent').notNull(),
  capGrosze: integer('cap_grosze').$type<Grosze>(),
  skips: integer('skips').notNull(),
  keptAt: text('kept_at').$type<Instant>().notNull(),
  keptBy: integer('kept_by').notNull(),
});
