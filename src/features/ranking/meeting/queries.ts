import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Day, Instant } from '../../../lib/days.ts';
import type { Grosze } from '../../../lib/money.ts';
import { isBlind, judgingVisibleTo } from '../../applications/access.ts';
import { applicationCode } from '../../applications/content.ts';
import { isSitting, isVoting } from '../../jury/access.ts';
import type { Agenda } from './policy.ts';

export interface Meeting {
  readonly id: number;
  readonly callId: number;
  readonly place: string;
  readonly agenda: Agenda;
  readonly isOnScreen: boolean;
  readonly openedAt: Instant;
  /** The application talked about now; null between two of them. */
  readonly currentId: number | null;
  /** With the adoption of the ranking. */
  readonly closedAt: Instant | null;
  readonly revision: number;
}

/** The meeting of the call's jury; undefined where none was opened in the system. */
export function meetingOf(reader: Reader, callId: number): Meeting | undefined {
  const row = reader.get<Omit<Meeting, 'isOnScreen'> & { onScreen: number }>(sql`
    select id, call_id as callId, place, agenda, on_screen as onScreen, opened_at as openedAt, current_application_id as currentId,
      closed_at as closedAt, revision
    from meetings where call_id = ${callId}`);
  if (row === undefined) return undefined;
  const { onScreen, ...meeting } = row;
  return { ...meeting, isOnScreen: onScreen === 1 };
}

/** The meeting as long as it goes on. */
export function openMeetingOf(reader: Reader, callId: number): Meeting | undefined {
  const meeting = meetingOf(reader, callId);
  return meeting?.closedAt === null ? meeting : undefined;
}

/** Whether anything was written down already: what was said, settled, or points changed. */
export function isUnderWay(reader: Reader, { id, callId }: Pick<Meeting, 'id' | 'callId'>): boolean {
  const said = sql`select 1 from meeting_items where meeting_id = ${id} and (presenter <> '' or note <> '' or for_group <> '' or amount_grosze is not null)`;
  const changed = sql`select 1 from score_changes x join score_cards k on k.id = x.card_id join jury_members m on m.id = k.member_id
    where m.call_id = ${callId}`;
  return reader.get(said) !== undefined || reader.get(changed) !== undefined;
}

export interface Stay {
  readonly memberId: number;
  readonly cameAt: Instant;
  /** Null while in the room. */
  readonly leftAt: Instant | null;
}

/** Comings and goings in their order. */
export function staysOf(reader: Reader, meetingId: number): Stay[] {
  return reader.all<Stay>(sql`
    select member_id as memberId, came_at as cameAt, left_at as leftAt from meeting_attendance where meeting_id = ${meetingId} order by id`);
}

/** Members in office who declared and are in the room now; `which` is a condition over the alias `m`. */
export function presentIds(reader: Reader, meetingId: number, which: SQL = isSitting): number[] {
  const rows = reader.all<{ id: number }>(sql`
    select m.id from meeting_attendance t join jury_members m on m.id = t.member_id
    where t.meeting_id = ${meetingId} and t.left_at is null and m.removed_at is null and ${which}
      and exists (select 1 from jury_declarations d where d.member_id = m.id) order by m.id`);
  return rows.map(({ id }) => id);
}

/** How many of them count to the quorum. */
export function votersPresent(reader: Reader, meetingId: number): number {
  return presentIds(reader, meetingId, isVoting).length;
}

export interface AgendaItem {
  readonly applicationId: number;
  readonly number: number;
  readonly code: string;
  readonly title: string;
  /** '' in a call judged without names, whoever asks: the page of whoever leads is on the wall of the room. */
  readonly applicant: string;
  readonly requested: Grosze;
  readonly discussedAt: Instant | null;
  readonly note: string;
  /** Set by the jury; null: nothing said of it. */
  readonly amount: Grosze | null;
  readonly forGroup: string;
  /** Who presented it, as typed; '' when nobody did. */
  readonly presenter: string;
  readonly steppedOut: readonly number[];
  readonly revision: number;
  /** Whether the actor who asked may know of it. */
  readonly isOpen: boolean;
}

/** The applications that are ranked, in the order of the agenda; those accepted since the opening stand last. */
export function agendaOf(reader: Reader, actor: Actor, meeting: Pick<Meeting, 'id' | 'callId'>): AgendaItem[] {
  return reader
    .all<Row>(sql`select ${columns(actor)} ${agendaRows(meeting)} order by i.position is null, i.position, a.number`)
    .map(asItem);
}

/** One application of the agenda, as `agendaOf` has it. */
export function agendaItem(
  reader: Reader,
  actor: Actor,
  meeting: Pick<Meeting, 'id' | 'callId'>,
  applicationId: number,
): AgendaItem | undefined {
  const row = reader.get<Row>(sql`select ${columns(actor)} ${agendaRows(meeting)} and a.id = ${applicationId}`);
  return row && asItem(row);
}

function columns(actor: Actor): SQL {
  return sql`a.id as applicationId, a.number, c.code as callCode, c.year, a.title, iif(${isBlind}, '', coalesce(nullif(w.name, ''), w.leader_name)) as applicant,
    a.requested_grosze as requested, i.discussed_at as discussedAt, coalesce(i.note, '') as note, i.amount_grosze as amount,
    coalesce(i.for_group, '') as forGroup, coalesce(i.presenter, '') as presenter, coalesce(i.stepped_out, '[]') as steppedOut, coalesce(i.revision, 1) as revision,
    ${judgingVisibleTo(actor)} as isOpen`;
}

function agendaRows({ id, callId }: Pick<Meeting, 'id' | 'callId'>): SQL {
  return sql`from applications a join calls c on c.id = a.call_id join applicants w on w.application_id = a.id
    left join meeting_items i on i.application_id = a.id and i.meeting_id = ${id}
    where a.call_id = ${callId} and a.state = 'accepted'`;
}

type Row = Omit<AgendaItem, 'code' | 'steppedOut' | 'isOpen'> & {
  readonly callCode: string;
  readonly year: number;
  readonly steppedOut: string;
  readonly isOpen: number;
};

function asItem({ callCode, year, steppedOut, isOpen, ...row }: Row): AgendaItem {
  return {
    ...row,
    code: applicationCode(callCode, year, row.number),
    steppedOut: JSON.parse(steppedOut) as number[],
    isOpen: isOpen === 1,
  };
}

export interface SignedMinutes {
  readonly signedOn: Day;
  readonly fileId: number;
  readonly storedAt: Instant;
  readonly storedBy: string;
}

/** The newest scan of the signed minutes; undefined while they are on paper alone. */
export function signedMinutesOf(reader: Reader, rankingId: number): SignedMinutes | undefined {
  return reader.get<SignedMinutes>(sql`
    select s.signed_on as signedOn, s.file_id as fileId, s.stored_at as storedAt, p.name as storedBy
    from signed_minutes s join people p on p.id = s.stored_by where s.ranking_id = ${rankingId} order by s.id desc limit 1`);
}
