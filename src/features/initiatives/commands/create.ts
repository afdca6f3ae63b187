import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { initiatives } from '../../../db/schema/initiatives.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Grosze } from '../../../lib/money.ts';
import { readSubmitted, type SubmittedContent } from '../../applications/content.ts';
import { type PlanLine, scaleLines, totalOf } from '../policy.ts';
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
  const submitted = readSubmitted(tx, applicationId);
  if (submitted === undefined) throw new Error(`The application ${applicationId} has no submitted content`);
  const { callId, code, title, content } = submitted;
  const groupName = content.applicant.name || content.applicant.leaderName;
  const requested = requestedLines(tx, content);
  const scaled = scaleLines(requested, awarded);
  const { id } = tx.orm
    .insert(initiatives)
    .values({ callId, applicationId, code, title, groupName, createdAt: deps.clock.now() })
    .returning({ id: initiatives.id })
    .get();
  finishPlan(tx, insertPlan(tx, deps, id, 'requested', requested));
  finishPlan(tx, insertPlan(tx, deps, id, 'awarded', scaled));
  insertPlan(tx, deps, id, 'agreed', scaled);
  record(tx, deps, actor, {
    what: 'initiative.created',
    subject: { kind: 'initiative', id },
    callId,
    to: 'negotiation',
    facts: { application: applicationId, requested: totalOf(requested), awarded },
  });
  return id;
}

function requestedLines(tx: Tx, content: SubmittedContent): PlanLine[] {
  return content.costs.map(({ name, categoryId, quantity, unit, price, value }) => ({
    ...{ name, categoryId, quantity, unit, price },
    budgetLineId: budgetLineOf(tx, categoryId),
    amount: value,
  }));
}

function budgetLineOf(tx: Tx, categoryId: number): number {
  const category = tx.get<{ lineId: number | null }>(sql`select budget_line_id as lineId from cost_categories where id = ${categoryId}`);
  if (category?.lineId == null) throw new Error(`The cost category ${categoryId} falls on no budget line`);
  return category.lineId;
}
