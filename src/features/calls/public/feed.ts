import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { callPaths } from '../paths.ts';
import { type CallPhase, phaseOf } from '../policy.ts';
import { type Call, hasResults } from '../queries.ts';
import { type StageKind, submissionWindow } from '../stages.ts';
import { stageNames } from '../texts.ts';
import { publicStages, readAnnouncedCalls } from './announced.ts';
import { publicPaths } from './paths.ts';

/**
 * What `/calls.json` gives to other programs. Names and meanings of version 1 stay; fields may be added. Amounts are grosze (a hundredth of a zloty), moments UTC
 * instants (ISO 8601), null where the timetable leaves a side open.
 */
export interface CallFeed {
  readonly version: 1;
  readonly generatedAt: Instant;
  readonly organisation: {
    readonly name: string;
    readonly address: string;
    readonly phone: string;
    readonly email: string;
  };
  /** Announced calls, newest first; never drafts. */
  readonly calls: readonly FeedCall[];
}

export interface FeedCall {
  readonly id: number;
  readonly code: string;
  readonly year: number;
  readonly title: string;
  readonly subtitle: string;
  readonly lead: string;
  readonly url: string;
  /** `before`, `open` or `closed` for applications, at `generatedAt`. */
  readonly phase: CallPhase;
  readonly announcedAt: Instant | null;
  readonly opensAt: Instant | null;
  /** Whoever comes at this moment is late. */
  readonly closesAt: Instant | null;
  readonly area: string;
  readonly poolGrosze: number;
  readonly minGrosze: number;
  readonly maxGrosze: number;
  readonly rulesUrl: string;
  readonly calendarUrl: string;
  readonly resultsUrl: string | null;
  readonly stages: readonly {
    readonly kind: StageKind;
    readonly name: string;
    readonly startsAt: Instant | null;
    readonly endsAt: Instant | null;
    readonly place: string;
  }[];
}

export function callFeed(reader: Reader, publicUrl: string, now: Instant): CallFeed {
  const { name, street, postalCode, city, phone, email } = readOrganisation(reader);
  return {
    version: 1,
    generatedAt: now,
    organisation: { name, address: `${street}, ${postalCode} ${city}`, phone, email },
    calls: readAnnouncedCalls(reader).map((call) => feedCall(reader, call, publicUrl, now)),
  };
}

function feedCall(reader: Reader, call: Call, publicUrl: string, now: Instant): FeedCall {
  const window = submissionWindow(call.stages);
  const { id, code, year, title, subtitle, lead, area, announcedAt, poolGrosze, minGrosze, maxGrosze } = call;
  return {
    ...{ id, code, year, title, subtitle, lead },
    url: publicUrl + callPaths.showOf(id),
    phase: phaseOf(call, now),
    announcedAt,
    opensAt: window?.opensAt ?? null,
    closesAt: window?.closesAt ?? null,
    ...{ area, poolGrosze, minGrosze, maxGrosze },
    rulesUrl: publicUrl + callPaths.rulesOf(id),
    calendarUrl: publicUrl + publicPaths.calendarOf(id),
    resultsUrl: hasResults(reader, id) ? publicUrl + callPaths.resultsOf(id) : null,
    stages: publicStages(call.stages).map(({ kind, startsAt, endsAt, place }) => ({
      ...{ kind, name: stageNames[kind], startsAt, endsAt, place },
    })),
  };
}
