import { eq, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { calls } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { type Grosze, grosze } from '../../../lib/money.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { checkAmounts } from '../policy.ts';
import { publishTerms } from '../publications/copies.ts';
import { type Call, countSubmitted, readCall } from '../queries.ts';
import { askForRules } from './papers.ts';

export interface Terms {
  readonly callId: number;
  readonly version: number;
  readonly pool: Grosze;
  readonly min: Grosze;
  readonly max: Grosze;
  readonly minInitiatives: number;
  readonly applicationsPerLeader: number;
  /** Null: an organisation counts with its leader. */
  readonly applicationsPerOrganisation: number | null;
  readonly thresholdPercent: number;
  readonly quorum: number;
  readonly scoreMethod: Call['scoreMethod'];
  /** Places after the comma, 0…2. */
  readonly scoreDecimals: number;
  /** The most bonus points a card adds. */
  readonly bonusLimit: number;
  readonly unevenCards: Call['unevenCards'];
  /** 1: nothing or everything in a criterion is explained. */
  readonly extremeReasons: Call['extremeReasons'];
  /** How many members score each application, at least a quorum; null: everybody scores everything. */
  readonly cardsPerApplication: Call['cardsPerApplication'];
  /** 1: jurors learn who applies only when the ranking is adopted. */
  readonly blindReview: Call['blindReview'];
}

/**
 * Changes the pool, limits and thresholds. Refuses `edited_meanwhile`, `terms_frozen` once somebody has submitted,
 * `max_below_min`, `max_over_pool`, `cards_below_quorum`, `pool_too_small`, and `pool_over_plan` when the budget plans less for the task.
 */
export function changeTerms(deps: Deps, actor: Actor, terms: Terms): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, terms.callId);
    if (call === undefined) return refused('call_absent');
    if (call.version !== terms.version) return refused('edited_meanwhile');
    const count = countSubmitted(tx, call.id);
    if (count > 0) return refused('terms_frozen', { facts: { count } });
    const possible = checkAmounts(terms, plannedGrant(tx, call.taskId));
    if (!possible.ok) return possible;
    if (terms.cardsPerApplication !== null && terms.cardsPerApplication < terms.quorum)
      return refused('cards_below_quorum', { field: 'cardsPerApplication' });
    const changed = {
      poolGrosze: terms.pool,
      minGrosze: terms.min,
      maxGrosze: terms.max,
      minInitiatives: terms.minInitiatives,
      applicationsPerLeader: terms.applicationsPerLeader,
      applicationsPerOrganisation: terms.applicationsPerOrganisation,
      thresholdPercent: terms.thresholdPercent,
      quorum: terms.quorum,
      scoreMethod: terms.scoreMethod,
      scoreDecimals: terms.scoreDecimals,
      bonusLimit: terms.bonusLimit,
      unevenCards: terms.unevenCards,
      extremeReasons: terms.extremeReasons,
      cardsPerApplication: terms.cardsPerApplication,
      blindReview: terms.blindReview,
    };
    tx.orm
      .update(calls)
      .set({ ...changed, version: call.version + 1 })
      .where(eq(calls.id, call.id))
      .run();
    record(tx, deps, actor, {
      what: 'call.terms_changed',
      subject: { kind: 'call', id: call.id },
      callId: call.id,
      facts: changed,
    });
    askForRules(tx, deps, actor, call);
    if (call.state !== 'draft') publishTerms(tx, deps, actor, call.id);
    return done();
  });
}

/** The grant planned for the task in the budget in force, grosze. */
export function plannedGrant(reader: Reader, taskId: number): Grosze {
  const row = reader.get<{ planned: number }>(
    sql`select coalesce(sum(planned_grosze), 0) as planned from budget_balances where task_id = ${taskId} and source = 'grant'`,
  );
  return grosze(row?.planned ?? 0);
}
