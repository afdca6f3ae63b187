import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { FileAccess } from '../../files/records.ts';
import { type Actor, hasAnyRole, type Role } from '../../lib/actor.ts';
import { callKind } from '../../mail/write.ts';
import { sameAs } from '../accounts/access.ts';
import { visibleTo as applicationVisibleTo, judgingVisibleTo, ownedBy } from '../applications/access.ts';
import { letterReaders } from '../correspondence/access.ts';
import { mailingVisibleTo, recipientVisibleTo } from '../correspondence/mailings/access.ts';
import { visibleTo as expenseVisibleTo } from '../expenses/access.ts';
import { visibleTo as initiativeVisibleTo } from '../initiatives/access.ts';

export const historyReaders = [
  'coordinator',
  'director',
  'inspector',
  'administrator',
] as const satisfies readonly Role[];

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
  // What two people say to each other over a card, before it has an outcome, is not for one of the group who works here.
  const ofSigning = sql`e.what not in ('formal_card.signed', 'formal_card.returned') or e.subject_id in (
    select f.id from formal_cards f join applications a on a.id = f.application_id where ${judgingVisibleTo(actor)})`;
  return sql`(${ofRealCalls} and ${follows(sql`e.subject_kind`, sql`e.subject_id`, actor, rest)} and (${ofJury}) and (${ofSigning}) and (e.subject_kind <> 'score_card' or exists (
    select 1 from rankings r where r.call_id = e.call_id)))`;
}

/** What is played in a rehearsal is in no history that is read; that one began and was closed stands in the history of its real call. */
const ofRealCalls = sql`(e.call_id is null or e.call_id in (select id from real_calls))
  and (e.subject_kind, e.subject_id) not in (select kind, id from rehearsed_records)`;

/**
 * Condition over the alias `l` of letters: those about a record follow the record, those of a mailing and reminders every record in them; a door's or an
 * invitation's are for staff of the whole organisation.
 * Letters of a rehearsal stand on its own page. What staff wrote down of a call stays closed to the group it is about, also where one of the group works in the library.
 */
export function openLetters(actor: Actor): SQL {
  const rest = hasAnyRole(actor, letterReaders, null) ? sql`true` : sql`false`;
  const own = actor.kind === 'person' ? ownedBy(actor.personId) : sql`false`;
  const ofOwn = sql`l.kind = ${callKind} and (
    (l.subject_kind = 'application' and l.subject_id in (select a.id from applications a where ${own}))
    or (l.subject_kind = 'initiative' and l.subject_id in (select i.id from initiatives i join applications a on a.id = i.application_id where ${own})))`;
  const open = sql`case l.subject_kind when 'mailing_recipient' then l.subject_id in (select r.id from mailing_recipients r
      join mailings m on m.id = r.mailing_id where ${mailingVisibleTo(actor)} and ${recipientVisibleTo(actor, openRecords)})
    when 'reminder' then l.subject_id not in (select t.reminder_id from reminder_items t
      where not (${follows(sql`t.subject_kind`, sql`t.subject_id`, actor, rest)}))
    else ${follows(sql`l.subject_kind`, sql`l.subject_id`, actor, rest)} end`;
  return sql`(l.caught_for is null and ${open} and not (${ofOwn}) and ${cardTold(actor)})`;
}

/** A letter about a score card says its points: until the ranking is adopted, of staff only whoever keyed the card in reads and prints it. */
function cardTold(actor: Actor): SQL {
  const keyedIn = actor.kind === 'person' ? sql`k.keyed_by in ${sameAs(actor.personId)}` : sql`false`;
  return sql`(l.subject_kind <> 'score_card' or l.subject_id in (select k.id from score_cards k join applications a on a.id = k.application_id
    where ${keyedIn} or exists (select 1 from rankings r where r.call_id = a.call_id)))`;
}

/** Condition over the alias `a`: applications whose people the actor may write to; judging them is no reason to. */
export function openApplications(actor: Actor): SQL {
  return applicationVisibleTo(withoutJury(actor));
}

/** Whether the actor may see how a person is written to: somebody with a letter or an application open to the actor. */
export function mayReach(reader: Reader, actor: Actor, personId: number): boolean {
  return (
    reader.get(sql`select 1 from people p where p.id in ${sameAs(personId)} and (
      exists (select 1 from letters l where l.to_person_id = p.id and ${openLetters(actor)})
      or exists (select 1 from application_members m join applications a on a.id = m.application_id
        where m.person_id = p.id and m.role = 'leader' and a.call_id in (select id from real_calls) and ${openApplications(actor)}))`) !==
    undefined
  );
}

/** A letter on paper and the proof that one went out are as open as the letter. */
export const letterFiles: FileAccess = {
  letter: (reader, actor, id) => mayOpen(reader, actor, sql`l.id = ${id}`),
  dispatch: (reader, actor, id) =>
    mayOpen(reader, actor, sql`l.id = (select d.letter_id from dispatches d where d.id = ${id})`),
};

/** Whether a record of a call whose mailings the actor reads is open to the actor: a condition over its kind and id. */
export function openRecords(actor: Actor): (kind: SQL, id: SQL) => SQL {
  return (kind, id) => follows(kind, id, actor, sql`true`);
}

function mayOpen(reader: Reader, actor: Actor, which: SQL): boolean {
  if (!hasAnyRole(actor, letterReaders)) return false;
  return reader.get(sql`select 1 from letters l where ${which} and ${openLetters(actor)}`) !== undefined;
}

/** Judging a call opens neither its history nor its letters, whatever else a juror may read. */
function follows(kind: SQL, id: SQL, actor: Actor, rest: SQL): SQL {
  const reader = withoutJury(actor);
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

function withoutJury(actor: Actor): Actor {
  if (actor.kind !== 'person') return actor;
  return { ...actor, grants: actor.grants.filter(({ role }) => role !== 'juror') };
}

function callsOf(actor: Actor, roles: readonly Role[]): SQL {
  const grants = actor.kind === 'person' && actor.confirmed ? actor.grants : [];
  const ids = grants.flatMap(({ role, callId }) => (callId !== null && roles.includes(role) ? [sql`${callId}`] : []));
  return ids.length === 0 ? sql`null` : sql.join(ids, sql`, `);
}
