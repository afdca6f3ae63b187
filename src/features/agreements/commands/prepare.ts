import { eq } from 'drizzle-orm';
import { agreements } from '../../../db/schema/agreements.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { byBudgetLine } from '../../initiatives/policy.ts';
import { planLines, readInitiative, reservedByLine } from '../../initiatives/queries.ts';
import { agreementLife } from '../lifecycle.ts';
import { checkFunds } from '../policy.ts';
import { agreementOf } from '../queries.ts';

/** The draft of an agreed initiative's agreement, numbered after it. Refuses `plan_not_agreed`, `already_open`. Returns its id. */
export function openAgreement(
  deps: Deps,
  actor: Actor,
  { initiativeId }: { readonly initiativeId: number },
): Result<number> {
  return deps.db.write((tx) => {
    const initiative = readInitiative(tx, initiativeId);
    if (initiative?.state !== 'agreed') return refused('plan_not_agreed');
    if (agreementOf(tx, initiativeId) !== undefined) return refused('already_open');
    const number = `${initiative.code}/P`;
    const { id } = tx.orm
      .insert(agreements)
      .values({ initiativeId, number, createdAt: deps.clock.now() })
      .returning({ id: agreements.id })
      .get();
    record(tx, deps, actor, {
      what: 'agreement.opened',
      subject: { kind: 'agreement', id },
      callId: initiative.callId,
      to: 'draft',
      facts: { initiative: initiativeId, number, agreed: initiative.agreed },
    });
    return done(id);
  });
}

/**
 * The accountant's word that the agreed plan fits the financial plan, before anything is issued. Refuses `not_open`,
 * `not_in_this_state`, `reservation_short`.
 */
export function confirmFunds(deps: Deps, actor: Actor, { initiativeId }: { readonly initiativeId: number }): Result {
  return deps.db.write((tx) => {
    const agreement = agreementOf(tx, initiativeId);
    const initiative = readInitiative(tx, initiativeId);
    if (agreement === undefined || initiative === undefined) return refused('not_open');
    const next = step(agreementLife, 'confirm_funds', agreement.state);
    if (!next.ok) return next;
    const covered = checkFunds(byBudgetLine(planLines(tx, initiativeId, 'agreed')), reservedByLine(tx, initiativeId));
    if (!covered.ok) return covered;
    const confirmed = {
      confirmedAt: deps.clock.now(),
      confirmedBy: personIdOf(actor),
      revision: agreement.revision + 1,
    };
    tx.orm
      .update(agreements)
      .set({ state: next.value, ...confirmed })
      .where(eq(agreements.id, agreement.id))
      .run();
    record(tx, deps, actor, {
      what: 'agreement.funds_confirmed',
      subject: { kind: 'agreement', id: agreement.id },
      callId: initiative.callId,
      from: agreement.state,
      to: next.value,
      facts: { agreed: initiative.agreed },
    });
    return done();
  });
}
