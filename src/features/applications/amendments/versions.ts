import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { signaturesVisibleTo } from '../access.ts';
import type { SubmittedContent } from '../content.ts';

export interface Version {
  readonly number: number;
  readonly submittedAt: Instant;
  readonly fingerprint: string;
  /** null once erased. */
  readonly content: SubmittedContent | null;
}

/**
 * Everything ever submitted under one number, the newest first; for the group and for the staff who read applications. Jurors judge the version in force
 * and read no other, so for them, as for strangers, there is nothing.
 */
export function readVersions(reader: Reader, actor: Actor, applicationId: number): Version[] {
  return reader
    .all<Omit<Version, 'content'> & { content: string | null }>(sql`
      select v.number, v.submitted_at as submittedAt, v.fingerprint, v.content
      from application_versions v join applications a on a.id = v.application_id
      where a.id = ${applicationId} and ${signaturesVisibleTo(actor)} order by v.number desc`)
    .map(({ content, ...version }) => ({
      ...version,
      content: content === null ? null : (JSON.parse(content) as SubmittedContent),
    }));
}
