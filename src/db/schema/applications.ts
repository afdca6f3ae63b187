import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Day, Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';

export const applications = sqliteTable('applications', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  number: integer('number'),
  state: text('state', { enum: ['draft', 'submitted', 'accepted', 'rejected', 'withdrawn'] })
    .notNull()
    .default('draft'),
  title: text('title').notNull().default(''),
  formTextId: integer('form_text_id').notNull(),
  privacyTextId: integer('privacy_text_id').notNull(),
  currentVersionId: integer('current_version_id'),
  requestedGrosze: integer('requested_grosze')
    .$type<Grosze>()
    .notNull()
    .default(0 as Grosze),
  createdAt: text('created_at').$type<Instant>().notNull(),
  submittedAt: text('submitted_at').$type<Instant>(),
  revision: integer('revision').notNull().default(1),
});

export const applicationMembers = sqliteTable(
  'application_members',
  {
    applicationId: integer('application_id').notNull(),
    personId: integer('person_id').notNull(),
    role: text('role', { enum: ['leader', 'co_author'] }).notNull(),
    may: text('may', { enum: ['read', 'edit', 'submit'] })
      .notNull()
      .default('submit'),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.personId] })],
);

export const applicants = sqliteTable('applicants', {
  applicationId: integer('application_id').primaryKey(),
  kind: text('kind', {
    enum: ['', 'person', 'informal_group', 'organisation', 'organisation_with_group', 'school_or_parish', 'minor'],
  })
    .notNull()
    .default(''),
  name: text('name').notNull().default(''),
  leaderName: text('leader_name').notNull().default(''),
  email: text('email').notNull().default(''),
  phone: text('phone').notNull().default(''),
  street: text('street').notNull().default(''),
  postalCode: text('postal_code').notNull().default(''),
  city: text('city').notNull().default(''),
  registerNumber: text('register_number').notNull().default(''),
  groupMembers: text('group_members').notNull().default(''),
  guardianName: text('guardian_name').notNull().default(''),
  registerKind: text('register_kind', { enum: ['', 'krs', 'kgw', 'starosta', 'church', 'other', 'none'] })
    .notNull()
    .default(''),
});

export const answers = sqliteTable(
  'answers',
  {
    applicationId: integer('application_id').notNull(),
    question: text('question').notNull(),
    content: text('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.question] })],
);

export const scheduleItems = sqliteTable('schedule_items', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  position: integer('position').notNull(),
  activity: text('activity').notNull(),
  startsText: text('starts_text').notNull(),
  endsText: text('ends_text').notNull(),
  startsOn: text('starts_on').$type<Day>(),
  endsOn: text('ends_on').$type<Day>(),
  place: text('place').notNull(),
});

export const costLines = sqliteTable('cost_lines', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  categoryId: integer('category_id'),
  quantityText: text('quantity_text').notNull(),
  unit: text('unit').notNull(),
  priceText: text('price_text').notNull(),
  quantityThousandths: integer('quantity_thousandths'),
  priceGrosze: integer('price_grosze').$type<Grosze>(),
  valueGrosze: integer('value_grosze').$type<Grosze>(),
  payBasis: text('pay_basis', { enum: ['', 'full_cost', 'gross'] })
    .notNull()
    .default(''),
});

export const applicationConsents = sqliteTable(
  'application_consents',
  {
    applicationId: integer('application_id').notNull(),
    code: text('code').notNull(),
    givenAt: text('given_at').$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.code] })],
);

export const attachments = sqliteTable('attachments', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  fileId: integer('file_id').notNull(),
  label: text('label').notNull(),
  addedAt: text('added_at').$type<Instant>().notNull(),
  removedAt: text('removed_at').$type<Instant>(),
  question: text('question').notNull().default(''),
});

export const applicationVersions = sqliteTable('application_versions', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  number: integer('number').notNull(),
  content: text('content'),
  fingerprint: text('fingerprint').notNull(),
  requestedGrosze: integer('requested_grosze').$type<Grosze>().notNull(),
  submittedAt: text('submitted_at').$type<Instant>().notNull(),
  submittedBy: integer('submitted_by').notNull(),
});

export const lateLinks = sqliteTable('late_links', {
  id: integer('id').primaryKey(),
  callId: integer('call_id').notNull(),
  personId: integer('person_id').notNull(),
  untilAt: text('until_at').$type<Instant>().notNull(),
  reason: text('reason').notNull(),
  givenAt: text('given_at').$type<Instant>().notNull(),
  givenBy: integer('given_by').notNull(),
  withdrawnAt: text('withdrawn_at').$type<Instant>(),
  withdrawnBy: integer('withdrawn_by'),
});

export const lateSubmissions = sqliteTable('late_submissions', {
  applicationId: integer('application_id').primaryKey(),
  lateLinkId: integer('late_link_id').notNull(),
  submittedAt: text('submitted_at').$type<Instant>().notNull(),
});

export const dateNotices = sqliteTable('date_notices', {
  changeId: integer('change_id').primaryKey(),
  letters: integer('letters').notNull(),
  decidedAt: text('decided_at').$type<Instant>().notNull(),
  decidedBy: integer('decided_by').notNull(),
});

export const rulesNotices = sqliteTable('rules_notices', {
  publicationId: integer('publication_id').primaryKey(),
  letters: integer('letters').notNull(),
  decidedAt: text('decided_at').$type<Instant>().notNull(),
  decidedBy: integer('decided_by').notNull(),
});

export const assistedApplications = sqliteTable('assisted_applications', {
  applicationId: integer('application_id').primaryKey(),
  lane: text('lane', { enum: ['paper', 'together'] }).notNull(),
  startedAt: text('started_at').$type<Instant>().notNull(),
  startedBy: integer('started_by').notNull(),
});

export const paperArrivals = sqliteTable('paper_arrivals', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  arrivedAt: text('arrived_at').$type<Instant>().notNull(),
  way: text('way', { enum: ['hand', 'post'] }).notNull(),
  journalNumber: text('journal_number').notNull().default(''),
  lateReason: text('late_reason').notNull().default(''),
  recordedAt: text('recorded_at').$type<Instant>().notNull(),
  recordedBy: integer('recorded_by').notNull(),
});

export const submissionConfirmations = sqliteTable('submission_confirmations', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  way: text('way', { enum: ['paper_form', 'printout', 'code', 'link'] }).notNull(),
  revision: integer('revision').notNull(),
  signedOn: text('signed_on').$type<Day>(),
  fileId: integer('file_id'),
  recordedAt: text('recorded_at').$type<Instant>().notNull(),
  recordedBy: integer('recorded_by').notNull(),
});

export const submissionRequests = sqliteTable('submission_requests', {
  linkId: integer('link_id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  revision: integer('revision').notNull(),
});

export const memberInvitations = sqliteTable('member_invitations', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  email: text('email').notNull(),
  may: text('may', { enum: ['read', 'edit', 'submit'] }).notNull(),
  linkId: integer('link_id').notNull(),
  invitedAt: text('invited_at').$type<Instant>().notNull(),
  invitedBy: integer('invited_by').notNull(),
  acceptedAt: text('accepted_at').$type<Instant>(),
  acceptedBy: integer('accepted_by'),
  cancelledAt: text('cancelled_at').$type<Instant>(),
});

export const applicationMessages = sqliteTable('application_messages', {
  id: integer('id').primaryKey(),
  applicationId: integer('application_id').notNull(),
  side: text('side', { enum: ['group', 'library'] }).notNull(),
  authorId: integer('author_id').notNull(),
  body: text('body').notNull(),
  sentAt: text('sent_at').$type<Instant>().notNull(),
});

export const messageReadings = sqliteTable(
  'message_readings',
  {
    applicationId: integer('application_id').notNull(),
    side: text('side', { enum: ['group', 'library'] }).notNull(),
    lastMessageId: integer('last_message_id').notNull(),
    readAt: text('read_at').$type<Instant>().notNull(),
    readBy: integer('read_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.side] })],
);

export const amendments = sqliteTable('amendments', {
  applicationId: integer('application_id').primaryKey(),
  amendsId: integer('amends_id').notNull(),
  baseVersionId: integer('base_version_id').notNull(),
  openedAt: text('opened_at').$type<Instant>().notNull(),
  openedBy: integer('opened_by').notNull(),
  closedAt: text('closed_at').$type<Instant>(),
  sentVersionId: integer('sent_version_id'),
  correctionId: integer('correction_id'),
});
