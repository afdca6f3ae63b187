import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';

export const calls = sqliteTable('calls', {
  id: integer('id').primaryKey(),
  projectId: integer('project_id').notNull(),
  taskId: integer('task_id').notNull(),
  code: text('code').notNull(),
  title: text('title').notNull(),
  subtitle: text('subtitle').notNull(),
  lead: text('lead').notNull(),
  year: integer('year').notNull(),
  state: text('state', { enum: ['draft', 'announced', 'closed'] })
    .notNull()
    .default('draft'),
  paymentMode: text('payment_mode', { enum: ['LIBRARY_PAYS'] })
    .notNull()
    .default('LIBRARY_PAYS'),
  poolGrosze: integer('pool_grosze').$type<Grosze>().notNull(),
  minGrosze: integer('min_grosze').$type<Grosze>().notNull(),
  maxGrosze: integer('max_grosze').$type<Grosze>().notNull(),
  minInitiatives: integer('min_initiatives').notNull(),
  applicationsPerLeader: integer('applications_per_leader').notNull(),
  minGroupSize: integer('min_group_size').notNull(),
  minLeaderAge: integer('min_leader_age').notNull(),
  thresholdPercent: integer('threshold_percent').notNull(),
  quorum: integer('quorum').notNull(),
  maxPoints: integer('max_points').notNull(),
  area: text('area').notNull(),
  contributionNote: text('contribution_note').notNull(),
  contact: text('contact').notNull(),
  movedByWeeks: integer('moved_by_weeks').notNull().default(0),
  createdAt: text('created_at').$type<Instant>().notNull(),
  announcedAt: text('announced_at').$type<Instant>(),
  version: integer('version').notNull().default(1),
  applicationsPerOrganisation: integer('applications_per_organisation'),
  guardianConsent: text('guardian_consent', { enum: ['submission', 'agreement'] })
    .notNull()
    .default('agreement'),
  rehearsalOf: integer('rehearsal_of'),
  rehearsalStartedBy: integer('rehearsal_started_by'),
  rehearsalClosedAt: text('rehearsal_closed_at').$type<Instant>(),
  scoreMethod: text('score_method', { enum: ['mean', 'sum'] })
    .notNull()
    .default('mean'),
  scoreDecimals: integer('score_decimals').notNull().default(2),
  bonusLimit: integer('bonus_limit').notNull().default(5),
  unevenCards: text('uneven_cards', { enum: ['refused', 'scaled'] })
    .notNull()
    .default('refused'),
  extremeReasons: integer('extreme_reasons').$type<0 | 1>().notNull().default(0),
  secondSignature: integer('second_signature').$type<0 | 1>().notNull().default(0),
  cardsPerApplication: integer('cards_per_application'),
  blindReview: integer('blind_review').$type<0 | 1>().notNull().default(0),
});

export const rehearsalPeople = sqliteTable(
  'rehearsal_people',
  {
    callId: integer('call_id').notNull(),
    personId: integer('person_id').notNull(),
    joinedAt: text('joined_at').$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.personId] })],
);

export const callStages = sqliteTable('call_stages', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  kind: text('kind', {
    enum: [
      'rules_consultation',
      'announcement',
      'information_meeting',
      'advice',
      'submission',
      'formal_check',
      'corrections',
      'recheck',
      'declarations',
      'scoring',
      'jury_meeting',
      'results',
      'negotiation',
      'realisation',
      'last_purchase',
      'last_contract_bill',
      'group_report',
      'payments',
      'funder_report',
    ],
  }).notNull(),
  startsAt: text('starts_at').$type<Instant>(),
  endsAt: text('ends_at').$type<Instant>(),
  place: text('place').notNull().default(''),
  source: text('source').notNull().default(''),
});

export const callTexts = sqliteTable('call_texts', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  kind: text('kind', { enum: ['rules', 'form', 'privacy'] }).notNull(),
  number: integer('number').notNull(),
  content: text('content').notNull(),
  createdAt: text('created_at').$type<Instant>().notNull(),
  reason: text('reason').notNull().default(''),
  createdBy: integer('created_by'),
});

export const formDrafts = sqliteTable('form_drafts', {
  callId: integer('call_id').primaryKey(),
  content: text('content').notNull(),
  baseTextId: integer('base_text_id').notNull(),
  revision: integer('revision').notNull().default(1),
  savedAt: text('saved_at').$type<Instant>().notNull(),
  savedBy: integer('saved_by').notNull(),
});

export const callQuestions = sqliteTable('call_questions', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  question: text('question').notNull(),
  answer: text('answer').notNull(),
});

export const callApplicantKinds = sqliteTable(
  'call_applicant_kinds',
  {
    callId: integer('call_id').notNull(),
    kind: text('kind', {
      enum: ['person', 'informal_group', 'organisation', 'organisation_with_group', 'school_or_parish', 'minor'],
    }).notNull(),
    note: text('note').notNull(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.kind] })],
);

export const costCategories = sqliteTable('cost_categories', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  isEligible: integer('is_eligible').notNull(),
  budgetLineId: integer('budget_line_id'),
  capPercent: integer('cap_percent'),
  unitThresholdGrosze: integer('unit_threshold_grosze').$type<Grosze>(),
  note: text('note').notNull().default(''),
  position: integer('position').notNull().default(0),
  isPay: integer('is_pay').notNull().default(0),
});

export const formalCriteria = sqliteTable('formal_criteria', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  knownBy: text('known_by', { enum: ['system', 'person'] }).notNull(),
  position: integer('position').notNull().default(0),
});

export const meritCriteria = sqliteTable('merit_criteria', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  description: text('description').notNull(),
  weight: integer('weight').notNull(),
  maxPoints: integer('max_points').notNull(),
  isBonus: integer('is_bonus').notNull().default(0),
  tieOrder: integer('tie_order'),
  minPoints: integer('min_points'),
  position: integer('position').notNull().default(0),
});

export const askedQuestions = sqliteTable('asked_questions', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  question: text('question').notNull(),
  askerName: text('asker_name').notNull().default(''),
  askerEmail: text('asker_email').notNull().default(''),
  askedAt: text('asked_at').$type<Instant>().notNull(),
  outcome: text('outcome', { enum: ['published', 'answered', 'set_aside'] }),
  publicQuestion: text('public_question').notNull().default(''),
  answer: text('answer').notNull().default(''),
  answeredAt: text('answered_at').$type<Instant>(),
  answeredBy: integer('answered_by'),
  version: integer('version').notNull().default(1),
});

export const timetableChanges = sqliteTable('timetable_changes', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  reason: text('reason').notNull(),
  weeks: integer('weeks'),
  changedAt: text('changed_at').$type<Instant>().notNull(),
  changedBy: integer('changed_by').notNull(),
});

export const timetableChangeDates = sqliteTable('timetable_change_dates', {
  id: integer('id').primaryKey(),
  changeId: integer('change_id').notNull(),
  stageKind: text('stage_kind').notNull(),
  beforeStartsAt: text('before_starts_at').$type<Instant>(),
  beforeEndsAt: text('before_ends_at').$type<Instant>(),
  beforePlace: text('before_place').notNull(),
  startsAt: text('starts_at').$type<Instant>(),
  endsAt: text('ends_at').$type<Instant>(),
  place: text('place').notNull(),
});

export const consultations = sqliteTable('consultations', {
  callId: integer('call_id').primaryKey(),
  rulesTextId: integer('rules_text_id').notNull(),
  sharedAt: text('shared_at').$type<Instant>().notNull(),
  sharedBy: integer('shared_by').notNull(),
  summary: text('summary').notNull().default(''),
  publishedAt: text('published_at').$type<Instant>(),
  publishedBy: integer('published_by'),
  version: integer('version').notNull().default(1),
});

export const opinions = sqliteTable('opinions', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  place: text('place').notNull().default(''),
  opinion: text('opinion').notNull(),
  authorName: text('author_name').notNull().default(''),
  organisation: text('organisation').notNull().default(''),
  authorEmail: text('author_email').notNull().default(''),
  isNamed: integer('is_named').notNull().default(0),
  givenAt: text('given_at').$type<Instant>().notNull(),
  outcome: text('outcome', { enum: ['taken', 'partly', 'not_taken', 'noted', 'set_aside'] }),
  answer: text('answer').notNull().default(''),
  answeredAt: text('answered_at').$type<Instant>(),
  answeredBy: integer('answered_by'),
  version: integer('version').notNull().default(1),
});
export const meritLevels = sqliteTable(
  'merit_levels',
  {
    criterionId: integer('criterion_id').notNull(),
    points: integer('points').notNull(),
    description: text('description').notNull(),
  },
  (table) => [primaryKey({ columns: [table.criterionId, table.points] })],
);
