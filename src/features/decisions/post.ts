import type { Tx } from '../../db/connection.ts';
import type { Deps } from '../../deps.ts';
import { formatAmount, type Grosze, grosze } from '../../lib/money.ts';
import { writeLetter } from '../../mail/write.ts';
import { readMeritCriteria } from '../calls/criteria.ts';
import type { Call } from '../calls/queries.ts';
import { whenOf } from '../calls/stage-event.ts';
import { type StageKind, stageOf } from '../calls/stages.ts';
import { windowText } from '../calls/texts.ts';
import { leaderOf } from '../initiatives/leader.ts';
import { readOrganisation } from '../organisation/queries.ts';
import { missedText, pointsText } from '../ranking/texts.ts';
import { decisionLetters, negotiationTitle } from './letters.ts';
import { decisionPaths } from './paths.ts';
import type { RankedApplication, StoredDecision } from './queries.ts';
import { whyReserve } from './texts.ts';

interface OneResult {
  readonly call: Call;
  readonly row: RankedApplication;
  readonly decision: StoredDecision;
  /** How many applications stand in the ranking. */
  readonly count: number;
  /** What the awards leave of the pool. */
  readonly left: Grosze;
}

/** Writes the leader how it ended, why, and what comes next and when. */
export function writeResultLetter(tx: Tx, deps: Deps, { call, row, decision, count, left }: OneResult): void {
  const organisation = readOrganisation(tx);
  const common = {
    ...{ title: row.title, number: row.code, callTitle: call.title, reason: decision.reason },
    ...{ points: pointsText(row.points, row.decimals), place: row.place, count },
    address: deps.publicUrl + decisionPaths.resultOf(row.applicationId),
    organisationName: organisation.name,
    organisationPhone: organisation.phone,
  };
  const letter = {
    to: leaderOf(tx, row.applicationId),
    about: { kind: 'application', id: row.applicationId },
    uniqueKey: `result:${row.applicationId}`,
  };
  const when = whenOf(stageOf(call.stages, 'negotiation'), deps.clock.now());
  const event = when && { title: negotiationTitle(row.title), when, url: common.address };
  const dates = { negotiation: datesOf(call, 'negotiation'), realisation: datesOf(call, 'realisation') };
  const amount = formatAmount(decision.amount ?? grosze(0));
  if (decision.kind === 'reserve') {
    const { requested, qualifies } = row;
    const facts = { pool: call.poolGrosze, left, requested, qualifies, hasReason: decision.reason !== '' };
    const reserve = { reservePlace: decision.reservePlace ?? 0, why: whyReserve(facts) };
    writeLetter(tx, deps, decisionLetters.result_reserve, {
      ...letter,
      fields: { ...common, ...reserve, negotiation: dates.negotiation },
    });
  } else if (decision.kind === 'refusal') {
    const threshold = pointsText(row.threshold, row.decimals);
    const missed = missedText(readMeritCriteria(tx, call.id), row.missedMinimums);
    const fields = { ...common, threshold, isBelow: !row.meetsThreshold, missed };
    writeLetter(tx, deps, decisionLetters.result_refusal, { ...letter, fields });
  } else if (decision.amount !== null && decision.amount < row.requested) {
    const fields = { ...common, ...dates, amount, requested: formatAmount(row.requested) };
    writeLetter(tx, deps, decisionLetters.result_smaller_award, { ...letter, fields, event });
  } else {
    writeLetter(tx, deps, decisionLetters.result_award, { ...letter, fields: { ...common, ...dates, amount }, event });
  }
}

function datesOf(call: Call, kind: StageKind): string {
  const stage = stageOf(call.stages, kind);
  return stage === undefined ? '' : windowText(stage);
}
