import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import { type Amended, amendedBy } from './amendments/copies.ts';
import { readUnsettled } from './answers/queries.ts';
import type { ApplicationState } from './lifecycle.ts';
import type { TypedActivity, TypedApplicant, TypedCost, Written } from './typed.ts';

/** An application while it is being written: everything as typed. */
export interface Draft extends Written {
  readonly id: number;
  readonly callId: number;
  readonly state: ApplicationState;
  /** Grows with every saving anywhere in the application. */
  readonly revision: number;
  readonly formTextId: number;
  readonly privacyTextId: number;
  readonly createdAt: Instant;
  readonly attachments: readonly Attachment[];
  /** Staff write it for a person, who may have no e-mail. */
  readonly lane: 'paper' | 'together' | null;
  /** The submitted application that this draft is a changed copy of. */
  readonly amends: Amended | null;
}

export interface Attachment {
  readonly id: number;
  readonly fileId: number;
  readonly label: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  /** Code of the question it answers; '' for one simply attached. */
  readonly question: string;
}

/** The working copy, whatever the state; whose eyes it is for is the caller's question. */
export function readDraft(reader: Reader, id: number): Draft | undefined {
  const head = reader.get<Omit<Draft, 'applicant' | 'amends' | keyof ReturnType<typeof partsOf>>>(sql`
    select id, call_id as callId, state, revision, form_text_id as formTextId, privacy_text_id as privacyTextId, created_at as createdAt, title,
      (select lane from assisted_applications where application_id = applications.id) as lane
    from applications where id = ${id}`);
  const applicant = reader.get<TypedApplicant>(sql`
    select kind as applicantKind, name, leader_name as leaderName, email, phone, street, postal_code as postalCode, city,
      register_kind as registerKind, register_number as registerNumber, group_members as groupMembers, guardian_name as guardianName
    from applicants where application_id = ${id}`);
  if (head === undefined || applicant === undefined) return undefined;
  return { ...head, applicant, ...partsOf(reader, id), amends: amendedBy(reader, id) ?? null };
}

function partsOf(
  reader: Reader,
  id: number,
): Pick<Draft, 'answers' | 'schedule' | 'costs' | 'consents' | 'unsettled' | 'attachments'> {
  const answers = reader.all<{ question: string; content: string }>(
    sql`select question, content from answers where application_id = ${id}`,
  );
  const attachments = readAttachments(reader, id);
  return {
    answers: {
      ...Object.fromEntries(answers.map((answer) => [answer.question, answer.content])),
      ...namesByQuestion(attachments),
    },
    schedule: reader.all<TypedActivity>(sql`
      select activity, starts_text as starts, ends_text as ends, place from schedule_items where application_id = ${id} order by position`),
    costs: reader.all<TypedCost>(sql`
      select name, coalesce(cast(category_id as text), '') as category, quantity_text as quantity, unit, price_text as price, pay_basis as payBasis
      from cost_lines where application_id = ${id} order by position`),
    consents: reader
      .all<{ code: string }>(sql`select code from application_consents where application_id = ${id} order by code`)
      .map((row) => row.code),
    unsettled: readUnsettled(reader, id),
    attachments,
  };
}

/** The answer to a question of files: their names, a line each. */
function namesByQuestion(attachments: readonly Attachment[]): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const { question, name } of attachments)
    if (question !== '') answers[question] = question in answers ? `${answers[question]}\n${name}` : name;
  return answers;
}

/** Those not taken back, in the order they were added. */
export function readAttachments(reader: Reader, applicationId: number): Attachment[] {
  return reader.all<Attachment>(sql`
    select t.id, t.file_id as fileId, t.label, f.name, b.size, f.sha256, t.question
    from attachments t join files f on f.id = t.file_id join blobs b on b.sha256 = f.sha256
    where t.application_id = ${applicationId} and t.removed_at is null order by t.id`);
}

export interface Saving {
  readonly savedAt: Instant;
  readonly savedBy: string;
}

/** When each section was last saved and by whom; a section nobody saved is absent. */
export function readSavings(reader: Reader, applicationId: number): ReadonlyMap<string, Saving> {
  const rows = reader.all<Saving & { section: string }>(sql`
    select s.section, s.saved_at as savedAt, p.name as savedBy
    from draft_sections s join people p on p.id = s.saved_by where s.application_id = ${applicationId}`);
  return new Map(rows.map(({ section, ...saving }) => [section, saving]));
}
