import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';

/** An answer as one person wrote it beside another's, and who wrote it. */
export interface AnswerVersion {
  readonly id: number;
  readonly field: string;
  readonly content: string;
  readonly writtenAt: Instant;
  /** The account it was merged into, if it was. */
  readonly writtenBy: number;
  /** May be ''. */
  readonly name: string;
  readonly page: string;
  readonly step: number;
  /** Set aside then; null while nobody has chosen. */
  readonly settledAt: Instant | null;
}

/** What was written beside the answers of an application, in the order it came. */
export function readVersions(reader: Reader, applicationId: number): AnswerVersion[] {
  return reader.all<AnswerVersion>(sql`
    select v.id, v.field, v.content, v.written_at as writtenAt, coalesce(p.merged_into_id, p.id) as writtenBy,
      coalesce((select q.name from people q where q.id = p.merged_into_id), p.name) as name, v.page, v.step, v.settled_at as settledAt
    from answer_versions v join people p on p.id = v.written_by where v.application_id = ${applicationId} order by v.id`);
}

/** The answers with two versions that nobody has chosen between. */
export function readUnsettled(reader: Reader, applicationId: number): string[] {
  return reader
    .all<{ field: string }>(
      sql`select distinct field from answer_versions where application_id = ${applicationId} and settled_at is null order by field`,
    )
    .map(({ field }) => field);
}

export interface AnswerSaving {
  readonly savedAt: Instant;
  readonly savedBy: number;
  readonly name: string;
  readonly page: string;
  readonly step: number;
}

/** Who wrote each answer last; one that nobody saved since the draft was begun is absent. */
export function readAnswerSavings(reader: Reader, applicationId: number): ReadonlyMap<string, AnswerSaving> {
  const rows = reader.all<AnswerSaving & { field: string }>(sql`
    select s.field, s.saved_at as savedAt, coalesce(p.merged_into_id, p.id) as savedBy,
      coalesce((select q.name from people q where q.id = p.merged_into_id), p.name) as name, s.page, s.step
    from answer_savings s join people p on p.id = s.saved_by where s.application_id = ${applicationId}`);
  return new Map(rows.map(({ field, ...saving }) => [field, saving]));
}
