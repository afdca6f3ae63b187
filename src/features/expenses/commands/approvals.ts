import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { expenseApprovals, expenses } from '../../../db/schema/expenses.ts';
import type { Deps } from '../../../deps.ts';
import { addFile } from '../../../files/records.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { type Day, warsawDay } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { expenseLife } from '../lifecycle.ts';
import { mayApprove } from '../policy.ts';
import { type Approval, approvalOf, type Expense, signers, visibleExpense } from '../queries.ts';
import type { Scan } from './draft.ts';
import { note } from './note.ts';

type Step = Approval['step'];

/** The accountant's preliminary control, clicked. Refuses `not_in_this_state`, `not_a_signer`, `absent`. */
export function controlExpense(deps: Deps, actor: Actor, expenseId: number): Result {
  return click(deps, actor, expenseId, 'control');
}

/** The director's approval for payment, clicked. Refuses `same_person` (facts name), `not_in_this_state`, `not_a_signer`, `absent`. */
export function approveExpense(deps: Deps, actor: Actor, expenseId: number): Result {
  return click(deps, actor, expenseId, 'approval');
}

function click(deps: Deps, actor: Actor, expenseId: number, which: Step): Result {
  return deps.db.write((tx) => {
    const personId = personIdOf(actor);
    if (personId === null) throw new Error('A person signs');
    const signature = { step: which, personId, signedOn: warsawDay(deps.clock.now()) };
    return sign(tx, deps, actor, expenseId, { ...signature, lane: 'clicked', fileId: null });
  });
}

/** One signature on the printed description. */
export interface PaperSignature {
  readonly step: Step;
  readonly personId: number;
  readonly signedOn: Day;
}

export interface Papers {
  readonly expenseId: number;
  readonly signatures: readonly PaperSignature[];
  /** The scan of the signed description. */
  readonly scan?: Scan | undefined;
}

/**
 * Signatures put on paper, recorded by staff: control, approval, or both at once. Refuses as clicking does, and
 * `signer_missing`, `signed_in_future`, `approval_before_control`.
 */
export function recordPaper(deps: Deps, actor: Actor, { expenseId, signatures, scan }: Papers): Result {
  return deps.db.write((tx) => {
    if (visibleExpense(tx, actor, expenseId) === undefined) return refused('absent');
    if (signatures.length === 0) return refused('signer_missing');
    const fileId =
      scan === undefined
        ? null
        : addFile(tx, deps.clock, actor, scan.blob, scan.name, { kind: 'expense', id: expenseId });
    for (const signature of signatures) {
      if (signature.signedOn > warsawDay(deps.clock.now()))
        return refused('signed_in_future', { field: `${signature.step}On` });
      const signed = sign(tx, deps, actor, expenseId, { ...signature, lane: 'paper', fileId });
      if (!signed.ok) return { field: `${signature.step}By`, ...signed };
    }
    return done();
  });
}

type Signature = PaperSignature & Pick<Approval, 'lane' | 'fileId'>;

function sign(tx: Tx, deps: Deps, actor: Actor, expenseId: number, signature: Signature): Result {
  const expense = visibleExpense(tx, actor, expenseId);
  if (expense === undefined) return refused('absent');
  const next = step(expenseLife, signature.step === 'control' ? 'control' : 'approve', expense.state);
  if (!next.ok) return next;
  const signer = signers(tx, signature.step).find(({ id }) => id === signature.personId);
  if (signer === undefined) return refused('not_a_signer');
  const eyes = checkEyes(expense, signature);
  if (!eyes.ok) return eyes;
  const { step: which, lane, personId, signedOn, fileId } = signature;
  tx.orm
    .insert(expenseApprovals)
    .values({ expenseId, step: which, lane, personId, signedOn, fileId, recordedAt: deps.clock.now() })
    .run();
  tx.orm
    .update(expenses)
    .set({ state: next.value, revision: sql`revision + 1` })
    .where(eq(expenses.id, expenseId))
    .run();
  note(tx, deps, actor, expenseId, {
    what: which === 'control' ? 'expense.controlled' : 'expense.approved',
    from: expense.state,
    to: next.value,
    facts: { lane, person: personId, signedOn },
  });
  return done();
}

function checkEyes(expense: Expense, signature: Signature): Result {
  const control = approvalOf(expense, 'control');
  if (signature.step === 'control' || control === undefined) return done();
  const eyes = mayApprove({ id: control.personId, name: control.name }, signature.personId);
  if (!eyes.ok) return eyes;
  return signature.signedOn < control.signedOn ? refused('approval_before_control', { field: 'approvalOn' }) : done();
}
