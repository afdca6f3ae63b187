import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';

const root = join(import.meta.dirname, '../..');
const path = join(mkdtempSync(join(tmpdir(), 'mirror-')), 'mirror.sqlite');
migrate(path, join(root, 'migrations'));
const db = new SqliteDatabase(path, { readonly: true });

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

const mirror = await readMirror();
const tables = db
  .prepare(
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'migrations' order by name",
  )
  .pluck()
  .all() as string[];

describe('the typed mirror of the database', () => {
  it('has every table and no other', () => {
    expect([...mirror.keys()].sort()).toEqual(tables);
  });

  it.each(tables)('names every column of %s with its type and whether it may be empty', (table) => {
    const real = (db.pragma(`table_info(${table})`) as Column[]).map(({ name, type, notnull, pk }) => ({
      name,
      type: type.toLowerCase(),
      required: notnull === 1 || pk > 0,
    }));
    expect(mirror.get(table)).toEqual(real);
  });

  it('lists the states that a column accepts exactly as its CHECK does', () => {
    for (const [table, column, values] of enumColumns())
      expect([table, column, checkedValues(table, column)]).toEqual([table, column, values]);
  });
});

describe('the migrated database', () => {
  it('has only STRICT tables', () => {
    const loose = db
      .prepare(
        "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'",
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });

  it('has exactly these triggers: what is signed, submitted, sent, paid or recorded stays so', () => {
    const triggers = db.prepare("select name from sqlite_schema where type = 'trigger' order by name").pluck().all();
    expect(triggers).toEqual(expectedTriggers);
  });
});

async function readMirror(): Promise<Map<string, { name: string; type: string; required: boolean }[]>> {
  const found = new Map<string, { name: string; type: string; required: boolean }[]>();
  for (const table of await mirroredTables()) {
    const { name, columns, primaryKeys } = getTableConfig(table);
    const inKey = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
    found.set(
      name,
      columns.map((column) => ({
        name: column.name,
        type: column.getSQLType(),
        required: column.notNull || column.primary || inKey.has(column.name),
      })),
    );
  }
  return found;
}

async function mirroredTables(): Promise<SQLiteTable[]> {
  const folder = join(root, 'src/db/schema');
  const modules = await Promise.all(readdirSync(folder).map((file) => import(join(folder, file))));
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is SQLiteTable => value instanceof SQLiteTable);
}

function enumColumns(): [string, string, string[]][] {
  return [...mirrorEnums];
}

function checkedValues(table: string, column: string): string[] {
  const sql = db.prepare('select sql from sqlite_schema where name = ?').pluck().get(table) as string;
  const list = new RegExp(`\\b${column} text[^,]*?check \\(${column} in \\(([^)]*)\\)`, 's').exec(sql)?.[1] ?? '';
  return [...list.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
}

const mirrorEnums = (await mirroredTables()).flatMap((table) => {
  const { name, columns } = getTableConfig(table);
  return columns
    .filter((column) => (column.enumValues?.length ?? 0) > 0)
    .map((column): [string, string, string[]] => [name, column.name, [...(column.enumValues ?? [])]]);
});

const expectedTriggers = [
  'agreements_issued',
  'agreements_no_delete',
  'agreements_signed',
  'amendments_close_once',
  'amendments_no_delete',
  'amendments_of_their_request',
  'applicant_kinds_announced_delete',
  'applicant_kinds_announced_insert',
  'applicant_kinds_announced_update',
  'application_messages_erase_only',
  'application_messages_no_delete',
  'application_versions_frozen',
  'application_versions_no_delete',
  'asked_questions_no_delete',
  'asked_questions_words_stay',
  'assisted_applications_no_delete',
  'assisted_applications_no_update',
  'attachment_looks_frozen',
  'attachment_looks_stay',
  'budget_amounts_frozen_delete',
  'budget_amounts_frozen_insert',
  'budget_amounts_frozen_update',
  'budget_entries_no_delete',
  'budget_entries_no_update',
  'budget_entries_of_real_calls',
  'budget_version_born_draft',
  'budget_version_frozen',
  'budget_version_no_delete',
  'budget_version_sums',
  'call_publications_frozen',
  'call_publications_no_delete',
  'call_texts_no_update',
  'calls_guardian_consent_announced',
  'calls_rehearsal_of_a_real_one',
  'calls_rehearsal_stays',
  'consultations_no_delete',
  'consultations_text_stays',
  'correction_points_as_asked',
  'correction_points_no_delete',
  'correction_requests_as_asked',
  'correction_requests_no_delete',
  'correction_requests_one_open',
  'cost_categories_announced_delete',
  'cost_categories_announced_insert',
  'cost_categories_announced_update',
  'date_notices_no_delete',
  'date_notices_no_update',
  'decision_sets_published',
  'decisions_frozen',
  'decisions_no_delete',
  'diagnosis_needs_no_delete',
  'director_orders_no_delete',
  'director_orders_no_update',
  'director_orders_same_call',
  'dispatches_correct_their_own',
  'dispatches_erase_only',
  'dispatches_no_delete',
  'dispatches_of_no_door',
  'document_texts_in_order',
  'document_texts_no_delete',
  'document_texts_no_update',
  'documents_made_no_delete',
  'documents_made_stay',
  'documents_text_stays',
  'event_texts_erase_only',
  'event_texts_no_delete',
  'events_no_delete',
  'events_no_update',
  'expense_approvals_no_delete',
  'expense_approvals_no_update',
  'expense_parts_frozen_delete',
  'expense_parts_frozen_insert',
  'expense_parts_frozen_update',
  'expense_parts_of_real_calls',
  'expenses_born_draft',
  'expenses_frozen',
  'expenses_no_delete',
  'expenses_steps',
  'expenses_sum',
  'files_erased_stay',
  'formal_answers_frozen_delete',
  'formal_answers_frozen_insert',
  'formal_answers_frozen_update',
  'formal_cards_decided_frozen',
  'formal_cards_no_delete',
  'formal_cards_signed_frozen',
  'formal_cards_two_people',
  'formal_criteria_announced_delete',
  'formal_criteria_announced_insert',
  'formal_criteria_announced_update',
  'guardian_consents_as_said',
  'guardian_consents_no_delete',
  'jury_call_ups_no_delete',
  'jury_call_ups_of_reserve',
  'jury_call_ups_stay',
  'jury_declarations_no_delete',
  'jury_declarations_signed',
  'jury_draws_before_cards',
  'jury_draws_no_delete',
  'jury_draws_stay',
  'jury_members_before_adoption',
  'jury_members_taken_off_stays',
  'late_links_as_given',
  'late_links_no_delete',
  'legal_drafts_no_delete',
  'legal_drafts_no_update',
  'letter_texts_in_order',
  'letter_texts_no_delete',
  'letter_texts_no_update',
  'letters_caught_are_not_handed_over',
  'letters_caught_are_not_tried',
  'letters_caught_stay',
  'letters_doors_born_by_email',
  'letters_doors_by_email',
  'letters_event_stays',
  'letters_text_stays',
  'mailing_recipients_frozen_delete',
  'mailing_recipients_frozen_insert',
  'mailing_recipients_frozen_update',
  'mailings_no_delete',
  'mailings_of_real_calls',
  'mailings_over',
  'meeting_attendance_closed',
  'meeting_attendance_closed_insert',
  'meeting_attendance_no_delete',
  'meeting_items_closed',
  'meeting_items_closed_insert',
  'meeting_items_no_delete',
  'meetings_closed',
  'meetings_no_delete',
  'member_invitations_over',
  'merit_criteria_announced_delete',
  'merit_criteria_announced_insert',
  'merit_criteria_announced_update',
  'merit_levels_announced_delete',
  'merit_levels_announced_insert',
  'merit_levels_announced_update',
  'opinions_answer_published',
  'opinions_no_delete',
  'opinions_words_stay',
  'paper_arrivals_no_delete',
  'paper_arrivals_no_update',
  'partners_no_delete',
  'payments_due',
  'payments_no_delete',
  'payments_no_update',
  'plan_lines_frozen_delete',
  'plan_lines_frozen_insert',
  'plan_lines_frozen_update',
  'plans_frozen',
  'plans_no_delete',
  'publication_places_no_delete',
  'publication_places_no_update',
  'publication_places_same_call',
  'publications_frozen',
  'publications_no_delete',
  'ranking_rows_frozen',
  'ranking_rows_no_delete',
  'rankings_frozen',
  'rankings_no_delete',
  'recheck_requests_as_asked',
  'recheck_requests_by_another',
  'recheck_requests_no_delete',
  'recheck_requests_of_a_rejection',
  'recusals_exclusion_stays',
  'recusals_no_delete',
  'rehearsal_people_of_a_rehearsal',
  'relation_answers_no_delete',
  'rules_notices_no_delete',
  'rules_notices_no_update',
  'score_assignments_end_once',
  'score_assignments_no_delete',
  'score_cards_keyed_for_another',
  'score_cards_sent_frozen',
  'score_cards_sent_no_delete',
  'score_changes_no_delete',
  'score_changes_stay',
  'score_points_frozen_delete',
  'score_points_frozen_insert',
  'score_points_frozen_update',
  'score_reasons_frozen_delete',
  'score_reasons_frozen_insert',
  'score_reasons_frozen_update',
  'score_reopenings_before_adoption',
  'score_reopenings_frozen',
  'score_reopenings_stay',
  'settlements_no_delete',
  'settlements_no_update',
  'signed_minutes_no_delete',
  'signed_minutes_stay',
  'submission_confirmations_no_delete',
  'submission_confirmations_no_update',
  'timetable_change_dates_no_delete',
  'timetable_change_dates_no_update',
  'timetable_changes_no_delete',
  'timetable_changes_no_update',
];
