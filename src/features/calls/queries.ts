import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { calls } from '../../db/schema/calls.ts';
import type { Actor } from '../../lib/actor.ts';
import { visibleTo } from './access.ts';
import { inOrder, type Stage } from './stages.ts';

/** A call with its whole timetable, in the order of the river. */
export type Call = typeof calls.$inferSelect & { readonly stages: readonly Stage[] };

export function readCall(reader: Reader, callId: number): Call | undefined {
  return one(reader, sql`c.id = ${callId}`);
}

/** As `readCall`, but undefined when the actor may not see it. */
export function readVisibleCall(reader: Reader, actor: Actor, callId: number): Call | undefined {
  return one(reader, sql`c.id = ${callId} and ${visibleTo(actor)}`);
}

/** The call on the front page: the newest announced, or else the newest; never a rehearsal. */
export function currentCall(reader: Reader): Call | undefined {
  return one(reader, sql`c.id in (select id from real_calls)`);
}

function one(reader: Reader, which: SQL): Call | undefined {
  const row = reader.get<typeof calls.$inferSelect>(sql`
    select c.id, c.project_id as projectId, c.task_id as taskId, c.code, c.title, c.subtitle, c.lead, c.year, c.state,
      c.payment_mode as paymentMode, c.pool_grosze as poolGrosze, c.min_grosze as minGrosze, c.max_grosze as maxGrosze,
      c.min_initiatives as minInitiatives, c.applications_per_leader as applicationsPerLeader, c.min_group_size as minGroupSize,
      c.min_leader_age as minLeaderAge, c.threshold_percent as thresholdPercent, c.quorum, c.max_points as maxPoints, c.area,
      c.score_method as scoreMethod, c.score_decimals as scoreDecimals, c.bonus_limit as bonusLimit, c.uneven_cards as unevenCards,
      c.extreme_reasons as extremeReasons, c.cards_per_application as cardsPerApplication, c.blind_review as blindReview,
      c.second_signature as secondSignature,
      c.contribution_note as contributionNote, c.contact, c.moved_by_weeks as movedByWeeks, c.created_at as createdAt,
      c.announced_at as announcedAt, c.version, c.applications_per_organisation as applicationsPerOrganisation,
      c.guardian_consent as guardianConsent,
      c.rehearsal_of as rehearsalOf, c.rehearsal_started_by as rehearsalStartedBy, c.rehearsal_closed_at as rehearsalClosedAt
    from calls c where ${which} order by c.state = 'draft', c.id desc limit 1`);
  return row === undefined ? undefined : { ...row, stages: readStages(reader, row.id) };
}

export function readStages(reader: Reader, callId: number): Stage[] {
  const rows = reader.all<Stage>(sql`
    select id, kind, starts_at as startsAt, ends_at as endsAt, place, source from call_stages where call_id = ${callId} order by id`);
  return inOrder(rows);
}

export const applicantKinds = [
  'person',
  'informal_group',
  'organisation',
  'organisation_with_group',
  'school_or_parish',
  'minor',
] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

/** Who may apply, from a single person to a minor. */
export function readApplicantKinds(reader: Reader, callId: number): { kind: ApplicantKind; note: string }[] {
  return reader.all(sql`
    select kind, note from call_applicant_kinds where call_id = ${callId}
    order by case kind when 'person' then 1 when 'informal_group' then 2 when 'organisation' then 3 when 'organisation_with_group' then 4 when 'school_or_parish' then 5 else 6 end`);
}

export function readQuestions(reader: Reader, callId: number): { id: number; question: string; answer: string }[] {
  return reader.all(sql`select id, question, answer from call_questions where call_id = ${callId} order by id`);
}

/** Have the results been published? They are the room of decisions, downstream. */
export function hasResults(reader: Reader, callId: number): boolean {
  return reader.get(sql`select 1 from publications where call_id = ${callId}`) !== undefined;
}

/** Applications that are more than a draft; while there are any, the rules of the game stand. */
export function countSubmitted(reader: Reader, callId: number): number {
  const row = reader.get<{ count: number }>(
    sql`select count(*) as count from applications where call_id = ${callId} and state <> 'draft'`,
  );
  return row?.count ?? 0;
}
