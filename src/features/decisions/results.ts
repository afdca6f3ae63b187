import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import { type Grosze, grosze } from '../../lib/money.ts';
import { ownedBy, visibleTo } from '../applications/access.ts';
import { applicationCode } from '../applications/content.ts';
import type { ApplicationState } from '../applications/lifecycle.ts';
import { readMeritCriteria } from '../calls/criteria.ts';
import { type Call, readCall } from '../calls/queries.ts';
import { methodText } from '../calls/scoring-texts.ts';
import { type OwnProof, ownProofOf } from '../ranking/own-proof.ts';
import { readProof } from '../ranking/proof.ts';
import { adoptedRanking, scoringRulesOf } from '../ranking/queries.ts';
import { rounded, shareOf, wholeOf } from '../ranking/scores.ts';
import { missedText } from '../ranking/texts.ts';
import { sentCards } from '../reviews/queries.ts';
import type { DecisionKind } from './policy.ts';
import { publicResults } from './published.ts';

/** Whose result it is; known before anything is published. */
export interface ResultHead {
  readonly applicationId: number;
  readonly call: Call;
  readonly number: number;
  readonly code: string;
  readonly title: string;
  readonly state: ApplicationState;
  readonly isOwn: boolean;
}

/** The group, and staff who may read the application. Judging it opens nothing here. Undefined for a draft too. */
export function resultHead(reader: Reader, actor: Actor, applicationId: number): ResultHead | undefined {
  const withoutJury =
    actor.kind === 'person' ? { ...actor, grants: actor.grants.filter(({ role }) => role !== 'juror') } : actor;
  const own = actor.kind === 'person' ? ownedBy(actor.personId) : sql`false`;
  const row = reader.get<{ callId: number; number: number; title: string; state: ApplicationState; isOwn: number }>(sql`
    select a.call_id as callId, a.number, a.title, a.state, ${own} as isOwn from applications a
    where a.id = ${applicationId} and a.state <> 'draft' and ${visibleTo(withoutJury)}`);
  const call = row && readCall(reader, row.callId);
  if (row === undefined || call === undefined) return undefined;
  const { title, state, number } = row;
  return {
    applicationId,
    call,
    title,
    state,
    number,
    code: applicationCode(call.code, call.year, row.number),
    isOwn: row.isOwn === 1,
  };
}

/**
 * The file from which the group counts its own published result again; undefined for everybody else, before the publication, and for a ranking adopted
 * before there was such a file.
 */
export function ownProof(reader: Reader, head: ResultHead): { name: string; file: OwnProof } | undefined {
  if (!head.isOwn || publishedResult(reader, head) === undefined) return undefined;
  const adopted = adoptedRanking(reader, head.call.id);
  const whole = adopted && readProof(adopted.proof);
  if (adopted === undefined || whole === undefined || !whole.ok) return undefined;
  const file = ownProofOf(whole.value, head.number, adopted.inputsFingerprint);
  return file && { name: `wynik-${head.code.replaceAll('/', '-')}.json`, file };
}

/** Points in hundredths, weighted; amounts in grosze. */
export interface OneResult {
  readonly kind: DecisionKind;
  readonly amount: Grosze | null;
  readonly requested: Grosze;
  readonly reservePlace: number | null;
  /** The call's pool and what the published awards leave of it. */
  readonly pool: { readonly whole: Grosze; readonly left: Grosze };
  readonly reason: string;
  /** Merit and bonus together. */
  readonly points: number;
  readonly bonus: number;
  readonly place: number;
  readonly count: number;
  readonly cards: number;
  readonly threshold: number;
  /** How the points were counted, in a sentence. */
  readonly method: string;
  /** Places after the comma of the call's figures. */
  readonly decimals: number;
  /** Zero where the threshold is met; bonus points do not count to it. */
  readonly shortOfThreshold: number;
  /** Which minimum of a criterion it misses, in words; '' when none. */
  readonly missed: string;
  /** How many points short of the last funded application; null when not short. */
  readonly shortOfFunded: number | null;
  readonly criteria: readonly {
    readonly name: string;
    readonly points: number;
    readonly most: number;
    readonly isBonus: boolean;
  }[];
  /** What the jurors wrote, without their names. */
  readonly justifications: readonly string[];
  readonly initiativeId: number | null;
}

/** The result of one application, from the published set alone; undefined before publication or when it was not judged. */
export function publishedResult(
  reader: Reader,
  { applicationId, call }: Pick<ResultHead, 'applicationId' | 'call'>,
): OneResult | undefined {
  const row = reader.get<PublishedRow>(sql`
    select d.kind, d.amount_grosze as amount, d.reserve_place as reservePlace, d.reason, a.requested_grosze as requested,
      r.total_hundredths as points, r.merit_hundredths as merit, r.bonus_hundredths as bonus, r.place, r.missed_minimums as missed,
      g.threshold_hundredths as threshold, i.id as initiativeId,
      (select max(y.cards) from ranking_rows y where y.ranking_id = s.ranking_id) as mostCards,
      (select count(*) from decisions x where x.set_id = d.set_id) as count,
      (select min(y.total_hundredths) from decisions x join ranking_rows y on y.application_id = x.application_id and y.ranking_id = s.ranking_id
        where x.set_id = d.set_id and x.kind = 'award') as lastFunded
    from publications p join decision_sets s on s.id = p.set_id join decisions d on d.set_id = s.id
    join rankings g on g.id = s.ranking_id join ranking_rows r on r.ranking_id = s.ranking_id and r.application_id = d.application_id
    join applications a on a.id = d.application_id left join initiatives i on i.application_id = a.id
    where s.published_at is not null and d.application_id = ${applicationId}`);
  const published = publicResults(reader, call.id);
  if (row === undefined || published === undefined) return undefined;
  const { merit, missed, mostCards, lastFunded, ...facts } = row;
  const isShort = row.kind !== 'award' && lastFunded !== null && lastFunded > row.points;
  return {
    ...facts,
    ...judged(reader, call, applicationId, mostCards),
    pool: { whole: published.pool, left: grosze(published.pool - published.awarded) },
    decimals: call.scoreDecimals,
    method: methodText(call),
    shortOfThreshold: Math.max(0, row.threshold - merit),
    missed: missedText(readMeritCriteria(reader, call.id), JSON.parse(missed) as string[]),
    shortOfFunded: isShort ? lastFunded - row.points : null,
  };
}

type PublishedRow = Pick<
  OneResult,
  | (
      | 'kind'
      | 'amount'
      | 'reservePlace'
      | 'reason'
      | 'requested'
      | 'points'
      | 'bonus'
      | 'place'
      | 'initiativeId'
      | 'count'
    )
  | 'threshold'
> & {
  readonly merit: number;
  readonly missed: string;
  readonly mostCards: number;
  readonly lastFunded: number | null;
};

/** Whether it met the threshold and every minimum. */
export function hasQualified({ shortOfThreshold, missed }: Pick<OneResult, 'shortOfThreshold' | 'missed'>): boolean {
  return shortOfThreshold === 0 && missed === '';
}

/** Points by criterion, counted as the result is, and all justifications, over the cards that counted. */
function judged(
  reader: Reader,
  call: Call,
  applicationId: number,
  mostCards: number,
): Pick<OneResult, 'criteria' | 'justifications' | 'cards'> {
  const rules = scoringRulesOf(call);
  const cards = sentCards(reader, call.id).filter((card) => card.applicationId === applicationId);
  const criteria = readMeritCriteria(reader, call.id).map(({ id, name, weight, maxPoints, isBonus }) => ({
    ...{ name, isBonus },
    points: rounded(
      cards.reduce(
        (sum, { points }) => sum + (points.find((given) => given.criterionId === id)?.points ?? 0) * weight,
        0,
      ),
      cards.length,
      shareOf(rules, cards.length, mostCards),
      rules.decimals,
    ),
    most: maxPoints * weight * wholeOf(rules, mostCards),
  }));
  return { criteria, justifications: cards.map(({ justification }) => justification), cards: cards.length };
}
