import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';

export interface Rehearsal {
  readonly id: number;
  readonly realCallId: number;
  /** Who began it; theirs are the links of caught letters that open nobody's account. */
  readonly startedBy: number;
  readonly startedAt: Instant;
  readonly closedAt: Instant | null;
}

const columns = sql`id, rehearsal_of as realCallId, rehearsal_started_by as startedBy, created_at as startedAt, rehearsal_closed_at as closedAt`;

/** The rehearsal with this id, open or closed; undefined for a real call. */
export function readRehearsal(reader: Reader, callId: number): Rehearsal | undefined {
  return reader.get<Rehearsal>(sql`select ${columns} from calls where id = ${callId} and rehearsal_of is not null`);
}

/** The rehearsal that an application is written in; undefined for a real one. */
export function rehearsalOfApplication(reader: Reader, applicationId: number): Rehearsal | undefined {
  return reader.get<Rehearsal>(sql`select ${columns} from calls
    where id = (select call_id from applications where id = ${applicationId}) and rehearsal_of is not null`);
}

/** The rehearsal of a call that is being played now; there is one at a time. */
export function openRehearsalOf(reader: Reader, realCallId: number): Rehearsal | undefined {
  return reader.get<Rehearsal>(
    sql`select ${columns} from calls where rehearsal_of = ${realCallId} and rehearsal_closed_at is null`,
  );
}

/** Every rehearsal the call ever had, the newest first. */
export function rehearsalsOf(reader: Reader, realCallId: number): Rehearsal[] {
  return reader.all<Rehearsal>(sql`select ${columns} from calls where rehearsal_of = ${realCallId} order by id desc`);
}

/** Who plays, in the order of coming. */
export function rehearsingPeople(reader: Reader, callId: number): { id: number; name: string; email: string | null }[] {
  return reader.all(sql`select p.id, p.name, p.email from rehearsal_people y join people own on own.id = y.person_id
    join people p on p.id = coalesce(own.merged_into_id, own.id) where y.call_id = ${callId} order by y.joined_at, p.id`);
}
