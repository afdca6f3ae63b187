import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import { sameAs } from '../accounts/access.ts';
import { visibleTo } from '../applications/access.ts';

export interface OwnApplication {
  readonly id: number;
  readonly code: string | null;
  readonly title: string;
  readonly state: string;
  readonly submittedAt: string | null;
  readonly requestedGrosze: number;
}

/** The applications that a person leads or writes, newest first. */
export function ownApplications(reader: Reader, personId: number): OwnApplication[] {
  return reader.all<OwnApplication>(sql`
    select a.id, case when a.number is null then null else c.code || '/' || c.year || '/' || printf('%02d', a.number) end as code, a.title, a.state,
      a.submitted_at as submittedAt, a.requested_grosze as requestedGrosze
    from applications a join calls c on c.id = a.call_id
    where a.id in (select m.application_id from application_members m where m.person_id in ${sameAs(personId)}) order by a.id desc`);
}

export interface CallFigures {
  readonly submitted: number;
  readonly accepted: number;
  readonly requestedGrosze: number;
  readonly cardsSent: number;
}

/** The call in numbers, over what the actor may see. */
export function callFigures(reader: Reader, actor: Actor, callId: number): CallFigures {
  const seen = sql`from applications a where a.call_id = ${callId} and a.state <> 'draft' and ${visibleTo(actor)}`;
  const row = reader.get<CallFigures>(sql`select
    (select count(*) ${seen} and a.state <> 'withdrawn') as submitted,
    (select count(*) ${seen} and a.state = 'accepted') as accepted,
    (select coalesce(sum(a.requested_grosze), 0) ${seen} and a.state <> 'withdrawn') as requestedGrosze,
    (select count(*) from score_cards k where k.state = 'sent' and k.application_id in (select a.id ${seen})) as cardsSent`);
  return row ?? { submitted: 0, accepted: 0, requestedGrosze: 0, cardsSent: 0 };
}

export interface PastEvent {
  readonly id: number;
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly facts: string;
  readonly words: string | null;
  readonly hash: string;
}

export const eventsOnPage = 50;

/** One page of the history, newest first. What concerns an application closed to the actor is left out, in the count too. */
export function readHistory(reader: Reader, actor: Actor, page: number): { events: PastEvent[]; pages: number } {
  const visible = openEvents(actor);
  const total = reader.get<{ count: number }>(sql`select count(*) as count from events e where ${visible}`)?.count ?? 0;
  const events = reader.all<PastEvent>(sql`
    select e.id, e.at, case e.actor_kind when 'person' then coalesce(nullif(p.name, ''), p.email, '–') else e.actor_kind end as who, e.what,
      e.subject_kind as subjectKind, e.subject_id as subjectId, e.from_state as fromState, e.to_state as toState, e.facts, t.content as words, e.hash
    from events e left join people p on p.id = e.actor_person_id left join event_texts t on t.event_id = e.id
    where ${visible} order by e.id desc limit ${eventsOnPage} offset ${(page - 1) * eventsOnPage}`);
  return { events, pages: Math.max(1, Math.ceil(total / eventsOnPage)) };
}

/** Events of scoring stay closed until the ranking is adopted; those of an application follow the application. */
function openEvents(actor: Actor): SQL {
  const visible = sql`select a.id from applications a where ${visibleTo(actor)}`;
  return sql`case e.subject_kind
    when 'application' then e.subject_id in (${visible})
    when 'formal_card' then e.subject_id in (select f.id from formal_cards f where f.application_id in (${visible}))
    when 'score_card' then e.subject_id in (select k.id from score_cards k join applications s on s.id = k.application_id
      where k.application_id in (${visible}) and s.call_id in (select r.call_id from rankings r))
    when 'recusal' then e.subject_id in (select r.id from recusals r where r.application_id in (${visible}))
    when 'initiative' then e.subject_id in (select i.id from initiatives i where i.application_id in (${visible}))
    when 'agreement' then e.subject_id in (select g.id from agreements g join initiatives i on i.id = g.initiative_id where i.application_id in (${visible}))
    else true end`;
}
