import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import type { Correction } from '../corrections/policy.ts';
import { correctionOfCopy } from '../corrections/requests.ts';

/** Condition over the alias `a` of applications: no copy in which another one is being changed. Lists, counts and reminders of drafts ask it. */
export const standsForItself: SQL = sql`a.id not in (select application_id from amendments)`;

/** The submitted application behind a changed copy. */
export interface Amended {
  readonly applicationId: number;
  /** Number of the version that the copy was made of. */
  readonly baseVersion: number;
  /** Neither sent nor set aside, and what it changes is still waiting to be checked. */
  readonly isOpen: boolean;
  readonly wasSent: boolean;
  /** What the library asked for, where the copy answers it: nothing else is changed in it. */
  readonly correction: Correction | null;
}

/** What a draft is a copy of; undefined for a draft of its own. */
export function amendedBy(reader: Reader, copyId: number): Amended | undefined {
  const row = reader.get<Omit<Amended, 'isOpen' | 'wasSent' | 'correction'> & { isOpen: number; wasSent: number }>(sql`
    select m.amends_id as applicationId, v.number as baseVersion,
      m.closed_at is null and a.state = 'submitted' as isOpen, m.sent_version_id is not null as wasSent
    from amendments m join application_versions v on v.id = m.base_version_id join applications a on a.id = m.amends_id
    where m.application_id = ${copyId}`);
  if (row === undefined) return undefined;
  const correction = correctionOfCopy(reader, copyId) ?? null;
  return { ...row, isOpen: row.isOpen === 1, wasSent: row.wasSent === 1, correction };
}

export interface Amendment {
  readonly copyId: number;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly closedAt: Instant | null;
  /** Number of the version it became; null while it is open, and once it was set aside. */
  readonly sentAs: number | null;
  /** The request it answers; null for a change that nobody asked for. */
  readonly correctionId: number | null;
}

/** Every change ever begun of an application, the newest first. */
export function listAmendments(reader: Reader, applicationId: number): Amendment[] {
  return reader.all<Amendment>(sql`
    select m.application_id as copyId, m.opened_at as openedAt, p.name as openedBy, m.closed_at as closedAt, v.number as sentAs,
      m.correction_id as correctionId
    from amendments m join people p on p.id = m.opened_by left join application_versions v on v.id = m.sent_version_id
    where m.amends_id = ${applicationId} order by m.application_id desc`);
}

/** The change being written, at most one at a time. */
export function openAmendment(reader: Reader, applicationId: number): Amendment | undefined {
  return listAmendments(reader, applicationId).find(({ closedAt }) => closedAt === null);
}

/** Ids of the applications in which something was said of the one with this id: itself, the one it is a copy of, and the copies sent in its place. */
export function sameMatter(id: SQL | number): SQL {
  return sql`(select ${id} union select m.amends_id from amendments m where m.application_id = ${id}
    union select m.application_id from amendments m where m.sent_version_id is not null
      and m.amends_id = coalesce((select n.amends_id from amendments n where n.application_id = ${id}), ${id}))`;
}

/** The application in whose place a copy with this id was sent; any other id stays as it is. */
export function standingFor(id: SQL): SQL {
  return sql`coalesce((select m.amends_id from amendments m where m.application_id = ${id} and m.sent_version_id is not null), ${id})`;
}
