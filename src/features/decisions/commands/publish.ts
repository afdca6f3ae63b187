import canonicalize from 'canonicalize';
import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { decisionSets, publications } from '../../../db/schema/decisions.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { type Grosze, grosze } from '../../../lib/money.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { reserve } from '../../budgets/commands/entries.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { createInitiative } from '../../initiatives/commands/create.ts';
import { byBudgetLine } from '../../initiatives/policy.ts';
import { planLines } from '../../initiatives/queries.ts';
import { setLife } from '../lifecycle.ts';
import { decisionPaths } from '../paths.ts';
import { awardedSum } from '../policy.ts';
import { writeResultLetter } from '../post.ts';
import { composeResults } from '../published.ts';
import {
  type DecisionSet,
  decisionsOf,
  findSet,
  type RankedApplication,
  rankedIn,
  type StoredDecision,
} from '../queries.ts';
import { reservationReason } from '../texts.ts';
import { checkHolding } from './holding.ts';
import { askForResultLetter } from './print.ts';

/**
 * Everything at once or nothing: the public list, an initiative and a reservation for each award, a letter to every
 * applicant, by e-mail and on paper, the history. Refuses `not_in_this_state`, what `checkHolding` refuses, and `line_overdrawn` when a budget line
 * cannot bear the awards. Returns the publication's id.
 */
export function publishDecisions(deps: Deps, actor: Actor, { callId }: { readonly callId: number }): Result<number> {
  return deps.db.write((tx) => {
    const set = findSet(tx, callId);
    const call = readCall(tx, callId);
    const publisher = personIdOf(actor);
    if (set === undefined || call === undefined || publisher === null) return refused('not_prepared');
    const next = step(setLife, 'publish', set.state);
    if (!next.ok) return next;
    const given = decisionsOf(tx, set.id);
    const holds = checkHolding(tx, actor, callId, given, 'no_form');
    if (!holds.ok) return holds;
    const ranked = rankedIn(tx, actor, callId);
    const publicationId = writePublication(tx, deps, { set, call, ranked, given, publisher });
    const left = grosze(call.poolGrosze - awardedSum(given));
    for (const row of ranked) {
      const decision = given.find(({ applicationId }) => applicationId === row.applicationId);
      if (decision === undefined) return refused('withdrawn_meanwhile');
      const carried = carryOut(tx, deps, actor, { call, row, decision, count: ranked.length, left });
      if (!carried.ok) return carried;
    }
    record(tx, deps, actor, {
      what: 'decisions.published',
      subject: { kind: 'decision_set', id: set.id },
      callId,
      from: set.state,
      to: next.value,
      facts: { publication: publicationId },
    });
    return done(publicationId);
  });
}

interface Whole {
  readonly set: DecisionSet;
  readonly call: Call;
  readonly ranked: readonly RankedApplication[];
  readonly given: readonly StoredDecision[];
  readonly publisher: number;
}

function writePublication(tx: Tx, deps: Deps, { set, call, ranked, given, publisher }: Whole): number {
  const publishedAt = deps.clock.now();
  const content = canonicalize(composeResults(tx, call, ranked, given));
  if (content === undefined) throw new TypeError('The results are not JSON');
  const address = deps.publicUrl + decisionPaths.resultsOf(call.id);
  const { id } = tx.orm
    .insert(publications)
    .values({ callId: call.id, setId: set.id, publishedAt, publishedBy: publisher, address, content })
    .returning({ id: publications.id })
    .get();
  tx.orm
    .update(decisionSets)
    .set({ state: 'published', publishedAt, revision: set.revision + 1 })
    .where(eq(decisionSets.id, set.id))
    .run();
  return id;
}

interface One {
  readonly call: Call;
  readonly row: RankedApplication;
  readonly decision: StoredDecision;
  readonly count: number;
  readonly left: Grosze;
}

/** One applicant's share of the publication. */
function carryOut(tx: Tx, deps: Deps, actor: Actor, { call, row, decision, count, left }: One): Result {
  const { kind, amount, reason, reservePlace } = decision;
  record(tx, deps, actor, {
    what: 'application.decided',
    subject: { kind: 'application', id: row.applicationId },
    callId: call.id,
    to: kind,
    facts: { place: row.place, points: row.points, amount, reservePlace },
    ...(reason === '' ? {} : { text: reason }),
  });
  writeResultLetter(tx, deps, { call, row, decision, count, left });
  askForResultLetter(tx, deps, actor, { ...row, kind });
  if (kind !== 'award' || amount === null) return done();
  const initiativeId = createInitiative(tx, deps, actor, { applicationId: row.applicationId, awarded: amount });
  const lines = byBudgetLine(planLines(tx, initiativeId, 'awarded'));
  return reserve(tx, deps, actor, { initiativeId, lines, reason: reservationReason(row.code) });
}
