import type { Reader, Tx } from '../../db/connection.ts';
import { rankingRows, rankings } from '../../db/schema/ranking.ts';
import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import type { Actor } from '../../lib/actor.ts';
import { type Day, type Instant, warsawDay } from '../../lib/days.ts';
import { canonicalText, fingerprint } from '../../lib/fingerprint.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { askForDocument } from '../../pdf/register.ts';
import { documentText } from '../../pdf/wording/versions.ts';
import { type Call, readCall } from '../calls/queries.ts';
import { awaitsDraw } from '../jury/assignment/queries.ts';
import { scores, sits } from '../jury/policy.ts';
import { isChairMissing, membersOf } from '../jury/queries.ts';
import { progressOf } from '../reviews/queries.ts';
import { cardsGivenBack } from '../reviews/reopenings.ts';
import { mayAdopt, sightOf } from './access.ts';
import { rankingDocuments } from './documents.ts';
import { openMeetingOf } from './meeting/queries.ts';
import { hasUnevenSums, mostCards, type RankedRow, rank, undecidedTies } from './policy.ts';
import { proofOf } from './proof.ts';
import { adoptedRanking, rankingInputs, withIds } from './queries.ts';
import { thresholdHundredths } from './scores.ts';
import { documentTitles } from './texts.ts';

export interface Adoption {
  readonly callId: number;
  readonly metOn: Day;
  readonly place: string;
  /** Ids of the members present; at least a quorum of declared members with a vote. */
  readonly attendance: readonly number[];
  /** The chair's word on equals that no criterion parts: numbers of applications, the higher first. */
  readonly chairOrder?: readonly number[];
  /** Adopts although some applications have fewer cards than the quorum. */
  readonly despiteMissing?: boolean;
}

/**
 * The adoption by a jury that met without the system, written down afterwards. Returns the ranking's id. Refuses `meeting_opened` while a meeting goes
 * on in the system, which is where it is adopted then, and as `adopt` does.
 */
export function adoptRanking(deps: Deps, actor: Actor, adoption: Adoption): Result<number> {
  return deps.db.write((tx) =>
    openMeetingOf(tx, adoption.callId) === undefined || !mayAdopt(tx, actor, adoption.callId)
      ? adopt(tx, deps, actor, adoption)
      : refused('meeting_opened'),
  );
}

/**
 * Freezes the ranking with the fingerprint of what it follows from, and asks for the minutes: the only way to an adopted ranking. Returns its id.
 * Refuses `absent`, `already_adopted`, `scoring_goes_on`, `nothing_to_rank`, `met_in_future`, `chair_missing`, `meeting_without_quorum` (facts quorum),
 * `card_reopened` (facts count), `not_drawn`, `nobody_may_judge` (facts count), `cards_missing` (facts count), `uneven_sums`, `tie_undecided`.
 */
export function adopt(tx: Tx, deps: Deps, actor: Actor, adoption: Adoption): Result<number> {
  const now = deps.clock.now();
  const call = readCall(tx, adoption.callId);
  if (actor.kind !== 'person' || call === undefined || !mayAdopt(tx, actor, call.id)) return refused('absent');
  // Said before how far the scoring is: whoever's own card was given back sees no ranking either.
  const reopened = cardsGivenBack(tx, call.id);
  if (reopened > 0) return refused('card_reopened', { facts: { count: reopened } });
  const meeting = checkMeeting(tx, actor, call, adoption, now);
  if (!meeting.ok) return meeting;
  const inputs = rankingInputs(tx, call.id, adoption.chairOrder);
  const rows = rank(inputs);
  const cards = checkCards(tx, call, rows, adoption);
  if (!cards.ok) return cards;
  if (hasUnevenSums(inputs)) return refused('uneven_sums');
  if (undecidedTies(rows).length > 0) return refused('tie_undecided', { field: 'tie' });

  const proof = proofOf(`${call.code}/${call.year}`, inputs, rows);
  const inputsFingerprint = fingerprint(proof);
  const { id } = tx.orm
    .insert(rankings)
    .values({
      callId: call.id,
      inputsFingerprint,
      metOn: adoption.metOn,
      metAtPlace: adoption.place,
      attendance: JSON.stringify(adoption.attendance),
      adoptedAt: now,
      adoptedBy: actor.personId,
      proof: canonicalText(proof),
      thresholdHundredths: thresholdHundredths(inputs.rules, mostCards(inputs)),
    })
    .returning({ id: rankings.id })
    .get();
  writeRows(tx, call.id, id, rows);
  record(tx, deps, actor, {
    what: 'ranking.adopted',
    subject: { kind: 'ranking', id },
    callId: call.id,
    facts: {
      applications: rows.length,
      belowQuorum: rows.filter(({ hasQuorum }) => !hasQuorum).length,
      present: adoption.attendance.length,
      fingerprint: inputsFingerprint,
    },
  });
  const { textId } = documentText(tx, deps.clock, rankingDocuments.jury_minutes, 'minutes');
  const title = documentTitles.minutes(call.title);
  askForDocument(tx, deps.clock, actor, 'jury_minutes', { kind: 'ranking', id }, title, textId);
  return done(id);
}

/** Whether the cards bear a ranking: nobody's application left without a juror who may judge it, a quorum or the jury's word. */
function checkCards(reader: Reader, call: Call, rows: readonly RankedRow[], adoption: Adoption): Result {
  if (rows.length === 0) return refused('nothing_to_rank');
  if (awaitsDraw(reader, call)) return refused('not_drawn');
  const unjudged = progressOf(reader, call.id).applications.filter(({ possible, sent }) => possible + sent === 0);
  if (unjudged.length > 0) return refused('nobody_may_judge', { facts: { count: unjudged.length } });
  const short = rows.filter(({ hasQuorum }) => !hasQuorum).length;
  if (short > 0 && !adoption.despiteMissing)
    return refused('cards_missing', { field: 'despiteMissing', facts: { count: short } });
  return done();
}

function writeRows(tx: Tx, callId: number, rankingId: number, rows: readonly RankedRow[]): void {
  for (const { hasQuorum: _quorum, equality: _equality, number: _number, ...row } of withIds(tx, callId, rows)) {
    const missedMinimums = JSON.stringify(row.missedMinimums);
    tx.orm
      .insert(rankingRows)
      .values({ ...row, rankingId, missedMinimums, meetsThreshold: row.meetsThreshold ? 1 : 0 })
      .run();
  }
}

function checkMeeting(reader: Reader, actor: Actor, call: Call, adoption: Adoption, now: Instant): Result {
  if (adoptedRanking(reader, call.id) !== undefined) return refused('already_adopted');
  if (sightOf(reader, actor, call, now) !== 'rows') return refused('scoring_goes_on');
  if (adoption.metOn > warsawDay(now)) return refused('met_in_future', { field: 'metOn' });
  if (isChairMissing(reader, call.id)) return refused('chair_missing');
  const declared = membersOf(reader, call.id).filter((member) => member.declaredAt !== null && sits(member));
  const came = new Set(adoption.attendance);
  const present = declared.filter(({ memberId }) => came.has(memberId));
  if (present.length === adoption.attendance.length && present.filter(scores).length >= call.quorum) return done();
  return refused('meeting_without_quorum', { field: 'attendance', facts: { quorum: call.quorum } });
}
