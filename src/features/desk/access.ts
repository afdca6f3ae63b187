import { type SQL, sql } from 'drizzle-orm';
import { type Actor, hasAnyRole, type Role } from '../../lib/actor.ts';
import { visibleTo as applicationVisibleTo, judgingVisibleTo } from '../applications/access.ts';
import { visibleTo as expenseVisibleTo } from '../expenses/access.ts';
import { visibleTo as initiativeVisibleTo } from '../initiatives/access.ts';

export const historyReaders = [
  'coordinator',
  'director',
  'inspector',
  'administrator',
] as const satisfies readonly Role[];
export const outboxReaders = ['coordinator', 'administrator', 'inspector'] as const satisfies readonly Role[];
export const outboxSenders = ['coordinator', 'administrator'] as const satisfies readonly Role[];

/**
 * Condition over the alias `e` of events: those of a record follow the record, those of scoring stay closed until the ranking is adopted, and to
 * the group they are about, as the jury's conflicts do; the rest is for whoever holds a reading role in the event's call or in the whole organisation.
 */
export function openEvents(actor: Actor): SQL {
  const rest = hasAnyRole(actor, historyReaders, null)
    ? sql`true`
    : sql`e.call_id in (${callsOf(actor, historyReaders)})`;
  const ofJury = sql`e.subject_kind <> 'application' or e.what not like 'jury.%'
    or e.subject_id in (select a.id from applications a where ${judgingVisibleTo(actor)})`;
  return sql`(${follows(sql`e.subject_kind`, sql`e.subject_id`, actor, rest)} and (${ofJury}) and (e.subject_kind <> 'score_card' or exists (
    select 1 from rankings r where r.call_id = e.call_id)))`;
}

/** Condition over the alias `l` of letters: those about a record follow the record; a door's or an invitation's are for staff of the whole organisation. */
export function openLetters(actor: Actor): SQL {
  const rest = hasAnyRole(actor, outboxReaders, null) ? sql`true` : sql`false`;
  return follows(sql`l.subject_kind`, sql`l.subject_id`, actor, rest);
}

/** Judging a call opens neither its history nor its letters, whatever else a juror may read. */
function follows(kind: SQL, id: SQL, actor: Actor, rest: SQL): SQL {
  const reader =
    actor.kind === 'person' ? { ...actor, grants: actor.grants.filter(({ role }) => role !== 'juror') } : actor;
  const applications = sql`select a.id from applications a where ${applicationVisibleTo(reader)}`;
  const judged = sql`select a.id from applications a where ${judgingVisibleTo(reader)}`;
  const initiatives = sql`select i.id from initiatives i where ${initiativeVisibleTo(actor)}`;
  return sql`case ${kind}
    when 'application' then ${id} in (${applications})
    when 'formal_card' then ${id} in (select f.id from formal_cards f where f.application_id in (${applications}))
    when 'score_card' then ${id} in (select k.id from score_cards k where k.application_id in (${judged}))
    when 'recusal' then ${id} in (select x.id from recusals x where x.application_id in (${judged}))
    when 'initiative' then ${id} in (${initiatives})
    when 'agreement' then ${id} in (select g.id from agreements g where g.initiative_id in (${initiatives}))
    when 'settlement' then ${id} in (select s.id from settlements s where s.initiative_id in (${initiatives}))
    when 'expense' then ${id} in (select e.id from expenses e where ${expenseVisibleTo(actor)})
    else ${rest} end`;
}

function callsOf(actor: Actor, roles: readonly Role[]): SQL {
  const grants = actor.kind === 'person' && actor.confirmed ? actor.grants : [];
  const ids = grants.flatMap(({ role, callId }) => (callId !== null && roles.includes(role) ? [sql`${callId}`] : []));
  return ids.length === 0 ? sql`null` : sql.join(ids, sql`, `);
}
