import type { Tx } from '../../../db/connection.ts';
import { initiatives } from '../../../db/schema/initiatives.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Grosze } from '../../../lib/money.ts';
import { plansOfAward } from '../plans-of-award.ts';
import { totalOf } from '../policy.ts';
import { finishPlan, insertPlan } from './plan-rows.ts';

export interface NewInitiative {
  readonly applicationId: number;
  /** Grosze, at most what was requested. */
  readonly awarded: Grosze;
}

/**
 * The awarded application becomes an initiative in negotiation, with its three plans: requested as submitted and awarded
 * scaled to the award, both final, and an agreed one that begins as the awarded. Returns the initiative's id.
 */
export function createInitiative(tx: Tx, deps: Deps, actor: Actor, { applicationId, awarded }: NewInitiative): number {
  const plans = plansOfAward(tx, applicationId, awarded);
  const { callId, code, title, content } = plans.submitted;
  const groupName = content.applicant.name || content.applicant.leaderName;
  const { id } = tx.orm
    .insert(initiatives)
    .values({ callId, applicationId, code, title, groupName, createdAt: deps.clock.now() })
    .returning({ id: initiatives.id })
    .get();
  finishPlan(tx, insertPlan(tx, deps, id, 'requested', plans.requested));
  finishPlan(tx, insertPlan(tx, deps, id, 'awarded', plans.awarded));
  insertPlan(tx, deps, id, 'agreed', plans.awarded);
  record(tx, deps, actor, {
    what: 'initiative.created',
    subject: { kind: 'initiative', id },
    callId,
    to: 'negotiation',
    facts: { application: applicationId, requested: totalOf(plans.requested), awarded },
  });
  return id;
}
