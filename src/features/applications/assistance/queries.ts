import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { assistedApplications, paperArrivals, submissionConfirmations } from '../../../db/schema/applications.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Day, Instant } from '../../../lib/days.ts';
import { keyedInBy } from '../access.ts';
import { sameMatter } from '../amendments/copies.ts';

export type Lane = (typeof assistedApplications.$inferSelect)['lane'];
export type ArrivalWay = (typeof paperArrivals.$inferSelect)['way'];
export type Word = (typeof submissionConfirmations.$inferSelect)['way'];

export interface Arrival {
  readonly arrivedAt: Instant;
  readonly way: ArrivalWay;
  readonly journalNumber: string;
  /** Why it is keyed in after the deadline; '' when it was not. */
  readonly lateReason: string;
}

/** When the paper came, as written down last; undefined for what did not come on paper. */
export function readArrival(reader: Reader, applicationId: number): Arrival | undefined {
  return reader.get<Arrival>(sql`
    select arrived_at as arrivedAt, way, journal_number as journalNumber, late_reason as lateReason from paper_arrivals
    where application_id = ${applicationId} order by id desc limit 1`);
}

/** The person's own word that the draft may be sent. */
export interface Confirmation {
  readonly id: number;
  readonly way: Word;
  readonly revision: number;
  readonly signedOn: Day | null;
  readonly fileId: number | null;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
}

/** For one draft, newest first. */
export function readConfirmations(reader: Reader, draftId: number): Confirmation[] {
  return confirmationsOf(reader, sql`k.application_id = ${draftId}`);
}

/** For everything sent under one number, the changes of it too; newest first. */
export function readSentConfirmations(reader: Reader, applicationId: number): Confirmation[] {
  return confirmationsOf(reader, sql`k.application_id in ${sameMatter(applicationId)}`);
}

function confirmationsOf(reader: Reader, which: SQL): Confirmation[] {
  return reader.all<Confirmation>(sql`
    select k.id, k.way, k.revision, k.signed_on as signedOn, k.file_id as fileId, k.recorded_at as recordedAt, p.name as recordedBy
    from submission_confirmations k join people p on p.id = k.recorded_by where ${which} order by k.id desc`);
}

/** What was signed on the paper form speaks for what is keyed in from it; anything else for one revision. */
export function speaksFor({ way, revision }: Confirmation, draftRevision: number): boolean {
  return way === 'paper_form' || revision === draftRevision;
}

export interface Assistance {
  readonly lane: Lane;
  readonly startedAt: Instant;
  readonly startedBy: string;
}

export function readAssistance(reader: Reader, applicationId: number): Assistance | undefined {
  return reader.get<Assistance>(sql`
    select s.lane, s.started_at as startedAt, p.name as startedBy from assisted_applications s join people p on p.id = s.started_by
    where s.application_id = ${applicationId}`);
}

export interface KeyedIn {
  readonly id: number;
  readonly leaderName: string;
  readonly title: string;
  readonly lane: Lane;
  readonly arrivedAt: Instant | null;
}

/** Drafts of the call that the actor may go on writing for people, the oldest first. */
export function listKeyedIn(reader: Reader, actor: Actor, callId: number): KeyedIn[] {
  return reader.all<KeyedIn>(sql`
    select a.id, b.leader_name as leaderName, a.title, s.lane,
      (select r.arrived_at from paper_arrivals r where r.application_id = a.id order by r.id desc limit 1) as arrivedAt
    from assisted_applications s join applications a on a.id = s.application_id join applicants b on b.application_id = a.id
    where a.call_id = ${callId} and ${keyedInBy(actor)} order by a.id`);
}
