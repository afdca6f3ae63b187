import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import { namesVisibleTo, ownedBy, type Right, standingOf, visibleTo } from './access.ts';
import { standsForItself } from './amendments/copies.ts';
import { applicationCode } from './content.ts';
import type { ApplicationState } from './lifecycle.ts';

export interface ApplicationRow {
  readonly id: number;
  readonly callId: number;
  readonly callTitle: string;
  /** „PB/2024/03”; null for a draft. */
  readonly code: string | null;
  readonly title: string;
  readonly groupName: string;
  readonly leaderName: string;
  readonly requestedGrosze: Grosze;
  readonly state: ApplicationState;
  readonly submittedAt: Instant | null;
  readonly createdAt: Instant;
}

/** What was submitted in a call and the actor may see, in the order of its numbers. One prepared query however long the list. */
export function listSubmitted(reader: Reader, actor: Actor, callId: number): ApplicationRow[] {
  return list(reader, sql`a.call_id = ${callId} and a.state <> 'draft' and ${visibleTo(actor)} order by a.number`);
}

/** What a person writes or wrote, newest first; what is played in a rehearsal stands on its own page. */
export function listOwn(reader: Reader, personId: number): ApplicationRow[] {
  return list(
    reader,
    sql`${ownedBy(personId)} and ${standsForItself} and a.call_id in (select id from real_calls) order by a.id desc`,
  );
}

function list(reader: Reader, which: SQL): ApplicationRow[] {
  const rows = reader.all<Omit<ApplicationRow, 'code'> & { number: number | null; callCode: string; year: number }>(sql`
    select a.id, a.call_id as callId, c.title as callTitle, c.code as callCode, c.year, a.number, a.title, coalesce(nullif(b.name, ''), b.leader_name) as groupName, b.leader_name as leaderName,
      a.requested_grosze as requestedGrosze, a.state, a.submitted_at as submittedAt, a.created_at as createdAt
    from applications a join calls c on c.id = a.call_id join applicants b on b.application_id = a.id
    where ${which}`);
  // Written onto the rows themselves: copying two hundred of them would cost more than the rest of the list.
  return rows.map((row) =>
    Object.assign(row, { code: row.number === null ? null : applicationCode(row.callCode, row.year, row.number) }),
  );
}

/** How many drafts a call has: all that staff learn of them. */
export function countDrafts(reader: Reader, callId: number): number {
  return (
    reader.get<{ count: number }>(
      sql`select count(*) as count from applications a where a.call_id = ${callId} and a.state = 'draft' and ${standsForItself}`,
    )?.count ?? 0
  );
}

export interface ApplicationHead {
  readonly id: number;
  readonly callId: number;
  readonly state: ApplicationState;
  readonly isOwn: boolean;
  /** What the actor may do while it is a draft; null for who only reads what was sent. */
  readonly right: Right | null;
  /** Staff key it in for its leader. */
  readonly inNameOfLeader: boolean;
}

/** The application behind an address, if the actor may see it and who sent it. */
export function findApplication(reader: Reader, actor: Actor, id: number): ApplicationHead | undefined {
  const own = actor.kind === 'person' ? ownedBy(actor.personId) : sql`false`;
  const row = reader.get<Pick<ApplicationHead, 'id' | 'callId' | 'state'> & { isOwn: number }>(sql`
    select a.id, a.call_id as callId, a.state, ${own} as isOwn from applications a where a.id = ${id} and ${namesVisibleTo(actor)}`);
  if (row === undefined) return undefined;
  const standing = standingOf(reader, actor, id);
  return {
    ...row,
    isOwn: row.isOwn === 1,
    right: standing?.right ?? null,
    inNameOfLeader: standing?.inNameOfLeader ?? false,
  };
}

/** The address the person has confirmed, or only claims so far. */
export function addressOf(reader: Reader, personId: number): { email: string; confirmed: boolean } {
  const row = reader.get<{ email: string | null; pendingEmail: string | null }>(sql`
    select email, pending_email as pendingEmail from people where id = ${personId}`);
  return { email: row?.email ?? row?.pendingEmail ?? '', confirmed: row?.email != null };
}

/** Where a copy of the application may go: nothing is sent to an address that nobody has proved. */
export function knownAddressOf(reader: Reader, personId: number): string {
  const { email, confirmed } = addressOf(reader, personId);
  return confirmed ? email : '';
}
