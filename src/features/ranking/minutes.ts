import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { type Day, type Instant, warsawDay } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import { readMeritCriteria } from '../calls/criteria.ts';
import { readCall } from '../calls/queries.ts';
import { methodText } from '../calls/scoring-texts.ts';
import { type JuryFunction, type RecusalGround, scores, sits } from '../jury/policy.ts';
import { conflictsOf } from '../jury/queries.ts';
import { excludedPeople, rosterOf, tookPart } from '../jury/roster.ts';
import { readOrganisation } from '../organisation/queries.ts';
import { readProject } from '../project/queries.ts';
import { type MeetingMinutes, readMeetingMinutes } from './meeting/minutes.ts';
import { meetingOf, staysOf } from './meeting/queries.ts';
import { staysText } from './meeting/texts.ts';
import { adoptedRanking, callOfRanking, type RankedApplication, rankedApplications } from './queries.ts';
import { missedText } from './texts.ts';

export type FiledState = 'submitted' | 'accepted' | 'rejected' | 'withdrawn';

/** Everything the minutes say, as adopted. */
export interface Minutes extends MeetingMinutes {
  readonly organisation: string;
  readonly credit: string | null;
  readonly callTitle: string;
  readonly metOn: Day;
  readonly place: string;
  readonly adoptedAt: Instant;
  readonly fingerprint: string;
  readonly pool: Grosze;
  /** In hundredths of a point. */
  readonly threshold: number;
  /** How the points were counted, in a sentence. */
  readonly method: string;
  readonly decimals: number;
  readonly quorum: number;
  readonly members: readonly {
    readonly name: string;
    readonly function: JuryFunction;
    readonly represents: string;
    /** When the declaration of impartiality was signed; null of a member without one. */
    readonly declaredOn: Day | null;
    readonly isPresent: boolean;
    /** Counts to the quorum. */
    readonly hasVote: boolean;
    /** Until when somebody taken off was on the jury; null of everybody in office. */
    readonly until: Day | null;
    /** In reserve, called up for some applications: no place at the meeting. */
    readonly scoresOnly: boolean;
    /** „od 10.05 do 12.30” where the meeting was held with the system. */
    readonly hours: string;
  }[];
  /** What came in, by number, with what the formal check made of it. */
  readonly filed: readonly (RankedApplication & { readonly state: FiledState })[];
  readonly disclosures: readonly { readonly code: string; readonly name: string; readonly ground: RecusalGround }[];
  readonly exclusions: readonly { readonly code: string; readonly title: string; readonly names: readonly string[] }[];
  readonly rows: readonly MinutesRow[];
}

export interface MinutesRow {
  readonly place: number;
  readonly code: string;
  readonly title: string;
  readonly applicant: string;
  readonly requested: Grosze;
  /** Set by the jury; null: nothing said of it. */
  readonly amount: Grosze | null;
  readonly totalHundredths: number;
  readonly bonusHundredths: number;
  readonly cards: number;
  readonly meetsThreshold: boolean;
  /** Which minimum it misses, in words; '' when none. */
  readonly missed: string;
  readonly tieNote: string;
  readonly tieCriterion: string;
}

export function readMinutes(reader: Reader, rankingId: number): Minutes {
  const callId = callOfRanking(reader, rankingId);
  const call = callId === undefined ? undefined : readCall(reader, callId);
  const adopted = callId === undefined ? undefined : adoptedRanking(reader, callId);
  if (call === undefined || adopted === undefined) throw new Error(`There is no ranking ${rankingId}`);
  const applications = rankedApplications(reader, call.id);
  const criteria = readMeritCriteria(reader, call.id);
  const members = rosterOf(reader, call.id).filter(tookPart);
  const excluded = excludedPeople(reader, call.id);
  const meeting = readMeetingMinutes(reader, call, applications);
  const amountOf = new Map(meeting.settled.map(({ code, amount }) => [code, amount]));
  const held = meetingOf(reader, call.id);
  const stays = held === undefined ? [] : staysOf(reader, held.id);
  const rows = adopted.rows.flatMap(({ applicationId, ...row }) => {
    const application = applications.get(applicationId);
    if (application === undefined) return [];
    const tieCriterion = criteria.find(({ code }) => code === row.tieNote)?.name ?? '';
    const names = [...(excluded.get(applicationId)?.values() ?? [])];
    const missed = missedText(criteria, row.missedMinimums);
    return [{ ...row, ...application, amount: amountOf.get(application.code) ?? null, tieCriterion, missed, names }];
  });
  return {
    organisation: readOrganisation(reader).name,
    credit: readProject(reader).creditLine,
    callTitle: call.title,
    metOn: adopted.metOn,
    place: adopted.place,
    adoptedAt: adopted.adoptedAt,
    fingerprint: adopted.inputsFingerprint,
    pool: call.poolGrosze,
    threshold: adopted.thresholdHundredths,
    method: methodText(call),
    decimals: call.scoreDecimals,
    quorum: call.quorum,
    members: members.map((member) => ({
      name: member.name,
      function: member.function,
      represents: member.represents,
      declaredOn: member.declaredAt === null ? null : warsawDay(member.declaredAt),
      isPresent: adopted.attendance.includes(member.memberId),
      hasVote: member.removedAt === null && scores(member),
      until: member.removedAt === null ? null : warsawDay(member.removedAt),
      scoresOnly: !sits(member),
      hours: staysText(stays, member.memberId),
    })),
    filed: filedIn(reader, call.id, applications),
    disclosures: conflictsOf(reader, { kind: 'system' }, call.id)
      .filter(({ kind, personId }) => kind === 'disclosure' && members.some((one) => one.personId === personId))
      .map(({ applicationId, memberName, ground }) => ({
        ...{ code: applications.get(applicationId)?.code ?? '', name: memberName, ground },
      })),
    ...meeting,
    exclusions: rows.filter(({ names }) => names.length > 0),
    rows,
  };
}

function filedIn(reader: Reader, callId: number, applications: ReadonlyMap<number, RankedApplication>) {
  return reader
    .all<{ id: number; state: FiledState }>(
      sql`select id, state from applications where call_id = ${callId} and state <> 'draft' order by number`,
    )
    .flatMap(({ id, state }) => {
      const application = applications.get(id);
      return application === undefined ? [] : [{ ...application, state }];
    });
}
