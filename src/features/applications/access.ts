import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { FileAccess } from '../../files/records.ts';
import { type Actor, hasAnyRole, type Role } from '../../lib/actor.ts';
import { sameAs } from '../accounts/access.ts';
import { standingFor } from './amendments/copies.ts';

/** Who reads what was submitted; drafts belong to their group alone. */
export const readingStaff = ['coordinator', 'director', 'accountant', 'inspector'] as const satisfies readonly Role[];

/**
 * Condition over the alias `a` of applications. One's own; what was submitted, for staff within the call of their grant; for a juror who
 * signed the declaration, what was accepted in that call. An exclusion closes an application to its person in every role but its author's.
 */
export function visibleTo(actor: Actor): SQL {
  if (actor.kind === 'system') return sql`true`;
  if (actor.kind === 'visitor') return sql`false`;
  const readable = sql`(${inCallOf(actor, readingStaff)} or ${readableByJuror(actor)})`;
  return sql`(${ownedBy(actor.personId)} or ${keyedInBy(actor)}
    or (a.state <> 'draft' and ${readable} and not ${excludes(actor.personId)}))`;
}

/** Condition over the alias `a`: a draft that staff write for a person, from paper or beside her. Any coordinator of the call goes on with it. */
export function keyedInBy(actor: Actor): SQL {
  if (actor.kind !== 'person') return sql`false`;
  return sql`(a.state = 'draft' and a.id in (select application_id from assisted_applications)
    and a.id not in (select application_id from amendments where closed_at is not null) and ${inCallOf(actor, ['coordinator'])}
    and not ${excludes(actor.personId)})`;
}

/**
 * Condition over the alias `a`: papers with somebody's signature. For the group, for whoever keys the draft in, and once it is sent for the staff who
 * read it; never for jurors, whatever else they read.
 */
export function signaturesVisibleTo(actor: Actor): SQL {
  if (actor.kind !== 'person') return sql`false`;
  return sql`(${ownedBy(actor.personId)} or ${keyedInBy(actor)} or (a.state <> 'draft' and ${inCallOf(actor, readingStaff)}
    and not ${excludes(actor.personId)}))`;
}

/** Condition over the alias `a`: its jury judges without learning who applies, and has not adopted its ranking yet. */
export const isBlind: SQL = sql`(a.call_id in (select blind.id from calls blind where blind.blind_review = 1)
  and a.call_id not in (select judged.call_id from rankings judged))`;

/** Condition over the alias `a`: open to the actor with the names of its people; not to whoever reads it only to judge it without them. */
export function namesVisibleTo(actor: Actor): SQL {
  if (actor.kind !== 'person') return visibleTo(actor);
  return sql`(${visibleTo(actor)} and (not ${isBlind} or ${ownedBy(actor.personId)} or ${inCallOf(actor, readingStaff)}))`;
}

/**
 * Condition over the alias `a` of applications: what was said of it while it was judged may be read. Who works in the library and
 * applies too reads of one's own application what its group reads.
 */
export function judgingVisibleTo(actor: Actor): SQL {
  if (actor.kind !== 'person') return visibleTo(actor);
  return sql`(${visibleTo(actor)} and not ${ownedBy(actor.personId)})`;
}

/** Condition over the alias `a`: the person leads or writes this application. */
export function ownedBy(personId: number): SQL {
  return sql`a.id in (select own.application_id from application_members own where own.person_id in ${sameAs(personId)})`;
}

/** The call is one for which the actor holds one of the roles. */
function inCallOf(actor: Actor & { kind: 'person' }, roles: readonly Role[]): SQL {
  if (!actor.confirmed) return sql`false`;
  const grants = actor.grants.filter((grant) => roles.includes(grant.role));
  if (grants.some((grant) => grant.callId === null)) return sql`true`;
  const callIds = grants.map((grant) => sql`${grant.callId}`);
  return callIds.length === 0 ? sql`false` : sql`a.call_id in (${sql.join(callIds, sql`, `)})`;
}

function readableByJuror(actor: Actor & { kind: 'person' }): SQL {
  return sql`(a.state = 'accepted' and ${inCallOf(actor, ['juror'])} and exists (select 1 from jury_members member
    join jury_declarations signed on signed.member_id = member.id
    where member.call_id = a.call_id and member.person_id in ${sameAs(actor.personId)} and member.removed_at is null
      and (member.function <> 'reserve' or exists (select 1 from jury_call_ups up
        where up.member_id = member.id and (up.application_id is null or up.application_id = a.id)))))`;
}

/** A declared conflict of interest outlives membership: who stepped out of the jury does not see more for it. It closes every change of the application too. */
function excludes(personId: number): SQL {
  const excluded = sql`select r.application_id from recusals r join jury_members m on m.id = r.member_id
    where r.kind = 'exclusion' and m.person_id in ${sameAs(personId)}`;
  return sql`(a.id in (${excluded}) or a.id in (select copy.application_id from amendments copy where copy.amends_id in (${excluded})))`;
}

/**
 * Condition over the alias `a`: what the group and the library wrote to each other. For the group; for the library's readers once it is sent, and of a
 * draft only where its group has written first. Judging an application opens no thread.
 */
export function threadVisibleTo(actor: Actor, readers: readonly Role[]): SQL {
  if (actor.kind !== 'person') return sql`false`;
  return sql`(${ownedBy(actor.personId)} or ${keyedInBy(actor)} or (${inCallOf(actor, readers)} and not ${excludes(actor.personId)}
    and (a.state <> 'draft' or exists (select 1 from application_messages w where w.application_id = a.id and w.side = 'group'))))`;
}

export type Right = 'read' | 'edit' | 'submit';

/** What somebody may do with an application, and for whom: in her own name, or in the name of the leader she keys it in for. */
export interface Standing {
  readonly right: Right;
  readonly inNameOfLeader: boolean;
}

/** Undefined for whoever neither belongs to the application nor keys it in. */
export function standingOf(reader: Reader, actor: Actor, applicationId: number): Standing | undefined {
  if (actor.kind !== 'person') return undefined;
  const own = reader.get<{ right: Right }>(sql`select may as right from application_members
    where application_id = ${applicationId} and person_id in ${sameAs(actor.personId)}
    order by role = 'leader' desc, may = 'submit' desc, may = 'edit' desc limit 1`);
  if (own !== undefined) return { ...own, inNameOfLeader: false };
  const keysIn = sql`select 1 from applications a where a.id = ${applicationId} and ${keyedInBy(actor)}`;
  return reader.get(keysIn) === undefined ? undefined : { right: 'submit', inNameOfLeader: true };
}

/** What was keyed in and sent may be changed in its leader's name by any coordinator of the call who is not excluded from it. */
export function amendsInName(reader: Reader, actor: Actor, applicationId: number): boolean {
  if (actor.kind !== 'person') return false;
  const own = sql`select 1 from applications a where a.id = ${applicationId} and a.state = 'submitted' and not ${ownedBy(actor.personId)}
    and a.id in (select application_id from assisted_applications) and ${inCallOf(actor, ['coordinator'])} and not ${excludes(actor.personId)}`;
  return reader.get(own) !== undefined;
}

export function allows(right: Right, wanted: Right): boolean {
  return ranks[right] >= ranks[wanted];
}

const ranks: Readonly<Record<Right, number>> = { read: 0, edit: 1, submit: 2 };

export function isOwn(reader: Reader, personId: number, applicationId: number): boolean {
  return (
    reader.get(sql`select 1 from applications a where a.id = ${applicationId} and ${ownedBy(personId)}`) !== undefined
  );
}

/** Whether the actor holds one of the roles in the call of the application: who has its papers made. Not of one's own group. */
export function mayAskFor(reader: Reader, actor: Actor, applicationId: number, roles: readonly Role[]): boolean {
  const row = reader.get<{ callId: number }>(
    sql`select a.call_id as callId from applications a where a.id = ${applicationId} and ${judgingVisibleTo(actor)}`,
  );
  return row !== undefined && hasAnyRole(actor, roles, row.callId);
}

/**
 * Documents belong to the application, those of earlier versions to whoever reads these; a draft's printout to its writers. Each attachment stands for itself,
 * so that one taken back stays with its group. A jury that judges without names opens none of them here.
 */
export const applicationFiles: FileAccess = {
  application: (reader, actor, id, fileId) =>
    reader.get(
      sql`select 1 from applications a where a.id = ${id} and ${namesVisibleTo(actor)} and (not ${isSuperseded(fileId)} or ${signaturesVisibleTo(actor)})`,
    ) !== undefined,
  application_draft: (reader, actor, id) => standingOf(reader, actor, id) !== undefined,
  submission_confirmation: (reader, actor, id) =>
    reader.get(sql`select 1 from submission_confirmations k join applications a on a.id = ${standingFor(sql`k.application_id`)}
      where k.id = ${id} and ${signaturesVisibleTo(actor)}`) !== undefined,
  attachment: (reader, actor, id) => {
    const own = actor.kind === 'person' ? ownedBy(actor.personId) : sql`false`;
    return (
      reader.get(sql`select 1 from attachments t join applications a on a.id = t.application_id
        where t.id = ${id} and ${namesVisibleTo(actor)} and (t.removed_at is null or ${own})`) !== undefined
    );
  },
};

/** Condition: the file is a document that a later one of its kind about the same record took the place of. */
function isSuperseded(fileId: number | undefined): SQL {
  return fileId === undefined
    ? sql`false`
    : sql`exists (select 1 from documents d join documents n on n.kind = d.kind and n.subject_kind = d.subject_kind and n.subject_id = d.subject_id
        where d.file_id = ${fileId} and n.id > d.id)`;
}
