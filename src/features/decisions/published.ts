import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import { posterNameOf, readSubmitted } from '../applications/content.ts';
import type { Call } from '../calls/queries.ts';
import { awardedSum } from './policy.ts';
import type { RankedApplication, StoredDecision } from './queries.ts';

/**
 * What the public sees, kept as it was published: the funded with title, group, amount and points; of the others number and
 * title alone. Amounts in grosze, points in hundredths.
 */
export interface PublishedResults {
  readonly callTitle: string;
  readonly callSubtitle: string;
  readonly pool: Grosze;
  readonly awarded: Grosze;
  readonly applications: number;
  readonly funded: readonly FundedResult[];
  /** In the order of the reserve list. */
  readonly reserve: readonly NamedResult[];
  /** By number. */
  readonly others: readonly NamedResult[];
}

export interface NamedResult {
  readonly code: string;
  readonly title: string;
}

export interface FundedResult extends NamedResult {
  readonly group: string;
  readonly amount: Grosze;
  readonly points: number;
}

export interface Publication extends PublishedResults {
  readonly publishedAt: Instant;
  readonly address: string;
}

/** The published results of a call; undefined until they are published. */
export function publicResults(reader: Reader, callId: number): Publication | undefined {
  const row = reader.get<{ publishedAt: Instant; address: string; content: string }>(sql`
    select published_at as publishedAt, address, content from publications where call_id = ${callId} order by id desc limit 1`);
  if (row === undefined) return undefined;
  return { publishedAt: row.publishedAt, address: row.address, ...(JSON.parse(row.content) as PublishedResults) };
}

/** The content of a publication, from a set about to be published. */
export function composeResults(
  reader: Reader,
  call: Call,
  ranked: readonly RankedApplication[],
  given: readonly StoredDecision[],
): PublishedResults {
  const decisionOf = new Map(given.map((decision) => [decision.applicationId, decision]));
  const named = ({ code, title }: RankedApplication): NamedResult => ({ code, title });
  const those = (kind: StoredDecision['kind']) =>
    ranked.filter(({ applicationId }) => decisionOf.get(applicationId)?.kind === kind);
  return {
    callTitle: call.title,
    callSubtitle: call.subtitle,
    pool: call.poolGrosze,
    awarded: awardedSum(given),
    applications: ranked.length,
    funded: those('award').flatMap((row) => {
      const amount = decisionOf.get(row.applicationId)?.amount;
      return amount == null
        ? []
        : [{ ...named(row), group: publicGroup(reader, row.applicationId), amount, points: row.points }];
    }),
    reserve: those('reserve').map(named),
    others: [...those('refusal')].sort((a, b) => a.number - b.number).map(named),
  };
}

/** A group goes by the name it asked to be signed with, else by its own; a single person, of whatever age, by the kind of applicant alone. */
export function publicGroup(reader: Reader, applicationId: number): string {
  const content = readSubmitted(reader, applicationId)?.content;
  if (content === undefined) return '';
  const { applicant } = content;
  const isOnePerson = applicant.kind === 'person' || applicant.kind === 'minor';
  return isOnePerson ? applicant.kindName : posterNameOf(content) || applicant.name || applicant.kindName;
}
