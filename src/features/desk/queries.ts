import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Grosze } from '../../lib/money.ts';
import { ownedBy, visibleTo } from '../applications/access.ts';
import { standsForItself } from '../applications/amendments/copies.ts';
import type { ApplicationState } from '../applications/lifecycle.ts';
import type { DecisionKind } from '../decisions/policy.ts';
import { hasCountingCards, isExcluded } from '../jury/access.ts';
import { openEvents } from './access.ts';

export interface OwnApplication {
  readonly id: number;
  readonly code: string | null;
  readonly title: string;
  readonly state: ApplicationState;
  readonly submittedAt: string | null;
  readonly requestedGrosze: number;
  /** Once the results of its call are published. */
  readonly decision: DecisionKind | null;
  readonly awardedGrosze: Grosze | null;
  readonly initiativeId: number | null;
}

/** The applications that a person leads or writes, newest first. */
export function ownApplications(reader: Reader, personId: number): OwnApplication[] {
  return reader.all<OwnApplication>(sql`
    select a.id, case when a.number is null then null else c.code || '/' || c.year || '/' || printf('%02d', a.number) end as code, a.title, a.state,
      a.submitted_at as submittedAt, a.requested_grosze as requestedGrosze, i.id as initiativeId,
      d.kind as decision, d.amount_grosze as awardedGrosze
    from applications a join real_calls c on c.id = a.call_id left join initiatives i on i.application_id = a.id
      left join decisions d on d.application_id = a.id and d.set_id in (select s.id from decision_sets s where s.published_at is not null)
    where ${ownedBy(personId)} and ${standsForItself} order by a.id desc`);
}

/** Whether a group of this person has something to carry out. */
export function hasInitiative(reader: Reader, personId: number): boolean {
  return (
    reader.get(
      sql`select 1 from initiatives i join applications a on a.id = i.application_id
        where ${ownedBy(personId)} and i.call_id in (select id from real_calls)`,
    ) !== undefined
  );
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
    (select count(*) from score_cards k join jury_members m on m.id = k.member_id join applications a on a.id = k.application_id
      where k.state = 'sent' and ${hasCountingCards} and not ${isExcluded} and k.application_id in (select a.id ${seen})) as cardsSent`);
  return row ?? { submitted: 0, accepted: 0, requestedGrosze: 0, cardsSent: 0 };
}

export interface PastEvent {
  readonly id: number;
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly subjectKind: string;
  /** The number or name that readers know the record by; null for what has none. */
  readonly record: string | null;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly facts: string;
  readonly words: string | null;
  readonly hash: string;
}

export const eventsOnPage = 50;

const applicationCode = sql`(c.code || '/' || c.year || '/' || printf('%02d', a.number))`;
const applicationOf = (cards: SQL) =>
  sql`(select ${applicationCode} from ${cards} k join applications a on a.id = k.application_id join calls c on c.id = a.call_id where k.id = e.subject_id)`;

/** What readers know the record of an event by. */
const knownAs = sql`case e.subject_kind
  when 'person' then (select coalesce(nullif(s.name, ''), s.email, s.pending_email) from people s where s.id = e.subject_id)
  when 'application' then (select ${applicationCode} from applications a join calls c on c.id = a.call_id where a.id = e.subject_id)
  when 'formal_card' then ${applicationOf(sql`formal_cards`)}
  when 'score_card' then ${applicationOf(sql`score_cards`)}
  when 'jury_member' then (select s.name from jury_members m join people s on s.id = m.person_id where m.id = e.subject_id)
  when 'initiative' then (select i.code from initiatives i where i.id = e.subject_id)
  when 'agreement' then (select g.number from agreements g where g.id = e.subject_id)
  when 'expense' then (select x.number from expenses x where x.id = e.subject_id)
  when 'settlement' then (select i.code from settlements s join initiatives i on i.id = s.initiative_id where s.id = e.subject_id)
  end`;

/** One page of the history, newest first. What is closed to the actor is left out, in the count too. */
export function readHistory(reader: Reader, actor: Actor, page: number): { events: PastEvent[]; pages: number } {
  const visible = openEvents(actor);
  const total = reader.get<{ count: number }>(sql`select count(*) as count from events e where ${visible}`)?.count ?? 0;
  const events = reader.all<PastEvent>(sql`
    select e.id, e.at, case e.actor_kind when 'person' then coalesce(nullif(p.name, ''), p.email, '–') else e.actor_kind end as who, e.what,
      e.subject_kind as subjectKind, ${knownAs} as record, e.from_state as fromState, e.to_state as toState, e.facts, t.content as words, e.hash
    from events e left join people p on p.id = e.actor_person_id left join event_texts t on t.event_id = e.id
    where ${visible} order by e.id desc limit ${eventsOnPage} offset ${(page - 1) * eventsOnPage}`);
  return { events, pages: Math.max(1, Math.ceil(total / eventsOnPage)) };
}
