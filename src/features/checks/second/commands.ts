import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { formalCards } from '../../../db/schema/checks.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import type { Submitted } from '../../applications/content.ts';
import { openCorrection } from '../../applications/corrections/requests.ts';
import { readCall } from '../../calls/queries.ts';
import { accountsOf } from '../accounts.ts';
import { type FormalCard, readCard } from '../card.ts';
import { readChecker } from '../commands/save.ts';
import { settle } from '../commands/settle.ts';
import type { Outcome } from '../policy.ts';
import { mayApprove, maySignSecond, type SecondFacts } from './policy.ts';

export interface SecondLook {
  readonly applicationId: number;
  /** Of the card as it was read. */
  readonly revision: number;
}

/**
 * The second person approves what the first signed: now the outcome takes effect and the leader is told. Refuses as `readChecker` and `mayApprove`, 'not_in_this_state', and
 * 'second_corrections' (fact untilAt) while the group may still send corrections.
 */
export function approveCard(
  deps: Deps,
  actor: Actor,
  { applicationId, revision }: SecondLook,
): Result<{ readonly code: string; readonly outcome: Outcome }> {
  return deps.db.write((tx) => {
    const read = readWaiting(tx, actor, applicationId, revision);
    if (!read.ok) return read;
    const { submitted, card, facts } = read.value;
    const may = mayApprove(facts);
    if (!may.ok) return may;
    const waiting = openCorrection(tx, applicationId, deps.clock.now());
    if (waiting !== undefined) return refused('second_corrections', { facts: { untilAt: waiting.untilAt } });
    const { id, proposed: outcome, reason } = card;
    if (id === null || outcome === null) throw new Error(`The card of application ${applicationId} waits for nothing`);
    const settled = settle(tx, deps, actor, { submitted, cardId: id, outcome, reason });
    return settled.ok ? done({ code: submitted.code, outcome }) : settled;
  });
}

/** The second person sends the card back to the first as a draft, with every answer as it was. Refuses as `readChecker` and `maySignSecond`, 'not_in_this_state'. */
export function sendCardBack(
  deps: Deps,
  actor: Actor,
  { applicationId, revision, note }: SecondLook & { readonly note: string },
): Result {
  return deps.db.write((tx) => {
    const read = readWaiting(tx, actor, applicationId, revision);
    if (!read.ok) return read;
    const may = maySignSecond(read.value.facts);
    if (!may.ok) return may;
    const { submitted, card } = read.value;
    const id = card.id ?? 0;
    tx.orm
      .update(formalCards)
      .set({
        ...{ signedAt: null, signedBy: null },
        ...{ returnedNote: note, returnedAt: deps.clock.now(), returnedBy: personIdOf(actor) },
      })
      .where(eq(formalCards.id, id))
      .run();
    record(tx, deps, actor, {
      what: 'formal_card.returned',
      subject: { kind: 'formal_card', id },
      callId: submitted.callId,
      facts: { application: applicationId, signedBy: card.signedBy ?? '' },
      text: note,
    });
    return done();
  });
}

interface Waiting {
  readonly submitted: Submitted;
  readonly card: FormalCard;
  readonly facts: SecondFacts;
}

function readWaiting(tx: Tx, actor: Actor, applicationId: number, revision: number): Result<Waiting> {
  const checked = readChecker(tx, actor, applicationId);
  if (!checked.ok) return checked;
  const { submitted } = checked.value;
  const card = readCard(tx, applicationId);
  if (card.decidedAt === null && submitted.state !== 'submitted') return refused('not_in_this_state');
  const isOn = readCall(tx, submitted.callId)?.secondSignature === 1;
  const facts = { card, versionId: submitted.versionId, isOn, personIds: accountsOf(tx, actor), revision };
  return done({ submitted, card, facts });
}
