import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { formalCards } from '../../../db/schema/checks.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import type { Submitted } from '../../applications/content.ts';
import { openCorrection } from '../../applications/corrections/requests.ts';
import { readFormalCriteria } from '../../calls/criteria.ts';
import { readCall } from '../../calls/queries.ts';
import type { CheckedApplication } from '../facts.ts';
import { type FormalAnswer, faultsOf, type Outcome } from '../policy.ts';
import { faultMessages } from '../texts.ts';
import { type CardDraft, readForChecking, writeCard } from './save.ts';
import { settle } from './settle.ts';

export interface CardDecision extends CardDraft {
  readonly outcome: Outcome;
}

interface Decided {
  readonly code: string;
  /** False while the card waits for the second signature. */
  readonly isSettled: boolean;
}

/**
 * Saves the card and closes it for good: the application is accepted or rejected in the same transaction, and its leader
 * gets a letter. Where the call asks for two signatures this is the first, and the card waits for another person. Refuses as `saveCard`, `corrections_awaited` (fact untilAt) while the group may still send corrections, and `card_not_ready` with a message at each field that stands in the way.
 */
export function decideCard(deps: Deps, actor: Actor, decision: CardDecision): Result<Decided> {
  return deps.db.write((tx) => {
    const checked = readForChecking(tx, actor, decision.applicationId);
    if (!checked.ok) return checked;
    const { submitted } = checked.value;
    const waiting = openCorrection(tx, submitted.id, deps.clock.now());
    if (waiting !== undefined) return refused('corrections_awaited', { facts: { untilAt: waiting.untilAt } });
    const answers = everyAnswer(tx, checked.value, decision.answers);
    const faults = faultsOf({ ...decision, answers: answers.given }, answers.found);
    if (faults.length > 0) return refused('card_not_ready', { fields: fieldsOf(faults) });
    const written = writeCard(tx, deps, actor, checked.value, decision);
    if (!written.ok) return written;

    if (readCall(tx, submitted.callId)?.secondSignature === 1) {
      signFirst(tx, deps, actor, { submitted, cardId: written.value.id, outcome: decision.outcome });
      return done({ code: submitted.code, isSettled: false });
    }
    const settled = settle(tx, deps, actor, { ...decision, submitted, cardId: written.value.id });
    return settled.ok ? done({ code: submitted.code, isSettled: true }) : settled;
  });
}

/** In a call where two people sign, the card waits: nothing is decided and nobody is told. */
function signFirst(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { submitted, cardId, outcome }: { readonly submitted: Submitted; readonly cardId: number; readonly outcome: Outcome },
): void {
  tx.orm
    .update(formalCards)
    .set({ proposed: outcome, signedAt: deps.clock.now(), signedBy: personIdOf(actor) })
    .where(eq(formalCards.id, cardId))
    .run();
  record(tx, deps, actor, {
    what: 'formal_card.signed',
    subject: { kind: 'formal_card', id: cardId },
    callId: submitted.callId,
    facts: { application: submitted.id, outcome },
  });
}

/** An answer for every criterion of the call, with what the system found beside it. */
function everyAnswer(reader: Reader, { submitted, findings }: CheckedApplication, typed: readonly FormalAnswer[]) {
  const criteria = readFormalCriteria(reader, submitted.callId);
  const blank = (criterionId: number): FormalAnswer => ({ criterionId, verdict: null, note: '' });
  return {
    given: criteria.map(({ id }) => typed.find(({ criterionId }) => criterionId === id) ?? blank(id)),
    found: new Map(criteria.flatMap(({ id, code }) => foundAt(id, findings.get(code)?.holds))),
  };
}

function foundAt(id: number, holds: boolean | undefined): [number, boolean][] {
  return holds === undefined ? [] : [[id, holds]];
}

function fieldsOf(faults: ReturnType<typeof faultsOf>): Record<string, string> {
  const fieldOf = ({ criterionId, code }: (typeof faults)[number]) => {
    if (criterionId === undefined) return code === 'reason_missing' ? 'reason' : 'outcome';
    return `answers.k${criterionId}.${code === 'unanswered' ? 'verdict' : 'note'}`;
  };
  return Object.fromEntries(faults.map((fault) => [fieldOf(fault), faultMessages[fault.code]]));
}
