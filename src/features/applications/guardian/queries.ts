import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { guardianConsents } from '../../../db/schema/applications-guardian.ts';
import type { Day, Instant } from '../../../lib/days.ts';
import type { Call } from '../../calls/queries.ts';
import { sameMatter } from '../amendments/copies.ts';
import type { ApplicationState } from '../lifecycle.ts';
import { type ConsentStanding, standingOfWords } from './policy.ts';

export type GuardianWord = (typeof guardianConsents.$inferSelect)['word'];
export type GuardianWay = (typeof guardianConsents.$inferSelect)['way'];

/** What the applicant says over the alias `a`: as sent, and as typed while nothing is. */
const said = (sent: SQL, typed: SQL) =>
  sql`coalesce((select v.content ->> ${sent} from application_versions v where v.id = a.current_version_id),
    (select ${typed} from applicants w where w.application_id = a.id))`;
const kind = said(sql`'$.applicant.kind'`, sql`w.kind`);
const guardianName = said(sql`'$.applicant.guardianName'`, sql`w.guardian_name`);
const childName = said(sql`'$.applicant.leaderName'`, sql`w.leader_name`);

/** Condition over the alias `a` of applications: who leads it is not of age. */
export const isOfMinor = sql`${kind} = 'minor'`;

/** Condition over the alias `a`: the guardian's newest word is a consent, said with the names that stand in the application now. */
export const hasGuardianConsent = sql`exists (select 1 from guardian_consents g where g.application_id in ${sameMatter(sql`a.id`)} and g.word = 'given'
  and g.id = (select max(n.id) from guardian_consents n where n.application_id in ${sameMatter(sql`a.id`)})
  and g.guardian_name = ${guardianName} and g.child_name = ${childName})`;

export interface GuardianFacts {
  readonly applicationId: number;
  readonly callId: number;
  readonly state: ApplicationState;
  readonly title: string;
  readonly callTitle: string;
  readonly guardianName: string;
  readonly childName: string;
  /** By when the call wants the consent. */
  readonly neededBefore: Call['guardianConsent'];
  /** The consent that counts now is there. */
  readonly isGiven: boolean;
}

/** About whose guardian an application asks; undefined where its leader is of age, or nobody is chosen yet. Whose eyes it is for is the caller's question. */
export function readGuardianFacts(reader: Reader, applicationId: number): GuardianFacts | undefined {
  const row = reader.get<Omit<GuardianFacts, 'isGiven'> & { given: number }>(sql`
    select a.id as applicationId, a.call_id as callId, a.state, a.title, c.title as callTitle, ${guardianName} as guardianName,
      ${childName} as childName, c.guardian_consent as neededBefore, ${hasGuardianConsent} as given
    from applications a join calls c on c.id = a.call_id where a.id = ${applicationId} and ${isOfMinor}`);
  if (row === undefined) return undefined;
  const { given, ...facts } = row;
  return { ...facts, isGiven: given === 1 };
}

export interface SaidByGuardian {
  readonly id: number;
  readonly word: GuardianWord;
  readonly way: GuardianWay;
  readonly guardianName: string;
  readonly childName: string;
  readonly signedOn: Day | null;
  readonly fileId: number | null;
  readonly fingerprint: string | null;
  readonly reason: string;
  readonly recordedAt: Instant;
  /** '' for what came by a link. */
  readonly recordedBy: string;
}

/** Every word, newest first. */
export function readGuardianWords(reader: Reader, applicationId: number): SaidByGuardian[] {
  return reader.all<SaidByGuardian>(sql`
    select g.id, g.word, g.way, g.guardian_name as guardianName, g.child_name as childName, g.signed_on as signedOn, g.file_id as fileId,
      g.fingerprint, g.reason, g.recorded_at as recordedAt, coalesce(p.name, '') as recordedBy
    from guardian_consents g left join people p on p.id = g.recorded_by where g.application_id in ${sameMatter(applicationId)} order by g.id desc`);
}

/** The consent of a minor's guardian as rooms downstream ask of it. */
export function guardianConsentOf(reader: Reader, applicationId: number): ConsentStanding {
  const facts = readGuardianFacts(reader, applicationId);
  return facts === undefined ? 'not_needed' : standingOfWords(facts, readGuardianWords(reader, applicationId));
}

/** The newest consent, whatever the names in it: who consented, for whom. */
export interface GivenConsent {
  readonly guardianName: string;
  readonly childName: string;
}

export function newestConsent(reader: Reader, applicationId: number): GivenConsent | null {
  const [newest] = readGuardianWords(reader, applicationId);
  return newest?.word === 'given' ? { guardianName: newest.guardianName, childName: newest.childName } : null;
}

export interface GuardianRequest {
  readonly linkId: number;
  readonly applicationId: number;
  readonly guardianName: string;
  readonly childName: string;
  readonly askedAt: Instant;
  readonly email: string;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

const columns = sql`r.link_id as linkId, r.application_id as applicationId, r.guardian_name as guardianName, r.child_name as childName,
  r.asked_at as askedAt, l.email, l.expires_at as expiresAt, l.used_at as usedAt`;
const requests = sql`guardian_requests r join sign_in_links l on l.id = r.link_id`;

/** About whom and what a door asks. */
export function guardianRequestOf(reader: Reader, linkId: number): GuardianRequest | undefined {
  return reader.get<GuardianRequest>(sql`select ${columns} from ${requests} where r.link_id = ${linkId}`);
}

/** What a letter's door asks about now: once a change is over, the application itself. */
const asksAbout = sql`coalesce((select m.amends_id from amendments m where m.application_id = r.application_id and m.closed_at is not null), r.application_id)`;

/** The newest letter whose door asks, or asked, about this application. */
export function newestGuardianRequest(reader: Reader, applicationId: number): GuardianRequest | undefined {
  return reader.get<GuardianRequest>(
    sql`select ${columns} from ${requests} where ${asksAbout} = ${applicationId} order by r.link_id desc limit 1`,
  );
}
