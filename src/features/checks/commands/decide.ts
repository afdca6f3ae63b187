import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { formalCards } from '../../../db/schema/checks.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { addWorkingDays, type Day, warsawDay } from '../../../lib/days.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { writeLetter } from '../../../mail/write.ts';
import { markChecked } from '../../applications/commands/check.ts';
import type { Submitted } from '../../applications/content.ts';
import { openCorrection } from '../../applications/corrections/requests.ts';
import { applicationPaths } from '../../applications/paths.ts';
import { readFormalCriteria } from '../../calls/criteria.ts';
import { readCall, readStages } from '../../calls/queries.ts';
import { stageOf } from '../../calls/stages.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import type { CheckedApplication } from '../facts.ts';
import { leaderOf } from '../leader.ts';
import { checkLetters, recheckTitle } from '../letters.ts';
import { type FormalAnswer, faultsOf, type Outcome } from '../policy.ts';
import { faultMessages } from '../texts.ts';
import { type CardDraft, readForChecking, writeCard } from './save.ts';

export interface CardDecision extends CardDraft {
  readonly outcome: Outcome;
}

/**
 * Saves the card and closes it for good: the application is accepted or rejected in the same transaction, and its leader
 * gets a letter. Returns its code. Refuses as `saveCard`, `corrections_awaited` (fact untilAt) while the group may still send corrections, and `card_not_ready` with a message at each field that stands in the way.
 */
export function decideCard(deps: Deps, actor: Actor, decision: CardDecision): Result<string> {
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

    const { outcome } = decision;
    const reason = outcome === 'rejected' ? decision.reason : '';
    const today = warsawDay(deps.clock.now());
    const recheckUntil = outcome === 'rejected' ? lastDayOfRecheck(tx, submitted.callId, today) : null;
    tx.orm
      .update(formalCards)
      .set({ outcome, reason, decidedAt: deps.clock.now(), decidedBy: personIdOf(actor), recheckUntil })
      .where(eq(formalCards.id, written.value.id))
      .run();
    record(tx, deps, actor, {
      what: 'formal_card.decided',
      subject: { kind: 'formal_card', id: written.value.id },
      callId: submitted.callId,
      facts: { application: submitted.id, outcome, no: answers.given.filter(({ verdict }) => verdict === 'no').length },
      ...(reason === '' ? {} : { text: reason }),
    });
    const marked = markChecked(tx, deps, actor, { applicationId: submitted.id, outcome });
    if (!marked.ok) return marked;
    writeToLeader(tx, deps, submitted, { cardId: written.value.id, outcome, reason, recheckUntil });
    return done(submitted.code);
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

/** Counted from the day the letter is written. */
const recheckWorkingDays = 3;

/** The last day of asking for a re-check: that of the timetable where the call has such a stage, but never fewer days than a rejected group needs to ask. */
function lastDayOfRecheck(reader: Reader, callId: number, today: Day): Day {
  const least = addWorkingDays(today, recheckWorkingDays);
  const endsAt = stageOf(readStages(reader, callId), 'recheck')?.endsAt;
  const announced = endsAt ? warsawDay(endsAt) : least;
  return announced > least ? announced : least;
}

interface Told {
  readonly cardId: number;
  readonly outcome: Outcome;
  readonly reason: string;
  /** Of a rejection. */
  readonly recheckUntil: Day | null;
}

function writeToLeader(
  tx: Tx,
  deps: Deps,
  submitted: Submitted,
  { cardId, outcome, reason, recheckUntil: lastDay }: Told,
): void {
  const to = leaderOf(tx, submitted.id);
  if (to === undefined) return;
  const organisation = readOrganisation(tx);
  const address = deps.publicUrl + applicationPaths.showOf(submitted.id);
  writeLetter(tx, deps, checkLetters.formal_outcome, {
    to,
    fields: {
      organisationName: organisation.name,
      organisationPhone: organisation.phone,
      callTitle: readCall(tx, submitted.callId)?.title ?? '',
      number: submitted.code,
      title: submitted.title,
      accepted: outcome === 'accepted',
      reason,
      recheckUntil: lastDay === null ? '' : longDate(lastDay),
      address,
    },
    about: { kind: 'application', id: submitted.id },
    uniqueKey: `formal_outcome:${cardId}`,
    event:
      lastDay === null
        ? undefined
        : { title: recheckTitle(submitted.code), when: { firstDay: lastDay, lastDay }, url: address },
  });
}
