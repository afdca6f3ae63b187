import type { Reader } from '../../db/connection.ts';
import type { Day, Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import { readMeritCriteria } from '../calls/criteria.ts';
import { readCall } from '../calls/queries.ts';
import { methodText } from '../calls/scoring-texts.ts';
import type { JuryFunction } from '../jury/policy.ts';
import { exclusionsOf, membersOf } from '../jury/queries.ts';
import { readOrganisation } from '../organisation/queries.ts';
import { readProject } from '../project/queries.ts';
import { adoptedRanking, callOfRanking, rankedApplications } from './queries.ts';
import { missedText } from './texts.ts';

/** Everything the minutes say, as adopted. */
export interface Minutes {
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
    readonly isPresent: boolean;
  }[];
  readonly exclusions: readonly { readonly code: string; readonly title: string; readonly names: readonly string[] }[];
  readonly rows: readonly MinutesRow[];
}

export interface MinutesRow {
  readonly place: number;
  readonly code: string;
  readonly title: string;
  readonly applicant: string;
  readonly requested: Grosze;
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
  const members = membersOf(reader, call.id);
  const excluded = exclusionsOf(reader, call.id);
  const rows = adopted.rows.flatMap(({ applicationId, ...row }) => {
    const application = applications.get(applicationId);
    if (application === undefined) return [];
    const tieCriterion = criteria.find(({ code }) => code === row.tieNote)?.name ?? '';
    const names = members
      .filter(({ memberId }) =>
        excluded.some((one) => one.memberId === memberId && one.applicationId === applicationId),
      )
      .map(({ name }) => name);
    const missed = missedText(criteria, row.missedMinimums);
    return [{ ...row, ...application, tieCriterion, missed, names }];
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
      isPresent: adopted.attendance.includes(member.memberId),
    })),
    exclusions: rows.filter(({ names }) => names.length > 0),
    rows,
  };
}
